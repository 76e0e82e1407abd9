/** One annotation of a check run. Texts are safe to show. */
export interface CheckAnnotation {
  /** Relative to the repository's root. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly level: "failure" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
  /** At most 64 KiB. */
  readonly details?: string;
}

/** A check run as it is to be. */
export interface CheckRunText {
  readonly name: string;
  readonly headSha: string;
  /** Tells ours from others of that name. */
  readonly externalId: string;
  readonly conclusion: "success" | "failure" | "cancelled" | "neutral";
  /** At most 255 characters. */
  readonly title: string;
  /** Markdown, at most 65,535 characters. */
  readonly summary: string;
  readonly detailsUrl: string | null;
  readonly annotations: readonly CheckAnnotation[];
}

/** A comment of a pull request as it is to be. */
export interface CommentText {
  readonly pullRequest: number;
  /** Stands in the body, unseen, and finds the comment again. */
  readonly marker: string;
  /** Markdown, at most 65,536 characters. */
  readonly body: string;
}

/** What writing did. */
export type WriteResult =
  | { readonly kind: "created" | "updated" | "unchanged"; readonly url: string }
  | { readonly kind: "not-permitted" | "unavailable"; readonly reason: string };
