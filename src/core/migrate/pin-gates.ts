import { isMap, parseDocument, stringify } from "yaml";
import { parseConfig } from "../config/index.ts";
import { commandLine, type Planned, planRepository, type RepositorySnapshot } from "../detect/index.ts";
import type { Gate } from "../gates/index.ts";
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

function isSame(a: Gate, b: Gate | undefined): boolean {
  if (b === undefined) return false;
  return commandLine(a) === commandLine(b) && a.cwd === b.cwd && a.required === b.required;
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

function missing(used: readonly Gate[], planned: Planned | undefined): readonly Gate[] {
  const gates = new Map((planned?.plan.gates ?? []).map((gate) => [gate.id, gate]));
  return used.filter((gate) => !isSame(gate, gates.get(gate.id)));
}

function withEntries(text: string | undefined, gates: readonly Gate[]): string {
  if (text === undefined) {
    const entries = Object.fromEntries(gates.map((gate) => [gate.id, entryOf(gate)]));
    return `# Gates that only workflows declared before; \`turnpike plan\` shows everything that runs, and why.\n${stringify({ gates: entries }, { lineWidth: 0 })}`;
  }
  const document = parseDocument(text);
  if (!isMap(document.get("gates"))) document.set("gates", document.createNode({}));
  for (const gate of gates) document.setIn(["gates", gate.id], document.createNode(entryOf(gate)));
  return document.toString({ lineWidth: 0 });
}

/**
 * Keeps the gates that only the workflows declared which go: turnpike.yml declares them from then on. The plan of the
 * repository as it would be is made and compared, so that nothing rests on a guess.
 *
 * @param snapshot the repository as it is
 * @param changes what happens to its workflows
 * @param used gates that steps were replaced by
 */
export function pinGates(snapshot: RepositorySnapshot, changes: readonly FileChange[], used: readonly Gate[]): Pinned {
  const after = afterChanges(snapshot, changes);
  const text = snapshot.texts.get(CONFIG_FILE);
  const wanting = missing(used, plannedWith(after, text));
  if (wanting.length === 0) return { change: undefined, ids: [], lost: [] };
  const written = withEntries(text, wanting);
  const change: FileChange = { file: CONFIG_FILE, before: text ?? null, after: written };
  const lost = missing(used, plannedWith(afterChanges(after, [change]), written));
  return { change, ids: wanting.map(({ id }) => id), lost: lost.map(({ id }) => id) };
}
