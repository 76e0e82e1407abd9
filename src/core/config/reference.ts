import { configJsonSchema } from "./json-schema.ts";

type Node = Readonly<Record<string, unknown>>;

function asNode(value: unknown): Node {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function typeText(node: Node): string {
  if (Array.isArray(node["anyOf"])) return [...new Set(node["anyOf"].map((one) => typeText(asNode(one))))].join(" or ");
  if (Array.isArray(node["enum"])) return node["enum"].map((word) => `\`${word}\``).join(", ");
  if (node["const"] !== undefined) return `\`${node["const"]}\``;
  if (node["type"] === "array") return "list";
  if (node["type"] === "object") return "map";
  if (node["type"] === "boolean") return "true or false";
  return node["type"] === "number" || node["type"] === "integer" ? "number" : "text";
}

/** An example as it stands in the file: YAML's flow style, without quotes where it needs none. */
function exampleText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(exampleText).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${exampleText(inner)}`);
    return `{ ${pairs.join(", ")} }`;
  }
  const text = String(value);
  return typeof value === "string" && !/^[A-Za-z][\w .:/-]*$|^\d+\w*$/.test(text) ? JSON.stringify(text) : text;
}

function row(key: string, node: Node): string {
  const [example] = Array.isArray(node["examples"]) ? node["examples"] : [];
  const cells = [`\`${key}\``, typeText(node), String(node["description"] ?? ""), `\`${exampleText(example)}\``];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function table(node: Node, prefix: string): string {
  const rows = Object.entries(asNode(node["properties"])).map(([key, value]) => row(prefix + key, asNode(value)));
  return ["| Key | Type | Meaning | Example |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** Several maps in one table. */
function tables(maps: readonly { readonly key: string; readonly node: Node }[]): string {
  const parts = maps.map(({ key, node }) => table(mapBranch(node), `${key}.`).split("\n"));
  return [...(parts[0]?.slice(0, 2) ?? []), ...parts.flatMap((lines) => lines.slice(2))].join("\n");
}

function mapBranch(node: Node): Node {
  const branches = Array.isArray(node["anyOf"]) ? node["anyOf"].map(asNode) : [];
  return branches.find(({ type }) => type === "object") ?? node;
}

/**
 * The tables of docs/turnpike-yml.md, made from the schema.
 *
 * @returns Markdown: the keys of the file, of a gate, and of the maps inside a gate
 */
export function configReference(): string {
  const file = asNode(configJsonSchema());
  const keys = asNode(file["properties"]);
  const gate = mapBranch(asNode(asNode(keys["gates"])["additionalProperties"]));
  const gateKeys = asNode(gate["properties"]);
  return [
    "### The file",
    table(file, ""),
    "`budget` as a map:",
    table(mapBranch(asNode(keys["budget"])), "budget."),
    "### A gate",
    table(gate, ""),
    "The maps inside a gate:",
    tables([
      ...["resources", "when", "retries", "threshold", "waiver"].map((key) => ({ key, node: asNode(gateKeys[key]) })),
      { key: "report", node: asNode(gateKeys["report"]) },
    ]),
  ].join("\n\n");
}
