/** What of a run decides where its history comes from and goes. */
export interface HistorySituation {
  /** The input: `auto`, `ref` (the own ref too), `off`. */
  readonly mode: "auto" | "ref" | "off";
  readonly eventName: string;
  readonly refType: "branch" | "tag";
  readonly isDefaultBranch: boolean;
}

/** Where the history comes from and goes. */
export interface HistoryPolicy {
  readonly read: boolean;
  /** Into the cache of this run's own ref, which other refs do not read unless it is the default branch. */
  readonly keep: boolean;
  /** Into what every run reads: the artifact of the default branch, and the own ref. */
  readonly share: boolean;
  /** Whether the own ref is used. */
  readonly useRef: boolean;
  /** Why it is off; null when it is not. */
  readonly why: string | null;
}

const NOTHING = { read: false, keep: false, share: false, useRef: false } as const;

/**
 * @param situation the run
 * @returns what may be read and written. A release reads nothing that another run could have written; a run with rights over
 * code of others leaves nothing for later runs
 */
export function historyPolicy({ mode, eventName, refType, isDefaultBranch }: HistorySituation): HistoryPolicy {
  if (mode === "off") return { ...NOTHING, why: "the input history is off" };
  if (eventName === "release" || refType === "tag") {
    return { ...NOTHING, why: "a release reads nothing that another run could have written" };
  }
  const useRef = mode === "ref";
  if (["pull_request_target", "workflow_run", "issue_comment"].includes(eventName)) {
    return { ...NOTHING, why: `${eventName} runs with rights over code of others` };
  }
  if (eventName === "merge_group") return { read: true, keep: false, share: false, useRef, why: null };
  return { read: true, keep: true, share: isDefaultBranch, useRef, why: null };
}
