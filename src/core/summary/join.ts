import { EXIT } from "../../errors.ts";
import {
  type DetailsFile,
  type Failure,
  FORE_JOBS,
  headOf,
  JOBS,
  type Needs,
  readFailure,
  type Verdict,
  type VerdictFile,
} from "../gates/index.ts";
import type { JoinedVerdict, Reason } from "./input.ts";

/** What the check job left. */
export type CheckResult =
  | { readonly kind: "read"; readonly verdict: VerdictFile; readonly details: DetailsFile | null }
  /** No file: it was never written, or not handed on. */
  | { readonly kind: "absent" }
  /** There is a file that must not be believed; `why` is one sentence without a full stop. */
  | { readonly kind: "refused"; readonly why: string };

/** What `joinVerdict` judges by. */
export interface JoinInput {
  readonly check: CheckResult;
  /** Results of the jobs; undefined when there is but one job, which is this one. */
  readonly needs: Needs | undefined;
  readonly requireGates: boolean;
  /** On a release every job has to do its work. */
  readonly isRelease: boolean;
}

/** Gates that block, given the outcomes that the table of docs/architecture.md, section 8 names. */
function hasBlockingGate(verdict: VerdictFile): boolean {
  return verdict.gates.some((gate) => gate.required && (gate.outcome === "failed" || gate.outcome === "timed-out"));
}

/**
 * @param verdict what verdict.json says
 * @param details what details.json says of the budget; null when it is not known
 * @returns true when the gates passed and only the enforced budget made the verdict `failed`
 */
export function isOnlyOverBudget(verdict: VerdictFile, details: DetailsFile | null): boolean {
  return (
    verdict.verdict === "failed" &&
    details?.budgetEnforced === true &&
    verdict.durationMs > details.budgetMs &&
    !hasBlockingGate(verdict)
  );
}

/**
 * @param verdict the verdict
 * @param onlyOverBudget whether nothing but the enforced budget failed
 * @returns the exit code that stands for it
 */
export function exitCodeOfVerdict(verdict: Verdict, onlyOverBudget: boolean): number {
  switch (verdict) {
    case "cancelled":
      return EXIT.interrupted;
    case "failed":
      return onlyOverBudget ? EXIT.overBudget : EXIT.failed;
    case "error":
      return EXIT.service;
    case "passed":
    case "nothing-to-check":
      return EXIT.passed;
  }
}

const SEE_LOG = "open the log of the job; its last lines say why";

const GATES_REQUIRED: Reason = {
  job: null,
  message: "there is nothing to check, and this run requires gates",
  advice: "declare a gate in `turnpike.yml`, or do not set `require-gates`",
  stopped: false,
};

/** What a step of ours in a job said when it gave up. */
function failureOf(needs: Needs | undefined, job: string): Failure | undefined {
  return needs?.[job]?.result === "failure" ? readFailure(needs[job]?.outputs["failure"]) : undefined;
}

/** A job that failed, in the words of the step that gave up where there are any. */
function failed(job: string, words: string, failure: Failure | undefined): Reason {
  if (failure === undefined) return { job, message: words, advice: SEE_LOG, stopped: false };
  const hasBlock = failure.problems.length > 0 || failure.hint?.includes("\n") === true;
  const message = `${words}: ${hasBlock ? headOf(failure) : failure.message.replace(/\.$/, "")}`;
  return { job, message, advice: adviceOf(failure), stopped: false, failure };
}

/** One line of what to do; the rest stands in a block of its own. */
function adviceOf({ kind, problems, hint }: Failure): string {
  if (hint !== null) return hint.includes("\n") || problems.length > 0 ? "see below" : hint.replace(/\.$/, "");
  if (problems.length === 0) return SEE_LOG;
  return kind === "config" ? "mend what is listed below" : "see below";
}

/** The check job left no file. */
function absent(needs: Needs | undefined): Reason {
  const job = JOBS.check;
  const { result, outputs } = needs?.[JOBS.check] ?? {};
  const verdict = outputs?.["verdict"] ?? "";
  if (result === "skipped") return { job, message: "was skipped before the gates", advice: SEE_LOG, stopped: false };
  if (result === "failure" && verdict === "") return failed(job, "failed before the gates", failureOf(needs, job));
  const message = verdict === "" ? "left no verdict" : `said \`${verdict}\`, and its files were not handed on`;
  return { job, message, advice: SEE_LOG, stopped: false };
}

function reasonsOfCheck(input: JoinInput): Reason[] {
  const { check, needs } = input;
  const result = needs?.[JOBS.check]?.result;
  if (needs !== undefined && result === undefined) {
    const advice = `list \`${JOBS.check}\` in the \`needs\` of the job that gives the verdict`;
    return [{ job: JOBS.check, message: "is not among the jobs that this one needs", advice, stopped: false }];
  }
  if (check.kind === "refused")
    return [{ job: JOBS.check, message: check.why, advice: "run the workflow again", stopped: false }];
  if (check.kind === "absent" && result !== "cancelled") return [absent(needs)];
  if (check.kind === "read" && result === "skipped") {
    return [
      {
        job: JOBS.check,
        message: "was skipped, so its verdict is of another run",
        advice: "run the workflow again",
        stopped: false,
      },
    ];
  }
  if (check.kind === "read" && isExplained(check.verdict.verdict, input.requireGates)) return [];
  if (result === "failure") {
    return [failed(JOBS.check, "failed although the gates passed", failureOf(needs, JOBS.check))];
  }
  return [];
}

/** Whether a failing check job says no more than its verdict does. */
function isExplained(verdict: Verdict, requireGates: boolean): boolean {
  return verdict === "nothing-to-check" ? requireGates : verdict !== "passed";
}

function reasonsOfOthers(input: JoinInput, base: Verdict | null): Reason[] {
  const mayGoOn = base === "passed" || base === "nothing-to-check";
  const reasons: Reason[] = [];
  for (const [job, { result }] of Object.entries(input.needs ?? {})) {
    if (job === JOBS.check || (FORE_JOBS.has(job) && base !== null)) continue;
    if (result === "failure") reasons.push(failed(job, "failed", failureOf(input.needs, job)));
    if (result === "skipped" && input.isRelease && mayGoOn) {
      const advice = "see which of the jobs that it needs did not succeed";
      reasons.push({ job, message: "was skipped, which a release must not do", advice, stopped: false });
    }
  }
  return reasons;
}

/** Every job waits for the check job, so where that one was cancelled the others say no more. */
function reasonsOfCancelling(needs: Needs | undefined): Reason[] {
  const cancelled = Object.entries(needs ?? {}).filter(([, { result }]) => result === "cancelled");
  const own = cancelled.filter(([job]) => job === JOBS.check);
  return (own.length > 0 ? own : cancelled).map(([job]) => ({
    ...{ job, message: "was cancelled, or ran out of its time", advice: "run the workflow again", stopped: true },
  }));
}

/** 2 when what stopped the run is a person's to mend, else 3 (docs/architecture.md, section 7). */
function exitCodeOfError([first]: readonly Reason[]): number {
  const kind = first?.failure?.kind;
  return kind === "config" || kind === "user" ? EXIT.config : EXIT.service;
}

/** A verdict that a skipped job carried over counts for nothing. */
function believed(input: JoinInput): VerdictFile | null {
  const result = input.needs?.[JOBS.check]?.result;
  return input.check.kind === "read" && result !== "skipped" ? input.check.verdict : null;
}

/**
 * Joins what the gates say with what became of the jobs. Strongest first: cancelled, failed, error, passed,
 * nothing-to-check (docs/architecture.md, section 8). A job that was skipped counts as success for a required check of
 * GitHub's, so whatever is missing is an error here.
 *
 * @param input what the check job left, and the results of all jobs
 * @returns the last word, its exit code, and why it differs from the gates' own
 */
export function joinVerdict(input: JoinInput): JoinedVerdict {
  const file = believed(input);
  const base = file?.verdict ?? null;
  const cancelled = reasonsOfCancelling(input.needs);
  const errors = [...reasonsOfCheck(input), ...reasonsOfOthers(input, base)];
  const reasons = [...cancelled, ...errors];
  const conclude = (verdict: Verdict, onlyOverBudget = false): JoinedVerdict => ({
    verdict,
    exitCode: exitCodeOfVerdict(verdict, onlyOverBudget),
    reasons,
  });
  if (cancelled.length > 0 || base === "cancelled") return conclude("cancelled");
  if (base === "failed") {
    const details = input.check.kind === "read" ? input.check.details : null;
    return conclude("failed", file !== null && errors.length === 0 && isOnlyOverBudget(file, details));
  }
  if (base === null || errors.length > 0) return { verdict: "error", exitCode: exitCodeOfError(errors), reasons };
  if (base === "nothing-to-check" && input.requireGates) {
    return { verdict: base, exitCode: EXIT.failed, reasons: [...reasons, GATES_REQUIRED] };
  }
  return conclude(base);
}
