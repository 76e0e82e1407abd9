import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { renderTable, type Styles, styles } from "../../src/adapters/terminal/index.ts";
import { formatDuration } from "../../src/core/summary/index.ts";
import type { DemoPart } from "./console.ts";
import type { DemoRun } from "./results.ts";
import type { DemoCheck } from "./verification.ts";

/** What the last screen is made from. */
export interface ScreenInput {
  readonly parts: readonly DemoPart[];
  readonly result: DemoRun;
  readonly checks: readonly DemoCheck[];
  readonly tag: string;
  /** Wall time of `turnpike run` in ms. */
  readonly roadMs: number;
  readonly stream: NodeJS.WriteStream;
}

function gateRows({ result }: ScreenInput, paint: Styles): readonly (readonly string[])[] {
  const gates = result.verdict?.gates ?? [];
  return gates.map((gate) => {
    const mark = gate.outcome === "passed" ? paint.marks.pass : gate.required ? paint.marks.fail : paint.marks.warn;
    const says = gate.reason ?? result.says[gate.id] ?? "";
    return [mark, gate.id, gate.outcome ?? "not run", formatDuration(gate.durationMs ?? 0), paint.dim(says)];
  });
}

function fileRows({ result }: ScreenInput): readonly (readonly string[])[] {
  const attestations = join(result.artifacts, "turnpike-attestations");
  return [
    ["page", pathToFileURL(result.summaryFile).href],
    ["SBOM", join(attestations, "sbom")],
    ["attestations", join(attestations, "attestations")],
    ["built", join(result.artifacts, "turnpike-build")],
    ["events", join(result.folder, "events")],
    ["logs", join(result.folder, "logs")],
  ];
}

/**
 * The one screen that the demo ends with: what happened, how long it took, where the files are.
 *
 * @param input results
 * @returns text that ends with a line break
 */
export function renderScreen(input: ScreenInput): string {
  const paint = styles(input.stream, process.env);
  const { result, checks } = input;
  const passed = checks.every((check) => check.asExpected);
  const gates = result.verdict?.gates ?? [];
  const sum = gates.reduce((total, gate) => total + (gate.durationMs ?? 0), 0);
  const wall = result.verdict?.durationMs ?? 0;
  const facts = [
    [paint.marks.pass, `${gates.length} gates`, `${formatDuration(wall)}; one after another ${formatDuration(sum)}`],
    [paint.marks.pass, "SBOM", `${result.components} components, from the lock`],
    [paint.marks.pass, "signed", `${result.statements} statements, bound to the commit, verified in the run`],
    ...checks.map((check) => [check.asExpected ? paint.marks.pass : paint.marks.fail, "verify", check.label]),
    [paint.marks.pass, "events", `${result.events} CDEvents in the spool`],
  ];
  const times = [...input.parts.map((part) => [part.name, part.what, formatDuration(part.durationMs)])];
  times.splice(2, 0, ["road", "check, build, sign, gate", formatDuration(input.roadMs)]);
  return [
    "",
    paint.bold(
      `${passed ? paint.marks.pass : paint.marks.fail} orders ${input.tag} took the road: ${result.verdict?.verdict ?? "no verdict"}`,
    ),
    "",
    renderTable(gateRows(input, paint), { indent: 2, right: [3] }),
    "",
    renderTable(facts, { indent: 2 }),
    "",
    paint.bold("How long"),
    renderTable(times, { indent: 2, right: [2] }),
    "",
    paint.bold("Where"),
    renderTable(fileRows(input), { indent: 2 }),
    "",
    "",
  ].join("\n");
}
