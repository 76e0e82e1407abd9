import type { RawFinding } from "./tally.ts";

/** A case of a JUnit report, as it stands there. */
export interface JunitCase {
  readonly name: string;
  readonly className: string;
  /** Name of the suite that it stands in. */
  readonly suite: string;
  /** Empty when there is none. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A case that failed. */
export interface FailedCase extends JunitCase {
  readonly message: string;
  readonly text: string;
}

/** How a producer fills JUnit's elements. */
export interface JunitDialect {
  /** A linter's cases are findings, not tests: none of them is a clean run. */
  readonly kind: "tests" | "linter";
  /** True while the name of the producer was not seen. */
  readonly isGuess: boolean;
  /** True when a test that is tried again is a case more, and no case tells of the first failure (pytest-rerunfailures). */
  readonly repeatsRetried?: boolean;
  findingsOf(failed: FailedCase): readonly RawFinding[];
  /** What a case says of the tool's own trouble. */
  problemOf?(one: JunitCase & { readonly failed: boolean }): string | undefined;
}

const LINTERS = ["ruff", "biome", "mypy", "gitleaks", "bandit", "ty"] as const;

/**
 * @param suite the name of the outermost suite that has one
 * @param tool the gate's tool, when it is known
 * @returns how to read it
 */
export function dialectOf(suite: string, tool: string | null): JunitDialect {
  const name = suite.toLowerCase();
  const linter = LINTERS.find((one) => name === one || tool === one);
  if (linter === "mypy") return MYPY;
  if (linter !== undefined) return LINTER;
  if (name.startsWith("pytest") || tool === "pytest") return PYTEST;
  if (tool === "node-test" || tool === "node") return NODE;
  return { ...TESTS, isGuess: suite === "" };
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]?.trim() ?? "";
}

function escapeForRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The places of a file in a stack trace or an assertion, in the order of the text. */
function placesOf(text: string, file: string): readonly { readonly line: number; readonly column: number }[] {
  const pattern = new RegExp(`${escapeForRegExp(file)}:(\\d{1,7})(?::(\\d{1,7}))?`, "g");
  return [...text.matchAll(pattern)].map((match) => ({ line: Number(match[1]), column: Number(match[2]) }));
}

/** vitest and jest write the file into the class name. */
function fileOf(failed: FailedCase): string {
  if (failed.file !== "") return failed.file;
  return /^[\w@./ -]+\.[cm]?[jt]sx?$/.test(failed.className) ? failed.className : "";
}

const TESTS: JunitDialect = {
  kind: "tests",
  isGuess: false,
  findingsOf(failed) {
    const path = fileOf(failed);
    const place = path === "" ? undefined : placesOf(failed.text, path)[0];
    const isRepeated = failed.className === "" || failed.className === failed.name;
    return [
      {
        severity: "error",
        rule: isRepeated ? failed.name : `${failed.className} > ${failed.name}`,
        message: failed.message || firstLine(failed.text) || "failed",
        path,
        line: place?.line ?? failed.line,
        column: place?.column ?? failed.column,
      },
    ];
  },
  problemOf: endedEarly,
};

/**
 * `node --test` reports a file that told of no test as one test with the file's own name. It may have none, or it may have
 * ended before it got to them (`process.exit`), and then everything in it is gone, with exit code 0.
 */
function endedEarly(one: JunitCase & { readonly failed: boolean }): string | undefined {
  const isWholeFile =
    one.className === "test" && one.file !== "" && one.file.replaceAll("\\", "/").endsWith(`/${one.name}`);
  if (one.failed || !isWholeFile) return undefined;
  return `${one.name} told of no test: it has none, or it ended before they ran`;
}

const NODE: JunitDialect = { ...TESTS };

/** `tests.test_money.TestPlus` in `tests/test_money.py` is the class `TestPlus`. */
function pytestId(failed: FailedCase): string {
  if (failed.file === "") return [failed.className, failed.name].filter((part) => part !== "").join("::");
  const module = failed.file.replace(/\.py$/, "").replaceAll("/", ".");
  // A collection error has the module's name as its own.
  if (failed.className === "" || failed.name === module) return failed.file;
  const rest = failed.className.startsWith(module) ? failed.className.slice(module.length + 1) : failed.className;
  const classes = rest.split(".").filter((part) => part !== "");
  return [failed.file, ...classes, failed.name].join("::");
}

const PYTEST: JunitDialect = {
  kind: "tests",
  isGuess: false,
  repeatsRetried: true,
  findingsOf(failed) {
    // The last place in the test's own file is where it failed. The attribute counts from 0 (_pytest/junitxml.py).
    const line = placesOf(failed.text, failed.file).at(-1)?.line ?? failed.line + 1;
    const path = failed.file;
    const message = firstLine(failed.message) || firstLine(failed.text) || "failed";
    const more = failed.message.split("\n").slice(1, 4).join("\n");
    return [{ severity: "error", rule: pytestId(failed), message: `${message}\n${more}`.trim(), path, line }];
  },
};

const LINTER: JunitDialect = {
  kind: "linter",
  isGuess: false,
  findingsOf(failed) {
    // ruff and Biome write `org.ruff.F401` and "line 1, col 8, text"; gitleaks "… in file a.py, line 3.".
    const rule = failed.name.replace(/^org\.(ruff|biome)\./, "").replace(/ has detected .*$/s, "");
    const line = Number.isNaN(failed.line) ? Number(/, line (\d+)\.?$/.exec(failed.message)?.[1]) : failed.line;
    return [
      {
        severity: "error",
        rule,
        message: failed.message || failed.text,
        path: failed.file || failed.suite,
        line,
        column: failed.column,
      },
    ];
  },
};

const MYPY_LINE = /^(.+?):(\d+):(?:(\d+):)? (error|warning|note): (.*?)(?: {2}\[([\w-]+)\])?$/;

/** mypy writes one case a file, with all messages of it as text (`--junit-format per_file`), or one case in all. */
const MYPY: JunitDialect = {
  kind: "linter",
  isGuess: false,
  findingsOf(failed) {
    const lines = failed.text.split("\n").filter((line) => line.trim() !== "");
    const found = lines.flatMap((text): RawFinding[] => {
      const match = MYPY_LINE.exec(text);
      if (match === null) return [];
      const [, path, line, column, severity, message, rule] = match;
      if (severity === "note") return [];
      return [{ severity: "error", rule, message: message ?? "", path, line: Number(line), column: Number(column) }];
    });
    return found.length > 0 ? found : [{ severity: "error", message: failed.text || failed.message }];
  },
};
