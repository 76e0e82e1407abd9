import { z } from "zod";
import { type Interpret, optionalNumber, optionalText } from "./json-reader.ts";
import { Tally } from "./tally.ts";

/** `pyright --outputjson`; lines and columns count from 0. */
export const pyrightSchema = z.object({
  generalDiagnostics: z.array(
    z.object({
      file: optionalText,
      severity: z.string(),
      message: z.string(),
      rule: optionalText,
      range: z.object({ start: z.object({ line: z.number(), character: z.number() }) }).nullish(),
    }),
  ),
  summary: z.object({ filesAnalyzed: z.number(), errorCount: z.number() }),
});

/** @see pyrightSchema */
export const readPyright: Interpret<z.infer<typeof pyrightSchema>> = (document, context) => {
  const tally = new Tally(context);
  for (const { severity, message, rule, file, range } of document.generalDiagnostics) {
    tally.add({
      severity: severity === "error" ? "error" : severity === "warning" ? "warning" : "note",
      rule,
      message,
      path: file,
      line: range == null ? null : range.start.line + 1,
      column: range == null ? null : range.start.character + 1,
    });
  }
  return tally.toResult({ work: { amount: document.summary.filesAnalyzed, unit: "files" } });
};

/** `ruff check --output-format json`. */
export const ruffSchema = z.array(
  z.object({
    code: optionalText,
    message: z.string(),
    filename: z.string(),
    location: z.object({ row: z.number(), column: z.number() }).nullish(),
  }),
);

/** @see ruffSchema */
export const readRuff: Interpret<z.infer<typeof ruffSchema>> = (document, context) => {
  const tally = new Tally(context);
  const problems: string[] = [];
  for (const { code, message, filename, location } of document) {
    if (code === "E902") problems.push(`${filename}: ${message}`);
    const at = { path: filename, line: location?.row, column: location?.column };
    tally.add({ severity: "error", rule: code ?? "invalid-syntax", message, ...at });
  }
  return tally.toResult({ problems });
};

/** `bandit -f json`. */
export const banditSchema = z.object({
  errors: z.array(z.object({ filename: optionalText, reason: optionalText })),
  metrics: z.object({ _totals: z.looseObject({ loc: z.number() }) }),
  results: z.array(
    z.object({
      filename: z.string(),
      line_number: optionalNumber,
      col_offset: optionalNumber,
      issue_severity: z.string(),
      issue_text: z.string(),
      test_id: z.string(),
      test_name: optionalText,
    }),
  ),
});

/** @see banditSchema */
export const readBandit: Interpret<z.infer<typeof banditSchema>> = (document, context) => {
  const tally = new Tally(context);
  for (const found of document.results) {
    const severity = found.issue_severity === "HIGH" ? "error" : found.issue_severity === "LOW" ? "note" : "warning";
    const column = typeof found.col_offset === "number" ? found.col_offset + 1 : null;
    const at = { path: found.filename, line: found.line_number, column };
    tally.add({ severity, rule: found.test_id, message: found.issue_text, ...at });
  }
  const problems = document.errors.map((one) => `${one.filename ?? "a file"}: ${one.reason ?? "not read"}`);
  return tally.toResult({ problems, work: { amount: document.metrics._totals.loc, unit: "lines" } });
};

/** `eslint -f json`. */
export const eslintSchema = z.array(
  z.object({
    filePath: z.string(),
    messages: z.array(
      z.object({
        ruleId: optionalText,
        severity: z.number(),
        message: z.string(),
        line: optionalNumber,
        column: optionalNumber,
      }),
    ),
  }),
);

/** @see eslintSchema */
export const readEslint: Interpret<z.infer<typeof eslintSchema>> = (document, context) => {
  const tally = new Tally(context);
  for (const { filePath, messages } of document) {
    for (const { ruleId, severity, message, line, column } of messages) {
      tally.add({ severity: severity >= 2 ? "error" : "warning", rule: ruleId, message, path: filePath, line, column });
    }
  }
  return tally.toResult({ work: { amount: document.length, unit: "files" } });
};

/** `gitleaks --report-format json`. The secret itself is not read, even when it was not redacted. */
export const gitleaksSchema = z.array(
  z.object({
    RuleID: z.string(),
    Description: optionalText,
    File: z.string(),
    StartLine: optionalNumber,
    StartColumn: optionalNumber,
  }),
);

/** @see gitleaksSchema */
export const readGitleaks: Interpret<z.infer<typeof gitleaksSchema>> = (document, context) => {
  const tally = new Tally(context);
  for (const { RuleID: rule, Description, File: path, StartLine: line, StartColumn: column } of document) {
    tally.add({ severity: "error", rule, message: Description ?? "a secret", path, line, column });
  }
  return tally.toResult();
};

/** `deptry --json-output`. */
export const deptrySchema = z.array(
  z.object({
    error: z.object({ code: z.string(), message: z.string() }),
    location: z.object({ file: z.string(), line: optionalNumber, column: optionalNumber }),
  }),
);

/** @see deptrySchema */
export const readDeptry: Interpret<z.infer<typeof deptrySchema>> = (document, context) => {
  const tally = new Tally(context);
  for (const { error, location } of document) {
    const { file: path, line, column } = location;
    tally.add({ severity: "error", rule: error.code, message: error.message, path, line, column });
  }
  return tally.toResult();
};

/** `actionlint -format '{{json .}}'`; `null` stands for no findings in some versions. */
export const actionlintSchema = z
  .array(
    z.object({
      message: z.string(),
      filepath: optionalText,
      line: optionalNumber,
      column: optionalNumber,
      kind: optionalText,
    }),
  )
  .nullable();

/** @see actionlintSchema */
export const readActionlint: Interpret<z.infer<typeof actionlintSchema>> = (document, context) => {
  const tally = new Tally(context);
  for (const { message, filepath, line, column, kind } of document ?? []) {
    tally.add({ severity: "error", rule: kind, message, path: filepath, line, column });
  }
  return tally.toResult();
};

const gitlabPosition = z.object({ line: optionalNumber, column: optionalNumber }).nullish();

/** GitLab's code quality format, as `ty check --output-format gitlab` and others write it. */
export const gitlabSchema = z.array(
  z.object({
    check_name: z.string(),
    description: z.string(),
    severity: z.string(),
    location: z.object({
      path: z.string(),
      lines: z.object({ begin: optionalNumber }).nullish(),
      positions: z.object({ begin: gitlabPosition }).nullish(),
    }),
  }),
);

/** @see gitlabSchema */
export const readGitlab: Interpret<z.infer<typeof gitlabSchema>> = (document, context) => {
  const tally = new Tally(context);
  const problems: string[] = [];
  for (const { check_name: rule, description, severity, location } of document) {
    // ty reports a path that it cannot read as a finding without a path.
    if (rule === "io" && location.path === "") problems.push(description);
    const level = severity === "info" ? "note" : severity === "minor" ? "warning" : "error";
    const line = location.positions?.begin?.line ?? location.lines?.begin;
    const column = location.positions?.begin?.column;
    const message = description.startsWith(`${rule}: `) ? description.slice(rule.length + 2) : description;
    tally.add({ severity: level, rule, message, path: location.path, line, column });
  }
  return tally.toResult({ problems });
};
