import type { Gate } from "../plan.ts";
import type { TestPart } from "./fan-out.ts";

/** A file with tests, relative to the repository's root. */
export interface TestFile {
  readonly path: string;
  /** Stands for how long its tests take where nothing better is known. */
  readonly bytes: number;
}

/** More parts than this cost more in set-up than they save. */
const MOST_PARTS = 16;

/** Options that split tests, of the runners that have one (vitest and jest `--shard`, Node `--test-shard`). */
const SHARD_OPTIONS: Readonly<Record<string, string>> = {
  vitest: "--shard",
  jest: "--shard",
  playwright: "--shard",
  "node-test": "--test-shard",
  "node --test": "--test-shard",
};

/** pytest's default (`python_files`); a file with another name runs in every part, so that none is lost. */
const PYTEST_FILE = /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/;

/** What runners of JavaScript take for tests by default; they split files, so more parts than files leave some without any. */
const SCRIPT_FILE =
  /(?:^|\/)(?:(?:__tests__|tests?)\/(?:.*\/)?[^/]+|(?:[^/]+[-_.])?(?:test|spec)|test[-_.][^/]+|[^/]+\.(?:test|spec)(?:\.[^/]+)?)\.[cm]?[jt]sx?$/;

/**
 * @param path of a file, relative to the repository's root
 * @returns whether it may hold tests
 */
export function mayHoldTests(path: string): boolean {
  return (PYTEST_FILE.test(path) || SCRIPT_FILE.test(path)) && !/(?:^|\/)node_modules\//.test(path);
}

function wordsOf(gate: Gate): readonly string[] {
  return typeof gate.run === "string" ? [] : gate.run;
}

/** A share of the tests covers a share of the code: a threshold for all of it would fail in each part. */
function measuresCoverage(gate: Gate): boolean {
  return (
    Object.hasOwn(gate.env, "COVERAGE_FILE") ||
    wordsOf(gate).some((word) => /^--(?:cov|coverage)\b/.test(word)) ||
    gate.reports.some(({ format }) => /coverage|cobertura|lcov|istanbul/.test(format))
  );
}

const PYTEST_SETTINGS = ["pytest.ini", ".pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg"];
const SCRIPT_SETTINGS = ["vitest.config", "vite.config", "jest.config"].flatMap((name) =>
  ["ts", "mts", "cts", "js", "mjs", "cjs"].map((end) => `${name}.${end}`),
);

/**
 * @param gate a gate whose tests could be split
 * @returns files, relative to the repository's root, whose settings may measure coverage without a word on the command line
 */
export function coverageSettings(gate: Gate): readonly string[] {
  const names = gate.tool === "pytest" ? PYTEST_SETTINGS : ["package.json", "jest.config.json", ...SCRIPT_SETTINGS];
  return names.map((name) => (gate.cwd === "." ? name : `${gate.cwd}/${name}`));
}

/**
 * @param gate a gate whose tests could be split
 * @param text of such a file
 * @returns whether it holds coverage against a limit, which no part of the tests would reach
 */
export function limitsCoverage(gate: Gate, text: string): boolean {
  return (gate.tool === "pytest" ? /--cov\b|fail[_-]under/ : /\bcoverageThreshold\b|\bthresholds\b/).test(text);
}

function below(cwd: string, files: readonly TestFile[], kind: RegExp): readonly TestFile[] {
  const prefix = cwd === "." ? "" : `${cwd}/`;
  return files
    .filter(({ path }) => path.startsWith(prefix) && kind.test(path))
    .map(({ path, bytes }) => ({ path: path.slice(prefix.length), bytes }));
}

/** A file that is named on the command line runs although it is ignored too. */
function namesTests(words: readonly string[]): boolean {
  return words.some((word) => !word.startsWith("-") && /\.py(?:::|$)/.test(word));
}

/**
 * @param gate a gate
 * @param files the repository's files with tests
 * @returns into how many parts its tests can be split without losing one; 1 when they cannot
 */
export function partsOf(gate: Gate, files: readonly TestFile[]): number {
  const words = wordsOf(gate);
  if (gate.tool === null || words.length === 0 || measuresCoverage(gate)) return 1;
  // A limit for all of it would be held against each part.
  if (gate.threshold !== undefined) return 1;
  const isSharded = Object.hasOwn(SHARD_OPTIONS, gate.tool);
  if (!isSharded && (gate.tool !== "pytest" || namesTests(words))) return 1;
  return Math.max(1, Math.min(MOST_PARTS, below(gate.cwd, files, isSharded ? SCRIPT_FILE : PYTEST_FILE).length));
}

/** Largest first, each to the part that has least: the same files give the same parts. */
function filesByPart(files: readonly TestFile[], of: number): readonly (readonly string[])[] {
  const parts = Array.from({ length: of }, () => ({ paths: [] as string[], bytes: 0 }));
  const sorted = [...files].sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  for (const { path, bytes } of sorted) {
    const least = parts.reduce((a, b) => (b.bytes < a.bytes ? b : a));
    least.paths.push(path);
    least.bytes += bytes;
  }
  return parts.map(({ paths }) => paths);
}

/**
 * The gate for one part of its tests. pytest is told what to leave out, not what to run: a test that nobody thought of
 * runs in every part rather than in none.
 *
 * @param gate a gate of which {@link partsOf} says that it can be split
 * @param part which part
 * @param files the repository's files with tests
 */
export function gateForPart(gate: Gate, part: TestPart, files: readonly TestFile[]): Gate {
  const words = wordsOf(gate);
  const option = gate.tool === null ? undefined : SHARD_OPTIONS[gate.tool];
  // A part may well have no tests; whoever joins the parts sees whether any had.
  const piece: Gate = { ...gate, inconclusive: "warn" };
  if (option !== undefined) {
    const isScript = /^(?:npm|pnpm|yarn|bun)$/.test(words[0] ?? "") && !words.includes("--");
    return { ...piece, run: [...words, ...(isScript ? ["--"] : []), `${option}=${part.index}/${part.of}`] };
  }
  const others = filesByPart(below(gate.cwd, files, PYTEST_FILE), part.of).filter((_, at) => at !== part.index - 1);
  return {
    ...piece,
    run: [
      ...words,
      ...others
        .flat()
        .sort()
        .map((path) => `--ignore=${path}`),
    ],
  };
}
