import { dirname, relative } from "node:path/posix";
import { fromRoot, shellLine, shellWord } from "../../../contract/index.ts";
import { CHECKOUT_VARIABLE, checkoutWord, languagesOf, SITE_PACKAGES } from "../../declarations/index.ts";
import { asTable, asText } from "../../documents/index.ts";
import type { GateStep, ReportSpec } from "../../gates/index.ts";
import type { Draft } from "../draft.ts";
import { isAtLeast } from "../python/versions.ts";
import { isOfNode } from "../toolchains.ts";
import { STATIC } from "./blockers.ts";
import { callLine } from "./call-line.ts";
import type { Candidate } from "./candidates.ts";
import { commandKey, gateVariables, type Merged } from "./merge-candidates.ts";
import type { Step } from "./resolve.ts";
import type { CheckingTool, ReportWay } from "./rules/use.ts";

/** @returns what tells a merged command from all others of the plan */
function keyOf(candidate: Candidate): string {
  return `${commandKey(candidate)}\0${JSON.stringify(candidate.chosen.environment)}`;
}

function insertBefore(words: readonly string[], more: readonly string[]): readonly string[] {
  const end = words.indexOf("--");
  return end === -1 ? [...words, ...more] : [...words.slice(0, end), ...more, ...words.slice(end)];
}

/** Version that an install command names, or undefined. */
function pinnedVersion({ chosen }: Candidate, tool: string): string | undefined {
  const words = [
    ...(chosen.environment?.recipe?.installs ?? []).flatMap((install) => install.words),
    ...chosen.run.slice(0, 3),
  ];
  const escaped = tool.replaceAll(/[^A-Za-z0-9-]/g, "");
  const pattern = new RegExp(`^${escaped}(?:\\[[^\\]]*\\])?(?:==|~=|<=?|@)v?(\\d[\\d.]*)`);
  return words.map((word) => pattern.exec(word)?.[1]).find((version) => version !== undefined);
}

/** The way to a report, when the command leaves it to us and the version can do it. */
function reportWay(candidate: Candidate, lockedVersion: (tool: string) => string | undefined): ReportWay | undefined {
  const { tool, situation, chosen, followUps } = candidate;
  const { report } = tool;
  const words = situation.step.launched?.own ?? [];
  if (report === undefined || situation.step.launched === null || words.some((word) => report.own.test(word)))
    return undefined;
  if (report.fromStdout === true && followUps.length > 0) return undefined;
  if (report.since === undefined) return report;
  if (tool.ecosystem === "node") return isNewInNode(candidate, report.since) ? report : undefined;
  const version = chosen.environment?.manager === "uv" ? lockedVersion(tool.tool) : pinnedVersion(candidate, tool.tool);
  // Without a pin the newest is installed; through requirement files it may be any.
  const isNew =
    version === undefined
      ? chosen.environment?.manager !== "uv" && namesIt(candidate)
      : isAtLeast(version, ...report.since);
  return isNew ? report : undefined;
}

const SECTIONS = ["dependencies", "devDependencies", "optionalDependencies"];

/** True when package.json asks for such a version of the tool, or for one that a catalog or a tag names. */
function isNewInNode({ situation: { scene, step }, tool }: Candidate, since: readonly number[]): boolean {
  const documents = [scene.manifestIn(step.command.cwd), scene.packageAt(step.command.cwd)?.pack.document ?? {}];
  const ranges = documents.flatMap((one) => SECTIONS.map((section) => asText(asTable(one[section])[tool.tool])));
  const range = ranges.find((one) => one !== undefined);
  const version = /\d+(?:\.\d+)*/.exec(range ?? "")?.[0];
  return range !== undefined && (version === undefined || isAtLeast(version, ...since));
}

function namesIt({ chosen, tool, situation }: Candidate): boolean {
  // What hatch and conda install may be any version.
  const isOthers = /^(?:hatch|conda|mamba|micromamba|pixi) run$/.test(
    situation.step.launched?.launchers.at(-1)?.name ?? "",
  );
  if (chosen.environment === null) return !isOthers;
  return (chosen.environment.recipe?.installs ?? []).some(({ words }) =>
    words.some((word) => word === tool.tool || word.startsWith(`${tool.tool}[`) || word.startsWith(`${tool.tool}>`)),
  );
}

const REPORTS = "${reports}";

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** What the shell puts in for {@link SITE_PACKAGES}. */
const SITE = "${site_packages}";
const ASK_SITE = ["python", "-c", "import site; print(site.getsitepackages()[0])"];

/** One word for bash; the folders of reports and of packages stay variables. */
function quoted(word: string): string {
  if (!word.includes(REPORTS) && !word.includes(SITE_PACKAGES)) return shellWord(word);
  return `"${word.replaceAll(SITE_PACKAGES, SITE).replaceAll(/[`"\\]|\$(?!\{(?:reports|site_packages)\})/g, "\\$&")}"`;
}

/** Folder of tox's own that it would make and run in; undefined when the command runs in a folder that is there. */
function toxFolder({ situation }: Candidate): { readonly root: string; readonly below: string } | undefined {
  const { step, run } = situation;
  const [, root = ".", below] = /^(?:(.+)\/)?(\.tox(?:\/.*)?)$/.exec(step.launched?.cwd ?? step.command.cwd) ?? [];
  return run.home.system !== "tox" || below === undefined ? undefined : { root, below };
}

/** Folders that the declaration makes before a command which may want them; what only reads sources does not. */
function folderLine({ tool, situation }: Candidate): readonly string[] {
  const { state, scene, step } = situation;
  const missing = STATIC.has(tool.kind) ? [] : state.folders.filter((path) => !scene.hasPath(path));
  const cwd = step.launched?.cwd ?? step.command.cwd;
  return missing.length === 0 ? [] : [shellLine(["mkdir", "-p", ...missing.map((path) => relative(cwd, path))])];
}

/** What a shell has to do before the command. */
function beforeLine(candidate: Candidate, launcher: readonly string[], line: string): readonly string[] {
  const folder = toxFolder(candidate)?.below;
  return [
    ...(folder === undefined ? folderLine(candidate) : []),
    ...(folder === undefined ? [] : [`mkdir -p ${shellWord(folder)}`, `cd ${shellWord(folder)}`]),
    ...(line.includes(SITE) ? [`site_packages="$(${shellLine([...launcher, ...ASK_SITE])})"`] : []),
  ];
}

function followUpLine(candidate: Candidate, step: Step): string {
  const own = candidate.situation.step.launched?.own.length ?? 0;
  const before = candidate.chosen.run.slice(0, candidate.chosen.run.length - own);
  return [...before, ...(step.launched?.own ?? [])].map(quoted).join(" ");
}

function runOf(candidate: Candidate, way: ReportWay | undefined): Draft["run"] {
  const { situation, chosen, followUps } = candidate;
  if (situation.step.launched === null) {
    return () => inEnvironment(candidate, situation.step.command.text.trim());
  }
  const { name, system } = situation.run.home;
  // Folders of tox and nox are not there, since neither is started.
  const folder = system === "tox" || system === "nox" ? new RegExp(`\\.[tn]ox/${escaped(name)}/`, "g") : undefined;
  return (slug) => {
    const more = way === undefined ? [] : way.args(`${REPORTS}/${slug}.${way.extension}`);
    const moved = folder === undefined ? chosen.run : chosen.run.map((word) => word.replaceAll(folder, `${REPORTS}/`));
    // pytest makes this folder, but none above it.
    const own = moved.map((word) => word.replace(/^--basetemp=\.[tn]ox\/.+$/, `--basetemp=${REPORTS}/tmp`));
    const words = insertBefore(own, more);
    const line = words.map(quoted).join(" ");
    const launcher = chosen.run.slice(
      0,
      chosen.run.length - (situation.step.launched?.own.length ?? 0) - situation.step.passedOn.length,
    );
    const before = beforeLine(candidate, launcher, line);
    if (followUps.length === 0 && before.length === 0) return words;
    return [...before, line, ...followUps.map((step) => followUpLine(candidate, step))].join(" && ");
  };
}

/** A shell text in the environment that its tools need. */
function inEnvironment({ chosen }: Candidate, text: string): string | readonly string[] {
  return chosen.environment?.manager === "uv"
    ? ["uv", "run", "--no-sync", "bash", "-eo", "pipefail", "-c", text]
    : text;
}

/** JUnit that the command writes by itself is read where it lies. */
function ownReport({ situation, tool }: Candidate): ReportSpec | undefined {
  const words = situation.step.launched?.own ?? [];
  if (tool.report?.format !== "junit" || tool.tool !== "pytest") return undefined;
  const index = words.findIndex((word) => /^--junit-?xml/.test(word));
  const path = words[index]?.includes("=") === true ? words[index]?.replace(/^[^=]*=/, "") : words[index + 1];
  return index === -1 || path === undefined || path === "" || path.startsWith("/")
    ? undefined
    : { format: "junit", path };
}

function coresOf({ situation, tool }: Candidate): number | undefined {
  const line = (situation.step.launched?.own ?? []).join(" ");
  const workers =
    tool.tool === "pytest" ? /(?:^|\s)(?:-n[ =]?|--numprocesses[ =])(\d+|auto|logical)/.exec(line)?.[1] : undefined;
  if (workers === undefined) return tool.cpu;
  return /^\d+$/.test(workers) ? Math.max(1, Math.min(Number(workers), 64)) : 2;
}

function environmentVariables(candidate: Candidate): NonNullable<Draft["env"]> {
  const { tool, followUps, situation } = candidate;
  const declared = gateVariables(situation.step.env);
  const measures = tool.coverage === true || followUps.length > 0;
  const sync =
    situation.step.launched === null && candidate.chosen.environment?.manager === "uv" ? { UV_NO_SYNC: "1" } : {};
  const git = STATIC.has(tool.kind) ? {} : situation.state.gitVariables;
  return (slug) => ({
    ...git,
    ...scriptVariables(situation),
    ...(watchesUnlessCi(situation.step) ? { CI: "true" } : {}),
    ...declared,
    ...sync,
    ...(measures ? { COVERAGE_FILE: `${REPORTS}/${slug}.coverage` } : {}),
  });
}

/** They watch and do not end unless this says that nobody looks (vitest before 0.31, react-scripts). */
function watchesUnlessCi({ launched }: Step): boolean {
  const [program = "", ...words] = launched?.bare ?? [];
  if (program === "react-scripts") return words[0] === "test";
  return program === "vitest" && !words.some((word) => /^(?:run|--run|related|--watch=false|--no-watch)$/.test(word));
}

/** What npm tells a script of the package that it belongs to (npm's documentation, "scripts"): tests and settings ask for it. */
function scriptVariables({ step: { entry }, scene }: Candidate["situation"]): Readonly<Record<string, string>> {
  if (entry.system !== "scripts") return {};
  const document = scene.manifestIn(dirname(entry.place.file));
  const [name, version] = [asText(document["name"]), asText(document["version"])];
  return {
    npm_lifecycle_event: entry.name,
    ...(name === undefined ? {} : { npm_package_name: name }),
    ...(version === undefined ? {} : { npm_package_version: version }),
  };
}

function chainOf({ situation }: Candidate): readonly GateStep[] {
  return situation.step.chain.map(({ place, text }) => ({ file: place.file, line: place.line, text: text.trim() }));
}

function whyOf({ candidate, others }: Merged): string {
  const chain = chainOf(candidate);
  const texts = chain.map(({ file, line, text }) => `${file}:${line} runs \`${text.split("\n")[0] ?? ""}\``);
  const places = [
    ...new Set(
      others.map(({ situation }) => situation.step.chain[0]).map((link) => `${link?.place.file}:${link?.place.line}`),
    ),
  ].filter((place) => place !== `${chain[0]?.file}:${chain[0]?.line}`);
  const more = places.length > 3 ? ` and ${places.length - 3} more` : "";
  const same = places.length === 0 ? "" : `, and the same at ${places.slice(0, 3).join(", ")}${more}`;
  return texts.join(", ") + same;
}

/** The call as the workflow starts it: `uv run poe lint`. */
function startedLine({ startedIn, entry }: Step, line: string): string {
  const [launcher] = entry.isolated ? [] : startedIn;
  if (launcher === undefined || line.startsWith(launcher.name)) return line;
  return `${shellLine([...launcher.name.split(" "), ...launcher.options])} ${line}`;
}

function reproduceOf(candidate: Candidate): string {
  const { step, scene } = candidate.situation;
  const called = callLine(step.entry, scene.packageAt(step.command.cwd)?.pack.manager ?? "npm");
  if (called !== undefined) return fromRoot(called.cwd, startedLine(step, called.line));
  const isWritten = (name: string): boolean => new RegExp(`(?:^|\\s)${escaped(name)}=`).test(step.command.text);
  const declared = Object.entries(gateVariables(step.env)).filter(([name]) => !isWritten(name));
  const folder = step.command.cwd;
  const word = (value: string): string =>
    value.includes(CHECKOUT_VARIABLE) ? checkoutWord(value, folder) : shellWord(value);
  const env = declared.map(([name, value]) => `${name}=${word(value)}`);
  if (isFetched(candidate)) return fromRoot(step.command.cwd, [...env, shellLine(candidate.chosen.run)].join(" "));
  const isPlain = step.launched !== null;
  const text = [...throughUv(candidate), step.command.text.trim()].join(" ");
  const line = env.length === 0 ? text : isPlain ? `${env.join(" ")} ${text}` : `export ${env.join(" ")}; ${text}`;
  return fromRoot(step.command.cwd, line);
}

/** A program that the job installs for the whole machine, which a person's machine need not have. */
function isFetched({ chosen, situation }: Candidate): boolean {
  const { launched } = situation.step;
  return situation.state.programs.length > 0 && chosen.run[0] === "npx" && launched?.launchers.length === 0;
}

/** A script that `uv run` started finds programs that a person's shell does not. */
function throughUv({ chosen, situation }: Candidate): readonly string[] {
  const { launched } = situation.step;
  const { environment, run } = chosen;
  const startsItself = launched === null || launched.launchers.length > 0 || launched.bare[0] === "uv";
  if (environment?.manager !== "uv" || run[0] !== "uv" || startsItself) return [];
  const groups = environment.groups.flatMap((name) => ["--group", name]);
  const extras = environment.extras.flatMap((name) => ["--extra", name]);
  return ["uv run", ...groups, ...extras];
}

/** The work itself, without what brings its packages. */
function showsOf({ situation, followUps }: Candidate): string {
  const { step } = situation;
  const words = [...(step.launched?.own ?? []), ...step.passedOn];
  const line = step.launched === null ? step.command.text.trim() : shellLine(words);
  return [line, ...followUps.map((one) => shellLine(one.launched?.own ?? []))].join(" && ");
}

/**
 * What the job sets up. A checker of sources is told of the language that it runs on; anything else may start whatever its
 * job has.
 */
function toolchainsOf({ situation, tool, chosen }: Candidate): Pick<Draft, "toolchains"> {
  const { run, step } = situation;
  const own = languagesOf(step.launched === null ? step.command.text : chosen.run);
  const isUsed = ({ language }: { readonly language: string }): boolean =>
    !STATIC.has(tool.kind) ||
    own.some((one) => one === language) ||
    (language === "node" && (tool.ecosystem === "node" || isOfNode(chosen.environment)));
  const toolchains = (run.root.toolchains ?? []).filter(isUsed);
  return toolchains.length === 0 ? {} : { toolchains };
}

/** What a draft is made of besides its candidate. */
export interface DraftParts {
  /** Why it is only a suggestion beyond what the candidate says, clauses. */
  readonly blockers: readonly string[];
  readonly id: string;
  readonly lockedVersion: (candidate: Candidate, tool: string) => string | undefined;
}

/**
 * @param merged a command that checks
 * @param parts its id and what stands against it
 * @returns the draft of its gate
 */
export function toDraft(merged: Merged, parts: DraftParts): Draft {
  const { candidate } = merged;
  const { situation, tool, chosen } = candidate;
  const { step } = situation;
  const way = reportWay(candidate, (name) => parts.lockedVersion(candidate, name));
  const own = ownReport(candidate);
  const cpu = coresOf(candidate);
  const blockers = [...new Set([...parts.blockers, ...candidate.blockers])];
  return {
    ...{ kind: tool.kind, label: tool.tool, id: parts.id, key: keyOf(candidate) },
    tool: step.launched === null ? null : toolNameOf(tool),
    cwd: toxFolder(candidate)?.root ?? step.launched?.cwd ?? step.command.cwd,
    run: runOf(candidate, way),
    reproduce: reproduceOf(candidate),
    env: environmentVariables(candidate),
    ...(way === undefined ? {} : { report: way }),
    ...(own === undefined ? {} : { ownReport: own }),
    tier: tool.tier,
    ...(cpu === undefined ? {} : { cpu }),
    exitCodes: tool.exitCodes,
    source: { file: step.command.place.file, line: step.command.place.line },
    why: whyOf(merged),
    blockers,
    required: candidate.required,
    ...(tool.inconclusive === undefined ? {} : { inconclusive: tool.inconclusive }),
    ...(tool.network === true ? { network: true } : {}),
    ...locksOf(tool),
    environment: chosen.environment,
    ...toolchainsOf(candidate),
    needs: [...new Set(candidate.preparations.map(keyOf))],
    declaredBy: {
      shows: showsOf(candidate),
      chain: chainOf(candidate),
      certainty: step.command.certainty,
    },
  };
}

/** Programs that build into one folder and wait for each other, or break what the other makes. */
function locksOf({ tool }: CheckingTool): Pick<Draft, "locks"> {
  const [name] = /^(?:cargo|maven|gradle)/.exec(tool) ?? [];
  return name === undefined ? {} : { locks: [name] };
}

/** Only tools whose exit codes and reports are known are judged by them. */
function toolNameOf({ tool, exitCodes }: CheckingTool): string | null {
  return exitCodes === null ? null : tool;
}
