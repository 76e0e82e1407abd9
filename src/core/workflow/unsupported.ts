import { nearestName } from "../../contract/parse.ts";
import type { Problem } from "../../errors.ts";
import { childOf, entriesOf, itemsOf, problemAt, type Template } from "./document.ts";

/** Keys of a job that change what runs and that are not done here. */
const JOB_KEYS: Readonly<Record<string, string>> = {
  container: "jobs run on this machine, without containers; run this job on GitHub, or leave it out with --job",
  services: "service containers are not started; run this job on GitHub, or leave it out with --job",
  snapshot: "images of this machine are not made; run this job on GitHub, or leave it out with --job",
};

const IN_STEPS = "steps run one after the other; write them without it, or run this job on GitHub";

/** Keys that the schema refuses, and the tree therefore lacks, although GitHub knows them. */
const NOT_IN_SCHEMA: Readonly<Record<string, string>> = {
  background: IN_STEPS,
  wait: IN_STEPS,
  "wait-all": IN_STEPS,
  cancel: IN_STEPS,
  "cache-mode": "the key is not read yet; take it out, or run this job on GitHub",
};

/**
 * Keys of a job that GitHub knows and `turnpike run` does not do. What is not done is an error, never silence.
 *
 * @param file how messages name the file
 * @param job a job's mapping
 */
export function unsupportedKeys(file: string, job: Template): readonly Problem[] {
  const ofJob = entriesOf(job).flatMap(({ key, keyToken }) => {
    const why = JOB_KEYS[key];
    return why === undefined ? [] : [problemAt(file, keyToken, notDone(key, why))];
  });
  const ofSteps = itemsOf(childOf(job, "steps")).flatMap(entriesOf);
  const parallel = ofSteps.filter(({ key }) => key === "parallel");
  return [...ofJob, ...parallel.map(({ key, keyToken }) => problemAt(file, keyToken, notDone(key, IN_STEPS)))];
}

/** Keys of workflows, jobs and steps (docs.github.com, Workflow syntax), to find the one that was meant. */
const KNOWN_KEYS: readonly string[] = [
  ...["name", "run-name", "on", "permissions", "env", "defaults", "concurrency", "jobs"],
  ...["needs", "if", "runs-on", "environment", "outputs", "timeout-minutes", "strategy", "continue-on-error"],
  ...["container", "services", "uses", "with", "secrets", "steps", "matrix", "fail-fast", "max-parallel"],
  ...["include", "exclude", "id", "run", "working-directory", "shell"],
];

/**
 * @param problem what the schema says
 * @returns the same, with what is true of a key that is newer than the schema, or the key that was probably meant
 */
export function explainKey(problem: Problem): Problem {
  const key = /^Unexpected value '([^']+)'$/.exec(problem.message)?.[1];
  if (key === undefined) return problem;
  const why = NOT_IN_SCHEMA[key];
  if (why !== undefined) return { ...problem, message: notDone(key, why) };
  const nearest = KNOWN_KEYS.includes(key) ? undefined : nearestName(key, KNOWN_KEYS);
  return nearest === undefined ? problem : { ...problem, message: `${problem.message}; did you mean \`${nearest}\`?` };
}

function notDone(key: string, why: string): string {
  return `turnpike run does not do \`${key}\`: ${why}.`;
}
