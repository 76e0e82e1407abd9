export {
  countFindings,
  doctorExitCode,
  doctorFileSchema,
  toDoctorDocument,
} from "./document.ts";
export {
  type CheckResult,
  type Examined,
  editing,
  type Finding,
  fine,
  found,
  NOT_APPLICABLE,
  notAsked,
  type Section,
  type Severity,
} from "./finding.ts";
export { npmLockDifferences } from "./npm-lock.ts";
export { readTracked, startedFiles } from "./script-modes.ts";
export { uvLockGaps } from "./uv-lock-gaps.ts";
export { versionSourceOf } from "./version-source.ts";
