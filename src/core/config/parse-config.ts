import type { Problem } from "../../errors.ts";
import type { Config, ConfigResult, GateEntry } from "./config.ts";
import { findCycles } from "./cycles.ts";
import { pathText, sortProblems, toProblems } from "./problems.ts";
import { type FileContent, fileSchema, isReservedVariable } from "./schema.ts";
import { readYamlTree, type YamlTree } from "./yaml-tree.ts";

/** Largest file in characters that is parsed. Hand-written files are a hundredth of it. */
const MAX_LENGTH = 128 * 1024;

/** The first faults of a file are enough to mend it. */
const MAX_PROBLEMS = 50;

function gateEntries(content: FileContent, tree: YamlTree): readonly GateEntry[] {
  return Object.entries(content.gates ?? {}).map(([id, entry]) => {
    const place = tree.placeOf(["gates", id], "key");
    return entry === "off" || entry === false
      ? { kind: "off", id, place }
      : { kind: "gate", id, place, settings: entry };
  });
}

/** Rules that join several keys, or that a pattern cannot say. */
function crossProblems(gates: readonly GateEntry[], tree: YamlTree, file: string): readonly Problem[] {
  const problems: Problem[] = [];
  const needs = new Map<string, readonly string[]>();
  for (const gate of gates) {
    if (gate.kind === "off") continue;
    needs.set(gate.id, gate.settings.needs ?? []);
    for (const name of Object.keys(gate.settings.env ?? {}).filter(isReservedVariable)) {
      const path = ["gates", gate.id, "env", name];
      const message = `${pathText(path)} belongs to the runner and cannot be given to a gate`;
      problems.push({ where: file, ...tree.placeOf(path, "key"), message });
    }
  }
  for (const cycle of findCycles(needs)) {
    const place = tree.placeOf(["gates", cycle[0] ?? "", "needs"], "value");
    problems.push({
      where: file,
      ...place,
      message: `gates.${cycle[0]}.needs runs in a circle: ${cycle.join(" needs ")}`,
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
  if (tree.problems.length > 0) return refused(tree.problems.map((problem) => ({ where: file, ...problem })));
  const parsed = fileSchema.safeParse(tree.isEmpty ? {} : tree.value);
  if (!parsed.success) return refused(toProblems(parsed.error, tree, file));
  const config = toConfig(parsed.data, tree, file);
  const problems = crossProblems(config.gates, tree, file);
  return problems.length > 0 ? refused(problems) : { ok: true, config };
}
