import { z } from "zod";
import { VERDICTS } from "./verdict.ts";

/** Records that are kept, and the largest file of them in characters. */
const MOST_RECORDS = 200;
const LARGEST_FILE = 2 * 1024 * 1024;
/** Most components and gates that a record names. */
const MOST_COMPONENTS = 3000;
const MOST_GATES = 500;

const name = z.string().max(300);

/** One line of runs.ndjson: what a run came to and cost. Texts are foreign. */
export const runRecordSchema = z
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

function parseLine(line: string): RunRecord | undefined {
  try {
    return runRecordSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/**
 * @param histories records from several places
 * @returns each attempt of a run once, the newest last
 */
export function mergeRuns(...histories: readonly (readonly RunRecord[])[]): readonly RunRecord[] {
  const unique = new Map(histories.flat().map((one) => [JSON.stringify([one.run, one.attempt]), one]));
  return [...unique.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/**
 * @param content runs.ndjson; undefined when there is none
 * @returns its records, the newest last; what is no record is left out, because losing it decides nothing
 */
export function parseRuns(content: string | undefined): readonly RunRecord[] {
  if (content === undefined || content.length > 2 * LARGEST_FILE) return [];
  return mergeRuns(content.split("\n").flatMap((line) => (line.trim() === "" ? [] : (parseLine(line) ?? []))));
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
  const lines: string[] = [];
  let size = 0;
  for (let at = records.length - 1; at >= Math.max(0, records.length - MOST_RECORDS); at -= 1) {
    const record = records[at];
    if (record === undefined) continue;
    const line = JSON.stringify(at === base ? record : { ...record, components: null });
    size += line.length + 1;
    if (size > LARGEST_FILE) break;
    lines.push(line);
  }
  return lines
    .reverse()
    .map((line) => `${line}\n`)
    .join("");
}
