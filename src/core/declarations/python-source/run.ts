import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import { remembered } from "../../documents/index.ts";
import { type Arguments, childrenOf, Evaluator } from "./evaluate.ts";
import { HostObject, Imported, PythonFunction, type PythonValue, truth, Unknown } from "./value.ts";

interface Parameter {
  readonly name: string;
  /** `*rest` takes the others, `**named` what is named. */
  readonly takes: "one" | "others" | "named";
  readonly fallback: SyntaxNode | undefined;
}

const parsePython = remembered((text) => parser.parse(text));

/** What the program that runs the file knows and does. */
export interface Host {
  readonly attribute: (owner: HostObject | Imported, name: string) => PythonValue | undefined;
  /** @returns undefined when it knows nothing of the call */
  readonly call: (callee: PythonValue, args: Arguments, place: CallPlace) => PythonValue | undefined;
  /** An attribute or an item is given a value: `nox.options.sessions = …`, `session.env["A"] = …`. */
  readonly assign: (owner: HostObject | Imported, path: readonly string[], value: PythonValue) => void;
  /** @returns what ends the `with` of an object, or undefined */
  readonly enter: (value: PythonValue, node: SyntaxNode) => (() => void) | undefined;
}

/** Where a call stands, and under which conditions nobody can tell. */
export interface CallPlace {
  /** 1-based. */
  readonly line: number;
  /** Conditions that are known only when it runs, as they are written. */
  readonly conditions: readonly string[];
  readonly text: string;
}

/** How a body ended: it ran through, returned, or may have returned. */
type End = { readonly returned: boolean; readonly value: PythonValue };

/** A decorator that another one of the file stands for. */
export interface HandedOn {
  readonly path: string;
  readonly args: Arguments;
  readonly parameters: ReadonlyMap<string, PythonValue>;
  /** The file's own decorator, as it is written. */
  readonly text: string;
}

/** `decorator(…)` of the first `return decorator(…)(function)` in a node. */
function decoratorCall(top: SyntaxNode): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  top.cursor().iterate(({ node }) => {
    if (found !== undefined) return false;
    if (node.name !== "ReturnStatement") return true;
    const call = node.getChild("CallExpression");
    const [inner] = call === null ? [] : childrenOf(call);
    if (inner?.name === "CallExpression") found = inner;
    return true;
  });
  return found;
}

/** Name that a file has for itself. */
const FILE = "__file__.py";

/** Steps for one function that is gone through, and for all of a file. */
const MAX_STEPS = 60_000;
const MAX_TOTAL = 800_000;
const MAX_DEPTH = 6;
/** Bodies inside each other, those of called functions too. */
const MAX_NESTING = 100;
const THROUGH: End = { returned: false, value: null };

/** A Python file whose functions can be gone through with a host's objects, without running anything. */
export class PythonModule {
  readonly functions: PythonFunction[] = [];
  /** 1-based line of the first thing that is no Python, else undefined. */
  readonly faultLine: number | undefined;
  readonly #text: string;
  readonly #host: Host;
  readonly #globals = new Map<string, PythonValue>();
  readonly #lines: readonly number[];
  readonly evaluator: Evaluator;
  #locals: Map<string, PythonValue>[] = [];
  #conditions: string[] = [];
  #steps = 0;
  #total = 0;
  #nesting = 0;

  constructor(text: string, host: Host) {
    this.#text = text;
    this.#host = host;
    // Whoever runs the file does so in its folder.
    this.#globals.set("__file__", FILE);
    const starts = [0];
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#lines = starts;
    this.evaluator = new Evaluator({
      text,
      lookUp: (name) => {
        const scope = [this.#locals.at(-1), this.#globals].find((one) => one?.has(name) === true);
        return scope?.get(name);
      },
      attribute: host.attribute,
      call: (callee, args, node) => this.#call(callee, args, node),
      assign: (name, value) => this.#set(name, value),
      step: () => this.#step(),
    });
    const tree = parsePython(text);
    this.faultLine = this.#findFault(tree.topNode);
    this.#statements(childrenOf(tree.topNode));
  }

  #findFault(top: SyntaxNode): number | undefined {
    let fault: number | undefined;
    top.cursor().iterate((node) => {
      if (node.type.isError) fault ??= this.lineOf(node.from);
      return fault === undefined;
    });
    return fault;
  }

  /** @returns the 1-based line of an offset */
  lineOf(offset: number): number {
    let [low, high] = [0, this.#lines.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  #step(): boolean {
    this.#steps += 1;
    this.#total += 1;
    return this.#steps < MAX_STEPS && this.#total < MAX_TOTAL;
  }

  /** Goes through a function with the given arguments, on steps of its own. */
  run(target: PythonFunction, args: Arguments): PythonValue {
    this.#steps = 0;
    this.#locals = [];
    this.#conditions = [];
    return this.#invoke(target, args);
  }

  /** Decorators of a function, as calls: `@nox.session(python=…)`. */
  decoratorsOf(target: PythonFunction): readonly { readonly path: string; readonly args: Arguments }[] {
    return target.decorators.map((node) => {
      const list = node.getChild("ArgList");
      const end = list?.from ?? node.to;
      const path = this.#text.slice(node.from + 1, end).replaceAll(/\s/g, "");
      const [head = "", ...rest] = path.split(".");
      const known = this.#globals.get(head);
      const full = known instanceof Imported ? [known.path, ...rest].join(".") : path;
      return {
        path: full,
        args: list === null ? { positional: [], named: new Map() } : this.evaluator.arguments(list),
      };
    });
  }

  /**
   * What a decorator of the file itself hands on, such as `def session(default=True, **kwargs)` whose inner function returns
   * `nox.session(**kwargs)(function)`.
   *
   * @param name of the decorator
   * @param given its arguments
   * @returns the other decorator's name with its arguments, and what the parameters stand for; undefined when there is none
   */
  handedOn(name: string, given: Arguments): HandedOn | undefined {
    const target = this.#globals.get(name);
    const inner = target instanceof PythonFunction ? decoratorCall(target.node) : undefined;
    const [callee, list] = inner === undefined ? [] : childrenOf(inner);
    if (!(target instanceof PythonFunction) || callee === undefined || list === undefined) return undefined;
    const parameters = this.#parameters(target, given);
    // What has a parameter of its own is not among the others.
    for (const [key, value] of parameters) {
      if (value instanceof Map)
        parameters.set(key, new Map([...value].filter(([one]) => !parameters.has(String(one)))));
    }
    this.#steps = 0;
    this.#locals = [parameters];
    const known = this.evaluator.value(callee);
    const args = this.evaluator.arguments(list);
    this.#locals = [];
    return known instanceof Imported
      ? { path: known.path, args, parameters, text: this.evaluator.source(target.node) }
      : undefined;
  }

  #set(name: string, value: PythonValue): void {
    const scope = this.#locals.at(-1) ?? this.#globals;
    scope.set(name, this.#conditions.length > 0 && this.#locals.length === 0 ? new Unknown(name) : value);
  }

  #statements(nodes: readonly SyntaxNode[]): End {
    if (this.#nesting > MAX_NESTING) return THROUGH;
    this.#nesting += 1;
    const end = this.#inOrder(nodes);
    this.#nesting -= 1;
    return end;
  }

  #inOrder(nodes: readonly SyntaxNode[]): End {
    for (const node of nodes) {
      if (!this.#step()) return THROUGH;
      const end = this.#statement(node);
      if (end.returned) return end;
    }
    return THROUGH;
  }

  #statement(node: SyntaxNode): End {
    switch (node.name) {
      case "ImportStatement":
        this.#import(node);
        return THROUGH;
      case "FunctionDefinition":
        this.#define(node, []);
        return THROUGH;
      case "DecoratedStatement":
        this.#decorated(node);
        return THROUGH;
      case "AssignStatement":
        this.#assign(node);
        return THROUGH;
      case "UpdateStatement":
        this.#update(node);
        return THROUGH;
      case "ExpressionStatement":
        for (const child of childrenOf(node)) this.evaluator.value(child);
        return THROUGH;
      case "StatementGroup":
        return this.#statements(childrenOf(node));
      case "IfStatement":
        return this.#if(node);
      case "ForStatement":
        return this.#for(node);
      case "WithStatement":
        return this.#with(node);
      case "TryStatement":
        return this.#try(node);
      case "WhileStatement":
        return this.#maybe(node.getChild("Body"), "a loop goes on");
      case "ReturnStatement":
        return { returned: true, value: this.evaluator.items(childrenOf(node).slice(1))[0] ?? null };
      case "RaiseStatement":
        return { returned: true, value: null };
      default:
        return THROUGH;
    }
  }

  #body(body: SyntaxNode | null): End {
    return body === null ? THROUGH : this.#statements(childrenOf(body).filter(({ name }) => name !== ":"));
  }

  /** A body of which nobody can tell whether it runs. When it would leave the function, what follows is in doubt too. */
  #maybe(body: SyntaxNode | null, condition: string): End {
    const before = new Map(this.#locals.at(-1) ?? this.#globals);
    this.#conditions.push(condition);
    const end = this.#body(body);
    this.#conditions.pop();
    const scope = this.#locals.at(-1) ?? this.#globals;
    for (const [name, value] of scope) {
      if (before.get(name) !== value) scope.set(name, new Unknown(name));
    }
    if (end.returned && this.#locals.length > 0) this.#conditions.push(negation(condition));
    return THROUGH;
  }

  #import(node: SyntaxNode): void {
    const source = this.evaluator
      .source(node)
      .replaceAll(/#.*$/gm, "")
      .replaceAll(/[()\\\n]/g, " ");
    const [, from = "", names = ""] = /^(?:from\s+([\w.]+)\s+)?import\s+(.*)$/s.exec(source.trim()) ?? [];
    for (const item of names.split(",")) {
      const [, name, alias] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?\s*$/.exec(item) ?? [];
      if (name === undefined) continue;
      const path = from === "" ? name : `${from}.${name}`;
      const bound = alias ?? (from === "" ? (name.split(".")[0] ?? name) : name);
      if (bound !== "Path") this.#set(bound, new Imported(alias === undefined && from === "" ? bound : path));
    }
  }

  #define(node: SyntaxNode, decorators: readonly SyntaxNode[]): void {
    const name = node.getChild("VariableName");
    if (name === null) return;
    const made = new PythonFunction(this.evaluator.source(name), node, decorators);
    if (this.#locals.length === 0) this.functions.push(made);
    this.#set(made.name, made);
  }

  #decorated(node: SyntaxNode): void {
    const definition = node.getChild("FunctionDefinition");
    if (definition !== null) this.#define(definition, node.getChildren("Decorator"));
  }

  #assign(node: SyntaxNode): void {
    const groups: SyntaxNode[][] = [[]];
    for (const child of childrenOf(node)) {
      if (child.name === "AssignOp") groups.push([]);
      else if (child.name !== "TypeDef") groups.at(-1)?.push(child);
    }
    const last = groups.pop() ?? [];
    if (groups.length === 0) return;
    const isList = last.some(({ name }) => name === ",");
    const value = isList ? this.evaluator.items(last) : last[0] === undefined ? null : this.evaluator.value(last[0]);
    for (const targets of groups)
      this.#bind(
        targets.filter(({ name }) => name !== ","),
        value,
      );
  }

  #bind(targets: readonly SyntaxNode[], value: PythonValue): void {
    const [first] = targets;
    if (targets.length === 1 && first?.name === "MemberExpression") this.#assignMember(first, value);
    else if (targets.every(({ name }) => name === "VariableName")) this.evaluator.bind(targets, value);
  }

  #assignMember(node: SyntaxNode, value: PythonValue): void {
    const path: string[] = [];
    let owner: SyntaxNode = node;
    while (owner.name === "MemberExpression") {
      const [next, mark, part] = childrenOf(owner);
      if (next === undefined || part === undefined) return;
      const key = mark?.name === "[" ? this.evaluator.value(part) : this.evaluator.source(part);
      path.unshift(typeof key === "string" ? key : "");
      owner = next;
    }
    const known = this.evaluator.value(owner);
    if (known instanceof HostObject || known instanceof Imported)
      this.#host.assign(known, path, this.#doubted(value, node));
    else this.#forget(owner);
  }

  #doubted(value: PythonValue, node: SyntaxNode): PythonValue {
    return this.#conditions.length > 0 ? new Unknown(this.evaluator.source(node)) : value;
  }

  /** A list or dictionary that something is done to is no longer what was written. */
  #forget(node: SyntaxNode): void {
    if (node.name === "VariableName") this.#set(this.evaluator.source(node), new Unknown(this.evaluator.source(node)));
  }

  #update(node: SyntaxNode): void {
    const [target, operator, operand] = childrenOf(node);
    if (target === undefined || operand === undefined || target.name !== "VariableName") return;
    const [before, more] = [this.evaluator.value(target), this.evaluator.value(operand)];
    const isAdding = operator !== undefined && this.evaluator.source(operator) === "+=";
    const sum =
      isAdding && Array.isArray(before) && Array.isArray(more)
        ? [...before, ...more]
        : isAdding && typeof before === "string" && typeof more === "string"
          ? before + more
          : new Unknown(this.evaluator.source(target));
    this.#set(this.evaluator.source(target), sum);
  }

  #if(node: SyntaxNode): End {
    const children = childrenOf(node);
    for (let at = 0; at < children.length; at += 1) {
      const word = children[at]?.name;
      const [test, body] = word === "else" ? [undefined, children[at + 1]] : [children[at + 1], children[at + 2]];
      if (body?.name !== "Body") return THROUGH;
      at += word === "else" ? 1 : 2;
      const holds = test === undefined ? true : truth(this.evaluator.value(test));
      if (holds === true) return this.#body(body);
      if (holds === undefined && test !== undefined) return this.#branches(children.slice(at + 1), test, body);
    }
    return THROUGH;
  }

  /** A condition that nobody can tell: every branch may run. */
  #branches(rest: readonly SyntaxNode[], test: SyntaxNode, body: SyntaxNode): End {
    const condition = this.evaluator.unknown(test).text;
    this.#maybe(body, condition);
    for (const other of rest.filter(({ name }) => name === "Body")) this.#maybe(other, negation(condition));
    return THROUGH;
  }

  #for(node: SyntaxNode): End {
    const children = childrenOf(node);
    const from = children.findIndex(({ name }) => name === "in");
    const list = children[from + 1];
    const names = children.slice(1, from).filter(({ name }) => name === "VariableName" || name === "TupleExpression");
    const body = node.getChild("Body");
    const flat = names.flatMap((one) => (one.name === "VariableName" ? [one] : one.getChildren("VariableName")));
    const values = list === undefined ? undefined : this.evaluator.value(list);
    if (!Array.isArray(values)) {
      this.evaluator.bind(flat, new Unknown("a loop's value"));
      return this.#maybe(body, `for ${this.#text.slice(children[1]?.from ?? 0, list?.to ?? 0)}`);
    }
    for (const value of values as readonly PythonValue[]) {
      if (!this.#step()) return THROUGH;
      this.evaluator.bind(flat, value);
      const end = this.#body(body);
      if (end.returned) return end;
    }
    return THROUGH;
  }

  #with(node: SyntaxNode): End {
    const leaves = childrenOf(node)
      .filter(({ name }) => name === "CallExpression")
      .map((child) => this.#host.enter(this.evaluator.value(child), child));
    const end = this.#body(node.getChild("Body"));
    for (const leave of leaves.toReversed()) leave?.();
    return end;
  }

  #try(node: SyntaxNode): End {
    const [first, ...others] = node.getChildren("Body");
    const end = this.#body(first ?? null);
    const words = childrenOf(node);
    for (const body of others) {
      const isFinal = words[words.findIndex(({ from }) => from === body.from) - 1]?.name === "finally";
      if (isFinal) this.#body(body);
      else this.#maybe(body, "an error was raised");
    }
    return end;
  }

  #call(callee: PythonValue, args: Arguments, node: SyntaxNode): PythonValue | undefined {
    if (callee instanceof PythonFunction) {
      return this.#locals.length < MAX_DEPTH ? this.#invoke(callee, args) : undefined;
    }
    const text = this.evaluator.unknown(node).text;
    return this.#host.call(callee, args, { line: this.lineOf(node.from), conditions: this.#conditions, text });
  }

  #invoke(target: PythonFunction, args: Arguments): PythonValue {
    const locals = this.#parameters(target, args);
    const conditions = this.#conditions;
    this.#conditions = [...conditions];
    this.#locals.push(locals);
    const end = this.#body(target.node.getChild("Body"));
    this.#locals.pop();
    this.#conditions = conditions;
    return end.value;
  }

  /** What a function declares: `a, b: int = 1, *rest, **named`. */
  #declared(target: PythonFunction): readonly Parameter[] {
    const list = target.node.getChild("ParamList");
    const nodes = list === null ? [] : childrenOf(list).filter(({ name }) => !/^[()]$/.test(name));
    return nodes.flatMap((node, at): readonly Parameter[] => {
      const before = nodes[at - 1]?.name;
      if (node.name !== "VariableName" || before === "AssignOp") return [];
      const assign = at + (nodes[at + 1]?.name === "TypeDef" ? 2 : 1);
      const takes = before === "*" ? "others" : before === "**" ? "named" : "one";
      return [
        {
          name: this.evaluator.source(node),
          takes,
          fallback: nodes[assign]?.name === "AssignOp" ? nodes[assign + 1] : undefined,
        },
      ];
    });
  }

  #parameters(target: PythonFunction, args: Arguments): Map<string, PythonValue> {
    const locals = new Map<string, PythonValue>();
    let position = 0;
    for (const { name, takes, fallback } of this.#declared(target)) {
      if (takes === "others") locals.set(name, args.positional.slice(position));
      else if (takes === "named") locals.set(name, new Map(args.named));
      else {
        const given = args.named.has(name) ? args.named.get(name) : args.positional[position];
        position += 1;
        if (given !== undefined) locals.set(name, given);
        else locals.set(name, fallback === undefined ? new Unknown(name) : this.evaluator.value(fallback));
      }
    }
    return locals;
  }
}

function negation(condition: string): string {
  return condition.startsWith("not ") ? condition.slice("not ".length) : `not ${condition}`;
}
