import type { Styles } from "../../adapters/terminal/index.ts";
import { oneLine } from "../../core/summary/index.ts";
import type { Conclusion } from "../events.ts";
import type { SeenJob, SeenRun, SeenStep } from "../seen-run.ts";

/**
 * @param conclusion what something came to; null while it runs or waits
 * @returns the word that people use
 */
export function wordOf(conclusion: Conclusion | null): string {
  switch (conclusion) {
    case "success":
      return "passed";
    case "failure":
      return "failed";
    case "cancelled":
      return "cancelled";
    case "skipped":
      return "skipped";
    case null:
      return "not finished";
  }
}

/**
 * @param conclusion what something came to; null for what has no end yet
 * @param styles colours
 * @returns a mark of one column
 */
export function markOf(conclusion: Conclusion | null, styles: Styles): string {
  switch (conclusion) {
    case "success":
      return styles.marks.pass;
    case "failure":
      return styles.marks.fail;
    case "cancelled":
      return styles.marks.cancel;
    case "skipped":
      return styles.marks.skip;
    case null:
      return styles.dim("·");
  }
}

/**
 * What a step is shown as: one that failed and was allowed to is a warning.
 *
 * @param step a step
 * @param styles colours
 * @returns a mark of one column
 */
export function stepMark(step: SeenStep, styles: Styles): string {
  const isForgiven = step.outcome === "failure" && step.conclusion === "success";
  return isForgiven ? styles.marks.warn : markOf(step.conclusion, styles);
}

/** Longest name that is shown. */
const NAME_LENGTH = 100;

/**
 * @param job a job
 * @param parent the job that calls it, when there is one
 * @returns its name on one line, without its parent's name before it
 */
export function nameOf(job: SeenJob, parent?: SeenJob): string {
  const name = oneLine(job.node.name, NAME_LENGTH);
  const prefix = parent === undefined ? "" : `${oneLine(parent.node.name, NAME_LENGTH)} / `;
  return prefix !== "" && name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

/**
 * @param record a run
 * @returns where it ran: event, ref, commit, repository; parts that are empty are left out
 */
export function whereOf(record: SeenRun): string {
  const ref = record.ref.replace(/^refs\/(heads|tags|pull)\//, "");
  const event = record.event === "" ? "" : `${record.event}${ref === "" ? "" : ` on ${ref}`}`;
  const commit = record.sha === "" ? "" : `@${record.sha.slice(0, 7)}`;
  return [event, `${record.repository}${commit}`]
    .filter((part) => part !== "")
    .map((part) => oneLine(part, NAME_LENGTH))
    .join(" · ");
}
