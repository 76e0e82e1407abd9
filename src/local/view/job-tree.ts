import type { SeenJob } from "../seen-run.ts";

/** A job with the jobs that it calls. */
export interface JobTree {
  readonly job: SeenJob;
  readonly children: readonly JobTree[];
}

/**
 * @param jobs all jobs of a run
 * @returns the jobs without a parent, each with those below it; a job whose parent is unknown stands at the top
 */
export function treeOf(jobs: readonly SeenJob[]): readonly JobTree[] {
  const ids = new Set(jobs.map((job) => job.node.id));
  const below = (parent: string | undefined): JobTree[] =>
    jobs
      .filter(
        ({ node }) =>
          (node.parent !== undefined && ids.has(node.parent) && node.parent !== node.id ? node.parent : undefined) ===
          parent,
      )
      .map((job) => ({ job, children: below(job.node.id) }));
  return below(undefined);
}

/**
 * @param tree a job and what it calls
 * @returns from when to when it ran, in ms since the run started, taken from the called jobs where it has no times of its
 * own; undefined when it never started
 */
export function spanOf(tree: JobTree): { readonly startMs: number; readonly durationMs: number } | undefined {
  const { startMs, durationMs } = tree.job;
  if (startMs !== null && durationMs !== null) return { startMs, durationMs };
  const spans = tree.children.map(spanOf).filter((span) => span !== undefined);
  if (spans.length === 0) return undefined;
  const from = Math.min(...spans.map((span) => span.startMs));
  return { startMs: from, durationMs: Math.max(...spans.map((span) => span.startMs + span.durationMs)) - from };
}
