import type { ReportSpec } from "../../gates/index.ts";
import { slugOf } from "../draft.ts";
import { BANDIT_JSON, PIP_AUDIT_JSON, PYTEST_JUNIT, type ReportWords } from "../report-ways.ts";
import type { KnownCommand } from "./known-commands.ts";

/** A tool whose exit code 0 alone may mean that nothing was looked at, and how it is asked for a report. */
interface Asked extends ReportWords {
  readonly fromStdout?: true;
  /** Only such a command is asked. */
  readonly needs?: RegExp;
  /** The command chooses its own output, or does other work, when one of its words matches. */
  readonly own: RegExp;
}

const ASKED: Readonly<Record<string, Asked>> = {
  // A test that calls `os._exit(0)` ends pytest with 0; then there is no report.
  pytest: {
    ...PYTEST_JUNIT,
    own: /^(?:--junit-?xml|--collect-?only|--co$|--help$|-h$|--version$|-V$|--fixtures|--markers$|--setup-(?:plan|only)$|--cache-show|(?:-p)?no:junitxml$|(?:-p)?no:terminal$)/,
  },
  // A folder that is not there is left out, with 0.
  bandit: {
    ...BANDIT_JSON,
    own: /^(?:-f|--format|-o|--output|--exit-zero|--help$|-h$|--version$)/,
  },
  // Packages that nobody could be asked about are passed over, with 0.
  "pip-audit": {
    ...PIP_AUDIT_JSON,
    own: /^(?:-f|--format|-o|--output|--fix$|--dry-run$|-d$|--help$|-h$|--version$|-V$)/,
  },
  // With these options a path that names nothing is passed over in silence.
  eslint: {
    format: "eslint-json",
    extension: "json",
    args: (path) => ["-f", "json", "-o", path],
    needs: /(?:^| )--(?:no-error-on-unmatched-pattern|pass-on-no-patterns)(?: |$)/,
    own: /^(?:-f|--format|-o|--output-file|--help$|-h$|--version$|-v$|--init$|--print-config)/,
  },
  // A scan ends with 0 whatever it finds.
  "detect-secrets": {
    format: "detect-secrets-json",
    extension: "json",
    args: () => [],
    fromStdout: true,
    needs: /^scan /,
    own: /^(?:--baseline|--string|--list-all-plugins$|--help$|-h$)/,
  },
  // In this format it ends with 0 whatever it finds.
  zizmor: {
    format: "sarif",
    extension: "sarif",
    args: () => [],
    fromStdout: true,
    needs: /(?:^| )--format[ =]sarif(?: |$)/,
    own: /^(?:--help|-h|--version|-V)$/,
  },
};

const REPORTS = "${reports}";

/**
 * A command that a person wrote without a `report`, asked for the one by which alone it can be believed.
 *
 * @param run the command
 * @param known what is known of it
 * @param id the gate's id
 * @returns the command with the words that ask, and the report; undefined when it stays as it is
 */
export function askForReport(
  run: string | readonly string[],
  known: KnownCommand,
  id: string,
): { readonly run: string | readonly string[]; readonly report: ReportSpec } | undefined {
  const asked = known.tool !== null && Object.hasOwn(ASKED, known.tool) ? ASKED[known.tool] : undefined;
  if (asked === undefined || known.words.some((word) => asked.own.test(word))) return undefined;
  if (asked.needs?.test(`${known.words.slice(1).join(" ")} `) === false) return undefined;
  if (known.words.includes("--") || (typeof run === "string" && hasMore(run))) return undefined;
  const path = `${REPORTS}/${slugOf(id)}.${asked.extension}`;
  const report: ReportSpec = { format: asked.format, path, ...(asked.fromStdout ? { fromStdout: true } : {}) };
  if (typeof run !== "string") return { run: [...run, ...asked.args(path)], report };
  const words = asked.args(path).map((word) => (word.includes(REPORTS) ? `"${word}"` : word));
  return { run: [run.trimEnd(), ...words].join(" "), report };
}

/** A comment would swallow words behind it, and so may a backslash. */
function hasMore(run: string): boolean {
  return /[#\\]/.test(run.replaceAll(/"[^"\\]*"|'[^']*'/g, ""));
}
