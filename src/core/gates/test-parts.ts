import type { TestPart } from "./fan-out.ts";
import type { Gate } from "./plan.ts";

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

function below(cwd: string, files: readonly TestFile[]): readonly TestFile[] {
  const prefix = cwd === "." ? "" : `${cwd}/`;
  return files
    .filter(({ path }) => path.startsWith(prefix) && PYTEST_FILE.test(path))
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
  if (Object.hasOwn(SHARD_OPTIONS, gate.tool)) return MOST_PARTS;
  if (gate.tool !== "pytest" || namesTests(words)) return 1;
  return Math.max(1, Math.min(MOST_PARTS, below(gate.cwd, files).length));
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
  if (option !== undefined) {
    const isScript = /^(?:npm|pnpm|yarn|bun)$/.test(words[0] ?? "") && !words.includes("--");
    return { ...gate, run: [...words, ...(isScript ? ["--"] : []), `${option}=${part.index}/${part.of}`] };
  }
  const others = filesByPart(below(gate.cwd, files), part.of).filter((_, at) => at !== part.index - 1);
  return {
    ...gate,
    run: [
      ...words,
      ...others
        .flat()
        .sort()
        .map((path) => `--ignore=${path}`),
    ],
  };
}
