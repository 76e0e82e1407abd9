import { asText, valueAt } from "../../../core/documents/index.ts";
import { recordedRunOf } from "../../../core/summary/index.ts";
import type { RunContext } from "../../../ports/run-context.ts";
import type { RunOrigin } from "./quarantine.ts";

/** GitHub's names of systems, as they are written elsewhere. */
const SYSTEMS: Readonly<Record<string, string>> = { Linux: "linux", macOS: "macos", Windows: "windows" };

/**
 * @param context of a workflow run
 * @param part which runner of a fan-out it is, from 1; 0 for a run as a whole
 * @returns where the run takes place
 */
export function originOf(context: RunContext, part = 0): RunOrigin {
  const { event, runnerOs } = context;
  return {
    ...recordedRunOf(context),
    part,
    headSha: asText(valueAt(event, "pull_request", "head", "sha")) || null,
    os: SYSTEMS[runnerOs] ?? (runnerOs === "" ? "unknown" : runnerOs.toLowerCase()),
  };
}
