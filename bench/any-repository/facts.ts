import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { countTests, type Proof, type TryDocument } from "../../src/core/first-run/index.ts";
import { toTable } from "../table.ts";

// What Turnpike finds in real repositories, and whether it is right: every gate is run by us and by the repository's own
// command after a set-up of its own, and the two are compared. The table of facts lets the next person repeat it.
//
// Where a machine lacks what the own command needs (the newest Python, hooks from their hosts), the same check by hand
// stands in by-hand.json, by repository and gate, and is run in a fresh clone.
//
//   node bench/any-repository/facts.ts CLONE … [--facts bench/any-repository/facts.md]
const turnpike = process.env["TURNPIKE"] ?? fileURLToPath(new URL("../../dist/turnpike.js", import.meta.url));
const byHand = JSON.parse(readFileSync(new URL("by-hand.json", import.meta.url), "utf8")) as Readonly<
  Record<string, Readonly<Record<string, string>>>
>;
const args = process.argv.slice(2);
const at = args.indexOf("--facts");
const factsFile = at === -1 ? undefined : args[at + 1];
const clones = args.filter((arg, index) => !arg.startsWith("--") && (at === -1 || index !== at + 1));

interface Facts {
  readonly repository: string;
  readonly commit: string;
  readonly document: TryDocument;
}

function git(folder: string, ...words: string[]): string {
  return execFileSync("git", ["-C", folder, ...words], { encoding: "utf8" }).trim();
}

/** `owner/name` of the clone's origin; a mirror's folder is called `owner+name`. */
function nameOf(folder: string): string {
  const url = spawnSync("git", ["-C", folder, "remote", "get-url", "origin"], { encoding: "utf8" }).stdout.trim();
  const mirrored = /([\w.-]+)\+([\w.-]+)\/[^/]+\/?$/.exec(url);
  if (mirrored !== null) return `${mirrored[1]}/${mirrored[2]}`;
  return /([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(url)?.[1] ?? basename(folder);
}

/** What a person types instead, in a clone of its own. */
function proveByHand(folder: string, proof: Proof, command: string, redBeside: boolean): Proof {
  const clone = mkdtempSync(join(tmpdir(), "turnpike-by-hand-"));
  execFileSync("git", ["clone", "-q", folder, clone]);
  const begin = performance.now();
  const { status, stdout } = spawnSync("bash", ["-c", `(${command}) 2>&1`], {
    cwd: clone,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  rmSync(clone, { recursive: true, force: true });
  const ownTests = countTests(stdout)?.tests ?? null;
  // One command may stand for several gates, and is red when one of them is.
  const isRed = proof.ourExitCode !== 0 || redBeside;
  const isSameColor = (status === 0) === !isRed;
  const isSameCount = ownTests === null || proof.ourTests === null || ownTests === proof.ourTests;
  const differs = proof.ourExitCode === 0 ? "ours-is-blind" : "ours-is-wrong";
  const verdict = isSameColor ? (isSameCount ? "agrees" : "other-count") : differs;
  return { ...proof, command, verdict, ownExitCode: status, ownTests, ownMs: performance.now() - begin };
}

function withHand(folder: string, repository: string, document: TryDocument): TryDocument {
  const proofs = document.trial.proofs.map((proof) => {
    const command = byHand[repository]?.[proof.id];
    const same = document.trial.proofs.filter((one) => byHand[repository]?.[one.id] === command);
    const redBeside = same.some(({ ourExitCode }) => ourExitCode !== 0);
    if (proof.verdict !== "unproven" || command === undefined) return proof;
    return proveByHand(folder, proof, command, redBeside);
  });
  return { ...document, trial: { ...document.trial, proofs } };
}

function examine(folder: string): Facts | string {
  const words = [turnpike, "try", folder, "--prove", "--all", "--json"];
  const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
  try {
    const repository = nameOf(folder);
    const document = withHand(folder, repository, JSON.parse(stdout) as TryDocument);
    return { repository, commit: git(folder, "rev-parse", "--short=12", "HEAD"), document };
  } catch {
    return stderr.trim().split("\n").slice(-3).join(" ");
  }
}

const MARKS = {
  agrees: "=",
  "ours-is-wrong": "FALSE RED",
  "ours-is-blind": "FALSE GREEN",
  "other-count": "OTHER TESTS",
  unsteady: "flaky",
  unproven: "not proven",
} as const;

interface Row {
  readonly gate: string;
  readonly source: string;
  readonly command: string;
  readonly ours: string;
  readonly own: string;
  readonly tests: string;
  readonly mark: string;
}

function rowsOf({ document }: Facts): readonly Row[] {
  return document.gates
    .filter(({ declared }) => declared)
    .map((gate) => {
      const proof = document.trial.proofs.find(({ id }) => id === gate.id);
      const tests =
        proof?.ourTests == null && proof?.ownTests == null ? "" : `${proof.ourTests ?? "?"} / ${proof.ownTests ?? "?"}`;
      return {
        gate: gate.id,
        source: `${gate.source.file}:${gate.source.line}`,
        command: proof?.command ?? gate.command,
        ours: gate.outcome ?? "not run",
        own: proof === undefined ? "not run" : proof.ownExitCode === null ? "–" : `exit ${proof.ownExitCode}`,
        tests,
        mark: proof === undefined ? "not proven" : MARKS[proof.verdict],
      };
    });
}

function ratioOf({ document }: Facts): string {
  const { times, proofs } = document.trial;
  const { totalMs, sequential } = times;
  if (proofs.length === 0 || proofs.some(({ verdict }) => verdict === "unproven")) return "–";
  // Where a command by hand stood in, set-up and copy are not known, so ours looks longer than it is.
  if (sequential === null) {
    const once = new Map(proofs.map(({ command, ownMs }) => [command, ownMs]));
    return (totalMs / [...once.values()].reduce((sum, ms) => sum + ms, 0)).toFixed(2);
  }
  return (totalMs / (sequential.copyMs + sequential.setUpMs + sequential.commandsMs)).toFixed(2);
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ").slice(0, 100);
}

const HEAD = `# What was found in public repositories

Each gate was run by Turnpike and by the repository's own command, each after a set-up of its own, by
\`node bench/any-repository/facts.ts CLONE … --facts bench/any-repository/facts.md\`. \`=\` means that both say the same.
Tests are counted by our report and by the output of the repository's own command. The ratio is all of \`turnpike try\`
against a copy, set-up and own commands one after another, each command once; where a command of by-hand.json stood in
for one that cannot run on the machine, against the commands alone. \`–\`: one could not run at all.

`;

function sectionOf(facts: Facts): string {
  const { suggestions, notes } = countsOf(facts);
  const rows = rowsOf(facts).map((row) => `| ${Object.values(row).map(cell).join(" | ")} |`);
  const table = [
    "| gate | declared in | command | ours | its own | tests, ours / its own | |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
  ];
  return [
    `## ${facts.repository} at ${facts.commit}`,
    "",
    `${suggestions} suggested, ${notes} notes; try / own commands one after another: ${ratioOf(facts)}`,
    "",
    ...(rows.length === 0 ? ["Nothing that it declares can be checked."] : table),
    "",
  ].join("\n");
}

/** What is known of other repositories stays. */
function writeFacts(file: string, all: readonly Facts[]): void {
  const before = existsSync(file)
    ? readFileSync(file, "utf8")
        .split(/^(?=## )/m)
        .slice(1)
    : [];
  const known = new Map(before.map((section) => [/^## (\S+)/.exec(section)?.[1] ?? "", `${section.trimEnd()}\n`]));
  for (const facts of all) known.set(facts.repository, sectionOf(facts));
  writeFileSync(file, `${HEAD}${[...known.values()].join("\n")}`);
}

function countsOf({ document }: Facts): { readonly suggestions: number; readonly notes: number } {
  return { suggestions: document.gates.filter(({ declared }) => !declared).length, notes: document.notes.length };
}

const all: Facts[] = [];
for (const clone of clones.map((path) => resolve(path))) {
  const facts = existsSync(clone) ? examine(clone) : "is not there";
  if (typeof facts === "string") {
    console.log(`${basename(clone)}: ${facts}`);
    continue;
  }
  all.push(facts);
  const { suggestions, notes } = countsOf(facts);
  console.log(
    `\n${facts.repository} ${facts.commit}: ${facts.document.verdict}; ${suggestions} suggested, ${notes} notes; ratio ${ratioOf(facts)}`,
  );
  const head = ["gate", "declared in", "command", "ours", "own", "tests", ""];
  console.log(
    toTable([head, ...rowsOf(facts).map((row) => Object.values(row).map((text: string) => text.slice(0, 60)))]),
  );
  if (factsFile !== undefined) writeFacts(factsFile, all);
}
const marks = all.flatMap(rowsOf).map(({ mark }) => mark);
const count = (mark: string) => marks.filter((one) => one === mark).length;
console.log(
  `\n${all.length} repositories, ${marks.length} gates: ${count("=")} equal, ${count("FALSE RED")} false reds, ${count("FALSE GREEN")} false greens, ${count("OTHER TESTS")} of other tests, ${count("not proven")} not proven`,
);
if (clones.length === 0) console.log("skipped: name clones of public repositories");
