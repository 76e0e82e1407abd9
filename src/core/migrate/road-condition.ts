import type { JobFacts } from "./model.ts";
import type { JobState } from "./settle/job-state.ts";

/** @returns the condition without `${{ }}` */
function bare(condition: string): string {
  return condition
    .trim()
    .replace(/^\$\{\{(.*)\}\}$/s, "$1")
    .trim();
}

/** @returns whether a job always runs, as far as its own `if` goes */
export function isOpenCondition({ condition }: JobFacts): boolean {
  return condition === null || /^(?:always\(\)|success\(\)|!\s*cancelled\(\)|true)$/.test(bare(condition));
}

/**
 * The condition that the call of the road takes over from the jobs that it replaces in a workflow that releases: without
 * it the road, and what publishes behind it, would run in forks too.
 *
 * @param states jobs of one workflow
 * @returns null when they have none, or not all the same, or one that asks other jobs
 */
export function commonCondition(states: readonly JobState[]): string | null {
  const gone = states.filter((state) => state.gone);
  const conditions = new Set(gone.map(({ job }) => (isOpenCondition(job) ? "" : bare(job.condition ?? ""))));
  const [only] = conditions;
  return only === undefined || only === "" || conditions.size > 1 || /\bneeds\s*[.[]/.test(only) ? null : only;
}
