export {
  bestWheel,
  executableName,
  type Platform,
  parseWheelName,
  targetTriple,
  type WheelName,
} from "./platform.ts";
export {
  anyVersion,
  combine,
  describeRequest,
  highest,
  parseVersionRequest,
  type RequestResult,
  satisfies,
  toRequirement,
  type VersionRequest,
} from "./version-request.ts";
export { parseRecord, type RecordedFile } from "./wheel-record.ts";
