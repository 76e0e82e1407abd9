import { z } from "zod";
import type { ReportResult } from "../gates/index.ts";
import { type Interpret, optionalNumber, optionalText } from "./json-reader.ts";
import { LineCutter } from "./line-cutter.ts";
import type { ReportContext, ReportReader } from "./reader.ts";
import { Tally } from "./tally.ts";

const zizmorPoint = z.object({ row: z.number(), column: z.number() });

/** `zizmor --format json`; rows and columns count from 0. */
export const zizmorSchema = z.array(
  z.object({
    ident: z.string(),
    desc: z.string(),
    determinations: z.object({ severity: z.string() }).nullish(),
    locations: z.array(
      z.object({
        symbolic: z.object({
          key: z.object({ Local: z.looseObject({ verbatim_path: optionalText }).nullish() }).nullish(),
          kind: optionalText,
        }),
        concrete: z.object({ location: z.object({ start_point: zizmorPoint }) }).nullish(),
      }),
    ),
  }),
);

/** @see zizmorSchema */
export const readZizmor: Interpret<z.infer<typeof zizmorSchema>> = (document, context) => {
  const tally = new Tally(context);
  for (const { ident, desc, determinations, locations } of document) {
    const level = determinations?.severity ?? "High";
    const primary = locations.find((one) => one.symbolic.kind === "Primary") ?? locations[0];
    const start = primary?.concrete?.location.start_point;
    tally.add({
      severity: level === "High" ? "error" : level === "Medium" ? "warning" : "note",
      rule: ident,
      message: desc,
      path: primary?.symbolic.key?.Local?.verbatim_path,
      line: start === undefined ? null : start.row + 1,
      column: start === undefined ? null : start.column + 1,
    });
  }
  return tally.toResult();
};

const biomePoint = z.object({ line: optionalNumber, column: optionalNumber }).nullish();

/** `biome ci --reporter=json`. */
export const biomeSchema = z.object({
  summary: z.object({
    errors: z.number(),
    warnings: z.number(),
    changed: optionalNumber,
    unchanged: optionalNumber,
    diagnosticsNotPrinted: optionalNumber,
  }),
  diagnostics: z.array(
    z.object({
      severity: z.string(),
      message: z.unknown(),
      category: optionalText,
      location: z.object({ path: z.unknown(), start: biomePoint }).nullish(),
    }),
  ),
});

/** @see biomeSchema */
export const readBiome: Interpret<z.infer<typeof biomeSchema>> = (document, context) => {
  const tally = new Tally(context);
  for (const { severity, message, category, location } of document.diagnostics) {
    const isError = severity === "error" || severity === "fatal";
    tally.add({
      severity: isError ? "error" : severity === "warning" ? "warning" : "note",
      rule: category,
      message: typeof message === "string" ? message : JSON.stringify(message),
      path: typeof location?.path === "string" ? location.path : null,
      line: location?.start?.line,
      column: location?.start?.column,
    });
  }
  const { summary } = document;
  const reading = tally.toReading();
  // The reporter prints at most 20 diagnostics by default; the summary counts all.
  const totals = {
    error: Math.max(summary.errors, reading.totals?.error ?? 0),
    warning: Math.max(summary.warnings, reading.totals?.warning ?? 0),
    note: reading.totals?.note ?? 0,
  };
  const files = (summary.changed ?? 0) + (summary.unchanged ?? 0);
  const work = summary.unchanged == null ? null : { amount: files, unit: "files" };
  return { kind: "read", reading: { ...reading, totals, work } };
};

const knipEntry = z.object({ name: optionalText, line: optionalNumber, col: optionalNumber });

/** `knip --reporter json`: one entry a file, one list a kind of issue. */
export const knipSchema = z.object({ issues: z.array(z.looseObject({ file: z.string() })) });

/** @see knipSchema */
export const readKnip: Interpret<z.infer<typeof knipSchema>> = (document, context) => {
  const tally = new Tally(context);
  for (const issue of document.issues) {
    for (const [kind, list] of Object.entries(issue)) {
      const entries = z.array(z.unknown()).safeParse(list);
      for (const entry of entries.data ?? []) {
        const { name, line, col } = knipEntry.catch({ name: null, line: null, col: null }).parse(entry);
        const message = `${name ?? "it"} is unused or unresolved (${kind})`;
        tally.add({ severity: "error", rule: kind, message, path: issue.file, line, column: col });
      }
    }
  }
  return tally.toResult();
};

/** `detect-secrets scan`, and its hook with `--json`. */
export const detectSecretsSchema = z.object({
  results: z.record(z.string(), z.array(z.object({ type: z.string(), line_number: optionalNumber }))),
});

/** @see detectSecretsSchema */
export const readDetectSecrets: Interpret<z.infer<typeof detectSecretsSchema>> = (document, context) => {
  const tally = new Tally(context);
  for (const [path, secrets] of Object.entries(document.results)) {
    for (const { type, line_number: line } of secrets) {
      tally.add({ severity: "error", rule: type, message: `possible secret: ${type}`, path, line });
    }
  }
  return tally.toResult();
};

const mypyLine = z.object({
  file: z.string(),
  line: optionalNumber,
  column: optionalNumber,
  message: z.string(),
  code: optionalText,
  severity: z.string(),
});

/** `mypy -O json`: one document a line, columns from 0; lines that are text (the closing one) are left out. */
export class MypyReader implements ReportReader {
  readonly #tally: Tally;
  readonly #lines = new LineCutter((line) => this.#line(line));
  #isBroken = false;

  /** @param context where the tool ran */
  constructor(context: ReportContext) {
    this.#tally = new Tally(context);
  }

  push(text: string): void {
    this.#lines.push(text);
  }

  end(): ReportResult {
    this.#lines.end();
    return this.#isBroken
      ? { kind: "broken", reason: "a line of it is no whole JSON document" }
      : this.#tally.toResult();
  }

  #line(line: string): void {
    if (!line.startsWith("{")) return;
    try {
      const found = mypyLine.parse(JSON.parse(line));
      const severity = found.severity === "error" ? "error" : "note";
      const column = typeof found.column === "number" ? found.column + 1 : null;
      const at = { path: found.file, line: found.line, column };
      this.#tally.add({ severity, rule: found.code, message: found.message, ...at });
    } catch {
      this.#isBroken = true;
    }
  }
}
