import { fromRoot } from "../../contract/index.ts";
import { unreachable } from "../../errors.ts";

/** Why `uv sync --locked` did not work. */
export type SyncFailure =
  | { readonly kind: "stale-lock" }
  | { readonly kind: "no-lock" }
  | { readonly kind: "broken-lock" }
  | { readonly kind: "unknown-group"; readonly name: string }
  | { readonly kind: "unknown-extra"; readonly name: string }
  | { readonly kind: "required-version" }
  | { readonly kind: "python" }
  | { readonly kind: "unreachable" }
  | { readonly kind: "other" };

/** A failure with uv's own words, foreign text. */
export interface ClassifiedSync {
  readonly failure: SyncFailure;
  /** uv's error in one line, without its `error:`. */
  readonly said: string;
}

const MAX_SAID_LINES = 6;
const MAX_SAID_LENGTH = 500;

/** What draws the tree of causes, and the words before each of them. */
const DECORATION = /^[\s│├╰─▶×]*(?:error:|cause:|fatal:|[Cc]aused by:)?\s*/;

/** uv's error as one line: what failed, and the deepest cause that it names. */
function errorText(stderr: string): string {
  const lines = stderr.split(/\r?\n/).filter((line) => line.trim() !== "");
  const start = lines.findIndex((line) => /^(error:|\s*×)/.test(line));
  const block = start === -1 ? lines.slice(-MAX_SAID_LINES) : lines.slice(start);
  const isCause = (line: string) => /^[\s│]*(cause:|fatal:|Caused by:)/.test(line) && !/exit status/.test(line);
  const deepest = block.slice(1).findLast(isCause);
  const shown = deepest === undefined ? block.slice(0, MAX_SAID_LINES) : [block[0] ?? "", deepest];
  const parts = shown.map((line) => line.replace(DECORATION, "").trim());
  const text = parts.join(deepest === undefined ? " " : ": ");
  return text.length > MAX_SAID_LENGTH ? `${text.slice(0, MAX_SAID_LENGTH)}…` : text;
}

const PATTERNS: readonly { readonly pattern: RegExp; readonly of: (name: string) => SyncFailure }[] = [
  { pattern: /needs to be updated, but `--(?:locked|check)`/, of: () => ({ kind: "stale-lock" }) },
  { pattern: /Unable to find lockfile/, of: () => ({ kind: "no-lock" }) },
  { pattern: /Failed to parse `uv\.lock`|unsupported schema version/, of: () => ({ kind: "broken-lock" }) },
  { pattern: /Group `([^`]+)` is not defined/, of: (name) => ({ kind: "unknown-group", name }) },
  { pattern: /Extra `([^`]+)` is not defined/, of: (name) => ({ kind: "unknown-extra", name }) },
  { pattern: /Required uv version/, of: () => ({ kind: "required-version" }) },
  {
    pattern:
      /No interpreter found|incompatible with the project's Python requirement|python-build-standalone|No download found for request|Python interpreter (?:at|not found)|Failed to inspect Python/,
    of: () => ({ kind: "python" }),
  },
  {
    pattern:
      /error sending request|dns error|Connection refused|operation timed out|Network is unreachable|Could not resolve host|network (?:was|is|connectivity is) disabled|HTTP status (?:server error|client error \(429)|error decoding response body/i,
    of: () => ({ kind: "unreachable" }),
  },
];

/**
 * Says why a sync failed. The exit code tells failed (1) from refused (2); which of the reasons it was, only the text tells.
 *
 * @param code uv's exit code; 0 is no failure and gives `other`
 * @param stderr what uv printed
 */
export function classifySync(code: number, stderr: string): ClassifiedSync {
  const said = errorText(stderr);
  if (code !== 0) {
    for (const { pattern, of } of PATTERNS) {
      const match = pattern.exec(stderr);
      if (match !== null) return { failure: of(match[1] ?? ""), said };
    }
  }
  return { failure: { kind: "other" }, said };
}

/** A failure for people. */
export interface ExplainedSync {
  /** One sentence without a full stop; foreign text in part. */
  readonly reason: string;
  /** The command that mends it, from the repository's root; undefined when no command does. */
  readonly mend: string | undefined;
}

/**
 * @param sync why a sync failed
 * @param cwd folder of the project, relative to the repository's root
 * @returns the reason in words that name the files, and what mends it
 */
export function explainSync({ failure, said }: ClassifiedSync, cwd: string): ExplainedSync {
  const at = (file: string): string => (cwd === "." ? file : `${cwd}/${file}`);
  const relock = fromRoot(cwd, "uv lock");
  switch (failure.kind) {
    case "stale-lock":
      return { reason: `the lock ${at("uv.lock")} does not match pyproject.toml`, mend: relock };
    case "no-lock":
      return { reason: `the lock ${at("uv.lock")} is missing`, mend: relock };
    case "broken-lock":
      return { reason: `the lock ${at("uv.lock")} cannot be read: ${said}`, mend: relock };
    case "unknown-group":
      return { reason: `there is no dependency group ${failure.name} in ${at("pyproject.toml")}`, mend: undefined };
    case "unknown-extra":
      return { reason: `there is no extra ${failure.name} in ${at("pyproject.toml")}`, mend: undefined };
    case "required-version":
    case "python":
    case "unreachable":
    case "other":
      return { reason: said, mend: undefined };
    default:
      return unreachable(failure);
  }
}
