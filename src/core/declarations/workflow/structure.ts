import { childNode, textsOf, type YamlNode } from "../yaml-nodes.ts";

/** Something that GitHub refuses a file for. */
export interface StructureFault {
  readonly line: number;
  readonly message: string;
}

/** docs.github.com, Workflow syntax for GitHub Actions; the schema of @actions/workflow-parser names the same. */
const ROOT_KEYS = keys("name run-name on permissions env defaults concurrency jobs description");
const JOB_KEYS = keys(
  "name needs if permissions runs-on environment concurrency outputs env defaults steps timeout-minutes strategy continue-on-error container services uses with secrets cancel-timeout-minutes snapshot",
);
const STEP_KEYS = keys(
  "id if name uses run working-directory shell with env continue-on-error timeout-minutes background wait wait-all cancel parallel",
);

function keys(names: string): ReadonlySet<string> {
  return new Set(names.split(" "));
}

function unknownKey(node: YamlNode, known: ReadonlySet<string>, what: string): StructureFault | undefined {
  for (const [key, { line }] of node.entries) {
    if (known.has(key)) continue;
    return { line, message: `\`${key.slice(0, 60)}\` is no key of ${what}` };
  }
  return undefined;
}

function stepFault(step: YamlNode): StructureFault | undefined {
  if (step.kind !== "map") return { line: step.line, message: "a step must be a map" };
  const unknown = unknownKey(step, STEP_KEYS, "a step");
  if (unknown !== undefined) return unknown;
  const has = (key: string): boolean => step.entries.has(key);
  if (has("run") && has("uses")) return { line: step.line, message: "a step has both `run` and `uses`" };
  const isOne = ["run", "uses", "wait", "wait-all", "cancel", "parallel"].some(has);
  return isOne ? undefined : { line: step.line, message: "a step has neither `run` nor `uses`" };
}

function jobFault(id: string, job: YamlNode, ids: ReadonlySet<string>): StructureFault | undefined {
  if (job.kind !== "map") return { line: job.line, message: `the job \`${id.slice(0, 60)}\` must be a map` };
  const unknown = unknownKey(job, JOB_KEYS, "a job");
  if (unknown !== undefined) return unknown;
  const needs = childNode(job, "needs");
  const missing = textsOf(needs).find((name) => !ids.has(name));
  if (needs !== undefined && missing !== undefined) {
    return { line: needs.line, message: `\`needs\` names the job \`${missing.slice(0, 60)}\`, which is not there` };
  }
  if (job.entries.has("uses")) return undefined;
  if (!job.entries.has("runs-on"))
    return { line: job.line, message: `the job \`${id.slice(0, 60)}\` has no \`runs-on\`` };
  const steps = childNode(job, "steps");
  if (steps === undefined || steps.kind !== "list") {
    return { line: job.line, message: `the job \`${id.slice(0, 60)}\` has no steps` };
  }
  return firstOf(steps.items, stepFault);
}

function firstOf<T>(items: Iterable<T>, check: (item: T) => StructureFault | undefined): StructureFault | undefined {
  for (const item of items) {
    const fault = check(item);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/**
 * Finds what GitHub refuses a workflow for, as far as its structure goes; such a workflow never runs, so it declares nothing.
 * GitHub's own parser is not used here, because loading it takes longer than reading all the rest.
 *
 * @param root the workflow
 * @returns the first fault
 */
export function workflowFault(root: YamlNode): StructureFault | undefined {
  if (root.kind !== "map") return { line: root.line, message: "is not a map" };
  const unknown = unknownKey(root, ROOT_KEYS, "a workflow");
  if (unknown !== undefined) return unknown;
  if (!root.entries.has("on")) return { line: 1, message: "has no `on`" };
  const jobs = childNode(root, "jobs");
  if (jobs === undefined || jobs.kind !== "map" || jobs.entries.size === 0) return { line: 1, message: "has no jobs" };
  const ids = new Set(jobs.entries.keys());
  return firstOf(jobs.entries, ([id, { node }]) => jobFault(id, node, ids));
}
