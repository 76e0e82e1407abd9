import { groupDigits } from "../../contract/index.ts";
import { unreachable } from "../../errors.ts";
import { headOf } from "../gates/index.ts";
import { code, type Inline, type Inlines, prose } from "./blocks.ts";
import { countOf, formatDuration } from "./format.ts";
import type { Reason } from "./input.ts";
import { gatesOf, type PageModel } from "./model.ts";
import { oneLine } from "./text.ts";

function requiredCount(model: PageModel): number {
  return model.gates.filter((gate) => gate.result.required && gate.standing !== "idle").length;
}

function passedSentence(model: PageModel): string {
  const required = requiredCount(model);
  const flaky = gatesOf(model, "remark").filter((gate) => gate.result.outcome === "flaky-passed").length;
  const quarantined = gatesOf(model, "remark").filter((gate) => gate.result.outcome === "quarantined").length;
  const problems = gatesOf(model, "problem").length;
  const waived = gatesOf(model, "remark").filter((gate) => gate.result.outcome === "waived").length;
  const remarks = [
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(flaky > 0 ? [`${flaky} flaky`] : []),
    ...(quarantined > 0 ? [`${quarantined} quarantined`] : []),
    ...(problems > 0 ? [`${countOf(problems, "advisory problem")}`] : []),
  ];
  const first =
    required === 0
      ? `Passed: ${countOf(model.gates.length, "advisory gate")}`
      : required === 1
        ? "The required gate passed"
        : `All ${groupDigits(required)} required gates passed`;
  return [first, ...remarks].join(", ");
}

function share(count: number, model: PageModel): string {
  const required = requiredCount(model);
  if (required === 1) return "The required gate";
  return `${groupDigits(count)} of ${countOf(required, "required gate")}`;
}

function failedSentence(model: PageModel): string {
  const blocking = gatesOf(model, "blocks");
  const failed = blocking.filter(({ result }) => result.outcome === "failed" || result.outcome === "timed-out").length;
  const unclear = blocking.length - failed;
  if (failed > 0) {
    const rest = unclear > 0 ? `, ${groupDigits(unclear)} could not be judged` : "";
    return `${share(failed, model)} failed${rest}`;
  }
  return "Over the budget, although every required gate passed";
}

function jobList(reasons: readonly Reason[]): Inlines {
  const names = [...new Set(reasons.map((reason) => reason.job ?? ""))];
  const shown = names
    .slice(0, 3)
    .flatMap((name, index): Inline[] => [index === 0 ? "" : ", ", code(oneLine(name, 60))]);
  const more = names.length > 3 ? [` and ${countOf(names.length - 3, "more", "more")}`] : [];
  return [names.length === 1 ? "Job " : "Jobs ", ...shown, ...more];
}

/** Longest part of a heading that a job's own words may take. */
const WORDS = 120;

function noVerdict(model: PageModel): Inlines {
  const [reason] = model.joined.reasons;
  if (reason?.failure !== undefined) {
    return ["No verdict: ", ...prose(headOf(reason.failure), WORDS)];
  }
  if (reason === undefined || reason.job === null) return ["No verdict: the gates left no result"];
  return ["No verdict: job ", code(oneLine(reason.job, 60)), " ", ...prose(reason.message, WORDS)];
}

function errorSentence(model: PageModel): Inlines {
  const blocking = gatesOf(model, "blocks").length;
  if (blocking > 0) {
    return [`${share(blocking, model)} could not be judged`];
  }
  if (model.input.verdict === null) return noVerdict(model);
  const ofJobs = model.joined.reasons.filter((reason) => reason.job !== null);
  const failed = ofJobs.filter((reason) => reason.message.startsWith("failed"));
  if (failed.length > 0) return [...jobList(failed), " failed, although the gates passed"];
  if (ofJobs.length > 0) return [...jobList(ofJobs), " did not run, although the gates passed"];
  return ["No verdict"];
}

function cancelledSentence(model: PageModel): string {
  if (model.gates.length === 0) return "Cancelled before there was a verdict";
  const ended = model.gates.filter((gate) => gate.standing !== "idle" && gate.result.outcome !== "cancelled").length;
  return `Cancelled: ${groupDigits(ended)} of ${countOf(model.gates.length, "gate")} had ended`;
}

/** A run that left gates out on request is never taken for the whole. */
function partialRemark({ input, gates }: PageModel): Inlines {
  if (input.verdict?.partial !== true) return [];
  const left = gates.filter(({ result }) => result.outcome === null).length;
  return [` (partial: ${groupDigits(left)} of ${countOf(gates.length, "gate")} left out)`];
}

/**
 * @param model the page
 * @returns did it pass: a mark and one sentence
 */
export function sentenceOf(model: PageModel): Inlines {
  const { input } = model;
  const { verdict, exitCode } = model.joined;
  switch (verdict) {
    case "passed":
      return ["✅ ", passedSentence(model), ...partialRemark(model)];
    case "failed":
      return ["❌ ", failedSentence(model), ...partialRemark(model)];
    case "error":
      return ["❌ ", ...errorSentence(model), ...partialRemark(model)];
    case "cancelled":
      return ["⏹️ ", cancelledSentence(model), ...partialRemark(model)];
    case "nothing-to-check":
      if (input.verdict?.partial === true) return ["⚠️ Nothing ran", ...partialRemark(model)];
      return exitCode === 0 ? ["⚠️ Nothing to check"] : ["❌ Nothing to check, and this run requires gates"];
    default:
      return unreachable(verdict);
  }
}

function costOf(model: PageModel): readonly string[] {
  const { spentMs, budgetMs, savedMs } = model.time;
  if (spentMs === 0) return [];
  const time = formatDuration(spentMs);
  return [
    budgetMs === null ? time : `${time} of ${formatDuration(budgetMs)}`,
    ...(savedMs > 0 ? [`saved ${formatDuration(savedMs)}`] : []),
  ];
}

/**
 * @param model the page
 * @returns did it pass, and what did it cost: one line for a heading
 */
export function headlineOf(model: PageModel): Inlines {
  return [...sentenceOf(model), ...costOf(model).map((part) => ` · ${part}`)];
}
