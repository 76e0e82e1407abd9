import { nearestName } from "../../contract/index.ts";
import type { Problem } from "../../errors.ts";
import type { Config, ConfigResult, GateEntry } from "./config.ts";
import { findCycles } from "./cycles.ts";
import { waiverDay } from "./gate-rules-schema.ts";
import { gateSettings, gateShape, isReservedVariable } from "./gate-schema.ts";
import { keysAt } from "./known-keys.ts";
import { matrixFaults } from "./matrix-names.ts";
import { firstProblems, pathText, toProblems } from "./problems.ts";
import { type EntryContent, type FileContent, fileSchema, fileShape } from "./schema.ts";
import { readYamlFile } from "./yaml-file.ts";
import type { YamlTree } from "./yaml-tree.ts";

/** Largest file in characters that is parsed. */
const MAX_LENGTH = 64 * 1024;

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

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function mapAt(value: unknown, key: string): Readonly<Record<string, unknown>> {
  return mapOf(mapOf(value)[key]);
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
    for (const fault of matrixFaults(mapOf(gates[id]))) {
      const path = ["gates", id, ...fault.path];
      problems.push({ where: file, ...tree.placeOf(path, "value"), message: `${pathText(path)} ${fault.message}` });
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

/** Days ahead that a waiver may reach. */
const MOST_WAIVED_DAYS = 90;
const DAY_MS = 24 * 3600 * 1000;

/** An excuse that never ends is no excuse; what was right once stays right, because the day only comes nearer. */
function waiverProblems(tree: YamlTree, file: string, today: Date): readonly Problem[] {
  const last = new Date(today.getTime() + MOST_WAIVED_DAYS * DAY_MS).toISOString().slice(0, 10);
  const gates = mapAt(tree.value, "gates");
  return Object.keys(gates).flatMap((id) => {
    const { data: expires } = waiverDay.safeParse(mapAt(gates[id], "waiver")["expires"]);
    if (expires === undefined || expires <= last) return [];
    const path = ["gates", id, "waiver", "expires"];
    const message = `${pathText(path)} "${expires}" is more than ${MOST_WAIVED_DAYS} days ahead; ${last} is the last day that is taken`;
    return [{ where: file, ...tree.placeOf(path, "value"), message }];
  });
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

/** An entry with faults, reduced to what other entries and the repository are checked against. */
function readableEntry(value: unknown): EntryContent {
  if (value === "off" || value === false) return value;
  const parsed = gateSettings.safeParse(value);
  if (parsed.success) return parsed.data;
  if (typeof value !== "object" || value === null) return { run: "" };
  const needs: unknown = Reflect.get(value, "needs");
  // A mistyped `run` is told once, not as a missing one too.
  const hasRun = Object.keys(value).some((key) => nearestName(key, Object.keys(gateShape)) === "run");
  return {
    ...(hasRun ? { run: "" } : {}),
    ...(Array.isArray(needs) ? { needs: needs.filter((need) => typeof need === "string") } : {}),
  };
}

/** What is right in a file with faults. */
function readableConfig(tree: YamlTree, file: string): Config {
  const presets = fileShape.presets.safeParse(mapOf(tree.value)["presets"]).data;
  const entries = Object.entries(mapAt(tree.value, "gates")).map(([id, value]) => [id, readableEntry(value)] as const);
  return toConfig({ ...(presets === undefined ? {} : { presets }), gates: Object.fromEntries(entries) }, tree, file);
}

function refused(problems: readonly Problem[], readable?: Config): ConfigResult {
  return { ok: false, problems: firstProblems(problems), readable };
}

/**
 * Reads turnpike.yml: all problems at once, each with place, value and the nearest valid name.
 *
 * @param text the file
 * @param file its path relative to the repository's root, for messages
 * @param today the day that waivers are measured from; undefined: they may reach as far as they want
 * @returns the configuration, or every problem (100 at most, then how many more there are) with what could be read all the same; an empty file is a configuration that says nothing. Never throws
 */
export function parseConfig(text: string, file: string, today?: Date): ConfigResult {
  const read = readYamlFile(text, file, MAX_LENGTH);
  if (read.kind === "unreadable") return refused(read.problems);
  const { tree } = read;
  const found = [...read.problems];
  const parsed = fileSchema.safeParse(tree.isEmpty ? {} : tree.value);
  if (!parsed.success) found.push(...toProblems(parsed.error, tree, file, keysAt));
  found.push(...crossProblems(tree, file));
  if (today !== undefined) found.push(...waiverProblems(tree, file, today));
  if (!parsed.success || found.length > 0) return refused(found, readableConfig(tree, file));
  return { ok: true, config: toConfig(parsed.data, tree, file) };
}
