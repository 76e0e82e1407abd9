import type { Look } from "../../adapters/terminal/look.ts";
import { renderTable } from "../../adapters/terminal/table.ts";
import { nearestName } from "../../contract/parse.ts";
import { commandLine, kindOf, type LeftOut, type Planned, runLine } from "../../core/detect/index.ts";
import { type Gate, toolchainKey } from "../../core/gates/index.ts";
import { countOf, formatBytes, formatDuration } from "../../core/summary/format.ts";
import { oneLine, plainText } from "../../core/summary/text.ts";
import { TurnpikeError } from "../../errors.ts";
import { placeText } from "../page/place-text.ts";
import { ruleRows } from "./plan-rules.ts";
import type { ToolchainRow } from "./toolchain-rows.ts";

const MOST = 2000;

const CERTAINTIES = {
  certain: "the text says so",
  likely: "a convention of its tool was needed to read it",
  unsure: "something in it is known only when it runs",
} as const;

function environmentText({ environment }: Gate): string {
  if (environment === null) return "none";
  const { manager, cwd, groups, extras, recipe } = environment;
  if (recipe !== undefined) {
    const python = recipe.python === null ? "any Python" : `Python ${recipe.python}`;
    const installs = recipe.installs
      .map(({ words, source }) => `${words.join(" ")} (${placeText(source)})`)
      .join(", then ");
    const what = manager === "venv" ? `${recipe.name}, an environment outside of the tree with ${python}: ` : "";
    return oneLine(`${what}${installs === "" ? "nothing installed" : installs}`, MOST);
  }
  const parts = [...groups.map((name) => `group ${name}`), ...extras.map((name) => `extra ${name}`)];
  return oneLine(`${manager} in ${cwd}${parts.length === 0 ? "" : ` with ${parts.join(", ")}`}`, MOST);
}

function exitText({ exitCodes }: Gate): string {
  if (exitCodes === null) return "0 passes; the tool is not known, so everything else fails";
  return `${exitCodes.clean.join(", ")} is clean, ${exitCodes.findings.join(", ")} has findings, anything else is the tool's own trouble`;
}

/** Toolchains of a gate, each with what this machine has of it. */
function toolchainFacts(
  { toolchains = [] }: Gate,
  rows: readonly ToolchainRow[],
): readonly (readonly [string, string])[] {
  return toolchains.map((wish) => {
    const row = rows.find((one) => one.key === toolchainKey(wish));
    const text = row === undefined ? "" : `: ${row.text}`;
    return ["runs on", oneLine(`${wish.language} ${wish.version}, from ${placeText(wish.source)}${text}`, MOST)];
  });
}

function facts(gate: Gate, rows: readonly ToolchainRow[]): readonly (readonly [string, string])[] {
  const env = Object.entries(gate.env).map(([name, value]) => `${name}=${value}`);
  const reports = gate.reports.map(
    ({ format, path, fromStdout }) => `${format} at ${path}${fromStdout === true ? " (its standard output)" : ""}`,
  );
  const needs = gate.memoryBytes === null ? "" : `, ${formatBytes(gate.memoryBytes)}`;
  return [
    ["command", plainText(commandLine(gate))],
    ["runs as", plainText(runLine(gate))],
    ["in", oneLine(gate.cwd, MOST)],
    ...(env.length === 0 ? [] : [["with", oneLine(env.join(" "), MOST)] as const]),
    [gate.declared ? "declared in" : "seen in", placeText(gate.source)],
    ...(gate.chain ?? []).map(
      (step, index) =>
        [
          index === 0 ? "the way" : "",
          oneLine(`${placeText(step)} runs ${(step.text.split("\n")[0] ?? "").trim()}`, MOST),
        ] as const,
    ),
    ...(gate.certainty === undefined ? [] : [["certainty", CERTAINTIES[gate.certainty]] as const]),
    ["why", oneLine(gate.why, MOST)],
    ["packages", environmentText(gate)],
    ...toolchainFacts(gate, rows),
    ["order", `${gate.tier}${gate.needs.length === 0 ? "" : `, after ${gate.needs.join(", ")}`}`],
    [
      "takes",
      `${countOf(gate.cpu, "core")}${needs}, at most ${formatDuration(gate.timeoutMs)}${gate.locks.length === 0 ? "" : `, alone with ${gate.locks.join(", ")}`}`,
    ],
    ["report", reports.length === 0 ? "none; the exit code decides" : oneLine(reports.join("; "), MOST)],
    ["exit codes", exitText(gate)],
    ["if it cannot judge", gate.inconclusive === "fail" ? "the run is an error" : "a warning; on a release an error"],
    ...ruleRows(gate),
    ...(gate.owner === undefined ? [] : [["owner", oneLine(gate.owner, MOST)] as const]),
    ...(gate.docs === undefined ? [] : [["read", oneLine(gate.docs, MOST)] as const]),
  ];
}

function gateLines(
  gate: Gate,
  enable: string | undefined,
  { styles, width }: Look,
  toolchains: readonly ToolchainRow[],
): readonly string[] {
  const state = enable !== undefined ? "suggested, does not run" : gate.required ? "required" : "advisory";
  const rows = facts(gate, toolchains).map(([name, value]) => [styles.dim(name), value]);
  return [
    `${styles.bold(oneLine(gate.id, MOST))}  ${styles.dim(`· ${gate.tool === null ? "" : `${gate.tool}, `}${state}`)}`,
    renderTable(rows, { width, indent: 2, overflow: "wrap" }),
    ...(enable === undefined
      ? []
      : [
          "",
          styles.dim("  To switch it on, in turnpike.yml:"),
          styles.cyan(plainText(enable).replaceAll(/^/gm, "    ")),
        ]),
  ];
}

function leftOutLines(title: string, leftOut: readonly LeftOut[], { styles, width }: Look): readonly string[] {
  if (leftOut.length === 0) return [];
  const rows = leftOut.map((one) => [
    `${styles.marks.skip} ${oneLine(one.what, 80)}`,
    styles.dim(placeText(one)),
    oneLine(one.reason, 300),
  ]);
  return ["", styles.bold(title), renderTable(rows, { width, indent: 2, overflow: "wrap" })];
}

/**
 * @param planned the plan and what was left out
 * @param id a gate's id, or a kind of gates
 * @param look colours and width
 * @param toolchains what gates ask for, and what this machine has of it
 * @returns the page of `turnpike plan --explain`, ending with a line feed
 * @throws TurnpikeError `PLAN_UNKNOWN_GATE` when nothing of that name was even considered
 */
export function renderExplanation(
  { plan, leftOut }: Planned,
  id: string,
  look: Look,
  toolchains: readonly ToolchainRow[] = [],
): string {
  const all = [
    ...plan.gates.map((gate) => ({ gate, enable: undefined })),
    ...plan.suggestions.map(({ gate, enable }) => ({ gate, enable })),
  ];
  const exact = all.filter(({ gate }) => gate.id === id);
  const chosen = exact.length > 0 ? exact : all.filter(({ gate }) => kindOf(gate.id) === id);
  const kind = kindOf(chosen[0]?.gate.id ?? id);
  const others = all.filter(({ gate }) => kindOf(gate.id) === kind && !chosen.some((one) => one.gate === gate));
  const passedOver = leftOut.filter((one) => one.kind === kind);
  if (chosen.length === 0 && passedOver.length === 0) {
    const known = all.map(({ gate }) => gate.id);
    const nearest = nearestName(id, [...known, ...known.map(kindOf), ...leftOut.map((one) => one.kind)]);
    const advice =
      nearest === undefined
        ? `There are ${known.length === 0 ? "none" : known.join(", ")}.`
        : `Did you mean ${nearest}?`;
    throw new TurnpikeError(
      "PLAN_UNKNOWN_GATE",
      "config",
      `There is no gate "${oneLine(id, 80)}" here. ${oneLine(advice, 1000)}`,
    );
  }
  const lines = [
    ...(chosen.length === 0 ? [look.styles.bold(`No gate ${oneLine(id, 80)} here.`)] : []),
    ...chosen.flatMap(({ gate, enable }, index) => [
      ...(index === 0 ? [] : [""]),
      ...gateLines(gate, enable, look, toolchains),
    ]),
    ...(others.length === 0
      ? []
      : ["", look.styles.dim(`Also ${kind}: ${oneLine(others.map(({ gate }) => gate.id).join(", "), MOST)}`)]),
    ...leftOutLines("Considered and left out", passedOver, look),
  ];
  return `${lines.join("\n")}\n`;
}
