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
  type Scalar,
} from "yaml";
import { parseYaml, remembered } from "../documents/index.ts";

/** A node of a YAML file with its line; aliases are unfolded. */
export interface YamlNode {
  /** 1-based. */
  readonly line: number;
  readonly kind: "map" | "list" | "scalar";
  /** Null for maps and lists. */
  readonly value: string | number | boolean | null;
  /** A text that begins on the line below (`|` or `>`). */
  readonly isBlock: boolean;
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly items: readonly YamlNode[];
}

/** A key of a map. */
export interface YamlEntry {
  readonly line: number;
  readonly node: YamlNode;
}

/** A file that was read, or what is wrong with it. */
export type YamlReading =
  | { readonly kind: "node"; readonly node: YamlNode }
  | { readonly kind: "fault"; readonly line: number; readonly message: string };

/** Nodes that a file may have, aliases counted each time they are used: an "anchors bomb" ends here. */
const MAX_NODES = 50_000;
/** GitHub's own files nest 8 levels at most; the parser is slow on deep nesting and must not see such a text. */
const MAX_DEPTH = 40;
const NO_ENTRIES: ReadonlyMap<string, YamlEntry> = new Map();

class Fault extends Error {
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

class Walker {
  readonly #lines: LineCounter;
  readonly #anchors = new Map<string, Node>();
  #nodes = 0;

  constructor(lines: LineCounter) {
    this.#lines = lines;
  }

  lineAt(offset: number): number {
    return Math.max(1, this.#lines.linePos(offset).line);
  }

  walk(node: Node | null | undefined, line: number, depth = 0): YamlNode {
    const offset = node?.range?.[0];
    this.#nodes += 1;
    if (this.#nodes > MAX_NODES) throw new Fault(offset ?? 0, `unfolds to more than ${MAX_NODES} values`);
    if (depth > MAX_DEPTH) throw new Fault(offset ?? 0, `is nested more than ${MAX_DEPTH} levels deep`);
    if (node === null || node === undefined) return scalar(line, null, false);
    const here = offset === undefined ? line : this.lineAt(offset);
    if (isAlias(node)) return this.#alias(node, here, depth);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isScalar(node))
      return scalar(here, scalarValue(node), node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED");
    if (isSeq(node)) {
      const items = node.items.map((item) => this.walk(item as Node, here, depth + 1));
      return { line: here, kind: "list", value: null, isBlock: false, entries: NO_ENTRIES, items };
    }
    return isMap(node) ? this.#map(node.items as Pair<Node, Node | null>[], here, depth) : scalar(here, null, false);
  }

  #alias(node: Alias, line: number, depth: number): YamlNode {
    const target = this.#anchors.get(node.source);
    if (target === undefined)
      throw new Fault(node.range?.[0] ?? 0, `uses \`*${node.source}\`, which no anchor above names`);
    // What an anchor holds stands where the anchor is.
    return this.walk(target, line, depth + 1);
  }

  #map(pairs: readonly Pair<Node, Node | null>[], line: number, depth: number): YamlNode {
    const entries = new Map<string, YamlEntry>();
    for (const { key, value } of pairs) {
      const offset = key?.range?.[0] ?? 0;
      if (!isScalar(key)) throw new Fault(offset, "has a key that is not plain text");
      const name = String(key.value ?? key.source ?? "");
      if (name === "<<") throw new Fault(offset, "uses a merge key (`<<`)");
      if (entries.has(name)) throw new Fault(offset, `has \`${name.slice(0, 60)}\` twice`);
      entries.set(name, { line: this.lineAt(offset), node: this.walk(value, this.lineAt(offset), depth + 1) });
    }
    return { line, kind: "map", value: null, isBlock: false, entries, items: [] };
  }
}

function scalarValue(node: Scalar): string | number | boolean | null {
  const { value } = node;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null || value === undefined ? null : String(value);
}

function scalar(line: number, value: YamlNode["value"], isBlock: boolean): YamlNode {
  return { line, kind: "scalar", value, isBlock, entries: NO_ENTRIES, items: [] };
}

/**
 * Reads YAML 1.2 into nodes with lines. Bounded: deep nesting and aliases that unfold without end are faults.
 *
 * @param text the file; the caller has checked its size
 */
export const readYaml: (text: string) => YamlReading = remembered((text) => {
  const parsed = parseYaml(text, MAX_DEPTH);
  if (parsed.kind === "fault") return fault(parsed.line, parsed.message);
  return toReading(parsed.documents, new Walker(parsed.lines));
});

function toReading([document, second]: readonly Document.Parsed[], walker: Walker): YamlReading {
  const [error] = [...(document?.errors ?? []), ...(second?.errors ?? [])];
  if (error !== undefined) {
    return fault(walker.lineAt(error.pos[0]), `is not YAML: ${error.message.split("\n")[0]?.slice(0, 150)}`);
  }
  if (second !== undefined) return fault(walker.lineAt(second.range?.[0] ?? 0), "begins a second document");
  try {
    return { kind: "node", node: walker.walk(document?.contents, 1) };
  } catch (thrown) {
    if (thrown instanceof Fault) return fault(walker.lineAt(thrown.offset), thrown.message);
    throw thrown;
  }
}

function fault(line: number, message: string): YamlReading {
  return { kind: "fault", line, message };
}

/** @returns the value of a key; undefined when the node is no map or has none */
export function childNode(node: YamlNode | undefined, ...path: readonly string[]): YamlNode | undefined {
  return path.reduce<YamlNode | undefined>((here, key) => here?.entries.get(key)?.node, node);
}

/** @returns the node's text; undefined for maps, lists and nothing */
export function textOf(node: YamlNode | undefined): string | undefined {
  return node === undefined || node.kind !== "scalar" || node.value === null ? undefined : String(node.value);
}

/** @returns the texts of a list, or the one text */
export function textsOf(node: YamlNode | undefined): readonly string[] {
  if (node === undefined) return [];
  return (node.kind === "list" ? node.items : [node]).flatMap((item) => textOf(item) ?? []);
}
