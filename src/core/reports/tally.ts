import type { Finding, ReportReading, ReportResult } from "../gates/index.ts";
import { placeInRepository } from "./place.ts";
import type { ReportContext } from "./reader.ts";

/** Most findings of one report that are kept; all are counted. */
const MOST_FINDINGS = 200;
/** Longest message and rule that are kept, in UTF-16 units. */
const LONGEST_MESSAGE = 4000;
const LONGEST_RULE = 500;

/** A finding as a tool writes it. */
export interface RawFinding {
  readonly severity: Finding["severity"];
  readonly rule?: string | null | undefined;
  readonly message: string;
  /** As in the report. */
  readonly path?: string | null | undefined;
  /** 1-based; anything else counts as unknown. */
  readonly line?: number | null | undefined;
  readonly column?: number | null | undefined;
}

const SEVERITIES = ["error", "warning", "note"] as const;

function position(value: number | null | undefined): number | null {
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : null;
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

/** Collects findings: counts all, keeps the first of each severity, puts paths into one form. */
export class Tally {
  readonly #context: ReportContext;
  readonly #kept: Record<Finding["severity"], Finding[]> = { error: [], warning: [], note: [] };
  readonly #totals = { error: 0, warning: 0, note: 0 };

  /** @param context where the tool ran */
  constructor(context: ReportContext) {
    this.#context = context;
  }

  /** @param raw the next finding */
  add(raw: RawFinding): void {
    this.#totals[raw.severity] += 1;
    const kept = this.#kept[raw.severity];
    if (kept.length >= MOST_FINDINGS) return;
    const path = raw.path ?? null;
    const file = path === null ? null : placeInRepository(path, this.#context);
    // A place outside the repository cannot be shown in it, so the message names it.
    const message = file === null && path !== null && path !== "" ? `${path}: ${raw.message}` : raw.message;
    kept.push({
      severity: raw.severity,
      rule: raw.rule === undefined || raw.rule === null || raw.rule === "" ? null : cut(raw.rule, LONGEST_RULE),
      message: cut(message, LONGEST_MESSAGE),
      file,
      line: file === null ? null : position(raw.line),
      column: file === null || position(raw.line) === null ? null : position(raw.column),
    });
  }

  /**
   * @param rest what else the report says
   * @returns the reading
   */
  toReading(rest: Partial<ReportReading> = {}): ReportReading {
    return {
      producer: null,
      tests: null,
      findings: SEVERITIES.flatMap((severity) => this.#kept[severity]).slice(0, MOST_FINDINGS),
      totals: { ...this.#totals },
      work: null,
      problems: [],
      notAudited: null,
      remark: null,
      coverage: null,
      ...rest,
    };
  }

  /**
   * @param rest what else the report says
   * @returns the reading as a result
   */
  toResult(rest: Partial<ReportReading> = {}): ReportResult {
    return { kind: "read", reading: this.toReading(rest) };
  }
}
