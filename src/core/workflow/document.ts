import { getActionSchema } from "@actions/workflow-parser/actions/action-schema";
import type { TemplateSchema } from "@actions/workflow-parser/templates/schema/template-schema";
import { TemplateContext, TemplateValidationErrors } from "@actions/workflow-parser/templates/template-context";
import { readTemplate } from "@actions/workflow-parser/templates/template-reader";
import {
  type LiteralToken,
  type MappingToken,
  StringToken,
  type TemplateToken,
} from "@actions/workflow-parser/templates/tokens/index";
import { isMapping, isSequence, isString } from "@actions/workflow-parser/templates/tokens/type-guards";
import { NoOperationTraceWriter } from "@actions/workflow-parser/templates/trace-writer";
import { getWorkflowSchema } from "@actions/workflow-parser/workflows/workflow-schema";
import { YamlObjectReader } from "@actions/workflow-parser/workflows/yaml-object-reader";
import { type Problem, TurnpikeError } from "../../errors.ts";
import { tooDeepAt } from "../documents/index.ts";

/** A node of a workflow or action file as GitHub's parser reads it, with its place. */
export type Template = TemplateToken;

/**
 * Most nodes of a file, aliases unfolded. GitHub takes a million (actions/runner
 * src/Sdk/WorkflowParser/ParseOptions.cs, MaxParseEvents), which no file without aliases that fold into each other has.
 */
const MAX_NODES = 100_000;

/** Most characters of a file (ParseOptions.cs, MaxFileSize). */
const MAX_CHARACTERS = 1024 * 1024;

/** Levels of a file; the parser behind this is slow on deeper ones, and no workflow comes near. */
const MAX_DEPTH = 100;

/**
 * Reads texts by their value alone. The library's own reader keeps the YAML source of block scalars, and the template
 * reader then puts the indentation of the file into `run` scripts that hold an expression.
 */
class ValueReader extends YamlObjectReader {
  #nodes = 0;

  override allowLiteral(): LiteralToken | undefined {
    this.#nodes += 1;
    if (this.#nodes > MAX_NODES) {
      throw new TurnpikeError("WORKFLOW_INVALID", "config", `The file unfolds to more than ${MAX_NODES} nodes.`);
    }
    const token = super.allowLiteral();
    if (token === undefined || !isString(token)) return token;
    return new StringToken(token.file, token.range, token.value, token.definitionInfo);
  }
}

/** What reading a file gave: a tree, or what is wrong with it. */
export interface ReadDocument {
  readonly root: MappingToken | undefined;
  readonly context: TemplateContext;
  readonly problems: readonly Problem[];
}

function read(file: string, text: string, source: { schema: TemplateSchema; type: string }): ReadDocument {
  const context = new TemplateContext(new TemplateValidationErrors(), source.schema, new NoOperationTraceWriter());
  if (text.length > MAX_CHARACTERS) {
    const message = `The file has ${text.length} characters; GitHub reads at most ${MAX_CHARACTERS}.`;
    return { root: undefined, context, problems: [{ where: file, message }] };
  }
  const deep = tooDeepAt(text, MAX_DEPTH);
  if (deep !== undefined) {
    const before = text.slice(0, deep).split("\n");
    const place = { where: file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    const message = `The file nests more than ${MAX_DEPTH} levels deep.`;
    return { root: undefined, context, problems: [{ ...place, message }] };
  }
  const fileId = context.getFileId(file);
  const reader = new ValueReader(fileId, text);
  for (const fault of reader.errors) context.error(fileId, fault.message, fault.range);
  const value = reader.errors.length > 0 ? undefined : readTemplate(context, source.type, reader, fileId);
  const root = value !== undefined && isMapping(value) ? value : undefined;
  return { root, context, problems: problemsOf(file, context) };
}

/** The library's own message without its code frame; where it gave up on the depth, that. */
function plainMessage(text: string): string {
  if (text.startsWith("Maximum call stack")) return "The file nests deeper than can be read.";
  return text.replace(/:\n\n.*$/s, "").replaceAll(/\s*\n\s*/g, " ");
}

/**
 * @param file how messages name the file
 * @param context what the parser collected into
 * @returns its errors, each with its place
 */
export function problemsOf(file: string, context: TemplateContext): Problem[] {
  return context.errors.getErrors().map((error) => ({
    where: file,
    ...(error.range === undefined ? {} : { line: error.range.start.line, column: error.range.start.column }),
    message: plainMessage(error.rawMessage),
  }));
}

/**
 * @param file how messages name the file
 * @param text YAML of a workflow
 * @returns its tree, checked against GitHub's schema
 */
export function readWorkflowDocument(file: string, text: string): ReadDocument {
  return read(file, text, { schema: getWorkflowSchema(), type: "workflow-root" });
}

/**
 * @param file how messages name the file
 * @param text YAML of an `action.yml`
 * @returns its tree, checked against GitHub's schema
 */
export function readActionDocument(file: string, text: string): ReadDocument {
  return read(file, text, { schema: getActionSchema(), type: "action-root" });
}

/** A key of a mapping with its value. */
export interface Entry {
  readonly key: string;
  readonly keyToken: Template;
  readonly value: Template;
}

/**
 * @param token any node
 * @returns its keys in order; none when it is no mapping
 */
export function entriesOf(token: Template | undefined): readonly Entry[] {
  if (token === undefined || !isMapping(token)) return [];
  return [...token].map(({ key, value }) => ({ key: key.toString(), keyToken: key, value }));
}

/**
 * @param token any node
 * @param key a key of a mapping
 * @returns its value, or undefined
 */
export function childOf(token: Template | undefined, key: string): Template | undefined {
  return entriesOf(token).find((entry) => entry.key === key)?.value;
}

/**
 * @param token any node
 * @returns its items; none when it is no sequence
 */
export function itemsOf(token: Template | undefined): readonly Template[] {
  return token !== undefined && isSequence(token) ? [...token] : [];
}

/**
 * @param file how messages name the file
 * @param token what is wrong, or stands beside what is missing
 * @param message what is wrong and what would be right
 * @returns a problem at the place of the token
 */
export function problemAt(file: string, token: Template | undefined, message: string): Problem {
  return {
    where: file,
    ...(token?.line === undefined ? {} : { line: token.line }),
    ...(token?.col === undefined ? {} : { column: token.col }),
    message,
  };
}
