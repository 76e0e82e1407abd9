import { isSequence } from "@actions/workflow-parser/templates/tokens/type-guards";
import type { Problem } from "../../errors.ts";
import { childOf, entriesOf, problemAt, type Template } from "./document.ts";

/** Keys of a job that change what runs and that are not done here. */
const JOB_KEYS: Readonly<Record<string, string>> = {
  container: "jobs run on this machine, without containers; run this job on GitHub, or leave it out with --job",
  services: "service containers are not started; run this job on GitHub, or leave it out with --job",
  snapshot: "images of this machine are not made; run this job on GitHub, or leave it out with --job",
  "cache-mode": "the key is not read yet; take it out, or run this job on GitHub",
};

const STEP_KEYS = ["background", "wait", "wait-all", "cancel", "parallel"];

/**
 * Keys that GitHub knows and `turnpike run` does not do. What is not done is an error, never silence.
 *
 * @param file how messages name the file
 * @param root a workflow's tree; it may be invalid
 */
export function unsupportedKeys(file: string, root: Template): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { key, keyToken } of entriesOf(root)) {
    if (key === "cache-mode") problems.push(notDone(file, keyToken, key, JOB_KEYS[key] ?? ""));
  }
  for (const { value: job } of entriesOf(childOf(root, "jobs"))) {
    for (const { key, keyToken } of entriesOf(job)) {
      const why = JOB_KEYS[key];
      if (why !== undefined) problems.push(notDone(file, keyToken, key, why));
    }
    problems.push(...unsupportedSteps(file, childOf(job, "steps")));
  }
  return problems;
}

function unsupportedSteps(file: string, steps: Template | undefined): readonly Problem[] {
  if (steps === undefined || !isSequence(steps)) return [];
  return [...steps].flatMap((step) =>
    entriesOf(step)
      .filter(({ key }) => STEP_KEYS.includes(key))
      .map(({ key, keyToken }) =>
        notDone(file, keyToken, key, "steps run one after the other; write them without it, or run this job on GitHub"),
      ),
  );
}

function notDone(file: string, token: Template, key: string, why: string): Problem {
  return problemAt(file, token, `turnpike run does not do \`${key}\`: ${why}.`);
}
