import { turnpikeCalls } from "../../core/adopt/index.ts";
import { type CheckResult, type Examined, notAsked } from "../../core/doctor/index.ts";
import { parseWorkflowFile } from "../../core/workflow/index.ts";
import { formatError, TurnpikeError } from "../../errors.ts";
import type { Check, Scene } from "./scene.ts";

/**
 * @param texts files of the repository by path
 * @returns its workflow files as GitHub's parser reads them, and the jobs among them that call the road
 */
export async function readRoad(texts: ReadonlyMap<string, string>): Promise<Pick<Scene, "workflows" | "callers">> {
  const files = [...texts].filter(([path]) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
  const workflows = await Promise.all(
    files.map(async ([path, text]) => ({ path, parsed: await parseWorkflowFile(path, text) })),
  );
  const callers = workflows.flatMap(({ parsed }) =>
    parsed.kind === "workflow"
      ? turnpikeCalls(parsed.workflow).map((call) => ({ workflow: parsed.workflow, call }))
      : [],
  );
  return { workflows, callers };
}

/** A check that cannot read what it needs is no reason for the others to say nothing. */
async function examineOne(check: Check, scene: Scene): Promise<CheckResult> {
  try {
    return await check.examine(scene);
  } catch (error) {
    const told = error instanceof TurnpikeError ? error.message : formatError(error).split("\n")[0];
    return notAsked(`${check.id} could not be judged: ${told}`);
  }
}

/**
 * Makes all checks at once.
 *
 * @param checks in the order in which people see them
 * @param scene the repository and the machine
 */
export async function examine(checks: readonly Check[], scene: Scene): Promise<readonly Examined[]> {
  return await Promise.all(
    checks.map(async (check) => ({ id: check.id, section: check.section, result: await examineOne(check, scene) })),
  );
}
