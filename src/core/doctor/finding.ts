import { shellWord } from "../../contract/index.ts";
/** `error`: a run fails with it; `warning`: something does not work as it should; `note`: good to know. */
export type Severity = "error" | "warning" | "note";

/** What a check is about: this machine, the repository's own files, or the way in which GitHub runs the road. */
export type Section = "machine" | "repository" | "road";

/** One thing that is missing or wrong. Texts may hold foreign names: whoever shows them makes them safe. */
export interface Finding {
  readonly severity: Severity;
  /** One sentence: what is the case. */
  readonly message: string;
  readonly where: { readonly file: string; readonly line: number | null } | null;
  /** One sentence: why it matters. */
  readonly why: string;
  /** Commands or lines that mend it, fit to paste; null when only a person can decide. */
  readonly mend: string | null;
}

/** What a check came to. */
export type CheckResult =
  /** Nothing is missing; `text` says what was found, in a few words. */
  | { readonly kind: "fine"; readonly text: string }
  | { readonly kind: "found"; readonly findings: readonly Finding[] }
  /** The repository has nothing that this check is about. */
  | { readonly kind: "not-applicable" }
  /** It could not be judged, and why; `--online` alone may ask the network. */
  | { readonly kind: "not-asked"; readonly text: string };

/** A check and what it came to. */
export interface Examined {
  readonly id: string;
  readonly section: Section;
  readonly result: CheckResult;
}

/** @returns that nothing is missing */
export function fine(text: string): CheckResult {
  return { kind: "fine", text };
}

/**
 * @param findings what is missing
 * @param text said when nothing is
 */
export function found(findings: readonly Finding[], text: string): CheckResult {
  return findings.length === 0 ? fine(text) : { kind: "found", findings };
}

/** The repository has nothing that the check is about. */
export const NOT_APPLICABLE: CheckResult = { kind: "not-applicable" };

/** @returns that it could not be judged, and why */
export function notAsked(text: string): CheckResult {
  return { kind: "not-asked", text };
}

/**
 * The command for what only a person can write: opens the file where it is to be changed.
 *
 * @param where the place
 * @param what to do there, for the comment behind the command
 */
export function editing({ file, line }: NonNullable<Finding["where"]>, what: string): string {
  return `"\${EDITOR:-vi}" ${line === null ? "" : `+${line} `}${shellWord(file)}   # ${what}`;
}
