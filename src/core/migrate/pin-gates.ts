import { isMap, parseDocument, stringify } from "yaml";
import { parseConfig } from "../config/index.ts";
import { commandLine, type Planned, planRepository, type RepositorySnapshot } from "../detect/index.ts";
import type { Gate } from "../gates/index.ts";
import { missingVariables } from "./job-conditions.ts";
import type { FileChange } from "./verify-result.ts";

const CONFIG_FILE = "turnpike.yml";

/** What turnpike.yml must say once workflows that declared gates are gone. */
export interface Pinned {
  /** Undefined when every gate is declared elsewhere too. */
  readonly change: FileChange | undefined;
  /** Ids of gates that turnpike.yml now declares. */
  readonly ids: readonly string[];
  /** Ids of gates that would be gone or different all the same. */
  readonly lost: readonly string[];
}

function entryOf(gate: Gate): Readonly<Record<string, unknown>> {
  return {
    run: commandLine(gate),
    ...(gate.cwd === "." ? {} : { cwd: gate.cwd }),
    ...(Object.keys(gate.env).length === 0 ? {} : { env: gate.env }),
    ...(gate.required ? {} : { required: false }),
  };
}

/** What is installed, whoever says so and whatever surrounds it. */
function installedBy({ environment }: Gate): string {
  const isAside = (key: string): boolean => ["name", "source", "env", "requiresPython"].includes(key);
  return JSON.stringify(environment, (key, value: unknown) => (isAside(key) ? undefined : value));
}

/** What is started; where reports go follows from the gate's id. */
function startedBy({ run }: Gate): string {
  return JSON.stringify(run).replaceAll(/\$\{reports\}[^\s"\\,]*/g, "");
}

function isOurs(gate: Gate): boolean {
  return gate.source.file === CONFIG_FILE;
}

/** Variables that the one has, that judge, and that the other lacks. */
function lacking(a: Gate, b: Gate): Readonly<Record<string, string>> {
  const own = Object.fromEntries(Object.entries(a.env).filter(([, value]) => !value.includes("${reports}")));
  return Object.fromEntries(missingVariables(own, b.env).map((name) => [name, own[name] ?? ""]));
}

/** The same command on the same packages, whatever surrounds it. */
function isAlike(a: Gate, b: Gate): boolean {
  const isSameRun = startedBy(a) === startedBy(b) || (isOurs(b) && commandLine(a) === commandLine(b));
  return isSameRun && a.cwd === b.cwd && installedBy(a) === installedBy(b);
}

function isSame(a: Gate, b: Gate): boolean {
  return isAlike(a, b) && Object.keys(lacking(a, b)).length === 0 && (b.required || !a.required);
}

/** A repository as it would be. */
export function afterChanges(snapshot: RepositorySnapshot, changes: readonly FileChange[]): RepositorySnapshot {
  const texts = new Map(snapshot.texts);
  const files = new Set(snapshot.files);
  for (const { file, after } of changes) {
    if (after === null) {
      texts.delete(file);
      files.delete(file);
    } else {
      if (texts.has(file) || !files.has(file)) texts.set(file, after);
      files.add(file);
    }
  }
  return { ...snapshot, files: [...files].sort(), texts };
}

function plannedWith(snapshot: RepositorySnapshot, text: string | undefined): Planned | undefined {
  const parsed = text === undefined ? undefined : parseConfig(text, CONFIG_FILE);
  if (parsed !== undefined && !parsed.ok) return undefined;
  const planned = planRepository(snapshot, parsed?.config);
  return planned.ok ? planned : undefined;
}

/** Gates that the plan no longer has, under whatever name. */
function missing(used: readonly Gate[], planned: Planned | undefined): readonly Gate[] {
  const gates = planned?.plan.gates ?? [];
  return used.filter((gate) => !gates.some((one) => isSame(gate, one)));
}

/** Id and settings of a gate: what it lacks where it is still known, else its command. */
function entryFor(gate: Gate, planned: Planned | undefined): readonly [string, Readonly<Record<string, unknown>>] {
  const known = [...(planned?.plan.gates ?? []), ...(planned?.plan.suggestions ?? []).map((one) => one.gate)];
  const alike = known.find((one) => isAlike(gate, one));
  if (alike === undefined) return [gate.id, entryOf(gate)];
  const env = lacking(gate, alike);
  const settings = { ...(Object.keys(env).length === 0 ? {} : { env }), ...(gate.required ? {} : { required: false }) };
  return [alike.id, settings];
}

type Entries = readonly (readonly [string, "off" | Readonly<Record<string, unknown>>])[];

function withEntries(text: string | undefined, entries: Entries): string {
  if (text === undefined) {
    const gates = stringify({ gates: Object.fromEntries(entries) }, { lineWidth: 0 });
    return `# What only workflows said before; \`turnpike plan\` shows everything that runs, and why.\n${gates}`;
  }
  const document = parseDocument(text);
  if (!isMap(document.get("gates"))) document.set("gates", document.createNode({}));
  for (const [id, settings] of entries) document.setIn(["gates", id], document.createNode(settings));
  return document.toString({ lineWidth: 0 });
}

/** Gates that nobody asked for: they would run only because nothing tells otherwise any more. */
function newcomers(before: readonly Gate[], planned: Planned | undefined, taken: Entries): Entries {
  const ids = new Set(taken.map(([id]) => id));
  const gates = planned?.plan.gates ?? [];
  return gates
    .filter((gate) => !ids.has(gate.id) && !before.some((one) => isAlike(one, gate)))
    .map(({ id }) => [id, "off"]);
}

/**
 * Keeps the plan as it is when workflows go that say what runs: turnpike.yml says it from then on. The plan of the
 * repository as it would be is made and compared, so that nothing rests on a guess.
 *
 * @param snapshot the repository as it is
 * @param changes what happens to its workflows
 * @param gates those that steps were replaced by, and all of the plan as it is
 */
export function pinGates(
  snapshot: RepositorySnapshot,
  changes: readonly FileChange[],
  { used, before }: { readonly used: readonly Gate[]; readonly before: readonly Gate[] },
): Pinned {
  const after = afterChanges(snapshot, changes);
  const text = snapshot.texts.get(CONFIG_FILE);
  const planned = plannedWith(after, text);
  const wanted = missing(used, planned).map((gate) => entryFor(gate, planned));
  const entries = [...wanted, ...newcomers(before, planned, wanted)];
  if (entries.length === 0 || changes.length === 0) return { change: undefined, ids: [], lost: [] };
  const written = withEntries(text, entries);
  const change: FileChange = { file: CONFIG_FILE, before: text ?? null, after: written };
  const lost = missing(used, plannedWith(afterChanges(after, [change]), written));
  return { change, ids: [...new Set(entries.map(([id]) => id))], lost: lost.map(({ id }) => id) };
}
