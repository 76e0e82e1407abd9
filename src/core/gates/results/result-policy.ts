import { valueAt } from "../../documents/index.ts";

/** A file that is larger was not written by this program. */
export const LARGEST_STORE_BYTES = 16 * 1024 * 1024;

/** What of a run on GitHub decides whether earlier results are used. */
export interface ResultSituation {
  /** The input `result-cache`. */
  readonly isWanted: boolean;
  readonly eventName: string;
  readonly refType: "branch" | "tag";
  readonly release: boolean;
  /** True when the code comes from another repository than this one. */
  readonly isFork: boolean;
}

/** Whether results are restored and saved, and why not. */
export interface ResultDecision {
  readonly restore: boolean;
  readonly save: boolean;
  readonly why: string;
}

const none = (why: string): ResultDecision => ({ restore: false, save: false, why });

/**
 * @param situation the run
 * @returns whether earlier results are used; never on a release, never saved by code of others or with rights over it
 */
export function decideResults(situation: ResultSituation): ResultDecision {
  const { eventName } = situation;
  if (!situation.isWanted) return none("the input result-cache is false");
  if (situation.release || situation.refType === "tag") return none("a release is checked whole");
  if (["pull_request_target", "workflow_run", "issue_comment"].includes(eventName)) {
    return none(`${eventName} runs with rights over code of others`);
  }
  if (situation.isFork) return { restore: true, save: false, why: "code of a fork leaves no results behind" };
  if (eventName === "merge_group") {
    return { restore: true, save: false, why: "results of a merge queue are never read again" };
  }
  return { restore: true, save: true, why: "on" };
}

/**
 * @param event GitHub's payload
 * @returns true when it is a pull request from another repository, or nobody can tell
 */
export function isForkEvent(event: Readonly<Record<string, unknown>>): boolean {
  if (event["pull_request"] === undefined) return false;
  const name = (side: string) => valueAt(event, "pull_request", side, "repo", "full_name");
  return typeof name("head") !== "string" || name("head") !== name("base");
}
