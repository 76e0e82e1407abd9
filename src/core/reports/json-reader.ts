import { z } from "zod";
import type { ReportResult } from "../gates/index.ts";
import type { ReportContext, ReportReader } from "./reader.ts";

/** Largest JSON report; a larger one would have to be held in memory whole. */
const LARGEST_JSON = 128 * 1024 * 1024;

/** Reads a document that was parsed. */
export type Interpret<T> = (document: T, context: ReportContext) => ReportResult;

/** A format that is one JSON document. */
export class JsonReader<T> implements ReportReader {
  readonly #schema: z.ZodType<T>;
  readonly #interpret: Interpret<T>;
  readonly #context: ReportContext;
  readonly #pieces: string[] = [];
  #length = 0;

  /**
   * @param schema what the document must be; fields that it does not name are ignored
   * @param interpret what it means
   * @param context where the tool ran
   */
  constructor(schema: z.ZodType<T>, interpret: Interpret<T>, context: ReportContext) {
    this.#schema = schema;
    this.#interpret = interpret;
    this.#context = context;
  }

  push(text: string): void {
    this.#length += text.length;
    if (this.#length <= LARGEST_JSON) this.#pieces.push(text);
  }

  end(): ReportResult {
    if (this.#length > LARGEST_JSON) return { kind: "broken", reason: "it is larger than 128 MiB" };
    return readJson(this.#pieces.join(""), this.#schema, (document) => this.#interpret(document, this.#context));
  }
}

/**
 * @param text a JSON document, colours before it allowed
 * @param schema what it must be
 * @param interpret what it means
 * @returns what `interpret` gives, or why the document cannot be read
 */
function readJson<T>(text: string, schema: z.ZodType<T>, interpret: (document: T) => ReportResult): ReportResult {
  let document: unknown;
  try {
    document = JSON.parse(withoutPrefix(text));
  } catch {
    return { kind: "broken", reason: "it is no whole JSON document" };
  }
  const parsed = schema.safeParse(document);
  if (!parsed.success)
    return { kind: "broken", reason: `it is not the report that was expected: ${firstIssue(parsed.error)}` };
  return interpret(parsed.data);
}

/** Biome prints a colour reset before its document when the report goes to standard output. */
function withoutPrefix(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal escapes are what is looked for
  return text.replace(/^\ufeff?(?:\u001b\[[0-9;]*m)*/, "");
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return "unknown";
  const at = issue.path.map(String).join(".").slice(0, 80);
  return at === "" ? issue.message : `${at}: ${issue.message}`;
}

/** A position that a tool may leave out. */
export const optionalNumber = z.number().nullish();
/** A text that a tool may leave out. */
export const optionalText = z.string().nullish();
