const MAX_PATTERN = 8000;
/** Repetitions without an end in one alternative: each may try every length at every place of a path. */
const MAX_OPEN_REPETITIONS = 5;

/** Takes what `(?x)` allows for reading's sake out of a pattern. */
function withoutLayout(pattern: string): string {
  return pattern.replaceAll(/(\\.|\[(?:\\.|[^\]\\])*\])|\s+|#[^\n]*/gs, (_, kept?: string) => kept ?? "");
}

/** What stands in a group, as far as it matters for how long it takes. */
interface Group {
  /** It repeats something, or chooses, at any depth. */
  readonly varies: boolean;
  /** Repetitions without an end in the alternative that is read, and the most of those before. */
  readonly open: number;
  readonly most: number;
}

const EMPTY: Group = { varies: false, open: 0, most: 0 };
const TOKEN = /\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\d*,?\d*\}|\((?:\?(?:[:=!>]|<[=!]|P?<\w+>|[\w-]+:?))?|[)*+|]/gs;

function alternative({ open, most }: Group): Group {
  return { varies: true, open: 0, most: Math.max(most, open) };
}

function joined(outer: Group, inner: Group): Group {
  const open = outer.open + Math.max(inner.open, inner.most);
  return { ...outer, open, varies: outer.varies || inner.varies };
}

/**
 * True where something that varies is repeated, or much is repeated side by side: on a path that does not match, such a
 * pattern can take for ever.
 */
function isSlow(pattern: string): boolean {
  const outer: Group[] = [];
  let here = EMPTY;
  let closed: { readonly group: Group; readonly end: number } | undefined;
  for (const { 0: token, index } of pattern.matchAll(TOKEN)) {
    const isRepetition = /^[*+{]/.test(token);
    if (isRepetition && closed?.end === index && closed.group.varies) return true;
    if (isRepetition) here = { ...here, open: here.open + 1, varies: true };
    else if (token === "|") here = alternative(here);
    else if (token.startsWith("(")) {
      outer.push(here);
      here = EMPTY;
    } else if (token === ")") {
      closed = { group: here, end: index + 1 };
      here = joined(outer.pop() ?? EMPTY, here);
    }
    if (here.open > MAX_OPEN_REPETITIONS) return true;
  }
  return false;
}

/**
 * @param pattern a regular expression of Python
 * @returns the same for JavaScript; undefined when it cannot be had, or could take too long
 */
export function pythonPattern(pattern: string): RegExp | undefined {
  if (pattern.length > MAX_PATTERN) return undefined;
  const flags = /^\s*\(\?([aimsux]+)\)/.exec(pattern);
  const bare = pattern.slice(flags?.[0].length ?? 0);
  const plain = (flags?.[1]?.includes("x") === true ? withoutLayout(bare) : bare)
    .replaceAll("(?P<", "(?<")
    .replaceAll(/\\Z/g, "$")
    .replaceAll(/\\A/g, "^");
  if (isSlow(plain)) return undefined;
  try {
    return new RegExp(plain, ["i", "m", "s"].filter((flag) => flags?.[1]?.includes(flag) === true).join(""));
  } catch {
    return undefined;
  }
}
