import type { Problem } from "../../errors.ts";
import type { Config, ConfigResult, GateEntry } from "./config.ts";
import { findCycles } from "./cycles.ts";
import { isReservedVariable } from "./gate-schema.ts";
import { pathText, sortProblems, toProblems } from "./problems.ts";
import { type FileContent, fileSchema } from "./schema.ts";
import { readYamlTree, type YamlTree } from "./yaml-tree.ts";

/** Largest file in characters that is parsed. Hand-written files are a hundredth of it. */
const MAX_LENGTH = 64 * 1024;

/** The first faults of a file are enough to mend it. */
const MAX_PROBLEMS = 50;

/** Gates of a circle that a message names. */
const MAX_CIRCLE = 8;

function gateEntries(content: FileContent, tree: YamlTree): readonly GateEntry[] {
  return Object.entries(content.gates ?? {}).map(([id, entry]) => {
    const place = tree.placeOf(["gates", id], "key");
    return entry === "off" || entry === false
      ? { kind: "off", id, place }
      : { kind: "gate", id, place, settings: entry };
  });
}

function mapAt(value: unknown, key: string): Readonly<Record<string, unknown>> {
  const inner: unknown = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return typeof inner === "object" && inner !== null && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner))
    : {};
}

/** Rules that join several keys, or that a pattern cannot say; told beside the schema's, so the values are still raw. */
function crossProblems(tree: YamlTree, file: string): readonly Problem[] {
  const problems: Problem[] = [];
  const needs = new Map<string, readonly string[]>();
  const gates = mapAt(tree.value, "gates");
  for (const id of Object.keys(gates)) {
    const wanted = typeof gates[id] === "object" && gates[id] !== null ? Reflect.get(gates[id], "needs") : undefined;
    if (Array.isArray(wanted))
      needs.set(
        id,
        wanted.filter((need) => typeof need === "string"),
      );
    for (const name of Object.keys(mapAt(gates[id], "env")).filter(isReservedVariable)) {
      const path = ["gates", id, "env", name];
      const message = `${pathText(path)} belongs to the runner and cannot be given to a gate`;
      problems.push({ where: file, ...tree.placeOf(path, "key"), message });
    }
  }
  for (const cycle of findCycles(needs)) {
    const place = tree.placeOf(["gates", cycle[0] ?? "", "needs"], "value");
    const circle = cycle.length > MAX_CIRCLE ? [...cycle.slice(0, MAX_CIRCLE), "…"] : cycle;
    problems.push({
      where: file,
      ...place,
      message: `${pathText(["gates", cycle[0] ?? "", "needs"])} runs in a circle: ${circle.map((id) => id.slice(0, 100)).join(" needs ")}`,
    });
  }
  return problems;
}

function toConfig(content: FileContent, tree: YamlTree, file: string): Config {
  const { presets, budget, build } = content;
  return {
    file,
    presets: presets ?? "auto",
    budget:
      budget === undefined
        ? undefined
        : typeof budget === "number"
          ? { totalMs: budget, enforce: false }
          : { totalMs: budget.total, enforce: budget.enforce ?? false },
    build: build === undefined ? undefined : { run: build, line: tree.placeOf(["build"], "key").line },
    gates: gateEntries(content, tree),
    placeOf: (path) => tree.placeOf(path, "value"),
  };
}

function refused(problems: readonly Problem[]): ConfigResult {
  return { ok: false, problems: sortProblems(problems).slice(0, MAX_PROBLEMS) };
}

/**
 * Reads turnpike.yml: all problems at once, each with place, value and the nearest valid name.
 *
 * @param text the file
 * @param file its path relative to the repository's root, for messages
 * @returns the configuration, or every problem (at most 50); an empty file is a configuration that says nothing. Never throws
 */
export function parseConfig(text: string, file: string): ConfigResult {
  if (text.length > MAX_LENGTH) {
    const message = `is larger than ${MAX_LENGTH / 1024} KiB, which no file written by hand is; it was not read`;
    return refused([{ where: file, line: 1, column: 1, message }]);
  }
  if (/[\0\ufffd]/.test(text)) {
    const offset = text.search(/[\0\ufffd]/);
    const line = text.slice(0, offset).split("\n").length;
    return refused([{ where: file, line, column: 1, message: "is not UTF-8 text" }]);
  }
  const tree = readYamlTree(text);
  const found: Problem[] = tree.problems.map(({ line, column, message }) => ({ where: file, line, column, message }));
  if (!tree.isWhole) return refused(found);
  const parsed = fileSchema.safeParse(tree.isEmpty ? {} : tree.value);
  if (!parsed.success) found.push(...toProblems(parsed.error, tree, file));
  found.push(...crossProblems(tree, file));
  if (!parsed.success || found.length > 0) return refused(found);
  return { ok: true, config: toConfig(parsed.data, tree, file) };
}
