import { fromRoot, shellWord } from "../../../contract/index.ts";
import type { GateContent, GateEntry } from "../../config/index.ts";
import type { EnvironmentNeed, Gate, ReportSpec } from "../../gates/index.ts";
import type { Language, ToolchainWish } from "../../toolchains/index.ts";
import { DEFAULT_TIMEOUT_MS } from "../draft.ts";
import { askForReport } from "./ask-for-report.ts";
import { type KnownCommand, knowCommand } from "./known-commands.ts";

/** What turnpike.yml asks for, then what was known of other languages. */
function toolchainsOf(
  { settings, place }: OwnEntry,
  file: string,
  known: Gate["toolchains"] = [],
): Pick<Gate, "toolchains"> {
  const own = Object.entries(settings.toolchain ?? {}).flatMap(([language, version]): readonly ToolchainWish[] =>
    version === undefined ? [] : [{ language: language as Language, version, source: { file, line: place.line } }],
  );
  const others = known.filter(({ language }) => !own.some((one) => one.language === language));
  return own.length + others.length === 0 ? {} : { toolchains: [...own, ...others] };
}

/** One entry of turnpike.yml that is not `off`. */
export type OwnEntry = Extract<GateEntry, { kind: "gate" }>;

/**
 * @param id a gate's id, `types-mypy@src/git`
 * @returns its kind, `types`
 */
export function kindOf(id: string): string {
  return id.split(/[-@:]/)[0] ?? id;
}

function reportsOf(settings: GateContent): readonly ReportSpec[] | undefined {
  if (settings.report === undefined) return undefined;
  return Array.isArray(settings.report) ? settings.report : [settings.report];
}

const REPORTS = "${reports}";

/** One word for a shell; the folder of reports stays a variable. */
function quoted(word: string): string {
  return word.includes(REPORTS) ? word.split(REPORTS).map(quotedPart).join(`"${REPORTS}"`) : shellWord(word);
}

function quotedPart(part: string): string {
  return part === "" ? "" : shellWord(part);
}

/**
 * A line that gives the person's variables to the command, and pastes at the repository's root. The folder of reports is
 * there only while gates run; without one, `${reports}/out.xml` would be a file at the root of the machine.
 */
function reproduceOf(run: string | readonly string[], cwd: string, env: Readonly<Record<string, string>>): string {
  const line = typeof run === "string" ? run.trim() : run.map(quoted).join(" ");
  const pairs = Object.entries(env).map(([name, value]) => `${name}=${quoted(value)}`);
  const isSimple = !/[;&|\n]/.test(line);
  const bare = pairs.length === 0 ? line : `${pairs.join(" ")} ${line}`;
  const whole = isSimple || pairs.length === 0 ? bare : `export ${pairs.join(" ")}; ${line}`;
  return fromRoot(cwd, /\$\{?reports\b/.test(whole) ? `export reports=$(mktemp -d); ${whole}` : whole);
}

/** Packages that the command needs: its own options, and what the gate needed that it replaces. */
function environmentOf(known: KnownCommand, cwd: string, replaced: Gate | undefined): EnvironmentNeed | null {
  if (known.needs === null) return null;
  const before = replaced?.environment?.manager === known.needs.manager ? replaced.environment : null;
  const groups = [...new Set([...known.needs.groups, ...(before?.groups ?? [])])];
  const extras = [...new Set([...known.needs.extras, ...(before?.extras ?? [])])];
  return { manager: known.needs.manager, cwd, groups, extras };
}

/** What is taken as it is written, whether the gate is the person's own or a detected one. */
function rulesOf(settings: GateContent): Partial<Gate> {
  const { when, retries, threshold, waiver, inputs, cache, owner, docs } = settings;
  return {
    ...(when === undefined ? {} : { when }),
    ...(retries === undefined ? {} : { retries }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(waiver === undefined ? {} : { waiver }),
    ...(inputs === undefined ? {} : { inputs }),
    ...(cache === undefined ? {} : { cache }),
    ...(owner === undefined ? {} : { owner }),
    ...(docs === undefined ? {} : { docs }),
  };
}

function cleanPath(path: string): string {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  return parts.length === 0 ? "." : parts.join("/");
}

/**
 * Two runs that measure coverage into one `.coverage` at once come to a wrong number with exit code 0, so they are kept
 * apart; one that has a place of its own is free.
 */
function sharedData(
  run: string | readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): readonly string[] {
  const line = typeof run === "string" ? run : run.join(" ");
  const measures = /(?:^|\s)--cov(?:=|\s|$)|\bcoverage\s+run\b/.test(line);
  if (!measures || env["COVERAGE_FILE"] !== undefined || line.includes("COVERAGE_FILE=")) return [];
  return [cwd === "." ? ".coverage" : `${cwd}/.coverage`];
}

/**
 * The gate of an entry with `run`: whole, as the person wrote it, asked for a report where the exit code alone says nothing.
 *
 * @param entry the entry
 * @param file turnpike.yml's path
 * @param replaced the detected gate of that id, when there is one
 */
export function ownGate(entry: OwnEntry, file: string, replaced: Gate | undefined): Gate {
  const { settings } = entry;
  const run = settings.run ?? "";
  const cwd = cleanPath(settings.cwd ?? ".");
  const env = settings.env ?? {};
  const known = knowCommand(run);
  const reports = reportsOf(settings);
  const asked = reports === undefined ? askForReport(run, known, entry.id) : undefined;
  return {
    id: entry.id,
    tool: known.tool,
    run: asked?.run ?? run,
    reproduce: reproduceOf(run, cwd, env),
    cwd,
    env,
    needs: settings.needs ?? [],
    tier: settings.tier ?? "normal",
    required: settings.required ?? true,
    timeoutMs: settings.timeout ?? DEFAULT_TIMEOUT_MS,
    cpu: settings.resources?.cpu ?? known.cpu,
    memoryBytes: settings.resources?.memory ?? null,
    locks: [...new Set([...(settings.resources?.locks ?? []), ...sharedData(run, cwd, env)])],
    reports: reports ?? (asked === undefined ? [] : [asked.report]),
    inconclusive: settings.inconclusive ?? (kindOf(entry.id) === "audit" ? "warn" : "fail"),
    exitCodes: known.exitCodes,
    source: { file, line: entry.place.line },
    why: `${file} declares it${replaced === undefined ? "" : `, in place of the command that ${replaced.source.file} shows`}.`,
    declared: true,
    environment: environmentOf(known, cwd, replaced),
    ...toolchainsOf(entry, file, replaced?.toolchains),
    ...(known.network ? { network: true } : {}),
    ...rulesOf(settings),
  };
}

/**
 * The gate of an entry without `run`: the detected or suggested one, changed key by key.
 *
 * @param entry the entry
 * @param file turnpike.yml's path
 * @param base the gate of that id
 */
export function extendedGate(entry: OwnEntry, file: string, base: Gate): Gate {
  const { settings } = entry;
  const isSwitchedOn = !base.declared;
  const env = { ...base.env, ...settings.env };
  const cwd = settings.cwd === undefined ? base.cwd : cleanPath(settings.cwd);
  const isMoved = cwd !== base.cwd || settings.env !== undefined;
  const bare = base.cwd === "." ? base.reproduce : base.reproduce.replace(/^cd .*? && /, "");
  return {
    ...base,
    ...toolchainsOf(entry, file, base.toolchains),
    cwd,
    env,
    reproduce: isMoved ? reproduceOf(bare, cwd, settings.env ?? {}) : base.reproduce,
    needs: settings.needs ?? base.needs,
    tier: settings.tier ?? base.tier,
    required: settings.required ?? (isSwitchedOn ? true : base.required),
    timeoutMs: settings.timeout ?? base.timeoutMs,
    cpu: settings.resources?.cpu ?? base.cpu,
    memoryBytes: settings.resources?.memory ?? base.memoryBytes,
    locks: settings.resources?.locks ?? base.locks,
    reports: reportsOf(settings) ?? base.reports,
    inconclusive: settings.inconclusive ?? base.inconclusive,
    declared: true,
    ...(isSwitchedOn
      ? {
          source: { file, line: entry.place.line },
          why: `${file} switches it on; ${base.why.replace(/; only suggested.*$/s, ".")}`,
        }
      : { why: `${base.why.replace(/\.$/, "")}; ${file} line ${entry.place.line} changes it.` }),
    ...rulesOf(settings),
  };
}
