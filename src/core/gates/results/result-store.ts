import { z } from "zod";
import { checkSchema, findingSchema } from "../finding.ts";
import type { Judgement } from "../judge/evidence.ts";
import { LARGEST_STORE_BYTES } from "./result-policy.ts";

const count = z.number().int().nonnegative().nullable();

const entrySchema = z.object({
  gate: z.string(),
  passedAt: z.iso.datetime(),
  /** Where it passed, as people say it: `here`, `in run 123`. */
  where: z.string().max(200),
  durationMs: z.number().nonnegative(),
  exitCode: z.number().int().nullable(),
  summary: z.string().nullable(),
  counts: z.object({ tests: count, failures: count, findings: count }),
  coverage: z.number().nullable(),
  findings: z.array(findingSchema),
  findingsTotal: z.number().int().nonnegative(),
  checks: z.array(checkSchema).optional(),
});

/** A pass that is remembered. */
export type RememberedPass = z.infer<typeof entrySchema>;

const storeSchema = z.object({ schema: z.literal("turnpike/results/1"), passes: z.record(z.string(), entrySchema) });

/** Passes by key, oldest first. */
export type ResultStore = ReadonlyMap<string, RememberedPass>;

/** Time after which a pass is not believed any more: what nobody can see, such as a certificate, changes in time. */
const BELIEVED_MS = 7 * 24 * 3600 * 1000;

/** Passes that are kept at most, and the findings of each: the file is read before the first gate starts. */
const MOST_PASSES = 1000;
const MOST_FINDINGS = 20;

/**
 * @param text the file; undefined when there is none
 * @returns what is remembered; nothing when the file cannot be read: any fault is a miss
 */
export function parseResults(text: string | undefined): ResultStore {
  if (text === undefined || text.length > LARGEST_STORE_BYTES) return new Map();
  try {
    const parsed = storeSchema.safeParse(JSON.parse(text));
    return parsed.success ? new Map(Object.entries(parsed.data.passes)) : new Map();
  } catch {
    return new Map();
  }
}

/**
 * @param store what to remember
 * @returns the text of the file
 */
export function renderResults(store: ResultStore): string {
  return `${JSON.stringify({ schema: "turnpike/results/1", passes: Object.fromEntries(store) })}\n`;
}

/**
 * @param store what is remembered
 * @param passes new passes by key
 * @param now the time
 * @returns the newest of both; what is too old to be believed is forgotten
 */
export function rememberPasses(
  store: ResultStore,
  passes: ReadonlyMap<string, RememberedPass>,
  now: Date,
): ResultStore {
  const all = [...[...store].filter(([key]) => !passes.has(key)), ...passes];
  return new Map(all.filter(([, pass]) => isBelieved(pass, now)).slice(-MOST_PASSES));
}

function isBelieved({ passedAt }: RememberedPass, now: Date): boolean {
  const age = now.getTime() - Date.parse(passedAt);
  // A time to come is a clock that was set back, or a forgery.
  return age <= BELIEVED_MS && age >= -60_000;
}

/**
 * @param judgement a gate that passed
 * @param run where and when, and what it took
 * @returns what to remember of it; undefined for every other outcome: a flaky pass, a waiver and doubt are not remembered
 */
export function toPass(
  judgement: Judgement,
  run: Pick<RememberedPass, "gate" | "passedAt" | "where" | "durationMs" | "exitCode">,
): RememberedPass | undefined {
  if (judgement.outcome !== "passed") return undefined;
  const { summary, counts, coverage, findings, findingsTotal, checks } = judgement;
  const kept = { summary, counts, coverage, findings: findings.slice(0, MOST_FINDINGS), findingsTotal };
  return { ...run, ...kept, ...(checks === undefined ? {} : { checks: [...checks] }) };
}

/**
 * @param pass a pass that is remembered
 * @param now the time
 * @returns the judgement of the gate that is not run again; undefined when the pass is too old
 */
export function recalled(pass: RememberedPass, now: Date): Judgement | undefined {
  if (!isBelieved(pass, now)) return undefined;
  const { summary, counts, coverage, findings, findingsTotal, checks, passedAt, where } = pass;
  const when = passedAt.replace(/T(\d\d:\d\d).*$/, " $1 UTC");
  const reason = `passed with the same inputs on ${when}, ${where}`;
  return {
    outcome: "cached",
    reason,
    summary,
    counts,
    coverage,
    findings,
    findingsTotal,
    ...(checks === undefined ? {} : { checks }),
  };
}
