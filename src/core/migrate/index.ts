export { type CheckDifference, differenceOf } from "./check-difference.ts";
export type { CheckNames } from "./check-names.ts";
export { IS_ROAD, type Judged, type Verdict } from "./decide.ts";
export { type Migration, type MigrationFacts, migrate } from "./migrate.ts";
export { jobCounts, type MigrationDocument, migrationFileSchema, toMigrationDocument } from "./migrate-document.ts";
export type { Unit, UnreadWorkflow, WorkflowFacts, WorkflowText } from "./model.ts";
export { readWorkflow } from "./read-workflow.ts";
export type { Remark } from "./remarks.ts";
export type { FileChange } from "./verify-result.ts";
