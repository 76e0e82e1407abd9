import { dirname, join, normalize } from "node:path/posix";
import {
  type Check,
  type Evidence,
  type Gate,
  type GateEnd,
  type Judgement,
  judge,
  type Masker,
  type ReportFormat,
  type ReportResult,
} from "../../core/gates/index.ts";
import type { ReportContext } from "../../core/reports/index.ts";
import { unreachable } from "../../errors.ts";
import type { Command, ProcessEnd, ProcessResult } from "../../ports/processes.ts";
import { gateEnvironment, inCheckout } from "./gate-environment.ts";
import type { GatePorts } from "./gate-ports.ts";
import type { GateTests, Quarantine } from "./gate-tests.ts";
import { type LogExcerpt, readExcerpt } from "./log-excerpt.ts";
import { withOwnManager } from "./toolchains/own-manager.ts";
import { withoutNpx } from "./without-npx.ts";

/** Where one gate runs and writes. Absolute paths. */
export interface GatePlace {
  /** The repository's root. */
  readonly root: string;
  /** `${reports}` of this gate; exists and is empty. */
  readonly reports: string;
  readonly log: string;
  /** Of the environment that it runs in. */
  readonly variables: Readonly<Record<string, string>>;
}

/** What one gate came to, and what it took. */
export interface GateRun {
  readonly judgement: Judgement;
  readonly result: ProcessResult;
  readonly excerpt: LogExcerpt;
  /** Null when no report tells single tests apart. */
  readonly tests: GateTests | null;
}

/** Options of one run. */
export interface RunGateOptions {
  readonly place: GatePlace;
  readonly masker: Masker;
  readonly quarantine: Quarantine;
  readonly signal: AbortSignal;
  readonly onLine: (line: string) => void;
}

interface ReportFile {
  readonly format: ReportFormat;
  readonly path: string;
  readonly fromStdout: boolean;
}

const REPORTS = "${reports}";

/** A path inside the repository, or undefined when it leads out of it. */
function inside(root: string, ...parts: readonly string[]): string | undefined {
  if (parts.some((part) => part.startsWith("/"))) return undefined;
  const path = normalize(join(root, ...parts)).replace(/\/$/, "");
  return path === root || path.startsWith(`${root}/`) ? path : undefined;
}

function reportFiles(gate: Gate, place: GatePlace): readonly ReportFile[] | string {
  const files: ReportFile[] = [];
  for (const { format, path, fromStdout } of gate.reports) {
    const isOwn = path.startsWith(`${REPORTS}/`);
    const found = isOwn ? inside(place.reports, path.slice(REPORTS.length + 1)) : inside(place.root, gate.cwd, path);
    if (found === undefined || found === place.root) return `its report path ${path} leads out of the repository`;
    files.push({ format, path: found, fromStdout: fromStdout === true });
  }
  return files;
}

/** What an executable's name stands for. A version manager's shim of uv fails where the folder asks for another version. */
async function programOf(ports: GatePorts, name: string, env: Readonly<Record<string, string>>): Promise<string> {
  if (name !== "uv" && name !== "uvx") return name;
  return (await ports.processes.which(name, env)) ?? name;
}

async function commandOf(gate: Gate, place: GatePlace, ports: GatePorts): Promise<Command | string> {
  const cwd = inside(place.root, gate.cwd);
  if (cwd === undefined) return `its folder ${gate.cwd} leads out of the repository`;
  const fill = (text: string) => text.replaceAll(REPORTS, place.reports);
  const variables = Object.entries(inCheckout(gate.env, place.root));
  const own = Object.fromEntries(variables.map(([name, value]) => [name, fill(value)]));
  const env = gateEnvironment(ports.env, { ...place.variables, ...own });
  if (typeof gate.run === "string") {
    // The shell itself puts the folder in, so that it needs no quoting of ours.
    const script = ["-eo", "pipefail", "-c", gate.run];
    return { file: "bash", args: script, cwd, env: { ...env, reports: place.reports } };
  }
  const [file = "", ...args] = gate.run.map(fill);
  const command = { file: await programOf(ports, file, env), args, cwd, env };
  return withoutNpx(await withOwnManager(command, ports), ports);
}

async function removeOld(ports: GatePorts, reports: readonly ReportFile[]): Promise<void> {
  for (const { path, fromStdout } of reports) {
    // A folder of that name is not a report, and may hold what nobody wants to lose.
    if ((await ports.files.size(path).catch(() => undefined)) !== undefined) await ports.files.remove(path);
    if (fromStdout) await ports.files.makeDirectory(join(path, ".."));
  }
}

function toGateEnd(end: ProcessEnd): GateEnd {
  switch (end.kind) {
    case "exited":
    case "signalled":
    case "timed-out":
    case "stopped":
    case "not-started":
      return end;
    default:
      return unreachable(end);
  }
}

const notStarted = (message: string): ProcessResult => ({
  end: { kind: "not-started", reason: "other", message },
  durationMs: 0,
});

async function start(gate: Gate, options: RunGateOptions, ports: GatePorts): Promise<ProcessResult> {
  const { place, signal, onLine } = options;
  const reports = reportFiles(gate, place);
  const command = await commandOf(gate, place, ports);
  if (typeof command === "string") return notStarted(command);
  if (typeof reports === "string") return notStarted(reports);
  await removeOld(ports, reports);
  const stdoutFile = reports.find((report) => report.fromStdout)?.path;
  return ports.processes.runLogged(command, {
    logFile: place.log,
    timeoutMs: gate.timeoutMs,
    signal,
    onLine,
    onlyNewest: true,
    ...(stdoutFile === undefined ? {} : { stdoutFile }),
  });
}

/**
 * Runs one gate and judges it.
 *
 * @param gate the gate
 * @param options where it runs, and what may stop it
 * @param ports the world
 * @returns what it came to; a gate that cannot be run is a `tool-error`
 */
export async function runGate(gate: Gate, options: RunGateOptions, ports: GatePorts): Promise<GateRun> {
  const { place, masker } = options;
  const result = await start(gate, options, ports);
  const excerpt = await readExcerpt(ports.files, place.log, masker);
  const context = { root: place.root, cwd: gate.cwd, tool: gate.tool };
  const files = reportFiles(gate, place);
  const reports = [];
  for (const { format, path } of typeof files === "string" ? [] : files) {
    reports.push({ format, path, result: await read({ format, path }, context, ports) });
  }
  const isRed = result.end.kind === "exited" && result.end.code !== 0;
  if (isRed && !reports.some((report) => report.result.kind === "read")) {
    // Whatever the output shows of places is better than nothing.
    const shown = await read({ format: "text", path: place.log }, context, ports);
    if (shown.kind === "read") reports.push({ format: "text" as const, path: "output", result: shown });
  }
  const evidence = { gate, end: toGateEnd(result.end), reports, log: excerpt.text };
  const { judgement, tests } = await withTests(evidence, judge(evidence), options, ports);
  const full = judgement.outcome === "passed" ? undefined : await whyFull(place, ports);
  const told =
    full === undefined
      ? judgement
      : { ...judgement, reason: `${(judgement.reason ?? "failed").replace(/\.$/, "")}; ${full}` };
  return { judgement: maskJudgement(told, masker), result, excerpt, tests };
}

/** Less is nothing to a program that writes. */
const FULL_BYTES = 64 * 1024;

/** Whoever cannot write says little of it, because what it says cannot be written either. */
async function whyFull({ root, log }: GatePlace, { machine }: GatePorts): Promise<string | undefined> {
  const places = [
    [dirname(log), "temporary files"],
    [root, "the repository"],
  ] as const;
  for (const [folder, whose] of places) {
    const free = await machine.freeBytes(folder);
    if (free !== null && free < FULL_BYTES) return `the disk of ${whose} is full`;
  }
  return undefined;
}

/** Parsers are loaded with the first report, not before a gate runs. */
async function read(
  file: Pick<ReportFile, "format" | "path">,
  context: ReportContext,
  { files }: GatePorts,
): Promise<ReportResult> {
  const { readReport } = await import("./read-report.ts");
  return readReport(files, file, context);
}

/** Only where a report tells of single tests; most gates have none. */
async function withTests(
  evidence: Evidence & { readonly gate: Gate },
  judgement: Judgement,
  { quarantine, place, masker }: RunGateOptions,
  ports: GatePorts,
): Promise<{ readonly judgement: Judgement; readonly tests: GateTests | null }> {
  const tellsTests = evidence.reports.some(
    ({ result }) => result.kind === "read" && result.reading.cases !== undefined,
  );
  if (!tellsTests) return { judgement, tests: null };
  const { lookAtTests } = await import("./gate-tests.ts");
  return lookAtTests(evidence, judgement, { quarantine, root: place.root, masker }, ports);
}

function maskJudgement(judgement: Judgement, masker: Masker): Judgement {
  if (masker.isEmpty) return judgement;
  // Readers and judge keep no more of a text than they need, which may cut a secret in two.
  const mask = <T extends string | null>(text: T) => (text === null ? null : masker.maskCut(text));
  return {
    ...judgement,
    reason: mask(judgement.reason),
    summary: mask(judgement.summary),
    ...(judgement.checks === undefined ? {} : { checks: judgement.checks.map((check) => maskCheck(check, masker)) }),
    findings: judgement.findings.map((finding) => ({
      ...finding,
      message: masker.maskCut(finding.message),
      rule: mask(finding.rule),
      file: mask(finding.file),
    })),
  };
}

function maskCheck(check: Check, masker: Masker): Check {
  const mask = (text: string | null) => (text === null ? null : masker.maskCut(text));
  return { ...check, id: masker.maskCut(check.id), name: mask(check.name), message: mask(check.message) };
}
