export { detect, type Planned, type PlanResult, planRepository } from "./detect.ts";
export type { LeftOut, Note } from "./notes.ts";
export {
  CONFIG_BYTES,
  type RepositorySnapshot,
  type UnreadableReason,
  type WantedFile,
  wantedFiles,
} from "./snapshot.ts";
