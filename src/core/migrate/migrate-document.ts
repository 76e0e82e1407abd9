import { z } from "zod";
import { CHECK_NAME, type Pin } from "../adopt/index.ts";
import { differenceOf } from "./check-difference.ts";
import type { Judged } from "./decide.ts";
import type { Migration } from "./migrate.ts";

const stepSchema = z.object({
  file: z.string().describe("Relative to the repository's root."),
  line: z.number().int().positive(),
  job: z.string().describe("Id of the job."),
  step: z
    .number()
    .int()
    .positive()
    .nullable()
    .describe("Place in the job, from 1; null for a job that calls a workflow."),
  label: z.string().describe("Its name, its action, or the first line of its command."),
  verdict: z.enum(["replaced", "kept", "person"]),
  by: z
    .string()
    .nullable()
    .describe("What replaces it: `gate lint`, `set-up`, `build`, …; null when it is not replaced."),
  gates: z.array(z.string()).describe("Ids of the gates that replace it."),
  why: z.string().describe("A clause."),
  todo: z.string().nullable().describe("What a person has to do; null when nothing."),
});

const changeSchema = z.object({
  path: z.string().describe("Relative to the repository's root."),
  kind: z.enum(["create", "update", "delete"]),
  before: z.string().nullable().describe("The text before; null for a new file."),
  after: z.string().nullable().describe("The text after; null when the file goes."),
});

/** What `turnpike migrate --json` prints. */
export const migrationFileSchema = z
  .object({
    schema: z.literal("turnpike/migration/1"),
    written: z.boolean().describe("Whether the changes were written; false without --write."),
    steps: z.array(stepSchema).describe("Every step of every workflow, each once."),
    counts: z.object({
      workflows: z.number().int(),
      jobs: z
        .object({ before: z.number().int(), after: z.number().int() })
        .describe("Jobs of the repository's own; those of the road are not counted."),
      replaced: z.number().int(),
      kept: z.number().int(),
      person: z.number().int(),
    }),
    changes: z.array(changeSchema).describe("Empty when there is nothing to change."),
    calledIn: z.string().nullable().describe("The file that calls the road; null when nothing is replaced."),
    releasedIn: z
      .string()
      .nullable()
      .describe("The workflow for whose releases the road builds and signs from now on; null when there is none."),
    pin: z.object({ repository: z.string(), sha: z.string(), version: z.string().nullable() }),
    gatesDeclared: z.array(z.string()).describe("Gates that turnpike.yml declares from now on."),
    gatesOff: z
      .array(z.string())
      .describe("Gates that only settings would declare from now on, and that turnpike.yml switches off."),
    checks: z.object({
      require: z
        .string()
        .nullable()
        .describe("Name of the one check to require; null where pull requests do not get it, as on releases alone."),
      gone: z.array(z.string()).describe("Names of checks that no longer appear: take them off the required ones."),
      added: z.array(z.string()),
      unknown: z.array(z.string()).describe("`file: job` whose names only a run can tell."),
    }),
    todo: z.array(z.string()).describe("What is left to a person."),
    remarks: z
      .array(z.object({ file: z.string(), line: z.number().int().positive(), message: z.string() }))
      .describe("Defects of what stays."),
    unread: z
      .array(z.object({ file: z.string(), message: z.string() }))
      .describe("Workflow files that could not be read."),
  })
  .describe("What `turnpike migrate --json` prints.");

/** What `turnpike migrate --json` prints, schema `turnpike/migration/1`. */
export type MigrationDocument = z.infer<typeof migrationFileSchema>;

function toStep({ unit, verdict }: Judged): MigrationDocument["steps"][number] {
  return {
    file: unit.file,
    line: unit.line,
    job: unit.job,
    step: unit.index === null ? null : unit.index + 1,
    label: unit.label,
    verdict: verdict.kind,
    by: verdict.kind === "replaced" ? verdict.by : null,
    gates: verdict.kind === "replaced" ? [...verdict.gates] : [],
    why: verdict.why,
    todo: verdict.kind === "person" ? verdict.todo : null,
  };
}

/** @returns jobs of the repository's own, before and after */
export function jobCounts({ judged }: Pick<Migration, "judged">): { readonly before: number; readonly after: number } {
  const key = ({ unit }: Judged): string => `${unit.file}\0${unit.job}`;
  const staying = judged.filter(({ verdict }) => verdict.kind !== "replaced");
  return { before: new Set(judged.map(key)).size, after: new Set(staying.map(key)).size };
}

/**
 * @param migration what was worked out
 * @param of the commit that the road is pinned to, and whether the files were written
 */
export function toMigrationDocument(
  migration: Migration,
  of: { readonly pin: Pin; readonly isWritten: boolean },
): MigrationDocument {
  const count = (kind: Judged["verdict"]["kind"]): number =>
    migration.judged.filter(({ verdict }) => verdict.kind === kind).length;
  return {
    schema: "turnpike/migration/1",
    written: of.isWritten,
    steps: migration.judged.map(toStep),
    counts: {
      workflows: migration.workflows.length + migration.unread.length,
      jobs: jobCounts(migration),
      replaced: count("replaced"),
      kept: count("kept"),
      person: count("person"),
    },
    changes: migration.changes.map(({ file, before, after }) => ({
      path: file,
      kind: before === null ? "create" : after === null ? "delete" : "update",
      before,
      after,
    })),
    calledIn: migration.calledIn,
    releasedIn: migration.releasedIn,
    pin: { ...of.pin },
    gatesDeclared: [...migration.pinned.ids],
    gatesOff: [...migration.pinned.off],
    checks: {
      require: migration.checks.after.names.includes(CHECK_NAME) ? CHECK_NAME : null,
      ...differenceOf(migration.checks),
    },
    todo: [...migration.todo],
    remarks: migration.remarks.map((remark) => ({ ...remark })),
    unread: migration.unread.map(({ file, message }) => ({ file, message })),
  };
}
