export { bucketFingerprint, type CacheBuckets, hasWheels } from "./cache-buckets.ts";
export { type CacheKey, type CacheKeyParts, cacheKey, lockIdentity } from "./cache-key.ts";
export { type CacheDecision, type CacheSituation, decideCache } from "./cache-policy.ts";
export { childEnvironment } from "./child-environment.ts";
export { joinEnvironments, NPM_ARGUMENTS, syncArguments, type Wanted } from "./environments.ts";
export {
  bestWheel,
  executableName,
  type Platform,
  parseWheelName,
  targetTriple,
  type WheelName,
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
  type ClassifiedSync,
  classifySync,
  type ExplainedSync,
  explainSync,
  type SyncFailure,
} from "./sync-failure.ts";
export {
  anyVersion,
  combine,
  describeRequest,
  explainRequest,
  highest,
  parseVersionRequest,
  type RequestResult,
  satisfies,
  toRequirement,
  type VersionRequest,
} from "./version-request.ts";
export { parseRecord, type RecordedFile } from "./wheel-record.ts";
