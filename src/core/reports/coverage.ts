import { SaxesParser } from "saxes";
import { z } from "zod";
import type { ReportReading, ReportResult } from "../gates/index.ts";
import type { Interpret } from "./json-reader.ts";
import { LineCutter } from "./line-cutter.ts";
import type { ReportContext, ReportReader } from "./reader.ts";
import { Tally } from "./tally.ts";
import { XmlCleaner } from "./xml-cleaner.ts";

/** Lines that were run, of those that could be. */
interface Lines {
  covered: number;
  total: number;
}

function toReading(lines: Lines, context: ReportContext): ReportReading {
  const coverage = lines.total === 0 ? null : (100 * lines.covered) / lines.total;
  const reading = new Tally(context).toReading({ coverage, work: { amount: lines.total, unit: "lines" } });
  return { ...reading, totals: null };
}

/** `coverage json`. */
export const coverageSchema = z.object({
  meta: z.looseObject({ version: z.string() }),
  totals: z.object({ covered_lines: z.number(), num_statements: z.number() }),
});

/** @see coverageSchema */
export const readCoverage: Interpret<z.infer<typeof coverageSchema>> = ({ totals }, context) => {
  const lines = { covered: totals.covered_lines, total: totals.num_statements };
  return { kind: "read", reading: toReading(lines, context) };
};

const istanbulTotal = z.looseObject({ lines: z.object({ total: z.number(), covered: z.number() }) });
const istanbulFile = z.looseObject({
  statementMap: z.record(z.string(), z.object({ start: z.object({ line: z.number() }) })),
  s: z.record(z.string(), z.number()),
});

/** Istanbul's `coverage-summary.json`, or `coverage-final.json` with one entry a file. */
export const istanbulSchema = z.union([z.object({ total: istanbulTotal }), z.record(z.string(), istanbulFile)]);

/** @see istanbulSchema */
export const readIstanbul: Interpret<z.infer<typeof istanbulSchema>> = (document, context) => {
  const lines = { covered: 0, total: 0 };
  const summary = z.object({ total: istanbulTotal }).safeParse(document);
  if (summary.success) {
    const { total, covered } = summary.data.total.lines;
    return { kind: "read", reading: toReading({ total, covered }, context) };
  }
  for (const file of Object.values(z.record(z.string(), istanbulFile).parse(document))) {
    // A line is covered as often as its first statement (istanbul-lib-coverage, getLineCoverage).
    const hits = new Map<number, number>();
    for (const [id, { start }] of Object.entries(file.statementMap)) {
      hits.set(start.line, Math.max(hits.get(start.line) ?? 0, file.s[id] ?? 0));
    }
    lines.total += hits.size;
    lines.covered += [...hits.values()].filter((count) => count > 0).length;
  }
  return { kind: "read", reading: toReading(lines, context) };
};

/** LCOV's tracefile (geninfo(1)). Totals are counted from the lines: `LF` and `LH` may be missing, a file may come twice. */
export class LcovReader implements ReportReader {
  readonly #context: ReportContext;
  readonly #files = new Map<string, Map<number, number>>();
  readonly #lines = new LineCutter((line) => this.#line(line.trim()));
  #current: Map<number, number> | undefined;
  #isWhole = true;

  /** @param context where the tool ran */
  constructor(context: ReportContext) {
    this.#context = context;
  }

  push(text: string): void {
    this.#lines.push(text);
  }

  end(): ReportResult {
    this.#lines.end();
    if (!this.#isWhole) return { kind: "broken", reason: "it ends within a file" };
    if (this.#files.size === 0) return { kind: "broken", reason: "it names no file" };
    const hits = [...this.#files.values()].flatMap((file) => [...file.values()]);
    const lines = { covered: hits.filter((count) => count > 0).length, total: hits.length };
    return { kind: "read", reading: toReading(lines, this.#context) };
  }

  #line(line: string): void {
    if (line.startsWith("SF:")) {
      const name = line.slice(3);
      this.#current = this.#files.get(name) ?? new Map();
      this.#files.set(name, this.#current);
      this.#isWhole = false;
    } else if (line === "end_of_record") {
      this.#current = undefined;
      this.#isWhole = true;
    } else if (line.startsWith("DA:") && this.#current !== undefined) {
      const [number, count] = line.slice(3).split(",").map(Number);
      if (number === undefined || count === undefined || Number.isNaN(number + count)) return;
      this.#current.set(number, (this.#current.get(number) ?? 0) + count);
    }
  }
}

/** Cobertura's XML. Lines are counted, because rates are rounded; methods repeat lines of their class and are left out. */
export class CoberturaReader implements ReportReader {
  readonly #parser = new SaxesParser({ xmlns: false });
  readonly #cleaner = new XmlCleaner();
  readonly #context: ReportContext;
  readonly #lines: Lines = { covered: 0, total: 0 };
  readonly #path: string[] = [];
  #broken: string | undefined;

  /** @param context where the tool ran */
  constructor(context: ReportContext) {
    this.#context = context;
    this.#parser.on("error", (error) => {
      this.#broken ??= error.message;
    });
    this.#parser.on("doctype", (doctype) => {
      // The format's own document type is a reference; one with content may hold entity bombs.
      if (doctype.includes("[")) this.#broken ??= "it declares entities";
    });
    this.#parser.on("opentag", ({ name, attributes }) => {
      if (this.#path.length === 0 && name !== "coverage") this.#broken ??= `its root is <${name.slice(0, 40)}>`;
      if (name === "line" && this.#path.at(-1) === "lines" && this.#path.at(-2) === "class") {
        this.#lines.total += 1;
        if (Number(attributes["hits"]) > 0) this.#lines.covered += 1;
      }
      this.#path.push(name);
    });
    this.#parser.on("closetag", () => this.#path.pop());
  }

  push(text: string): void {
    if (this.#broken === undefined) this.#parse(() => this.#parser.write(this.#cleaner.clean(text)));
  }

  end(): ReportResult {
    if (this.#broken === undefined) this.#parse(() => this.#parser.write(this.#cleaner.rest()).close());
    if (this.#broken !== undefined) return { kind: "broken", reason: this.#broken };
    return { kind: "read", reading: toReading(this.#lines, this.#context) };
  }

  #parse(work: () => unknown): void {
    try {
      work();
    } catch (error) {
      this.#broken ??= error instanceof Error ? error.message : "it could not be parsed";
    }
  }
}
