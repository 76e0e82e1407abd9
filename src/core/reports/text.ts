import type { Finding, ReportResult } from "../gates/index.ts";
import { LineCutter } from "./line-cutter.ts";
import type { ReportContext, ReportReader } from "./reader.ts";
import { Tally } from "./tally.ts";

/** Lines longer than this are no finding. */
const LONGEST_LINE = 4096;

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal escapes are what is looked for
const COLOURS = /\u001b\[[0-9;]*[A-Za-z]/g;

interface Pattern {
  readonly expression: RegExp;
  /** Severity when the line names none. */
  readonly severity: Finding["severity"];
}

/** In the manner of problem matchers (actions/toolkit docs/problem-matchers.md): the first that fits wins. */
const PATTERNS: readonly Pattern[] = [
  // tsc --pretty false: src/a.ts(3,14): error TS2322: text
  {
    expression:
      /^(?<file>[^\s(][^(]*)\((?<line>\d+),(?<column>\d+)\): (?<severity>error|warning|info)\s+(?<rule>[\w-]+): (?<message>.*)$/,
    severity: "error",
  },
  // mypy, gcc: src/a.py:5:12: error: text  [rule]
  {
    expression:
      /^(?<file>[^\s:][^:]*):(?<line>\d+):(?:(?<column>\d+):)? (?<severity>fatal error|error|warning|note|info): (?<message>.*?)(?: {1,4}\[(?<rule>[\w-]+)\])?$/i,
    severity: "error",
  },
  // flake8, ruff --output-format concise: src/a.py:5:12: F401 text
  {
    expression: /^(?<file>[^\s:][^:]*):(?<line>\d+):(?<column>\d+): (?<rule>[A-Z]+\d+)\s+(?<message>.*)$/,
    severity: "error",
  },
  // prettier --check: [warn] src/a.ts
  { expression: /^\[warn\] (?<file>[\w@./ -]+\.\w+)$/, severity: "error" },
  // prettier --check: [error] src/a.ts: SyntaxError: text (1:17)
  {
    expression: /^\[error\] (?<file>[\w@./ -]+\.\w+): (?<message>\w*Error: .*?)(?: \((?<line>\d+):(?<column>\d+)\))?$/,
    severity: "error",
  },
];

/** ruff, ty and rustc write the place on a line of its own below the message. */
const HEADLINE = /^(?<severity>error|warning|info)(?:\[(?<rule>[\w-]+)\])?: (?<message>.+)$/;
const ARROW = /^\s*--> (?<file>.+?):(?<line>\d+)(?::(?<column>\d+))?$/;

function severityOf(word: string | undefined, fallback: Finding["severity"]): Finding["severity"] {
  const lower = word?.toLowerCase();
  if (lower === undefined) return fallback;
  if (lower.endsWith("error")) return "error";
  return lower === "warning" ? "warning" : "note";
}

type Groups = Record<string, string | undefined>;

/** Findings in the text that people read, line by line. It proves nothing by itself: no line found is not a clean run. */
export class TextReader implements ReportReader {
  readonly #tally: Tally;
  readonly #lines = new LineCutter((line) => this.#line(line));
  #headline: Groups | undefined;

  /** @param context where the tool ran */
  constructor(context: ReportContext) {
    this.#tally = new Tally(context);
  }

  push(text: string): void {
    this.#lines.push(text);
  }

  end(): ReportResult {
    this.#lines.end();
    return this.#tally.toResult();
  }

  #line(raw: string): void {
    if (raw.length > LONGEST_LINE) return;
    const line = raw.replace(COLOURS, "").trimEnd();
    const arrow = ARROW.exec(line)?.groups;
    if (arrow !== undefined && this.#headline !== undefined) {
      this.#add({ ...this.#headline, ...arrow }, "error");
      this.#headline = undefined;
      return;
    }
    const headline = HEADLINE.exec(line)?.groups;
    if (headline !== undefined) {
      this.#headline = headline;
      return;
    }
    for (const { expression, severity } of PATTERNS) {
      const groups = expression.exec(line)?.groups;
      if (groups === undefined) continue;
      this.#add(groups, severity);
      return;
    }
  }

  #add(groups: Groups, fallback: Finding["severity"]): void {
    this.#tally.add({
      severity: severityOf(groups["severity"], fallback),
      rule: groups["rule"],
      message: groups["message"] ?? "not formatted",
      path: groups["file"],
      line: Number(groups["line"]),
      column: Number(groups["column"]),
    });
  }
}
