export { differenceOf } from "./check-difference.ts";
export { IS_ROAD, type Judged, type Verdict } from "./decide.ts";
export { type Migration, type MigrationFacts, migrate } from "./migrate.ts";
export { jobCounts, migrationFileSchema, toMigrationDocument } from "./migrate-document.ts";
export { readWorkflow } from "./read-workflow.ts";
