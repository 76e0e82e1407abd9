export { bucketFingerprint, hasWheels } from "./cache-buckets.ts";
export { type CacheKeyParts, cacheKey, lockIdentity } from "./cache-key.ts";
export { type CacheDecision, decideCache } from "./cache-policy.ts";
export { childEnvironment } from "./child-environment.ts";
export { joinEnvironments, NPM_ARGUMENTS, syncArguments } from "./environments.ts";
export {
  bestWheel,
  executableName,
  type Platform,
  parseWheelName,
  targetTriple,
} from "./platform.ts";
export { projectFolder } from "./project-folder.ts";
export { bestPython, type PythonRequest, readPythonVersionFile } from "./python-request.ts";
export {
  hasUvSettings,
  isWorkspaceRoot,
  type ProjectFile,
  readRequiredVersion,
  readRequiresPython,
} from "./required-version.ts";
export {
  classifySync,
  type ExplainedSync,
  explainSync,
} from "./sync-failure.ts";
export {
  anyVersion,
  combine,
  describeRequest,
  explainRequest,
  highest,
  parseVersionRequest,
  satisfies,
  toRequirement,
  type VersionRequest,
} from "./version-request.ts";
export { parseRecord } from "./wheel-record.ts";
