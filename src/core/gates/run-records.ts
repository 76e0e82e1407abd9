import { z } from "zod";
import { newestLast, parseRecords, type RecordBounds, renderRecords } from "./record-file.ts";
import { VERDICTS } from "./verdict.ts";

const BOUNDS: RecordBounds = { records: 200, characters: 2 * 1024 * 1024 };
/** Most components and gates that a record names. */
const MOST_COMPONENTS = 3000;
const MOST_GATES = 500;

const name = z.string().max(300);

/** One line of runs.ndjson: what a run came to and cost. Texts are foreign. */
const runRecordSchema = z
  .object({
    schema: z.literal("turnpike/runs/1"),
    run: z.string().min(1).max(100),
    attempt: z.number().int().positive(),
    at: z.iso.datetime().describe("Start, UTC."),
    event: z.string().max(100),
    branch: name.nullable(),
    isDefaultBranch: z.boolean(),
    commit: z.string().max(64).nullable(),
    verdict: z.enum(VERDICTS),
    spentMs: z.number().nonnegative().describe("What counts against the budget."),
    gates: z.record(name, z.number().nonnegative()).describe("How long each gate took, in ms."),
    coverage: z.number().min(0).max(100).nullable(),
    components: z
      .array(name)
      .max(MOST_COMPONENTS)
      .nullable()
      .describe("Names and versions of the SBOM's components; null when they are not known."),
  })
  .meta({ title: "runs.ndjson", description: "One line. What later pages compare themselves with." });
export type RunRecord = z.infer<typeof runRecordSchema>;

/**
 * @param histories records from several places
 * @returns each attempt of a run once, the newest last
 */
export function mergeRuns(...histories: readonly (readonly RunRecord[])[]): readonly RunRecord[] {
  return newestLast(histories.flat(), ({ run, attempt }) => [run, attempt]);
}

/**
 * @param content runs.ndjson; undefined when there is none
 * @returns its records, the newest last; what is no record is left out, because losing it decides nothing
 */
export function parseRuns(content: string | undefined): readonly RunRecord[] {
  return mergeRuns(parseRecords(content, BOUNDS, (value) => runRecordSchema.safeParse(value).data));
}

/**
 * @param record a run
 * @returns the same within what a record may hold
 */
export function toRunRecord(record: RunRecord): RunRecord {
  const gates = Object.entries(record.gates).slice(0, MOST_GATES);
  const components = record.components;
  return {
    ...record,
    branch: record.branch?.slice(0, 300) ?? null,
    gates: Object.fromEntries(gates.map(([id, ms]) => [id.slice(0, 300), Math.round(ms)])),
    // A part of them would look as if the rest had been taken out.
    components:
      components === null || components.length > MOST_COMPONENTS ? null : components.map((one) => one.slice(0, 300)),
  };
}

/**
 * @param records the newest last
 * @returns runs.ndjson with the newest of them; components of the newest on the default branch alone
 */
export function renderRuns(records: readonly RunRecord[]): string {
  const base = records.findLastIndex((one) => one.isDefaultBranch && one.components !== null);
  const told = records.map((record, at) => (at === base ? record : { ...record, components: null }));
  return renderRecords(told, BOUNDS);
}
