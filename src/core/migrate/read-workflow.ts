import { createHash } from "node:crypto";
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import { isTable, remembered, type Table, tooDeepAt } from "../documents/index.ts";
import type { JobFacts, Lines, StepFacts, WorkflowFacts, WorkflowText } from "./model.ts";

/** Most characters of a command or name that labels a step. */
const LABEL = 120;
/** Levels of a workflow; GitHub refuses deeper ones, and the parser is slow on them. */
const MAX_DEPTH = 100;

interface Source {
  readonly file: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly counter: LineCounter;
  readonly document: Document.Parsed;
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  if (!isTable(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, textOf(inner) ?? ""]));
}

function namesOf(value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

function pairOf(map: unknown, key: string): Pair<unknown, unknown> | undefined {
  if (!isMap(map)) return undefined;
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function nodeOf(map: unknown, key: string): unknown {
  return pairOf(map, key)?.value;
}

function startOf(node: unknown): number {
  return (node as Node | null | undefined)?.range?.[0] ?? 0;
}

function lineAt(source: Source, offset: number): number {
  return source.counter.linePos(offset).line;
}

/** Last line with something on it that belongs to the node. */
function lastLine(source: Source, node: unknown): number {
  let end = (node as Node | null | undefined)?.range?.[1] ?? 0;
  while (end > 0 && /\s/.test(source.text[end - 1] ?? "")) end -= 1;
  return lineAt(source, Math.max(0, end - 1));
}

/** The first line of the comment that stands right above a line at its own indentation. */
function withComment(source: Source, line: number): number {
  const indent = /^[ ]*/.exec(source.lines[line - 1] ?? "")?.[0] ?? "";
  let first = line;
  while (first > 1 && (source.lines[first - 2] ?? "").startsWith(`${indent}#`)) first -= 1;
  return first;
}

/** Line of the `-` before an item of a list. */
function dashLine(source: Source, item: unknown): number {
  let at = startOf(item) - 1;
  while (at > 0 && source.text[at] !== "-") at -= 1;
  return lineAt(source, Math.max(at, 0));
}

function slice(source: Source, { first, last }: Lines): string {
  return source.lines.slice(first - 1, last).join("\n");
}

/** JSON with sorted keys, so that the order of keys does not matter. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isTable(value)) return JSON.stringify(value) ?? "null";
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

/** @returns SHA-256 in hex of a value, whatever the order of its keys */
export function digestOf(value: unknown): string {
  return createHash("sha256").update(canonical(value)).digest("hex");
}

function toTable(source: Source, node: unknown): unknown {
  if (node === null || node === undefined) return null;
  try {
    const value: unknown = (node as Node).toJS(source.document, { maxAliasCount: 1000 });
    // An anchor that holds itself has no text.
    return JSON.stringify(value) === undefined ? null : value;
  } catch {
    return null;
  }
}

function labelOf(step: Table): string {
  const text =
    textOf(step["name"]) ?? textOf(step["uses"]) ?? textOf(step["run"])?.trim().split("\n")[0] ?? "(empty step)";
  return text.slice(0, LABEL);
}

function pairLines(source: Source, pair: Pair<unknown, unknown> | undefined): Lines | null {
  if (pair === undefined) return null;
  const first = lineAt(source, startOf(pair.key));
  return { first, last: Math.max(first, lastLine(source, pair.value)) };
}

interface Place {
  readonly job: string;
  readonly index: number;
}

function readStep(source: Source, item: unknown, { job, index }: Place): StepFacts {
  const value = toTable(source, item);
  const step: Table = isTable(value) ? value : {};
  const line = dashLine(source, item);
  const lines = { first: withComment(source, line), last: Math.max(line, lastLine(source, item)) };
  return {
    file: source.file,
    job,
    index,
    line,
    lines,
    label: labelOf(step),
    digest: digestOf(value),
    id: textOf(step["id"]),
    name: textOf(step["name"]),
    uses: textOf(step["uses"]),
    run: textOf(step["run"]),
    condition: textOf(step["if"]),
    with: textsOf(step["with"]),
    withLines: pairLines(source, pairOf(item, "with")),
    env: textsOf(step["env"]),
    cwd: textOf(step["working-directory"]),
    shell: textOf(step["shell"]),
    mayFail: step["continue-on-error"] !== undefined && step["continue-on-error"] !== false,
    source: slice(source, { first: line, last: lines.last }),
    value: step,
  };
}

function defaultFolder(value: unknown): string | null {
  const run = isTable(value) ? value["run"] : undefined;
  return isTable(run) ? textOf(run["working-directory"]) : null;
}

function callOf(source: Source, id: string, pair: Pair<unknown, unknown>, job: Table): JobFacts["call"] {
  const uses = textOf(job["uses"]);
  if (uses === null) return null;
  const line = lineAt(source, startOf(nodeOf(pair.value, "uses")));
  // `needs` is rewritten when jobs go; the call itself must stay as it was.
  const { needs: _, ...rest } = job;
  return { file: source.file, job: id, index: null, line, label: uses.slice(0, LABEL), digest: digestOf(rest), uses };
}

function headOf(source: Source, pair: Pair<unknown, unknown>, lines: Lines): string {
  const steps = pairOf(pair.value, "steps");
  if (steps === undefined) return slice(source, lines);
  const first = lineAt(source, startOf(steps.key));
  const last = steps.value === null ? first : lastLine(source, steps.value);
  return [slice(source, { ...lines, last: first - 1 }), slice(source, { first: last + 1, last: lines.last })].join(
    "\n",
  );
}

function readJob(source: Source, pair: Pair<unknown, unknown>): JobFacts {
  const id = textOf(isScalar(pair.key) ? pair.key.value : null) ?? "";
  const line = lineAt(source, startOf(pair.key));
  const lines = { first: withComment(source, line), last: Math.max(line, lastLine(source, pair.value)) };
  const value = toTable(source, pair.value);
  const job: Table = isTable(value) ? value : {};
  const written = nodeOf(pair.value, "steps");
  const stepsNode = isAlias(written) ? written.resolve(source.document) : written;
  const steps = isSeq(stepsNode)
    ? stepsNode.items.map((item, index) => readStep(source, item, { job: id, index }))
    : [];
  const strategy = job["strategy"];
  return {
    file: source.file,
    id,
    line,
    lines,
    name: textOf(job["name"]),
    needs: namesOf(job["needs"]),
    condition: textOf(job["if"]),
    runsOn: textOf(job["runs-on"]) ?? "",
    matrix: isTable(strategy) ? strategy["matrix"] : (textOf(strategy) ?? undefined),
    services: isTable(job["services"]) ? Object.keys(job["services"]) : [],
    container: job["container"] !== undefined,
    environment: job["environment"] !== undefined,
    env: textsOf(job["env"]),
    cwd: defaultFolder(job["defaults"]),
    hasOutputs: job["outputs"] !== undefined,
    hasTimeout: job["timeout-minutes"] !== undefined,
    hasPermissions: job["permissions"] !== undefined,
    permissions: job["permissions"],
    call: callOf(source, id, pair, job),
    steps,
    calls: steps.map(({ uses, with: inputs }) => ({ uses, with: inputs })),
    head: headOf(source, pair, lines),
    source: slice(source, lines),
  };
}

function readOn(value: unknown): ReadonlyMap<string, unknown> {
  if (isTable(value)) return new Map(Object.entries(value));
  return new Map(namesOf(value).map((event) => [event, null]));
}

type Obstacle = WorkflowFacts["notEditable"][number];

function styleObstacles(source: Source, jobs: YAMLMap): readonly Obstacle[] {
  const flow = (node: unknown, what: string): readonly Obstacle[] =>
    (isMap(node) || isSeq(node)) && node.flow === true
      ? [
          {
            line: lineAt(source, startOf(node)),
            message: `${what} in braces or brackets, on one line; migrate edits lines`,
          },
        ]
      : [];
  const inner = jobs.items.flatMap((pair) => [
    ...flow(pair.value, "writes a job"),
    ...flow(nodeOf(pair.value, "steps"), "writes the steps of a job"),
  ]);
  return [...flow(jobs, "writes its jobs"), ...inner];
}

function aliasObstacles(source: Source): readonly Obstacle[] {
  let line: number | undefined;
  visit(source.document, {
    Alias: (_, node) => {
      line ??= lineAt(source, node.range?.[0] ?? 0);
    },
  });
  return line === undefined
    ? []
    : [{ line, message: "uses YAML anchors: a step may be written elsewhere, so migrate does not edit it" }];
}

function obstaclesOf(source: Source, jobs: unknown): readonly Obstacle[] {
  const errors = source.document.errors.map(({ pos, message }) => ({
    line: lineAt(source, pos[0]),
    message: `is no valid YAML: ${message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "")}`,
  }));
  if (errors.length > 0) return errors.slice(0, 1);
  if (!isMap(jobs) || jobs.items.length === 0) return [{ line: 1, message: "has no jobs" }];
  if (isAlias(jobs)) return aliasObstacles(source);
  return [...aliasObstacles(source), ...styleObstacles(source, jobs)];
}

/**
 * Reads a workflow by its YAML alone, so that its steps are known also where GitHub would refuse the file.
 *
 * @param file path and text
 * @returns its jobs and steps with their places; `notEditable` says where it is broken or cannot be edited by lines
 */
export function readWorkflow({ file, text }: WorkflowText): WorkflowFacts {
  return readFacts(`${file}\0${text}`);
}

const readFacts = remembered((key): WorkflowFacts => {
  const at = key.indexOf("\0");
  const [file, whole] = [key.slice(0, at), key.slice(at + 1)];
  const deep = tooDeepAt(whole, MAX_DEPTH);
  const text = deep === undefined ? whole : "";
  const facts = readText(file, text);
  if (deep === undefined) return facts;
  const line = whole.slice(0, deep).split("\n").length;
  return { ...facts, text: whole, notEditable: [{ line, message: `is nested more than ${MAX_DEPTH} levels deep` }] };
});

function readText(file: string, text: string): WorkflowFacts {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, logLevel: "silent" });
  const source: Source = { file, text, lines: text.split("\n"), counter, document };
  const root = document.contents;
  const jobs = nodeOf(root, "jobs");
  const top = (key: string): unknown => toTable(source, nodeOf(root, key));
  return {
    file,
    text,
    name: textOf(top("name")),
    on: readOn(top("on")),
    env: textsOf(top("env")),
    cwd: defaultFolder(top("defaults")),
    hasPermissions: pairOf(root, "permissions") !== undefined,
    hasConcurrency: pairOf(root, "concurrency") !== undefined,
    jobs: isMap(jobs) ? jobs.items.map((pair) => readJob(source, pair)) : [],
    notEditable: obstaclesOf(source, jobs),
  };
}
