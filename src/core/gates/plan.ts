import type { ToolchainWish } from "../toolchains/index.ts";
import type { MatrixPoint, Retries, Threshold, Waiver, When } from "./gate-rules.ts";

/** How early a gate is started; it stops nothing. */
export type Tier = "fast" | "normal" | "slow";

/** Report formats that the engine can judge. */
export const REPORT_FORMATS = [
  "junit",
  "sarif",
  "mypy-json",
  "pyright-json",
  "ruff-json",
  "bandit-json",
  "pip-audit-json",
  "uv-audit-json",
  "npm-audit-json",
  "eslint-json",
  "gitleaks-json",
  "deptry-json",
  "actionlint-json",
  "biome-json",
  "detect-secrets-json",
  "gitlab-json",
  "knip-json",
  "zizmor-json",
  "coverage-json",
  "istanbul-json",
  "cobertura",
  "lcov",
  "gates-json",
  "text",
] as const;
/** One of {@link REPORT_FORMATS}. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** One report that a gate writes. */
export interface ReportSpec {
  readonly format: ReportFormat;
  /** Relative to the gate's folder for a person's gate; `${reports}/name` for a detected one, where `${reports}` is the run's report folder. */
  readonly path: string;
  /** True when the tool prints the report to standard output. */
  readonly fromStdout?: boolean;
}

/** Where a gate is declared. */
export interface GateSource {
  /** Relative to the folder that is planned; `../` leads to what stands above it in its repository. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * @param source where a gate is declared
 * @returns whether it is a hook of pre-commit, which is handed the files that git knows
 */
export function isHookSource({ file }: GateSource): boolean {
  return /(?:^|\/)\.pre-commit-config\.ya?ml$/.test(file);
}

/** One command that installs packages, run without a shell. */
export interface InstallCommand {
  readonly words: readonly string[];
  /** Relative to the repository's root. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where the repository says so. */
  readonly source: GateSource;
}

/** How an environment is made that no lock of uv or npm describes: the repository's own installs, in their order. */
export interface EnvironmentRecipe {
  /** What people call it: `tox:lint`, `ci.yml test`. */
  readonly name: string;
  /** Python version that is asked for, such as `3.13`; null when any serves. Always null for Node. */
  readonly python: string | null;
  /** `requires-python` of the project, to choose another interpreter by when that version is not there; null when unknown. */
  readonly requiresPython: string | null;
  readonly installs: readonly InstallCommand[];
}

/** Programs that environments are installed with; `venv` is a virtual environment outside the tree. */
export type EnvironmentManager = "uv" | "npm" | "pnpm" | "yarn" | "bun" | "venv";

/** The package environment that a gate needs. */
export interface EnvironmentNeed {
  readonly manager: EnvironmentManager;
  /** Relative to the repository's root. */
  readonly cwd: string;
  readonly groups: readonly string[];
  readonly extras: readonly string[];
  /** Version of the interpreter, for an environment of its own beside the usual one. */
  readonly python?: string;
  /** Further options of `uv sync`: `--all-packages`. */
  readonly options?: readonly string[];
  /** Absent for `uv sync --locked` and `npm ci`. */
  readonly recipe?: EnvironmentRecipe;
}

/** One command on the way to a gate: `ci.yml:31` runs `make lint`. */
export interface GateStep extends GateSource {
  readonly text: string;
}

/** How sure the reading of a declaration is: the text says it, or a convention of its tool was needed, or it cannot be known. */
export type GateCertainty = "certain" | "likely" | "unsure";

/** One gate, complete: what would run, and why. */
export interface Gate {
  /** Unique; `tests`, or `tests@src/git` for a further root. */
  readonly id: string;
  /** The tool, when it is one that we know. */
  readonly tool: string | null;
  /** A string goes through `bash -eo pipefail`, a list is started as it is. In either `${reports}` stands for the run's report folder. */
  readonly run: string | readonly string[];
  /** What a person pastes to run the same. */
  readonly reproduce: string;
  /** Relative to the repository's root; `.` for the root. */
  readonly cwd: string;
  /** Added to the surroundings; `${reports}` is the run's report folder here too, `${checkout}` that of the repository. */
  readonly env: Readonly<Record<string, string>>;
  readonly needs: readonly string[];
  readonly tier: Tier;
  readonly required: boolean;
  readonly timeoutMs: number;
  readonly cpu: number;
  /** Bytes; null when unknown. */
  readonly memoryBytes: number | null;
  readonly locks: readonly string[];
  readonly reports: readonly ReportSpec[];
  /** What `inconclusive` does to a required gate outside releases; on releases it always fails. */
  readonly inconclusive: "fail" | "warn";
  /** Exit codes with a meaning of their own; others than 0 mean `failed` when a report has findings, else `tool-error`. */
  readonly exitCodes: { readonly clean: readonly number[]; readonly findings: readonly number[] } | null;
  readonly source: GateSource;
  /** One sentence for `--explain`. */
  readonly why: string;
  /** False for a suggestion, which never runs. */
  readonly declared: boolean;
  readonly environment: EnvironmentNeed | null;
  /** Toolchains besides Python that it is to run on, one a language; absent: those on the path. */
  readonly toolchains?: readonly ToolchainWish[];
  /** True when the command asks a service on the network. */
  readonly network?: boolean;
  /** Who answers for the gate. */
  readonly owner?: string;
  /** Where to read about the gate. */
  readonly docs?: string;
  /** When it runs; default: always. */
  readonly when?: When;
  /** When it is tried again; default: never. */
  readonly retries?: Retries;
  readonly threshold?: Threshold;
  readonly waiver?: Waiver;
  /** Globs of the files that it depends on; default: all of the repository. */
  readonly inputs?: readonly string[];
  /** False when a pass must not be taken from the result cache. */
  readonly cache?: boolean;
  /** Set when it is one of several that a matrix made. */
  readonly matrix?: MatrixPoint;
  /** The command that does the work, when `reproduce` is what calls it: `ruff check src` of `make lint`. */
  readonly shows?: string;
  /** From what runs by itself to the command, outermost first; absent when nothing calls it. */
  readonly chain?: readonly GateStep[];
  /** Absent means certain. */
  readonly certainty?: GateCertainty;
}

/** A folder whose packages must be installed before gates run. */
export interface Environment extends EnvironmentNeed {
  /** Lock file relative to the root, or null when there is none. */
  readonly lock: string | null;
}

/** A command that publishes or deploys. It is never run. */
export interface NeverRun extends GateSource {
  /** `twine upload`, `a deployment`. */
  readonly what: string;
  readonly text: string;
}

/** What would run in a repository, and why. Pure data; made without running anything of the repository's. */
export interface Plan {
  readonly gates: readonly Gate[];
  /** Gates that were only guessed, with the lines of turnpike.yml that switch them on. */
  readonly suggestions: readonly { readonly gate: Gate; readonly enable: string }[];
  readonly environments: readonly Environment[];
  /** Wall time in ms that the whole may take, and whether going over it fails. */
  readonly budget: { readonly totalMs: number; readonly enforce: boolean };
  /** The build command and where it is written, when there is one. */
  readonly build: { readonly run: string; readonly cwd: string; readonly source: GateSource | null } | null;
  /** What publishes or deploys there. Absent or empty: nothing was seen. */
  readonly neverRun?: readonly NeverRun[];
  /** What could not be read, with place; never silent. */
  readonly notes: readonly { readonly file: string; readonly line: number | null; readonly message: string }[];
}
