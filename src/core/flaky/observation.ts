import { z } from "zod";
import {
  newestLast,
  parseRecords,
  type RecordBounds,
  renderRecords,
  type TestCase,
  type TestCases,
} from "../gates/index.ts";
import { KEY_SPACE } from "./identity.ts";
import { encodePassed, MOST_PASSED } from "./passed-set.ts";

/** Most failed and most flaky tests of one record. */
const MOST_NAMED = 200;
/** Most characters of a base64 set: 26 bits a key, with room for chance. */
const LONGEST_SET = MOST_PASSED * 6;
const BOUNDS: RecordBounds = { records: 400, characters: 4 * 1024 * 1024 };
/** From this share of failures on, the surroundings are to blame (trunk.io docs, "flaky tests: detection": 80 %). */
const MASS_FAILURE = 0.8;
/** In a smaller suite one honest failure could be that share. */
const LEAST_FOR_MASS = 5;

const text = z.string().max(1100);
const testSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  key: z
    .number()
    .int()
    .nonnegative()
    .max(KEY_SPACE - 1)
    .describe("48 bits, as in `passed`."),
  format: z.literal("junit"),
  file: text,
  className: text,
  name: text,
  label: text,
});

/** One line of observations.ndjson: what the tests of one gate did in one run. Texts are foreign. */
export const observationSchema = z
  .object({
    schema: z.literal("turnpike/observations/1"),
    gate: z.string().max(300),
    variant: z.string().max(100).describe("Operating system and interpreter: `linux/py3.12`."),
    tree: z
      .string()
      .regex(/^[0-9a-f]{40,64}$/)
      .describe("SHA of the tree that was checked out: commits of one tree are the same code."),
    commit: z.string().max(64).nullable(),
    branch: z.string().max(300).nullable(),
    isDefaultBranch: z.boolean(),
    event: z.string().max(100),
    run: z.string().min(1).max(100),
    attempt: z.number().int().positive(),
    part: z.number().int().nonnegative().describe("Which runner of a fan-out, from 1; 0 for a run as a whole."),
    at: z.iso.datetime(),
    executed: z.number().int().nonnegative(),
    failedTotal: z.number().int().nonnegative(),
    guard: z
      .enum(["mass-failure", "timed-out"])
      .nullable()
      .describe("Why the run says nothing of its tests: most of them failed, or the gate ran out of time."),
    failed: z.array(testSchema).max(MOST_NAMED),
    flaky: z.array(testSchema).max(MOST_NAMED).describe("Failed and passed in this run."),
    passed: z
      .object({ count: z.number().int().nonnegative().max(MOST_PASSED), bits: z.string().max(LONGEST_SET) })
      .nullable()
      .describe("A Golomb-coded set of the keys of tests that passed; null when it is not known which did."),
  })
  .meta({
    title: "observations.ndjson",
    description: "One line. What later runs need to tell flaky tests from broken ones.",
  });
export type Observation = z.infer<typeof observationSchema>;

/** The run that a record is of. */
export interface ObservedRun {
  readonly tree: string;
  readonly commit: string | null;
  readonly branch: string | null;
  readonly isDefaultBranch: boolean;
  readonly event: string;
  readonly run: string;
  readonly attempt: number;
  readonly part: number;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What one gate's tests did. */
export interface ObservedGate {
  readonly gate: string;
  readonly variant: string;
  readonly cases: TestCases;
  readonly executed: number;
  readonly failedTotal: number;
  readonly hasTimedOut: boolean;
}

function guardOf({ hasTimedOut, executed, failedTotal }: ObservedGate): Observation["guard"] {
  if (hasTimedOut) return "timed-out";
  return executed >= LEAST_FOR_MASS && failedTotal / executed >= MASS_FAILURE ? "mass-failure" : null;
}

function withoutFailed(passed: Float64Array, failed: readonly TestCase[]): Float64Array {
  const keys = new Set(failed.map(({ key }) => key));
  return keys.size === 0 ? passed : passed.filter((key) => !keys.has(key));
}

/**
 * @param run the run
 * @param gate what its tests did
 * @returns the record of it; without names when the surroundings are to blame
 */
export function toObservation(run: ObservedRun, gate: ObservedGate): Observation {
  const { cases, executed, failedTotal } = gate;
  const guard = guardOf(gate);
  const says = guard === null;
  return {
    schema: "turnpike/observations/1",
    ...{ gate: gate.gate.slice(0, 300), variant: gate.variant.slice(0, 100) },
    ...{ ...run, branch: run.branch?.slice(0, 300) ?? null },
    ...{ executed, failedTotal, guard },
    failed: says ? cases.failed.slice(0, MOST_NAMED) : [],
    flaky: says ? cases.flaky.slice(0, MOST_NAMED) : [],
    passed: says && cases.passed !== null ? encodePassed(withoutFailed(cases.passed, cases.failed)) : null,
  };
}

function inOrder(observations: readonly Observation[]): readonly Observation[] {
  return newestLast(observations, ({ run, attempt, part, gate, variant }) => [run, attempt, part, gate, variant]);
}

/**
 * @param content observations.ndjson; undefined when there is none
 * @returns its records, the newest last; lines that are no records are left out, because losing them decides nothing
 */
export function parseObservations(content: string | undefined): readonly Observation[] {
  return inOrder(parseRecords(content, BOUNDS, (value) => observationSchema.safeParse(value).data));
}

/**
 * @param histories records from several places
 * @returns each record once, the newest last
 */
export function mergeObservations(...histories: readonly (readonly Observation[])[]): readonly Observation[] {
  return inOrder(histories.flat());
}

/**
 * @param observations records, the newest last
 * @returns observations.ndjson with the newest of them, at most 400 and 4 MiB
 */
export function renderObservations(observations: readonly Observation[]): string {
  return renderRecords(observations, BOUNDS);
}
