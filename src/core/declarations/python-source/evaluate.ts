import { posix } from "node:path";
import type { SyntaxNode } from "@lezer/common";
import { builtIn } from "./built-ins.ts";
import { stringValue, unquote, withoutEscapes } from "./literals.ts";
import { callMethod } from "./methods.ts";
import { MAX_TEXT, operate } from "./operators.ts";
import { BoundMethod, HostObject, Imported, type PythonValue, truth, Unknown } from "./value.ts";

/** Arguments of a call, names apart. */
export interface Arguments {
  readonly positional: readonly PythonValue[];
  readonly named: ReadonlyMap<string, PythonValue>;
}

/** What evaluation asks of whoever knows names and objects. */
export interface Scope {
  readonly text: string;
  readonly lookUp: (name: string) => PythonValue | undefined;
  readonly attribute: (owner: HostObject | Imported, name: string) => PythonValue | undefined;
  readonly call: (callee: PythonValue, args: Arguments, node: SyntaxNode) => PythonValue | undefined;
  readonly assign: (name: string, value: PythonValue) => void;
  /** @returns false when the file has asked for more than any that a person writes */
  readonly step: () => boolean;
}

/** Expressions inside each other, those of called functions too. */
const MAX_DEPTH = 300;

/** @returns the children of a node that are no punctuation or comment */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== "Comment") children.push(child);
  }
  return children;
}

/** Works out expressions; what it cannot tell is {@link Unknown}. */
export class Evaluator {
  readonly #scope: Scope;
  #depth = 0;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  /** @returns how it is written */
  source(node: SyntaxNode): string {
    return this.#scope.text.slice(node.from, node.to);
  }

  /** @returns what it is when nobody can tell */
  unknown(node: SyntaxNode): Unknown {
    return new Unknown(this.source(node).replaceAll(/\s+/g, " ").slice(0, 80));
  }

  /** @returns what an expression gives */
  value(node: SyntaxNode): PythonValue {
    if (!this.#scope.step() || this.#depth > MAX_DEPTH) return this.unknown(node);
    this.#depth += 1;
    const value = this.#valueOf(node);
    this.#depth -= 1;
    return value;
  }

  #valueOf(node: SyntaxNode): PythonValue {
    switch (node.name) {
      case "String":
        return stringValue(this.source(node));
      case "ContinuedString":
        return this.#joined(
          childrenOf(node).map((child) => this.value(child)),
          node,
        );
      case "FormatString":
        return this.#format(node);
      case "Number":
        return Number(this.source(node).replaceAll("_", ""));
      case "Boolean":
        return this.source(node) === "True";
      case "None":
        return null;
      case "VariableName":
        return this.#or(this.#scope.lookUp(this.source(node)), node);
      case "ParenthesizedExpression":
        return this.#inner(node);
      case "ArrayExpression":
      case "TupleExpression":
      case "SetExpression":
        return this.items(childrenOf(node).filter(({ name }) => !/^[[\](){}]$/.test(name)));
      case "DictionaryExpression":
        return this.#dictionary(node);
      case "ConditionalExpression":
        return this.#conditional(node);
      case "BinaryExpression":
        return this.#binary(node);
      case "UnaryExpression":
        return this.#unary(node);
      case "MemberExpression":
        return this.#member(node);
      case "CallExpression":
        return this.#call(node);
      case "ArrayComprehensionExpression":
      case "ComprehensionExpression":
      case "SetComprehensionExpression":
        return this.#comprehension(node);
      case "NamedExpression":
        return this.#named(node);
      default:
        return this.unknown(node);
    }
  }

  /** `None` is a value; only what is undefined is not known. */
  #or(value: PythonValue | undefined, node: SyntaxNode): PythonValue {
    return value === undefined ? this.unknown(node) : value;
  }

  #inner(node: SyntaxNode): PythonValue {
    const inside = childrenOf(node).filter(({ name }) => !/^[()]$/.test(name));
    return inside.length === 1 && inside[0] !== undefined ? this.value(inside[0]) : this.items(inside);
  }

  #named(node: SyntaxNode): PythonValue {
    const [name, , value] = childrenOf(node);
    if (name === undefined || value === undefined) return this.unknown(node);
    const result = this.value(value);
    this.#scope.assign(this.source(name), result);
    return result;
  }

  /** Values between commas, `*` before one spread; a spread of what is not known stays one unknown. */
  items(nodes: readonly SyntaxNode[]): readonly PythonValue[] {
    const values: PythonValue[] = [];
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[at];
      if (node === undefined || node.name === ",") continue;
      if (node.name !== "*") values.push(this.value(node));
      else {
        at += 1;
        const spread = nodes[at];
        if (spread !== undefined) values.push(...this.#spread(spread));
      }
    }
    return values;
  }

  #spread(node: SyntaxNode): readonly PythonValue[] {
    const value = this.value(node);
    if (Array.isArray(value)) return value;
    if (value instanceof Map) return [...value.keys()];
    return [value instanceof Unknown ? value : this.unknown(node)];
  }

  #joined(parts: readonly PythonValue[], node: SyntaxNode): PythonValue {
    const texts = parts.map((part) => (typeof part === "string" ? part : undefined));
    if (texts.includes(undefined)) return this.unknown(node);
    const text = texts.join("");
    return text.length > MAX_TEXT ? this.unknown(node) : text;
  }

  #format(node: SyntaxNode): PythonValue {
    const { prefix, body } = unquote(this.source(node));
    const start = node.from + this.source(node).indexOf(body, prefix.length);
    const literal = (from: number, to: number): string => {
      const text = this.#scope.text.slice(from, to).replaceAll("{{", "{").replaceAll("}}", "}");
      return prefix.includes("r") ? text : withoutEscapes(text);
    };
    let [result, at] = ["", start];
    for (const child of childrenOf(node)) {
      if (child.name !== "FormatReplacement") continue;
      const [, expression, more] = childrenOf(child);
      const value = expression === undefined ? undefined : this.value(expression);
      const isPlain = more === undefined || more.name === "}";
      const text = typeof value === "string" || typeof value === "number" ? String(value) : undefined;
      if (text === undefined || !isPlain) return this.unknown(node);
      result += literal(at, child.from) + text;
      at = child.to;
    }
    result += literal(at, start + body.length);
    return result.length > MAX_TEXT ? this.unknown(node) : result;
  }

  #dictionary(node: SyntaxNode): PythonValue {
    const map = new Map<string, PythonValue>();
    const parts = childrenOf(node).filter(({ name }) => !/^[{},:]$/.test(name));
    for (let at = 0; at < parts.length; at += 2) {
      const [key, value] = [parts[at], parts[at + 1]];
      if (key === undefined || value === undefined) return this.unknown(node);
      const known = this.value(key.name === "**" ? value : key);
      if (key.name === "**" && known instanceof Map)
        for (const [name, item] of known) map.set(String(name), item as PythonValue);
      else if (key.name !== "**" && typeof known === "string") map.set(known, this.value(value));
      else return this.unknown(node);
    }
    return map;
  }

  #conditional(node: SyntaxNode): PythonValue {
    const [yes, , test, , no] = childrenOf(node);
    if (yes === undefined || test === undefined || no === undefined) return this.unknown(node);
    const holds = truth(this.value(test));
    if (holds === undefined) return this.unknown(node);
    return this.value(holds ? yes : no);
  }

  #unary(node: SyntaxNode): PythonValue {
    const [operator, operand] = childrenOf(node);
    if (operand !== undefined && operator !== undefined && this.source(operator) === "-") {
      const number = this.value(operand);
      return typeof number === "number" ? -number : this.unknown(node);
    }
    if (operator?.name !== "not" || operand === undefined) return this.unknown(node);
    const holds = truth(this.value(operand));
    return holds === undefined ? this.unknown(node) : !holds;
  }

  #binary(node: SyntaxNode): PythonValue {
    const children = childrenOf(node);
    const [left, right] = [children[0], children.at(-1)];
    if (left === undefined || right === undefined) return this.unknown(node);
    const operator = this.#scope.text
      .slice(left.to, right.from)
      .replaceAll(/#.*$/gm, "")
      .trim()
      .replaceAll(/\s+/g, " ");
    const first = this.value(left);
    if (operator === "and" || operator === "or") return this.#logical(operator, first, right, node);
    return this.#or(operate(operator, first, this.value(right)), node);
  }

  #logical(operator: string, first: PythonValue, right: SyntaxNode, node: SyntaxNode): PythonValue {
    const holds = truth(first);
    if (holds === undefined) {
      const second = truth(this.value(right));
      const settles = second === (operator === "or") && second !== undefined;
      return settles && operator === "and" ? false : this.unknown(node);
    }
    return holds === (operator === "or") ? first : this.value(right);
  }

  #member(node: SyntaxNode): PythonValue {
    const [ownerNode, mark, part] = childrenOf(node);
    if (ownerNode === undefined || part === undefined) return this.unknown(node);
    const owner = this.value(ownerNode);
    if (mark?.name === "[") return this.#or(this.#item(owner, part), node);
    const name = this.source(part);
    if (owner instanceof Imported) return this.#scope.attribute(owner, name) ?? new Imported(`${owner.path}.${name}`);
    if (owner instanceof HostObject) {
      const known = this.#scope.attribute(owner, name);
      return known === undefined ? new BoundMethod(owner, name) : known;
    }
    // A path is a text here.
    if (typeof owner === "string" && name === "parent") return posix.dirname(owner);
    return owner instanceof Unknown ? this.unknown(node) : new BoundMethod(owner, name);
  }

  #item(owner: PythonValue, keyNode: SyntaxNode): PythonValue | undefined {
    const key = this.value(keyNode);
    if (owner instanceof Map && typeof key === "string") return owner.get(key) as PythonValue | undefined;
    if (Array.isArray(owner) && typeof key === "number") return owner.at(key) as PythonValue | undefined;
    return undefined;
  }

  /** What `**words` gives: its names, or one that stands for what cannot be told. */
  #unfolded(node: SyntaxNode): readonly (readonly [string, PythonValue])[] {
    const more = this.value(node);
    if (!(more instanceof Map)) return [["**", this.unknown(node)]];
    return [...more].map(([name, item]) => [String(name), item as PythonValue]);
  }

  /** Takes the argument that nodes begin with; gives how many of them it is written with. */
  #argument(
    [node, next, third]: readonly SyntaxNode[],
    positional: PythonValue[],
    named: Map<string, PythonValue>,
  ): number {
    if (node === undefined) return 1;
    if (next?.name === "AssignOp" && third !== undefined) {
      named.set(this.source(node), this.value(third));
      return 3;
    }
    if (next === undefined || !/^\*\*?$/.test(node.name)) {
      positional.push(this.value(node));
      return 1;
    }
    if (node.name === "*") positional.push(...this.#spread(next));
    else for (const [name, item] of this.#unfolded(next)) named.set(name, item);
    return 2;
  }

  /** @returns the arguments of a call */
  arguments(list: SyntaxNode): Arguments {
    const positional: PythonValue[] = [];
    const named = new Map<string, PythonValue>();
    const nodes = childrenOf(list).filter(({ name }) => !/^[(),]$/.test(name));
    for (let at = 0; at < nodes.length; ) {
      if (/^(?:for|async)$/.test(nodes[at + 1]?.name ?? "")) {
        positional.push(this.#comprehended(nodes.slice(at)) ?? this.unknown(list));
        break;
      }
      at += this.#argument(nodes.slice(at, at + 3), positional, named);
    }
    return { positional, named };
  }

  #call(node: SyntaxNode): PythonValue {
    const [calleeNode, list] = childrenOf(node);
    if (calleeNode === undefined || list === undefined) return this.unknown(node);
    const callee = this.value(calleeNode);
    const args = this.arguments(list);
    if (callee instanceof BoundMethod && !(callee.owner instanceof HostObject)) {
      return this.#or(callMethod(callee.owner, callee.name, args.positional), node);
    }
    if (callee instanceof Unknown && calleeNode.name === "VariableName") {
      return builtIn(callee.text, args.positional) ?? this.#scope.call(callee, args, node) ?? this.unknown(node);
    }
    return this.#or(this.#scope.call(callee, args, node), node);
  }

  #comprehension(node: SyntaxNode): PythonValue {
    const inside = childrenOf(node).filter(({ name }) => !/^[[\](){}]$/.test(name));
    return this.#comprehended(inside) ?? this.unknown(node);
  }

  /** `EXPRESSION for NAMES in LIST if CONDITION`, one loop. */
  #comprehended(nodes: readonly SyntaxNode[]): PythonValue | undefined {
    const [at, from, test] = ["for", "in", "if"].map((word) => nodes.findIndex(({ name }) => name === word));
    const [expression, list] = [nodes[0], nodes[(from ?? -1) + 1]];
    if (at !== 1 || from === undefined || from < 0 || expression === undefined || list === undefined) return undefined;
    if (nodes.filter(({ name }) => name === "for").length > 1) return undefined;
    const names = nodes.slice(2, from).filter(({ name }) => name === "VariableName");
    const values = this.value(list);
    if (!Array.isArray(values)) return undefined;
    const condition = test === undefined || test < 0 ? undefined : nodes[test + 1];
    const result: PythonValue[] = [];
    for (const value of values as readonly PythonValue[]) {
      if (!this.#scope.step() || !this.bind(names, value)) return undefined;
      const holds = condition === undefined ? true : truth(this.value(condition));
      if (holds === undefined) return undefined;
      if (holds) result.push(this.value(expression));
    }
    return result;
  }

  /** Gives names their values: one name all of it, several one part each. */
  bind(names: readonly SyntaxNode[], value: PythonValue): boolean {
    if (names.length === 1 && names[0] !== undefined) {
      this.#scope.assign(this.source(names[0]), value);
      return true;
    }
    const parts: readonly PythonValue[] = Array.isArray(value) ? value : [];
    for (const [at, name] of names.entries()) {
      this.#scope.assign(this.source(name), parts[at] ?? this.unknown(name));
    }
    return parts.length === names.length;
  }
}
