import { isMap, parseDocument, stringify } from "yaml";
import { parseConfig } from "../config/index.ts";
import { commandLine, type Planned, planRepository, type RepositorySnapshot } from "../detect/index.ts";
import type { Gate } from "../gates/index.ts";
import { asksTheSame } from "../toolchains/index.ts";
import { declarationsIn } from "./declared.ts";
import { missingVariables } from "./job-conditions.ts";
import { startAlike } from "./roles/match-gate.ts";
import type { FileChange } from "./verify-result.ts";

const CONFIG_FILE = "turnpike.yml";

/** What turnpike.yml must say once workflows that declared gates are gone. */
export interface Pinned {
  /** Undefined when every gate is declared elsewhere too. */
  readonly change: FileChange | undefined;
  /** Ids of gates that turnpike.yml now declares. */
  readonly ids: readonly string[];
  /** Ids of gates that nobody asked for and that it switches off, because settings alone would declare them from now on. */
  readonly off: readonly string[];
  /** Ids of gates that would be gone or different all the same. */
  readonly lost: readonly string[];
}

/** The command with what it needs: `uv run` brings the packages of uv's own environments along. */
function wholeCommand(gate: Gate): string {
  const { environment } = gate;
  const command = gate.shows ?? commandLine(gate);
  if (environment?.manager !== "uv" || environment.recipe !== undefined)
    return withoutVariables(commandLine(gate), gate);
  if (/^uv run\b/.test(command)) return command;
  const groups = environment.groups.map((name) => `--group ${name}`);
  const extras = environment.extras.map((name) => `--extra ${name}`);
  return ["uv run", ...groups, ...extras, command].join(" ");
}

/** Variables are a key of the gate, so its command need not say them again. */
function withoutVariables(command: string, { env }: Gate): string {
  const prefix = Object.keys(env).reduce((rest, name) => {
    const own = new RegExp(`^${name}=(?:'(?:[^']|'\\\\'')*'|[^\\s'"]*)\\s+`).exec(rest)?.[0] ?? "";
    return rest.slice(own.length);
  }, command);
  return prefix === "" ? command : prefix;
}

function entryOf(gate: Gate): Readonly<Record<string, unknown>> {
  return {
    run: wholeCommand(gate),
    ...(gate.cwd === "." ? {} : { cwd: gate.cwd }),
    ...(Object.keys(ownVariables(gate)).length === 0 ? {} : { env: ownVariables(gate) }),
    ...(Object.keys(toolchainsOfWorkflows(gate)).length === 0 ? {} : { toolchain: toolchainsOfWorkflows(gate) }),
    ...(gate.required ? {} : { required: false }),
  };
}

/** Variables that the repository gives; where reports go is the engine's business. */
function ownVariables({ env }: Gate): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => !value.includes("${reports}")));
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
  const own = ownVariables(a);
  return Object.fromEntries(missingVariables(own, b.env).map((name) => [name, own[name] ?? ""]));
}

/** Versions that the one is to run on and the other is not. */
function lackingToolchains(a: Gate, b: Gate): Readonly<Record<string, string>> {
  const theirs = b.toolchains ?? [];
  const lost = (a.toolchains ?? []).filter((wish) => !theirs.some((one) => asksTheSame(one, wish)));
  return Object.fromEntries(lost.map(({ language, version }) => [language, version]));
}

/** Those that a workflow asks for; files are read again. */
function toolchainsOfWorkflows(gate: Gate): Readonly<Record<string, string>> {
  const toolchains = (gate.toolchains ?? []).filter(({ source }) => /\.ya?ml$/.test(source.file));
  return lackingToolchains({ ...gate, toolchains }, { ...gate, toolchains: [] });
}

/** Made of the same line; which files a hook is handed follows from the repository, whose workflows are files too. */
function comesFromSame(a: Gate, b: Gate): boolean {
  const [one, other] = [a.chain?.at(-1), b.chain?.at(-1)];
  if (one === undefined || other === undefined) return false;
  return one.file === other.file && one.line === other.line && one.text === other.text && a.reproduce === b.reproduce;
}

/** The same command on the same packages, whatever surrounds it. */
function isAlike(a: Gate, b: Gate): boolean {
  const isSameRun =
    comesFromSame(a, b) ||
    startedBy(a) === startedBy(b) ||
    (isOurs(b) && (commandLine(a) === commandLine(b) || startAlike(a, b)));
  return isSameRun && a.cwd === b.cwd && installedBy(a) === installedBy(b);
}

function isSame(a: Gate, b: Gate): boolean {
  const lost = { ...lacking(a, b), ...lackingToolchains(a, b) };
  return isAlike(a, b) && Object.keys(lost).length === 0 && (b.required || !a.required);
}

/** A repository as it would be. */
function afterChanges(snapshot: RepositorySnapshot, changes: readonly FileChange[]): RepositorySnapshot {
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
  const planned = planRepository(snapshot, parsed?.config, declarationsIn(snapshot));
  return planned.ok ? planned : undefined;
}

/** Gates that the plan no longer has, under whatever name, or no longer after those that they need. */
function missing(used: readonly Gate[], before: readonly Gate[], planned: Planned | undefined): readonly Gate[] {
  const gates = planned?.plan.gates ?? [];
  const keepsOrder = (gate: Gate, one: Gate): boolean =>
    gate.needs.every((id) => {
      const need = before.find((other) => other.id === id);
      return need === undefined || gates.some((other) => one.needs.includes(other.id) && isAlike(need, other));
    });
  return used.filter((gate) => !gates.some((one) => isSame(gate, one) && keepsOrder(gate, one)));
}

/** What an entry needs, by the ids that those gates have from now on. */
function withNeeds(
  entries: readonly { readonly gate: Gate; readonly entry: Entries[number] }[],
  before: readonly Gate[],
  planned: Planned | undefined,
): Entries {
  const idOf = (id: string): string | undefined => {
    const written = entries.find(({ gate }) => gate.id === id)?.entry[0];
    const need = before.find((gate) => gate.id === id);
    if (written !== undefined || need === undefined) return written;
    return planned?.plan.gates.find((gate) => isAlike(need, gate))?.id;
  };
  return entries.map(({ gate, entry: [id, settings] }) => {
    const needs = gate.needs.flatMap((one) => idOf(one) ?? []);
    return [id, settings === "off" || needs.length === 0 ? settings : { ...settings, needs }];
  });
}

/** Id and settings of a gate: what it lacks where it is still known, else its command. */
function entryFor(
  gate: Gate,
  planned: Planned | undefined,
  suffix: string,
): readonly [string, Readonly<Record<string, unknown>>] {
  const known = [...(planned?.plan.gates ?? []), ...(planned?.plan.suggestions ?? []).map((one) => one.gate)];
  const alike = known.find((one) => isAlike(gate, one));
  if (alike === undefined) {
    return [known.some(({ id }) => id === gate.id) ? gate.id + suffix : gate.id, entryOf(gate)];
  }
  const env = lacking(gate, alike);
  const toolchain = lackingToolchains(gate, alike);
  const settings = {
    ...(Object.keys(env).length === 0 ? {} : { env }),
    ...(Object.keys(toolchain).length === 0 ? {} : { toolchain }),
    ...(gate.required ? {} : { required: false }),
  };
  return [alike.id, settings];
}

type Entries = readonly (readonly [string, "off" | Readonly<Record<string, unknown>>])[];

function withEntries(text: string | undefined, entries: Entries, build: string | null): string {
  const top = build === null ? {} : { build };
  if (text === undefined) {
    const gates = entries.length === 0 ? {} : { gates: Object.fromEntries(entries) };
    const body = stringify({ ...top, ...gates }, { lineWidth: 0 });
    return `# What only workflows said before; \`turnpike plan\` shows everything that runs, and why.\n${body}`;
  }
  const document = parseDocument(text);
  if (build !== null) document.set("build", build);
  if (entries.length === 0) return document.toString({ lineWidth: 0 });
  if (!isMap(document.get("gates"))) document.set("gates", document.createNode({}));
  for (const [id, settings] of entries) {
    const isThere = isMap(document.getIn(["gates", id]));
    // What a person wrote of the gate stays beside what it gets.
    if (!isThere || settings === "off" || "run" in settings)
      document.setIn(["gates", id], document.createNode(settings));
    else
      for (const [key, value] of Object.entries(settings))
        document.setIn(["gates", id, key], document.createNode(value));
  }
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

/** What a migration leans on. */
export interface Used {
  /** Gates that steps were replaced by. */
  readonly used: readonly Gate[];
  /** All gates of the plan as it is. */
  readonly before: readonly Gate[];
  /** Command that builds what is released, when a workflow leaves that to the road; else null. */
  readonly build: string | null;
}

/**
 * Keeps the plan as it is when workflows go that say what runs: turnpike.yml says it from then on. The plan of the
 * repository as it would be is made and compared, so that nothing rests on a guess.
 *
 * @param snapshot the repository as it is
 * @param changes what happens to its workflows
 * @param plan what steps were replaced by, and all gates of the plan as it is
 */
export function pinGates(
  snapshot: RepositorySnapshot,
  changes: readonly FileChange[],
  { used, before, build }: Used,
): Pinned {
  if (changes.length === 0) return { change: undefined, ids: [], off: [], lost: [] };
  const after = afterChanges(snapshot, changes);
  const text = snapshot.texts.get(CONFIG_FILE);
  const planned = plannedWith(after, text);
  const lostBuild = build !== null && planned?.plan.build?.run !== build ? build : null;
  const attempt = (suffix: string): Pinned => {
    const own = missing(used, before, planned).map((gate) => ({ gate, entry: entryFor(gate, planned, suffix) }));
    const wanted = withNeeds(own, before, planned);
    const added = newcomers(before, planned, wanted);
    const entries = [...wanted, ...added];
    if (entries.length === 0 && lostBuild === null) return { change: undefined, ids: [], off: [], lost: [] };
    const written = withEntries(text, entries, lostBuild);
    const change: FileChange = { file: CONFIG_FILE, before: text ?? null, after: written };
    const lost = missing(used, before, plannedWith(afterChanges(after, [change]), written));
    const idsOf = (some: Entries): readonly string[] => [...new Set(some.map(([id]) => id))];
    return { change, ids: idsOf(wanted), off: idsOf(added), lost: lost.map(({ id }) => id) };
  };
  // Under the id of another gate it would take over what that one needs; then it gets an id of its own.
  const first = attempt("");
  return first.lost.length === 0 ? first : attempt("-ci");
}
