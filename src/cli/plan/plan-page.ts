import type { Look } from "../../adapters/terminal/look.ts";
import { hanging, renderTable } from "../../adapters/terminal/table.ts";
import type { Planned } from "../../core/detect/index.ts";
import { type Environment, environmentKey, type Gate, type Plan, toolchainKey } from "../../core/gates/index.ts";
import { countOf, formatDuration } from "../../core/summary/format.ts";
import { oneLine } from "../../core/summary/text.ts";
import { environmentText, wayText, workText } from "../page/gate-texts.ts";
import { noteTexts } from "../page/note-texts.ts";
import { placeText } from "../page/place-text.ts";
import { stacked, wideOrStacked } from "../page/wide-or-stacked.ts";
import type { ToolchainRow } from "./toolchain-rows.ts";

const MOST_COMMAND = 300;
const MOST_PLACE = 80;
const MOST_LEFT_OUT = 12;
const MOST_NEVER = 8;
const MOST_NOTES = 12;

function gateTable({ gates, environments }: Plan, look: Look): string {
  const shared = new Map(environments.map((one) => [environmentKey(one), one]));
  const rows = gates.map((gate) => [
    oneLine(gate.id, MOST_PLACE),
    workText(gate),
    gate.required ? "required" : "advisory",
    wayText(gate),
    gate.environment === null ? "–" : environmentText(shared.get(environmentKey(gate.environment)) ?? gate.environment),
  ]);
  return wideOrStacked(rows, { ...look, head: ["gate", "command", "level", "declared in", "environment"] });
}

function heading(plan: Plan, { styles }: Look): string {
  const budget = `budget ${formatDuration(plan.budget.totalMs)}${plan.budget.enforce ? ", enforced" : ""}`;
  if (plan.gates.length === 0) return `${styles.marks.warn} ${styles.bold("Nothing to check here.")}`;
  const advisory = plan.gates.filter(({ required }) => !required).length;
  const counts = [countOf(plan.gates.length, "gate"), ...(advisory === 0 ? [] : [`${advisory} of them advisory`])];
  return `${styles.bold(counts.join(", "))}  ${styles.dim(`· ${budget} · nothing was run`)}`;
}

function becauseText({ why }: Gate): string {
  return oneLine(why.replace(/^.*only suggested, because /s, "because "), 300);
}

function suggestionLines({ suggestions }: Plan, look: Look): readonly string[] {
  if (suggestions.length === 0) return [];
  const { styles } = look;
  const entries = suggestions.map(({ gate }) => ({
    name: oneLine(gate.id, MOST_PLACE),
    texts: [workText(gate), styles.dim(`${wayText(gate)} · ${becauseText(gate)}`)],
  }));
  const ids = suggestions.map(({ enable }) => enable.split("\n")[1] ?? "");
  return [
    "",
    `${styles.bold("Suggested")}  ${styles.dim("· never run until turnpike.yml switches them on")}`,
    stacked(entries, look),
    "",
    styles.dim("  turnpike.yml"),
    styles.cyan("    gates:"),
    ...ids.map((line) => styles.cyan(`    ${oneLine(line, MOST_PLACE).replace(/^/, "  ")}`)),
  ];
}

/** What is run to install an environment. */
function installText({ manager, cwd, groups, extras, lock, recipe, options: more = [] }: Environment): string {
  const where = cwd === "." ? "" : `  (in ${oneLine(cwd, MOST_PLACE)})`;
  if (recipe !== undefined) {
    const python = recipe.python === null ? "" : `Python ${recipe.python}: `;
    const installs = recipe.installs.map(({ words }) => words.join(" ")).join(" && ");
    return oneLine(`${python}${installs === "" ? "nothing beyond Python" : installs}`, MOST_COMMAND) + where;
  }
  if (lock === null) return `${manager} alone, without packages: there is no lock${where}`;
  const options = [...groups.map((name) => `--group ${name}`), ...extras.map((name) => `--extra ${name}`), ...more];
  return oneLine(manager === "uv" ? ["uv sync --locked", ...options].join(" ") : `${manager} ci`, MOST_COMMAND) + where;
}

function setUpLines(plan: Plan, look: Look, toolchains: readonly ToolchainRow[]): readonly string[] {
  const setUp = plan.environments.map((environment) => [
    "set-up",
    installText(environment),
    oneLine(environment.recipe === undefined ? (environment.lock ?? "") : environment.recipe.name, MOST_PLACE),
  ]);
  const { build } = plan;
  const made =
    build === null
      ? []
      : [["build", oneLine(build.run, MOST_COMMAND), build.source === null ? "" : placeText(build.source)]];
  const asked = new Set(plan.gates.flatMap((gate) => (gate.toolchains ?? []).map(toolchainKey)));
  const runsOn = toolchains
    .filter(({ key }) => asked.has(key))
    .map(({ wish, where, text }) => ["toolchain", `${wish}: ${text}`, where]);
  const rows = [...runsOn, ...setUp, ...made];
  return rows.length === 0 ? [] : ["", wideOrStacked(rows, look)];
}

/** What publishes or deploys is named, so that nobody wonders whether it runs. */
function neverLines({ neverRun = [] }: Plan, { styles, width }: Look): readonly string[] {
  if (neverRun.length === 0) return [];
  const rows = neverRun
    .slice(0, MOST_NEVER)
    .map((one) => [oneLine(one.text, 120), styles.dim(placeText(one).replace(/^\.github\/workflows\//, ""))]);
  const more = neverRun.length - rows.length;
  return [
    "",
    `${styles.bold("Never run")}  ${styles.dim("· publishes, deploys, or changes what others see")}`,
    renderTable(rows, { width, indent: 2, overflow: "wrap" }),
    ...(more > 0 ? [styles.dim(`  and ${more} more`)] : []),
  ];
}

/** Where nothing runs, people want to know what was looked at. */
function leftOutLines({ plan, leftOut }: Planned, { styles, width }: Look): readonly string[] {
  if (plan.gates.length > 0 || leftOut.length === 0) return [];
  const rows = leftOut
    .slice(0, MOST_LEFT_OUT)
    .map((one) => [styles.bold(oneLine(one.kind, 40)), oneLine(one.reason, 200), styles.dim(placeText(one))]);
  const more = leftOut.length - rows.length;
  return [
    "",
    `${styles.bold("Looked at")}  ${styles.dim("· and left out")}`,
    renderTable(rows, { width, indent: 2, overflow: "wrap" }),
    ...(more > 0 ? [styles.dim(`  and ${more} more`)] : []),
  ];
}

/** What is said of the whole stands in the heading where there is nothing to check. */
function isOfFile({ file }: Plan["notes"][number]): boolean {
  return file !== ".";
}

/** A command that nobody guessed is the only thing that helps then. */
function ownGateLines({ gates, suggestions }: Plan, { styles }: Look): readonly string[] {
  if (gates.length + suggestions.length > 0) return [];
  const lines = ["gates:", "  tests:", "    run: make test    # the command that you run before a commit"];
  return [
    "",
    "  Nothing that could be read here says what to run before a change is taken. Say it:",
    "",
    styles.dim("  turnpike.yml"),
    ...lines.map((line) => `    ${styles.cyan(line)}`),
  ];
}

function noteLines({ notes, gates, suggestions }: Plan, { styles, width }: Look): readonly string[] {
  if (notes.length === 0) return [];
  const texts = noteTexts(gates.length === 0 && suggestions.length === 0 ? notes.filter(isOfFile) : notes);
  const lines = texts.slice(0, MOST_NOTES).map((text) => `${styles.marks.warn} ${hanging(text, width, 2)}`);
  const more = texts.length - lines.length;
  return ["", ...lines, ...(more > 0 ? [styles.dim(`  and ${more} more: turnpike plan --json lists all`)] : [])];
}

/**
 * @param planned the plan
 * @param look colours and width
 * @param toolchains what gates ask for, and what this machine has of it
 * @returns the page of `turnpike plan`, ending with a line feed
 */
export function renderPlan(planned: Planned, look: Look, toolchains: readonly ToolchainRow[] = []): string {
  const { plan } = planned;
  const lines = [
    heading(plan, look),
    ...(plan.gates.length === 0 ? [] : ["", gateTable(plan, look)]),
    ...setUpLines(plan, look, toolchains),
    ...suggestionLines(plan, look),
    ...leftOutLines(planned, look),
    ...ownGateLines(plan, look),
    ...neverLines(plan, look),
    ...noteLines(plan, look),
  ];
  return `${lines.join("\n")}\n`;
}
