import { TurnpikeError } from "../errors.ts";
import { type ActionContract, outputsOf } from "./action.ts";
import type { Field } from "./fields.ts";
import { describe } from "./render-action.ts";

function cell(value: string): string {
  return value.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, "<br>");
}

function defaultOf(field: Field<unknown>): string {
  if (field.required) return "**required**";
  return field.default === undefined || field.default === "" ? "" : `\`${cell(field.default)}\``;
}

/**
 * @param inputs fields by name
 * @returns a Markdown table, or a sentence when there are none
 */
export function renderInputsTable(inputs: Readonly<Record<string, Field<unknown>>>): string {
  const rows = Object.entries(inputs).map(
    ([name, field]) => `| \`${name}\` | ${field.kind} | ${defaultOf(field)} | ${cell(describe(field))} |`,
  );
  if (rows.length === 0) return "None.";
  return ["| Input | Type | Default | Meaning |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/**
 * @param contract the contract
 * @returns inputs, outputs and permissions as Markdown
 */
export function renderReference(contract: ActionContract): string {
  const outputs = Object.entries(outputsOf(contract)).map(
    ([name, output]) => `| \`${name}\` | ${cell(output.description)} |`,
  );
  const permissions = Object.entries(contract.permissions).map(
    ([scope, need]) => `| \`${scope}: ${need.level}\` | ${need.optional ? "optional" : "needed"} | ${cell(need.why)} |`,
  );
  return [
    "### Inputs",
    renderInputsTable(contract.inputs),
    "### Outputs",
    ["| Output | Meaning |", "| --- | --- |", ...outputs].join("\n"),
    "### Permissions",
    permissions.length === 0
      ? "None."
      : ["| Permission | | What for |", "| --- | --- | --- |", ...permissions].join("\n"),
  ].join("\n\n");
}

/**
 * Puts generated text between `<!-- begin:NAME -->` and `<!-- end:NAME -->` (or `# begin:NAME`, `# end:NAME` in YAML).
 *
 * @param file the whole text
 * @param name the marker's name
 * @param generated what belongs between the markers
 * @returns the text with the block replaced; the markers' own indentation is given to each line
 * @throws TurnpikeError `BUG_UNEXPECTED` when the markers are missing, twice there, or in the wrong order
 */
export function replaceBlock(file: string, name: string, generated: string): string {
  const lines = file.split("\n");
  const begins = lines.flatMap((line, index) => (isMarker(line, `begin:${name}`) ? [index] : []));
  const ends = lines.flatMap((line, index) => (isMarker(line, `end:${name}`) ? [index] : []));
  const [begin, end] = [begins[0], ends[0]];
  if (begin === undefined || end === undefined || begins.length > 1 || ends.length > 1 || end < begin) {
    throw new TurnpikeError(
      "BUG_UNEXPECTED",
      "bug",
      `The markers begin:${name} and end:${name} must stand once each, in this order.`,
    );
  }
  const indent = /^\s*/.exec(lines[begin] ?? "")?.[0] ?? "";
  const block = generated.split("\n").map((line) => (line === "" ? "" : indent + line));
  return [...lines.slice(0, begin + 1), ...block, ...lines.slice(end)].join("\n");
}

function isMarker(line: string, marker: string): boolean {
  const bare = line.trim();
  return bare === `<!-- ${marker} -->` || bare === `# ${marker}`;
}
