import type { LogLine, SeenJob, SeenStep } from "../seen-run.ts";

/** What the runner prints where commands are switched off and on; the token is masked. */
const STOP_TOKEN = /^::(stop-commands::)?\*\*\*(::)?$/;

function isWorth(line: LogLine): boolean {
  return !line.style.startsWith("fold-") && line.style !== "debug" && !STOP_TOKEN.test(line.text.trim());
}

/**
 * @param lines of a step's log
 * @param count most lines
 * @returns the last lines that say something, without marks of groups
 */
export function lastLines(lines: readonly LogLine[], count: number): readonly LogLine[] {
  const worth = lines.filter(isWorth);
  const end = worth.findLastIndex((line) => line.text.trim() !== "");
  return worth.slice(Math.max(0, end + 1 - count), end + 1);
}

/** Lines that are in no group; a group that is not closed holds the rest. */
function unfolded(lines: readonly LogLine[]): readonly LogLine[] {
  let isFolded = false;
  return lines.filter((line) => {
    if (line.style === "fold-begin") isFolded = true;
    if (line.style === "fold-end") isFolded = false;
    return !isFolded;
  });
}

/**
 * The end of a failed step's log as a person wants it: without groups, which hold what went well, and without the
 * annotations, which are shown by themselves. What would leave nothing is not left out.
 *
 * @param job the job
 * @param step a step of it
 * @param count most lines
 * @returns the last lines
 */
export function tellingLines(job: SeenJob, step: SeenStep, count: number): readonly LogLine[] {
  const said = new Set(
    job.annotations
      .filter((entry) => entry.step === step.number)
      .flatMap(({ annotation }) => annotation.message.split(/\r?\n/).map((line) => line.trim())),
  );
  const isAnnotation = (line: LogLine): boolean => said.has(line.text.trim()) && line.text.trim() !== "";
  const open = unfolded(step.lines);
  const choices = [open.filter((line) => !isAnnotation(line)), open, step.lines];
  return choices.map((lines) => lastLines(lines, count)).find((lines) => lines.length > 0) ?? [];
}
