import type { ReportSpec } from "../gates/index.ts";

/** The words by which a tool is asked for a report. */
export interface ReportWords {
  readonly format: ReportSpec["format"];
  readonly extension: string;
  readonly args: (path: string) => readonly string[];
}

export const PYTEST_JUNIT: ReportWords = {
  format: "junit",
  extension: "xml",
  args: (path) => ["-o", "junit_family=xunit1", `--junitxml=${path}`],
};

export const BANDIT_JSON: ReportWords = {
  format: "bandit-json",
  extension: "json",
  args: (path) => ["-f", "json", "-o", path],
};

export const PIP_AUDIT_JSON: ReportWords = { ...BANDIT_JSON, format: "pip-audit-json" };
