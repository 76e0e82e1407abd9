import { basename } from "node:path/posix";
import { type ArtifactReport, type StatementReport, titleOfPredicate } from "../../core/provenance/index.ts";
import { countOf, oneLine } from "../../core/summary/index.ts";
import type { Verified } from "./verify-files.ts";

type PaintText = (text: string) => string;

/** Colours; each function may give its text back as it is. */
export interface Paint {
  readonly bold: PaintText;
  readonly dim: PaintText;
  readonly red: PaintText;
  readonly green: PaintText;
}

/** No colours. */
export const PLAIN: Paint = { bold: String, dim: String, red: String, green: String };

const NAME_LENGTH = 160;
const SHORT_COMMIT = 12;
const SHORT_DIGEST = 16;

function columns(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const widths = rows.reduce<number[]>(
    (found, row) => row.map((cell, index) => Math.max(found[index] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) =>
    row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0))),
  );
}

function reasonLines(reasons: readonly string[], paint: Paint): string[] {
  return reasons.map((reason) => `      ${paint.red(oneLine(reason, 1000))}`);
}

function artifactLines(artifacts: readonly ArtifactReport[], paint: Paint): string[] {
  const cells = columns(
    artifacts.map(({ name, sha256 }) => [oneLine(name, NAME_LENGTH), `sha256:${sha256.slice(0, SHORT_DIGEST)}…`]),
  );
  return artifacts.flatMap(({ verified, reasons }, index) => {
    const [name = "", digest = ""] = cells[index] ?? [];
    const mark = verified ? paint.green("✓") : paint.red("✗");
    return [`  ${mark} ${paint.bold(name)}  ${paint.dim(digest)}`, ...reasonLines(reasons, paint)];
  });
}

/** What a statement speaks of, in a few words. */
function about({ subjects }: StatementReport): string {
  const [first] = subjects;
  if (first === undefined) return "of nothing that can be read";
  const commit = first.digest["gitCommit"];
  if (commit !== undefined) return `of commit ${oneLine(commit, SHORT_COMMIT + 1).slice(0, SHORT_COMMIT)}`;
  return `of ${countOf(subjects.length, "file")}`;
}

function host(url: string | undefined): string {
  return url === undefined || !URL.canParse(url) ? "an unknown log" : new URL(url).host;
}

function timeText(time: Date): string {
  return time
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, " UTC");
}

function entryText({ log }: StatementReport): string {
  return log.length === 0 ? "" : `entry ${log.map(({ index }) => index).join(", ")}`;
}

/** When, and who says so; statements of one run are signed within moments. */
function timeLine(group: readonly StatementReport[]): string {
  const times = group.flatMap(({ signedAt }) => (signedAt === undefined ? [] : [signedAt.getTime()]));
  if (times.length === 0) return "";
  const [first, last] = [Math.min(...times), Math.max(...times)].map((time) => timeText(new Date(time)));
  const logs = [...new Set(group.flatMap(({ log }) => log.map(({ url }) => host(url))))];
  const span = first === last ? first : `${first} to ${last}`;
  return [span, ...(logs.length === 0 ? [] : [`logged by ${logs.join(", ")}`])].join(", ");
}

function statementLines(statements: readonly StatementReport[], paint: Paint): string[] {
  const cells = columns(
    statements.map((report) => [
      oneLine(report.title, NAME_LENGTH),
      about(report),
      entryText(report),
      oneLine(basename(report.bundle), NAME_LENGTH),
    ]),
  );
  return statements.flatMap((report, index) => {
    const [title = "", subjects = "", entry = "", bundle = ""] = cells[index] ?? [];
    if (report.outcome === "unrelated") {
      return [paint.dim(`  – ${title}  ${subjects}  ${entry}  ${bundle}: speaks of other files, not asked`)];
    }
    const mark = report.outcome === "accepted" ? paint.green("✓") : paint.red("✗");
    const row = `  ${mark} ${title}  ${subjects}  ${paint.dim(`${entry}  ${bundle}`)}`;
    return [row, ...reasonLines(report.reasons, paint)];
  });
}

/** Who signed; statements of one run share it. */
function identityLines(group: readonly StatementReport[], paint: Paint): string[] {
  const certificate = group[0]?.certificate;
  if (certificate === undefined) return [];
  const { subjectAlternativeName, extensions } = certificate;
  const { sourceRepositoryUri, sourceRepositoryRef, sourceRepositoryDigest, buildTrigger, runnerEnvironment } =
    extensions;
  const rows: readonly (readonly [string, string])[] = [
    ["signed by", subjectAlternativeName],
    ["vouched by", extensions.issuer ?? ""],
    ["source", [sourceRepositoryUri, sourceRepositoryRef].filter(Boolean).join("  ")],
    ["commit", sourceRepositoryDigest ?? ""],
    ["run", extensions.runInvocationUri ?? ""],
    ["", [buildTrigger === undefined ? "" : `on ${buildTrigger}`, runnerEnvironment].filter(Boolean).join(", ")],
    ["time", timeLine(group)],
  ];
  return rows
    .filter(([, value]) => value !== "")
    .map(([label, value]) => `    ${paint.dim(label.padEnd(10))}  ${oneLine(value, 300)}`);
}

function groupByIdentity(statements: readonly StatementReport[]): readonly (readonly StatementReport[])[] {
  const groups = new Map<string, StatementReport[]>();
  for (const report of statements) {
    const key = JSON.stringify(report.certificate ?? null);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [report]);
    else group.push(report);
  }
  return [...groups.values()];
}

function verdictLine({ report, policy }: Verified, policyName: string, paint: Paint): string {
  const { artifacts, statements } = report;
  if (report.verified) {
    const accepted = statements.filter(({ outcome }) => outcome === "accepted").length;
    const what = `${countOf(artifacts.length, "file")} by ${countOf(accepted, "statement")}`;
    return `${paint.green(paint.bold("verified"))}  ${what}, as ${policyName} asks: ${policy.predicates.map(titleOfPredicate).join(", ")}`;
  }
  const bad = artifacts.filter(({ verified }) => !verified).length;
  const refused = statements.filter(({ outcome }) => outcome === "refused").length;
  const what = [
    ...(bad > 0 ? [`${bad} of ${countOf(artifacts.length, "file")} not verified`] : []),
    ...(refused > 0 ? [`${countOf(refused, "statement")} refused`] : []),
  ].join(", ");
  return `${paint.red(paint.bold("refused"))}  ${what}, by ${policyName}`;
}

/**
 * A verification for people: the files, each statement with who vouches for its time, who signed, and the verdict last.
 *
 * @param verified the result
 * @param policyName the policy, as it was named
 * @param paint colours
 * @returns lines
 */
export function renderReport(verified: Verified, policyName: string, paint: Paint): readonly string[] {
  const groups = groupByIdentity(verified.report.statements);
  return [
    ...artifactLines(verified.report.artifacts, paint),
    ...groups.flatMap((group) => ["", ...statementLines(group, paint), ...identityLines(group, paint)]),
    "",
    verdictLine(verified, oneLine(policyName, NAME_LENGTH), paint),
  ];
}
