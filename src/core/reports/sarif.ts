import { z } from "zod";
import type { Finding } from "../gates/index.ts";
import { type Interpret, optionalNumber, optionalText } from "./json-reader.ts";
import { type RawFinding, Tally } from "./tally.ts";

const level = z.enum(["none", "note", "warning", "error"]).nullish().catch(null);
const message = z.object({ text: optionalText, markdown: optionalText }).nullish();

const location = z.object({
  physicalLocation: z
    .object({
      artifactLocation: z.object({ uri: optionalText, uriBaseId: optionalText, index: optionalNumber }).nullish(),
      region: z.object({ startLine: optionalNumber, startColumn: optionalNumber }).nullish(),
    })
    .nullish(),
  logicalLocations: z.array(z.object({ name: optionalText, fullyQualifiedName: optionalText })).nullish(),
});

const rule = z.object({ id: optionalText, defaultConfiguration: z.object({ level }).nullish() });

const result = z.object({
  ruleId: optionalText,
  ruleIndex: optionalNumber,
  rule: z.object({ id: optionalText, index: optionalNumber }).nullish(),
  kind: optionalText,
  level,
  message,
  locations: z.array(location).nullish(),
  suppressions: z.array(z.object({ status: optionalText })).nullish(),
  baselineState: optionalText,
});

const notification = z.object({ level, message, locations: z.array(location).nullish() });

const run = z.object({
  tool: z.object({ driver: z.object({ name: z.string(), rules: z.array(rule).nullish() }) }),
  results: z.array(result).nullish(),
  artifacts: z.array(z.object({ location: z.object({ uri: optionalText }).nullish() })).nullish(),
  originalUriBaseIds: z.record(z.string(), z.object({ uri: optionalText })).nullish(),
  invocations: z
    .array(
      z.object({
        executionSuccessful: z.boolean().nullish(),
        toolConfigurationNotifications: z.array(notification).nullish(),
        toolExecutionNotifications: z.array(notification).nullish(),
      }),
    )
    .nullish(),
});

/** The part of SARIF 2.1.0 that is read (OASIS, sections 3.14, 3.20, 3.27). */
export const sarifSchema = z.object({ version: z.string().regex(/^2\.1\./, "is not SARIF 2.1"), runs: z.array(run) });
type Run = z.infer<typeof run>;
type Result = z.infer<typeof result>;
type Location = z.infer<typeof location>;

const SEVERITY: Readonly<Record<string, Finding["severity"]>> = {
  error: "error",
  warning: "warning",
  note: "note",
  none: "note",
};

/** Rules of ruff and ty that mean that a file could not be read; with ruff they come with exit code 1, as findings do. */
const UNREADABLE_RULES: ReadonlySet<string> = new Set(["E902", "io"]);

function ruleOf(entry: Result, driver: Run["tool"]["driver"]): z.infer<typeof rule> | undefined {
  const index = entry.ruleIndex ?? entry.rule?.index;
  const byIndex = typeof index === "number" ? driver.rules?.[index] : undefined;
  const id = entry.ruleId ?? entry.rule?.id;
  return byIndex ?? (id === undefined || id === null ? undefined : driver.rules?.find((one) => one.id === id));
}

/** 3.27.10: the result's own level, else the rule's default, else `warning`; only for kind `fail`. */
function severityOf(entry: Result, driver: Run["tool"]["driver"]): Finding["severity"] {
  if (entry.kind !== undefined && entry.kind !== null && entry.kind !== "fail") return "note";
  const own = entry.level ?? ruleOf(entry, driver)?.defaultConfiguration?.level ?? "warning";
  return SEVERITY[own] ?? "warning";
}

/** 3.14.14: relative URIs may be below a named base. */
function uriOf(place: Location | undefined, within: Run): string | null {
  const artifact = place?.physicalLocation?.artifactLocation;
  if (artifact === undefined || artifact === null) return null;
  const index = artifact.index ?? -1;
  const uri = artifact.uri ?? within.artifacts?.[index]?.location?.uri ?? null;
  const base = artifact.uriBaseId ?? "";
  const baseUri = within.originalUriBaseIds?.[base]?.uri ?? "";
  const isRelative = uri !== null && !/^([a-z][a-z0-9+.-]*:|\/)/i.test(uri);
  const joined = isRelative && baseUri !== "" ? `${baseUri.replace(/\/?$/, "/")}${uri}` : uri;
  return joined !== null && isRelative && !joined.startsWith("file:") ? decoded(joined) : joined;
}

/** A relative URI is percent-encoded too; some tools write it raw. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function isSuppressed(entry: Result): boolean {
  const accepted = (entry.suppressions ?? []).some((one) => one.status !== "underReview" && one.status !== "rejected");
  return accepted || entry.baselineState === "absent";
}

function notificationsOf(within: Run): readonly string[] {
  return (within.invocations ?? []).flatMap((invocation) => {
    const all = [
      ...(invocation.toolConfigurationNotifications ?? []),
      ...(invocation.toolExecutionNotifications ?? []),
    ];
    const errors = all
      .filter((one) => one.level === "error")
      .map((one) => [uriOf(one.locations?.[0], within), one.message?.text].filter((part) => part).join(": "));
    if (errors.length > 0 || invocation.executionSuccessful !== false) return errors;
    return [`${within.tool.driver.name} says that it did not run well`];
  });
}

/** One result as a finding. */
function findingOf(entry: Result, within: Run): RawFinding {
  const place = entry.locations?.[0];
  const logical = place?.logicalLocations?.[0];
  const text = entry.message?.text ?? entry.message?.markdown ?? "no message";
  const owner = logical?.fullyQualifiedName ?? logical?.name;
  return {
    severity: severityOf(entry, within.tool.driver),
    rule: entry.ruleId ?? entry.rule?.id ?? ruleOf(entry, within.tool.driver)?.id ?? null,
    message: owner && !text.includes(owner) ? `${owner}: ${text}` : text,
    path: uriOf(place, within),
    line: place?.physicalLocation?.region?.startLine,
    column: place?.physicalLocation?.region?.startColumn,
  };
}

/** What a result says of a file that could not be read; undefined for a finding alone. */
function unreadOf(entry: Result, { rule, path }: RawFinding): string | undefined {
  if (rule === null || rule === undefined || !UNREADABLE_RULES.has(rule)) return undefined;
  return `${path ?? "a file"}: ${entry.message?.text ?? entry.message?.markdown ?? "no message"}`;
}

/** Results become findings; error notifications, unread files and unsuccessful invocations become problems. */
export const readSarif: Interpret<z.infer<typeof sarifSchema>> = (document, context) => {
  const tally = new Tally(context);
  const problems: string[] = [];
  if (document.runs.length === 0) problems.push("the report holds no run");
  for (const within of document.runs) {
    problems.push(...notificationsOf(within));
    for (const entry of (within.results ?? []).filter((one) => !isSuppressed(one))) {
      const found = findingOf(entry, within);
      const unread = unreadOf(entry, found);
      if (unread !== undefined) problems.push(unread);
      tally.add(found);
    }
  }
  const producer = document.runs[0]?.tool.driver.name.toLowerCase() ?? null;
  return tally.toResult({ producer, problems });
};
