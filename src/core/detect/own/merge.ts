import { nearestName } from "../../../contract/parse.ts";
import { shellLine } from "../../../contract/shell-line.ts";
import type { Problem } from "../../../errors.ts";
import type { Config } from "../../config/index.ts";
import { type Gate, unmeasured } from "../../gates/index.ts";
import { classify } from "../declared/rules/classify.ts";
import type { Note } from "../notes.ts";
import { knowCommand } from "./known-commands.ts";
import { type Matrix, unfoldMatrices } from "./matrix-gates.ts";
import { extendedGate, type OwnEntry, ownGate } from "./own-gates.ts";

/** Detected gates with what turnpike.yml says of them. */
export interface Merged {
  /** Declared gates that run, then suggestions, each in the order of detection with the person's own last. */
  readonly gates: readonly Gate[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
}

interface Merging {
  readonly gates: Map<string, Gate>;
  readonly detected: ReadonlySet<string>;
  readonly problems: Problem[];
  readonly notes: Note[];
  readonly config: Config;
}

function applyEntry(merging: Merging, entry: OwnEntry): void {
  const { gates, config, detected } = merging;
  const base = gates.get(entry.id);
  if (entry.settings.run !== undefined) {
    gates.set(entry.id, ownGate(entry, config.file, base));
    return;
  }
  if (base !== undefined) {
    gates.set(entry.id, extendedGate(entry, config.file, base));
    return;
  }
  const nearest = nearestName(entry.id, [...detected]);
  const advice =
    nearest === undefined
      ? "write the command as `run`"
      : `did you mean \`${nearest}\`? Else write the command as \`run\``;
  const message = `gates.${entry.id} has no \`run\`, and no gate of that id is detected; ${advice}`;
  merging.problems.push({ where: config.file, ...entry.place, message });
}

function switchOff(merging: Merging, id: string, line: number): void {
  const { gates, config, notes } = merging;
  if (gates.delete(id)) return;
  const nearest = nearestName(id, [...merging.detected]);
  const advice = nearest === undefined ? "" : `; did you mean \`${nearest}\`?`;
  notes.push({
    file: config.file,
    line,
    message: `gates.${id} is switched off, but nothing of that id is detected${advice}`,
  });
}

/** Why a gate that is needed is none; a clause. */
function whyNoGate(need: string, of: string, { gates, config }: Merging, known: readonly string[]): string {
  const isOff = config.gates.some((other) => other.kind === "off" && other.id === need);
  if (isOff) return "is switched off";
  if (gates.has(need)) return `is only suggested; switch it on with \`${need}: {}\``;
  const others = known.filter((id) => id !== of);
  const nearest = nearestName(need, others);
  const declared = [...gates.values()].filter((gate) => gate.declared).map(({ id }) => id);
  return `is no gate here; ${nearest === undefined ? `gates are ${declared.join(", ")}` : `did you mean \`${nearest}\`?`}`;
}

function checkNeeds(merging: Merging): void {
  const { gates, config, problems } = merging;
  const declared = [...gates.values()].filter((gate) => gate.declared).map(({ id }) => id);
  // One that is written and cannot be a gate has a problem of its own.
  const written = config.gates.filter(({ kind }) => kind === "gate").map(({ id }) => id);
  const known = [...new Set([...declared, ...written])];
  for (const entry of config.gates) {
    if (entry.kind === "off") continue;
    for (const [index, need] of (entry.settings.needs ?? []).entries()) {
      if (known.includes(need)) continue;
      const place = config.placeOf(["gates", entry.id, "needs", index]);
      const why = whyNoGate(need, entry.id, merging, known);
      problems.push({ where: config.file, ...place, message: `gates.${entry.id}.needs names "${need}", which ${why}` });
    }
  }
}

/** What rewrites files while other gates read them makes both say something else from run to run. */
function tellWriters({ config, gates, notes }: Merging): void {
  if ([...gates.values()].filter((gate) => gate.declared).length < 2) return;
  for (const entry of config.gates) {
    if (entry.kind === "off" || entry.settings.run === undefined) continue;
    const { words } = knowCommand(entry.settings.run);
    const { use, check } = classify(words);
    if (use.kind !== "fixer") continue;
    const instead = check === undefined ? "" : `; \`${shellLine(check(words))}\` only checks`;
    const message = `gates.${entry.id} changes files that other gates read meanwhile (${use.why})${instead}`;
    notes.push({ file: config.file, line: entry.place.line, message });
  }
}

function matricesOf(config: Config): ReadonlyMap<string, Matrix> {
  return new Map(
    config.gates.flatMap((entry) =>
      entry.kind === "gate" && entry.settings.matrix !== undefined ? [[entry.id, entry.settings.matrix] as const] : [],
    ),
  );
}

/** A threshold that nothing measures would fail each run; it is told before the first one. */
function checkThresholds({ gates, config, problems }: Merging): void {
  for (const entry of config.gates) {
    const gate = gates.get(entry.id);
    if (entry.kind === "off" || gate?.threshold === undefined) continue;
    for (const { key, formats } of unmeasured(gate.threshold, gate.reports)) {
      const place = config.placeOf(["gates", entry.id, "threshold", key]);
      const message = `gates.${entry.id}.threshold.${key} is measured by no report of the gate; give it a \`report\` such as ${formats.join(" or ")}`;
      problems.push({ where: config.file, ...place, message });
    }
  }
}

/**
 * @param detected gates that the repository shows, declared and suggested
 * @param config turnpike.yml
 * @returns the gates as turnpike.yml wants them; problems when it names what is not there
 */
export function mergeConfig(detected: readonly Gate[], config: Config): Merged {
  const merging: Merging = {
    gates: new Map(detected.map((gate) => [gate.id, gate])),
    detected: new Set(detected.map(({ id }) => id)),
    problems: [],
    notes: [],
    config,
  };
  for (const entry of config.gates) {
    if (entry.kind === "off") switchOff(merging, entry.id, entry.place.line);
    else applyEntry(merging, entry);
  }
  checkNeeds(merging);
  checkThresholds(merging);
  tellWriters(merging);
  return {
    gates: unfoldMatrices([...merging.gates.values()], matricesOf(config)),
    problems: merging.problems,
    notes: merging.notes,
  };
}
