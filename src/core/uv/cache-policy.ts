/** What of a run decides whether a cache is used. */
export interface CacheSituation {
  /** The input: `auto`, `true`, `false`. */
  readonly mode: "auto" | "true" | "false";
  readonly eventName: string;
  readonly refType: "branch" | "tag";
  /** True when the machine keeps uv's cache between jobs by itself. */
  readonly isWarm: boolean;
}

/** Whether to use a cache, and why. */
export interface CacheDecision {
  readonly restore: boolean;
  /** `miss`: only when nothing at all was found, as entries of pull requests serve that pull request alone. */
  readonly save: "always" | "miss" | "never";
  readonly why: string;
}

const OFF = { restore: false, save: "never" } as const;

/** Runs with rights over code that somebody else may have written, or whose result is released. */
function distrust(situation: CacheSituation): string | undefined {
  if (situation.eventName === "release") return "a release is made from nothing that another run could have written";
  if (situation.refType === "tag") return "a tag is built from nothing that another run could have written";
  if (["pull_request_target", "workflow_run"].includes(situation.eventName)) {
    return `${situation.eventName} runs with rights over code of others`;
  }
  return undefined;
}

/**
 * @param situation the run
 * @returns whether to restore and to save; never saved on releases and events of low trust, whatever the input says
 */
export function decideCache(situation: CacheSituation): CacheDecision {
  if (situation.mode === "false") return { ...OFF, why: "the input cache is false" };
  const doubt = distrust(situation);
  if (situation.mode === "true") {
    if (doubt !== undefined)
      return { restore: true, save: "never", why: `the input cache is true; not saved: ${doubt}` };
    return { restore: true, save: "always", why: "the input cache is true" };
  }
  if (doubt !== undefined) return { ...OFF, why: doubt };
  if (situation.isWarm) return { ...OFF, why: "this machine keeps uv's cache by itself" };
  if (situation.eventName === "merge_group") {
    return { restore: true, save: "never", why: "an entry of a merge queue is never read again" };
  }
  if (situation.eventName === "pull_request") {
    return { restore: true, save: "miss", why: "a pull request reads the base branch's entries" };
  }
  return { restore: true, save: "always", why: "auto" };
}
