import { pad } from "../../adapters/terminal/index.ts";
import type { Look } from "../../adapters/terminal/look.ts";
import { renderTable } from "../../adapters/terminal/table.ts";
import { isOurs, type Proof } from "../../core/first-run/index.ts";
import { isRed } from "../../core/gates/index.ts";
import { countOf, formatDuration, oneLine } from "../../core/summary/index.ts";
import type { TryResult } from "../../local/try/request.ts";
import type { WholeRoad } from "../../local/try/whole-road.ts";
import { gateBlocks, verdictLine } from "../gates/gates-report.ts";
import { environmentText } from "../page/gate-texts.ts";
import { noteTexts } from "../page/note-texts.ts";
import { placeText } from "../page/place-text.ts";

/** `~` for the home folder: shorter, and a shell takes it. */
function homeShort(path: string): string {
  const home = process.env["HOME"] ?? "";
  return home !== "" && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}

const MOST_LEFT_OUT = 8;
const MOST_NOTES = 4;
const MOST_IDS = 6;
const MOST_NAMES = 6;
/** Columns of the names of facts. */
const LABEL = 9;

type Row = readonly [string, string];

function timeText({ times, checked, proofs }: TryResult): string {
  const { copyMs, setUpMs, gatesMs, sequential } = times;
  const ran = checked.verdict.gates.filter(({ durationMs }) => durationMs !== null).length;
  const within = setUpMs === 0 ? "" : `, set-up done after ${formatDuration(setUpMs)} of it`;
  const parts = `copy ${formatDuration(copyMs)}, gates ${formatDuration(gatesMs)}${within}`;
  const unproven = proofs.filter(({ verdict }) => verdict === "unproven").length;
  if (sequential === null) {
    if (unproven > 0) return `${parts}; ${countOf(unproven, "own command")} could not run here, so nothing is compared`;
    return ran < 2 ? parts : `${parts}; \`--prove --all\` measures its own commands one after another`;
  }
  const own = sequential.copyMs + sequential.setUpMs + sequential.commandsMs;
  const ratio = own === 0 ? "" : `; all of it took ${Math.round((times.totalMs / own) * 100)} % of that`;
  return `${parts}; its own commands one after another, copy and set-up included, took ${formatDuration(own)}${ratio}`;
}

/** What was installed; why something was not is said by the gates that need it. */
function setUpRows({ setUp }: TryResult): readonly Row[] {
  const installed = setUp.filter(({ outcome }) => outcome === "installed").map(({ environment }) => environment);
  if (installed.length === 0) return [];
  const names = installed.slice(0, MOST_NAMES).map(environmentText).join(", ");
  const more = installed.length - MOST_NAMES;
  return [["set up", more > 0 ? `${names} and ${more} more` : names]];
}

function sbomText({ sbom }: TryResult): string {
  if (sbom === null) return "none: there is no lock file that says what is in it";
  const locks = sbom.locks.map((path) => oneLine(path, 80)).join(", ");
  const broken = sbom.broken.map(({ path, why }) => `; ${oneLine(path, 80)} cannot be read: ${oneLine(why, 200)}`);
  const counts =
    sbom.components === 0
      ? "no component: nothing is shipped beside the project itself, says"
      : `${countOf(sbom.components, "component")}, ${countOf(sbom.edges, "edge")} from`;
  return sbom.locks.length === 0 ? broken.join("").slice(2) : `${counts} ${locks}${broken.join("")}`;
}

function releaseText({ release }: TryResult): string {
  if (release === null) return "nothing is declared to be built, so nothing would be signed";
  const { command, source, subjects, statements } = release;
  const place = source === null ? "" : ` (${placeText(source)})`;
  const [first = ""] = command.split("\n");
  const files = subjects.map((name) => oneLine(name, 120)).join(", ");
  return `\`${oneLine(first, 200)}\`${place} makes ${files}; signed with ${statements.join(", ")}`;
}

function suggestionText({ planned }: TryResult): string {
  const all = planned.plan.suggestions.map(({ gate }) => oneLine(gate.id, 60));
  const ids = all.length > MOST_IDS ? [...all.slice(0, MOST_IDS - 1), `${all.length - MOST_IDS + 1} more`] : all;
  return `${ids.join(", ")}: not run, because unsure; \`turnpike plan\` says why, and how to switch ${ids.length === 1 ? "it" : "them"} on`;
}

/** What could not be read; all of it stands in `turnpike plan`. */
function shownNotes({ planned }: TryResult): readonly string[] {
  const texts = noteTexts(planned.plan.notes.filter(({ file }) => file !== "."));
  if (texts.length <= MOST_NOTES) return texts;
  const more = countOf(texts.length - MOST_NOTES + 1, "more note");
  return [...texts.slice(0, MOST_NOTES - 1), `and ${more}: \`turnpike plan\``];
}

function factRows(result: TryResult): readonly Row[] {
  const { planned } = result;
  return [
    ["time", timeText(result)],
    ...setUpRows(result),
    ["SBOM", sbomText(result)],
    ["release", releaseText(result)],
    ...(planned.plan.suggestions.length === 0 ? [] : [["suggested", suggestionText(result)] as const]),
    ...(result.checked.installed.remarks ?? []).map((text) => ["note", oneLine(text, 400)] as const),
    ...shownNotes(result).map((text) => ["note", text] as const),
  ];
}

function callerLines({ caller, copy }: Pick<TryResult, "caller" | "copy">, { styles }: Look): readonly string[] {
  const whose = caller.text.includes("OWNER/") ? ", with the owner of your Turnpike" : "";
  if (caller.already.length > 0) {
    return ["", `${styles.bold("On the road already")}  ${styles.dim(`· ${caller.already.join(", ")}`)}`];
  }
  return [
    "",
    `${styles.bold("To have it on every push")}  ${styles.dim(`· paste into ${caller.path}${whose}`)}`,
    "",
    ...caller.text
      .trimEnd()
      .split("\n")
      .map((line) => `    ${styles.cyan(line)}`),
    "",
    // The workflows look at a repository from its top.
    ...(copy.root === copy.top
      ? []
      : [styles.dim("  It checks the whole repository, what is declared for this folder included.")]),
    styles.dim("  Or let it be written, pinned and with its updates: turnpike init"),
  ];
}

function proofLines(id: string, proofs: readonly Proof[], { styles }: Look): readonly string[] {
  const proof = proofs.find((one) => one.id === id);
  if (proof === undefined) return [];
  const text = oneLine(proof.sentence, 800);
  const loud = isOurs(proof)
    ? styles.red(styles.bold(`${text}. Please report it, with both logs: ours and the one that ends in .own.log.`))
    : text;
  return [`  ${loud}`];
}

/** What a proof found about gates that are green under us: they stand in no block of their own. */
function otherProofs({ proofs, checked }: TryResult, look: Look): readonly string[] {
  const green = new Set(
    checked.verdict.gates
      .filter(({ outcome }) => outcome === "passed" || outcome === "flaky-passed")
      .map(({ id }) => id),
  );
  const isOdd = (proof: Proof): boolean =>
    isOurs(proof) || proof.verdict === "other-count" || proof.verdict === "unsteady";
  const odd = proofs.filter((proof) => isOdd(proof) && green.has(proof.id));
  const title = (proof: Proof): string => `${look.styles.marks.warn} ${look.styles.bold(oneLine(proof.id, 80))}`;
  return odd.flatMap((proof) => [title(proof), ...proofLines(proof.id, proofs, look), ""]);
}

/** Why each thing that was seen does not run. */
function seenRows({ planned }: TryResult, { styles }: Look): readonly (readonly string[])[] {
  const { leftOut, plan } = planned;
  const suggested = plan.suggestions.map(({ gate }) => [
    styles.bold(oneLine(gate.id, 40)),
    oneLine(gate.why.replace(/^.*only suggested, because /s, "unsure, because "), 300),
    styles.dim(placeText(gate.source)),
  ]);
  const left = leftOut
    .slice(0, MOST_LEFT_OUT)
    .map((one) => [styles.bold(oneLine(one.kind, 40)), oneLine(one.reason, 300), styles.dim(placeText(one))]);
  return [...suggested, ...left];
}

function nothingLines(result: TryResult, look: Look): readonly string[] {
  const { styles, width } = look;
  const { plan } = result.planned;
  const rows = seenRows(result, look);
  const own = ["    gates:", "      tests:", "        run: make test    # the command that you run before a commit"];
  const switchOn = plan.suggestions.map(({ gate }) => `      ${oneLine(gate.id, 60)}: {}`);
  return [
    `${styles.marks.skip} ${styles.bold("Nothing to check: neither green nor red.")}`,
    "",
    ...(rows.length === 0
      ? ["  Nothing that could be read here says what to run before a change is taken."]
      : ["  Looked at, and not run:", ""]),
    ...(rows.length === 0 ? [] : [renderTable(rows, { width, indent: 2, overflow: "wrap" })]),
    "",
    "  Say in turnpike.yml what is to run, and try again:",
    "",
    ...(switchOn.length === 0 ? own : ["    gates:", ...switchOn]).map((line) => styles.cyan(line)),
  ];
}

/** Not wrapped: it is to be opened. */
function pageLine({ results }: TryResult, { styles }: Look): readonly string[] {
  return results === null ? [] : [`  ${styles.dim(pad("page", LABEL))}  ${homeShort(`${results}/page.html`)}`];
}

/** What helps to believe a red gate, where it was not done. */
function proofHint({ proofs, checked }: TryResult, { styles }: Look): readonly string[] {
  if (proofs.length > 0 || !checked.verdict.gates.some(({ outcome }) => isRed(outcome))) return [];
  return [styles.dim("  Red by its own command too? `turnpike try --prove` runs both, side by side.")];
}

/**
 * What a person reads at the end of a try: what is red, the verdict, what else the road would give, how to have it.
 *
 * @param result the try
 * @param look colours and width
 * @returns lines, each ended
 */
export function renderTry(result: TryResult, look: Look): string {
  const { checked } = result;
  const { styles, width } = look;
  if (checked.run.verdict === "cancelled") {
    const cost = styles.dim(`${formatDuration(result.times.totalMs)} · nothing is left of the copy`);
    return `\n${verdictLine(checked, styles, cost)}\n`;
  }
  const logs = result.results === null ? undefined : homeShort(`${result.results}/logs`);
  const options = { ...look, root: result.copy.root, logs };
  const isNothing = checked.run.verdict === "nothing-to-check";
  const blocks = gateBlocks(checked, options, (id) => proofLines(id, result.proofs, look));
  const rows = factRows(result).map(([name, text]) => [styles.dim(pad(name, LABEL)), text]);
  const total = styles.dim(formatDuration(result.times.totalMs));
  const lines = [
    "",
    ...blocks.flatMap((block) => [block, ""]),
    ...otherProofs(result, look),
    ...(isNothing ? nothingLines(result, look) : [verdictLine(checked, styles, total), ...proofHint(result, look)]),
    "",
    ...(isNothing
      ? []
      : [
          renderTable(rows, { width, indent: 2, overflow: "wrap" }),
          ...pageLine(result, look),
          ...callerLines(result, look),
        ]),
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * What a person reads after the local runner's own report of the whole road.
 *
 * @param road the try
 * @param look colours and width
 * @returns lines, each ended
 */
export function renderRoad(road: WholeRoad, look: Look): string {
  const { styles } = look;
  const kept = road.results === null ? [] : [`  ${styles.dim("page, logs, artifacts")}  ${homeShort(road.results)}`];
  return `${["", ...kept, ...callerLines(road, look)].join("\n")}\n`;
}
