import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
} from "yaml";
import { parseYaml } from "../documents/index.ts";
import type { Place } from "./config.ts";

/** Length of the paths of values that stay text as they are written: variables, and the values of a matrix. */
const TEXT_DEPTHS: Readonly<Record<string, number>> = { env: 4, matrix: 5 };

/** A part of a path into the file. */
export type PathPart = string | number;

/** A fault of the text itself, or of its structure. */
export interface TreeProblem extends Place {
  readonly message: string;
}

/** The plain value of a YAML text, and where each part of it stands. */
export interface YamlTree {
  /** Maps become objects without a prototype, so that no key can reach one. */
  readonly value: unknown;
  readonly isEmpty: boolean;
  /** False when the text could not be read to its end, so that the value says nothing. */
  readonly isWhole: boolean;
  readonly problems: readonly TreeProblem[];
  readonly placeOf: (path: readonly PathPart[], which: "key" | "value") => Place;
}

/** Nodes that a file may have, aliases counted each time they are used: an "anchors bomb" ends here. */
const MAX_NODES = 20_000;
const MAX_DEPTH = 20;

const TEXTS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "is indented with a tab; YAML allows spaces only",
  BAD_ALIAS: "uses an alias (`*name`) whose anchor (`&name`) does not stand above it",
  MULTIPLE_DOCS: "begins a second document; one file holds one",
};

/** Walks nodes into plain values, noting places and faults. */
class TreeWalker {
  readonly problems: TreeProblem[] = [];
  readonly #places = new Map<string, Place>();
  readonly #lines: LineCounter;
  readonly #anchors = new Map<string, Node>();
  #nodes = 0;
  #isStopped = false;

  get isStopped(): boolean {
    return this.#isStopped;
  }

  constructor(lines: LineCounter) {
    this.#lines = lines;
  }

  place(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  placeOf(path: readonly PathPart[], which: "key" | "value"): Place {
    for (let length = path.length; length >= 0; length -= 1) {
      const id = path.slice(0, length).join("\0");
      const found = this.#places.get(`${which}\0${id}`) ?? this.#places.get(`value\0${id}`);
      if (found !== undefined) return found;
    }
    return { line: 1, column: 1 };
  }

  #fault(node: Node | null | undefined, message: string): undefined {
    this.problems.push({ ...this.place(node?.range?.[0] ?? 0), message });
    return undefined;
  }

  #stop(node: Node, message: string): undefined {
    if (!this.#isStopped) this.#fault(node, message);
    this.#isStopped = true;
    return undefined;
  }

  walk(node: Node | null | undefined, path: readonly PathPart[]): unknown {
    if (node === null || node === undefined || this.#isStopped) return null;
    this.#nodes += 1;
    if (this.#nodes > MAX_NODES)
      return this.#stop(node, `expands to more than ${MAX_NODES} values; it holds too many aliases`);
    if (path.length > MAX_DEPTH) return this.#stop(node, `is nested more than ${MAX_DEPTH} levels deep`);
    const id = `value\0${path.join("\0")}`;
    if (!this.#places.has(id)) this.#places.set(id, this.place(node.range?.[0] ?? 0));
    if (isAlias(node)) return this.#alias(node, path);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isScalar(node)) return this.#scalar(node, path);
    if (isSeq(node)) return node.items.map((item, index) => this.walk(item as Node, [...path, index]));
    return isMap(node) ? this.#map(node.items as Pair<Node, Node | null>[], path) : null;
  }

  #alias(node: Alias, path: readonly PathPart[]): unknown {
    const target = this.#anchors.get(node.source);
    if (target === undefined)
      return this.#fault(node, `uses the alias \`*${node.source.slice(0, 40)}\`, which no anchor above it names`);
    return this.walk(target, path);
  }

  /** Variables and versions keep the text as it was written: `1.10` must not become 1.1. */
  #scalar(node: { value: unknown; source?: string }, path: readonly PathPart[]): unknown {
    const isVariable = path[0] === "gates" && TEXT_DEPTHS[String(path[2])] === path.length;
    const isPlainValue =
      typeof node.value === "number" || typeof node.value === "boolean" || typeof node.value === "bigint";
    if (isVariable && isPlainValue) return node.source ?? String(node.value);
    return typeof node.value === "bigint" ? Number(node.value) : node.value;
  }

  #map(items: readonly Pair<Node, Node | null>[], path: readonly PathPart[]): unknown {
    const map: Record<string, unknown> = Object.create(null);
    for (const { key, value } of items) {
      const name = isScalar(key) ? String(key.source ?? key.value) : undefined;
      const fault = name === undefined ? "has a key that is not plain text" : this.#keyFault(map, [...path, name]);
      if (name === undefined || fault !== undefined) {
        this.#fault(key, fault ?? "");
        continue;
      }
      const here = [...path, name];
      const id = `key\0${here.join("\0")}`;
      if (!this.#places.has(id)) this.#places.set(id, this.place(key.range?.[0] ?? 0));
      map[name] = this.walk(value, here);
    }
    return map;
  }

  /** Why a key cannot stand in a map; undefined when it can. */
  #keyFault(map: Readonly<Record<string, unknown>>, here: readonly PathPart[]): string | undefined {
    const name = String(here.at(-1));
    const shown = here.join(".").slice(0, 100);
    if (name === "<<") return "uses a merge key (`<<`), which YAML 1.2 no longer has; write the keys out";
    if (name === "__proto__") return `${shown} is not a key I know`;
    const first = this.#places.get(`key\0${here.join("\0")}`);
    if (!Object.hasOwn(map, name) || first === undefined) return undefined;
    return `${shown} is written twice; the first is in line ${first.line}`;
  }
}

/**
 * Reads YAML 1.2 (core schema) into plain values with places.
 *
 * @param text the file; the caller has checked its size
 * @returns value and places; problems when it is not YAML, too deep, too large when expanded, or has double keys
 */
export function readYamlTree(text: string): YamlTree {
  const parsed = parseYaml(text, MAX_DEPTH);
  if (parsed.kind === "documents") return toTree(parsed.documents, new TreeWalker(parsed.lines));
  const { line, column, message } = parsed;
  return {
    value: undefined,
    isEmpty: false,
    isWhole: false,
    problems: [{ line, column, message }],
    placeOf: () => ({ line: 1, column: 1 }),
  };
}

function toTree(documents: readonly Document.Parsed[], walker: TreeWalker): YamlTree {
  const [document, second] = documents;
  const problems: TreeProblem[] = documents
    .flatMap(({ errors }) => errors)
    .map((error) => ({
      ...walker.place(error.pos[0]),
      message: TEXTS[error.code] ?? `is not YAML: ${error.message.split("\n")[0]?.slice(0, 150)}`,
    }));
  if (second !== undefined) {
    const start = second.range?.[0] ?? 0;
    problems.push({ ...walker.place(start), message: TEXTS["MULTIPLE_DOCS"] ?? "" });
  }
  const contents = document?.contents ?? null;
  const value = problems.length > 0 ? undefined : walker.walk(contents, []);
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null);
  return {
    value,
    isEmpty,
    isWhole: problems.length === 0 && !walker.isStopped,
    problems: withoutRepeats([...problems, ...walker.problems]),
    placeOf: (path, which) => walker.placeOf(path, which),
  };
}

/** The parser finds the same fault on each level that it leaves. */
function withoutRepeats(problems: readonly TreeProblem[]): readonly TreeProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
