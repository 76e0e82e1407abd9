import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { parseAst } from "rolldown/parseAst";

/** One import of one file. */
export interface ImportEdge {
  /** Relative to the root, with `/`. */
  readonly from: string;
  /** Relative to the root, or the name of a package or built-in module. */
  readonly to: string;
  /** True when nothing of it exists at run time. */
  readonly typeOnly: boolean;
  /** True for `import()`. */
  readonly dynamic: boolean;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child);
  }
}

function isTypeOnly(node: Node): boolean {
  if (node["importKind"] === "type" || node["exportKind"] === "type") return true;
  const specifiers = (node["specifiers"] as Node[] | undefined) ?? [];
  return (
    specifiers.length > 0 && specifiers.every((one) => one["importKind"] === "type" || one["exportKind"] === "type")
  );
}

function specifierOf(node: Node): string | undefined {
  const source = node["source"];
  if (!isNode(source) || typeof source["value"] !== "string") return undefined;
  return source["value"];
}

/**
 * @param text TypeScript source
 * @param file its path relative to the root
 * @returns its imports, re-exports and dynamic imports
 */
export function importsOf(text: string, file: string): readonly ImportEdge[] {
  const program = parseAst(text, { lang: "ts", sourceType: "module" }, file) as unknown as Node;
  const edges: ImportEdge[] = [];
  for (const node of walk(program)) {
    if (
      !/^(ImportDeclaration|ExportNamedDeclaration|ExportAllDeclaration|ImportExpression|TSImportType)$/.test(node.type)
    )
      continue;
    const specifier = specifierOf(node);
    if (specifier === undefined) continue;
    const to = specifier.startsWith(".") ? normalize(join(dirname(file), specifier)).replaceAll("\\", "/") : specifier;
    edges.push({
      from: file,
      to,
      typeOnly: node.type === "TSImportType" || isTypeOnly(node),
      dynamic: node.type === "ImportExpression",
    });
  }
  return edges;
}

/**
 * @param root absolute root of the repository
 * @param folder folder below it
 * @returns every import of every TypeScript file there
 */
export function readImportGraph(root: string, folder: string): readonly ImportEdge[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(root, folder, name))
    .filter((path) => path.endsWith(".ts") && statSync(path).isFile());
  return files.flatMap((path) => importsOf(readFileSync(path, "utf8"), relative(root, path).replaceAll("\\", "/")));
}

/**
 * @param edges imports
 * @returns each circle of imports, those of types among them, as a path that ends where it begins
 */
export function findCircles(edges: readonly ImportEdge[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) {
      circles.push([...trail.slice(at), file]);
      return;
    }
    if (done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return circles;
}
