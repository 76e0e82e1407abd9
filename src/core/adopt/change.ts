/** A file that `init` would write. */
export interface Change {
  /** Relative to the repository's root. */
  readonly path: string;
  /** Its text now; null when there is no such file. */
  readonly before: string | null;
  readonly after: string;
  /** One sentence: what for. */
  readonly why: string;
}

/** Something that `init` leaves as it is or cannot do, said with its place. */
export interface Remark {
  /** Path relative to the root, `file:line` where a line is known; or `this repository`. */
  readonly where: string;
  readonly message: string;
}

/** What is to be done to one file, if anything. */
export interface Proposal {
  readonly changes: readonly Change[];
  readonly remarks: readonly Remark[];
}

/** Nothing to change, nothing to say. */
export const NOTHING: Proposal = { changes: [], remarks: [] };

/**
 * @param proposals parts, in the order that people shall see them
 * @returns one proposal of them all
 */
export function joinProposals(...proposals: readonly Proposal[]): Proposal {
  return {
    changes: proposals.flatMap(({ changes }) => changes),
    remarks: proposals.flatMap(({ remarks }) => remarks),
  };
}
