export type { Around } from "./declared/narrow.ts";
export type { Declarations } from "./declared/plan-declared.ts";
export { detect, type Planned, type PlanResult, planRepository } from "./detect.ts";
export { packsNode } from "./node/node-build.ts";
export type { LeftOut } from "./notes.ts";
export { kindOf } from "./own/own-gates.ts";
export {
  type CheckoutFacts,
  commandLine,
  type PlanDocument,
  type PlanGate,
  runLine,
  toPlanDocument,
} from "./plan-document.ts";
export {
  type RepositorySnapshot,
  type UnreadableFile,
  type WantedFile,
  wantedFiles,
} from "./snapshot.ts";
