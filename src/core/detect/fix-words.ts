/** The words of a command that checks, from the tool's name on; texts may be quoted as a shell line has them. */
type Words = readonly string[];

/** How one way of calling a tool becomes the command that mends. */
interface FixRule {
  readonly program: RegExp;
  /** First word after the program. */
  readonly sub?: RegExp;
  /** One of the words must match. */
  readonly needs?: RegExp;
  readonly fix: (words: Words) => Words;
}

/** Words without flags that match, and without options that match and the value behind them. */
function without(words: Words, flags: RegExp, valued = /(?!)/): Words {
  return words.filter((word, at) => {
    const [name = ""] = word.split("=", 1);
    return !flags.test(word) && !valued.test(name) && !valued.test(words[at - 1] ?? "");
  });
}

/** One flag in the place of the first that matches; further ones go. */
function replaced(words: Words, flags: RegExp, flag: string): Words {
  const first = words.findIndex((word) => flags.test(word));
  return words.flatMap((word, at) => (flags.test(word) ? (at === first ? [flag] : []) : [word]));
}

/** Words put behind the program and so many of its own words. */
function inserted(words: Words, after: number, ...more: readonly string[]): Words {
  return [...words.slice(0, after), ...more, ...words.slice(after)];
}

const CHECK = /^(?:--check|--diff)$/;
const withoutCheck = (words: Words): Words => without(words, CHECK);
const withFix = (words: Words): Words => inserted(without(words, /^--fix$/), 1, "--fix");
const RUFF_OUTPUT = /^(?:--output-format|--output-file|-o)$/;
const TO_WRITE = /^(?:--check|-c|--list-different|-l)$/;

/**
 * Only what a tool's own documentation promises to mend what the same call finds. What it cannot mend by itself is left for
 * a person, so the check comes after it.
 */
const RULES: readonly FixRule[] = [
  {
    program: /^ruff$/,
    sub: /^check$/,
    fix: (words) =>
      inserted(
        without(words, /^(?:--fix|--no-fix|--fix-only|--diff|--exit-zero|--statistics|--no-cache)$/, RUFF_OUTPUT),
        2,
        "--fix",
      ),
  },
  {
    program: /^ruff$/,
    sub: /^format$/,
    needs: CHECK,
    fix: (words) => without(words, /^(?:--check|--diff|--no-cache)$/, RUFF_OUTPUT),
  },
  { program: /^black$/, needs: CHECK, fix: withoutCheck },
  {
    program: /^isort$/,
    needs: /^(?:--check|--check-only|-c|--diff)$/,
    fix: (words) => without(words, /^(?:--check|--check-only|-c|--diff)$/),
  },
  { program: /^yapf$/, needs: /^(?:--diff|-d)$/, fix: (words) => replaced(words, /^(?:--diff|-d)$/, "--in-place") },
  {
    program: /^(?:autoflake|docformatter)$/,
    needs: /^(?:--check|-c|--check-diff|-cd)$/,
    fix: (words) => replaced(without(words, /^--diff$/), /^(?:--check|-c|--check-diff|-cd)$/, "--in-place"),
  },
  { program: /^(?:pyproject-fmt|mdformat|oxfmt)$/, needs: /^--check$/, fix: withoutCheck },
  { program: /^djlint$/, needs: /^--check$/, fix: (words) => replaced(words, /^--check$/, "--reformat") },
  { program: /^prettier$/, needs: TO_WRITE, fix: (words) => replaced(words, TO_WRITE, "--write") },
  {
    program: /^eslint$/,
    fix: (words) => withFix(without(words, /^--no-color$/, /^(?:-f|--format|-o|--output-file)$/)),
  },
  { program: /^(?:oxlint|xo|standard|ts-standard|semistandard|markdownlint|markdownlint-cli2)$/, fix: withFix },
  // Its option may take a value from 16.14 on, so nothing stands behind it.
  { program: /^stylelint$/, fix: (words) => [...without(words, /^--fix$/), "--fix"] },
  {
    program: /^biome$/,
    sub: /^(?:ci|check|lint|format)$/,
    fix: ([program = "", sub = "", ...rest]) => [
      ...[program, sub === "ci" ? "check" : sub, "--write"],
      ...without(rest, /^--write$/, /^--reporter$/),
    ],
  },
  { program: /^dprint$/, sub: /^check$/, fix: ([program = "", , ...rest]) => [program, "fmt", ...rest] },
  { program: /^sort-package-json$/, needs: /^(?:--check|-c)$/, fix: (words) => without(words, /^(?:--check|-c)$/) },
  {
    program: /^cargo$/,
    sub: /^fmt$/,
    needs: /^--check$/,
    fix: (words) => {
      const left = without(words, /^--check$/);
      return left.at(-1) === "--" ? left.slice(0, -1) : left;
    },
  },
  { program: /^gofmt$/, needs: /^-[ld]$/, fix: (words) => replaced(words, /^-[ld]$/, "-w") },
  { program: /^golangci-lint$/, sub: /^run$/, fix: (words) => inserted(without(words, /^--fix$/), 2, "--fix") },
  { program: /^shfmt$/, needs: /^(?:-d|--diff|-l)$/, fix: (words) => replaced(words, /^(?:-d|--diff|-l)$/, "-w") },
  {
    program: /^clang-format$/,
    needs: /^(?:--dry-run|-n)$/,
    fix: (words) => replaced(without(words, /^--?Werror$/), /^(?:--dry-run|-n)$/, "-i"),
  },
  { program: /^(?:codespell|typos)$/, fix: (words) => inserted(words, 1, "--write-changes") },
  { program: /^taplo$/, sub: /^(?:format|fmt)$/, needs: CHECK, fix: withoutCheck },
  { program: /^sqlfluff$/, sub: /^lint$/, fix: ([program = "", , ...rest]) => [program, "fix", ...rest] },
  { program: /^uv$/, sub: /^format$/, needs: CHECK, fix: withoutCheck },
  { program: /^uv$/, sub: /^lock$/, needs: /^(?:--check|--locked)$/, fix: () => ["uv", "lock"] },
  { program: /^poetry$/, needs: /^(?:--lock|--check)$/, sub: /^(?:check|lock)$/, fix: () => ["poetry", "lock"] },
  { program: /^pdm$/, sub: /^lock$/, needs: /^--check$/, fix: () => ["pdm", "lock"] },
  { program: /^pipenv$/, sub: /^verify$/, fix: () => ["pipenv", "lock"] },
  { program: /^npm$/, sub: /^ci$/, needs: /^--dry-run$/, fix: () => ["npm", "install", "--package-lock-only"] },
];

function matches({ program, sub, needs }: FixRule, [first = "", ...rest]: Words): boolean {
  // `@biomejs/biome@2.3` and `node_modules/.bin/eslint` are what they end in.
  const name = first.replace(/(?<=.)@[^/]*$/, "").replace(/^.*\//, "");
  if (!program.test(name)) return false;
  if (sub !== undefined && !sub.test(rest[0] ?? "")) return false;
  return needs === undefined || rest.some((word) => needs.test(word));
}

/**
 * @param words a command that checks, from the tool's name on
 * @returns the command that mends what it finds, as far as the tool can; undefined for a tool that mends nothing, or where
 * it is not known for sure
 */
export function fixWords(words: Words): Words | undefined {
  const rule = RULES.find((one) => matches(one, words));
  return rule?.fix(words);
}
