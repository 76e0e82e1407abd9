import type { ReportFormat, Tier } from "../../../gates/index.ts";
import type { ExitCodes } from "../../draft.ts";

/** What a tool needs around it, and whose packages it runs on. */
export type Ecosystem = "python" | "node" | "system";

/** How a tool is asked for a report without changing its answer. */
export interface ReportWay {
  readonly format: ReportFormat;
  readonly extension: string;
  /** Words that are added behind the command. */
  readonly args: (path: string) => readonly string[];
  readonly fromStdout?: boolean;
  /** The command chooses its own output when one of its words matches. */
  readonly own: RegExp;
  /** First release of the tool that can do it; undefined: every one in use. */
  readonly since?: readonly number[];
}

/** A tool that checks. */
export interface CheckingTool {
  readonly tool: string;
  /** Kind of gate: `lint`, `tests`, … */
  readonly kind: string;
  readonly ecosystem: Ecosystem;
  readonly tier: Tier;
  readonly exitCodes: ExitCodes | null;
  readonly cpu?: number;
  /** It asks a service on the network. */
  readonly network?: boolean;
  /** It runs or imports the repository's code. */
  readonly imports?: boolean;
  readonly report?: ReportWay;
  /** It writes coverage data into the folder that it runs in, unless told otherwise. */
  readonly coverage?: boolean;
  /** No table knows it: nothing is known but that it runs. */
  readonly isUnknown?: boolean;
  /** Why it is never sure to be a gate, a clause. */
  readonly doubt?: string;
  readonly required?: boolean;
  readonly inconclusive?: "warn";
}

/** What a command is for. */
export type Use =
  | { readonly kind: "gate"; readonly tool: CheckingTool }
  /** Judges what a gate before it measured: `coverage report --fail-under 90`. */
  | { readonly kind: "follow-up"; readonly tool: string }
  | { readonly kind: "install" }
  /** Makes something that gates after it may need: `npm run build`, `python scripts/generate.py`. */
  | { readonly kind: "build"; readonly what: string }
  | { readonly kind: "publish"; readonly what: string }
  | { readonly kind: "fixer"; readonly why: string }
  | { readonly kind: "report" }
  | { readonly kind: "service"; readonly what: string }
  | { readonly kind: "benchmark" }
  /** Installs or changes things outside of the repository. */
  | { readonly kind: "machine"; readonly what: string }
  /** Changes files of the checkout. */
  | { readonly kind: "tree"; readonly what: string }
  /** Prints, makes folders, and whatever else no gate can depend on. */
  | { readonly kind: "noise" }
  | { readonly kind: "other" };
