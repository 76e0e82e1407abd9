import { createHash } from "node:crypto";
import { countOf } from "../../../contract/index.ts";
import type { ToolchainWish } from "../../toolchains/index.ts";
import { environmentKey } from "../environments/environment-key.ts";
import { filesNamedBy } from "../file-patterns.ts";
import { inOrderOfNeeds } from "../graph.ts";
import { toolFacts } from "../judge/tools.ts";
import type { Gate } from "../plan.ts";
import { programsOf, variablesNamedBy } from "./result-surroundings.ts";

/** Counted up when results of older keys must not be believed any more. */
const KEY_VERSION = 1;

/** A file as git sees it. */
export interface TreeFile {
  /** Relative to the repository's root, with `/`; `../` leads above it. */
  readonly path: string;
  /** `100644`, `100755`, `120000`. */
  readonly mode: string;
  /** Blob id of its content. */
  readonly id: string;
}

/** All that results rest on beside the gates themselves. */
export interface ResultGround {
  readonly files: readonly TreeFile[];
  /** Why the contents are not known, as a clause; undefined when they are. */
  readonly blind: string | undefined;
  /** What a program on the path is, by name. */
  readonly programs: Readonly<Record<string, string>>;
  /** What is installed, by `folder` or `folder\0name of the environment`. */
  readonly packages: Readonly<Record<string, string>>;
  /** Environments that the repository's own installs made and that are kept, by {@link environmentKey}. */
  readonly environments?: Readonly<Record<string, string>>;
  /** What gates get that ask for a toolchain, by language and version as they are asked for. */
  readonly toolchains?: Readonly<Record<string, string>>;
  /** Platform and image. */
  readonly machine: string;
  /** This program. */
  readonly turnpike: string;
  readonly env: Readonly<Record<string, string>>;
}

/** One part of a key: what people call it, and a digest. */
export interface KeyPart {
  readonly name: string;
  readonly digest: string;
  /** What is in it, in a few words. */
  readonly detail: string;
}

/** The key of a gate's result; or why there is none. */
export type ResultKey =
  | { readonly kind: "key"; readonly key: string; readonly parts: readonly KeyPart[] }
  | { readonly kind: "none"; readonly reason: string };

/** Locks, manifests and settings that tools look for by themselves; they count whatever `inputs` names. */
const AMBIENT: ReadonlySet<string> = new Set([
  ...[
    "uv.lock",
    "pylock.toml",
    "package-lock.json",
    "npm-shrinkwrap.json",
    "pnpm-lock.yaml",
    "yarn.lock",
    "poetry.lock",
  ],
  ...["pyproject.toml", "setup.cfg", "setup.py", "package.json", "uv.toml", "requirements.txt", ".npmrc"],
  ...[".python-version", ".python-versions", ".nvmrc", ".node-version", ".tool-versions", "mise.toml"],
  ...["pytest.ini", ".pytest.ini", "tox.ini", "conftest.py", ".coveragerc", "mypy.ini", ".mypy.ini"],
  ...["ruff.toml", ".ruff.toml", "pyrightconfig.json", "ty.toml", ".bandit", "tsconfig.json", "biome.json"],
]);

function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

function digestOfFiles(files: readonly TreeFile[]): string {
  const text = files.map(({ path, mode, id }) => `${mode} ${id} ${path}\0`).join("");
  return createHash("sha256").update(text).digest("hex");
}

/** Folders from the gate's own up to the root. */
function foldersOf(cwd: string): readonly string[] {
  const parts = cwd === "." ? [] : cwd.split("/");
  return [...parts.map((_, at) => parts.slice(0, parts.length - at).join("/")), "."];
}

function isAmbient(path: string, folders: readonly string[]): boolean {
  const slash = path.lastIndexOf("/");
  return AMBIENT.has(path.slice(slash + 1)) && folders.includes(slash < 0 ? "." : path.slice(0, slash));
}

/**
 * @param gate any gate
 * @returns tells whether a file, by its path from the root, counts for it whatever its `inputs` name
 */
export function countsBeside(gate: Pick<Gate, "cwd">): (path: string) => boolean {
  const folders = foldersOf(gate.cwd);
  return (path) => isAmbient(path, folders);
}

function inputsOf(gate: Gate, files: readonly TreeFile[]): readonly TreeFile[] {
  if (gate.inputs === undefined) return files;
  const isNamed = filesNamedBy(gate.inputs);
  const isBeside = countsBeside(gate);
  return files.filter(({ path }) => !path.startsWith("../") && (isNamed(path) || isBeside(path)));
}

/**
 * @param wish a toolchain that a gate asks for
 * @returns what tells it from others
 */
export function toolchainKey({ language, version, isLimit }: ToolchainWish): string {
  return isLimit === true ? `${language} ${version} at least` : `${language} ${version}`;
}

/** What of a gate decides its result; how it is shown and when it is started does not. */
function definitionOf(gate: Gate): unknown {
  const { id, tool, run, cwd, env, reports, exitCodes, threshold, timeoutMs, environment, toolchains } = gate;
  return [
    id,
    tool,
    run,
    cwd,
    Object.entries(env).sort(),
    reports,
    exitCodes,
    threshold ?? null,
    timeoutMs,
    environment,
    ...(toolchains ?? []).map(toolchainKey),
  ];
}

/**
 * Where packages of a gate may be installed.
 *
 * @param gate any gate
 * @param env the environment of this process
 * @returns places as {@link ResultGround.packages} names them
 */
export function packagePlaces(gate: Gate, env: Readonly<Record<string, string>>): readonly string[] {
  const own = gate.env["UV_PROJECT_ENVIRONMENT"] ?? env["UV_PROJECT_ENVIRONMENT"] ?? ".venv";
  return foldersOf(gate.cwd).flatMap((folder) => [`${folder}\0${own}`, `${folder}\0node_modules`]);
}

function keptEnvironment(gate: Gate, ground: Pick<ResultGround, "environments">): string | undefined {
  return gate.environment === null ? undefined : ground.environments?.[environmentKey(gate.environment)];
}

/**
 * @param gate any gate
 * @param ground the environments that are kept
 * @returns why a pass of it must not be remembered, whatever its inputs; undefined when it may
 */
function whyNotRemembered(gate: Gate, ground: Pick<ResultGround, "environments"> = {}): string | undefined {
  if (gate.network === true || toolFacts(gate.tool)?.isAudit === true)
    return "it asks a service, whose answer may change";
  const isAnew = gate.environment?.recipe !== undefined && keptEnvironment(gate, ground) === undefined;
  if (isAnew && gate.cache !== true) return "its packages are installed anew each time";
  if (gate.cache === false) return "turnpike.yml says `cache: false`";
  return undefined;
}

function pick(
  from: Readonly<Record<string, string>>,
  names: readonly string[],
): readonly (readonly [string, string])[] {
  return [...new Set(names)].sort().map((name) => [name, from[name] ?? ""] as const);
}

function partsOf(gate: Gate, ground: ResultGround, filesOf: (gate: Gate) => KeyPart): readonly KeyPart[] {
  const variables = pick(ground.env, variablesNamedBy(gate, Object.keys(ground.env)));
  const wishes = (gate.toolchains ?? []).map(toolchainKey);
  const programs = [...pick(ground.programs, programsOf(gate)), ...pick(ground.toolchains ?? {}, wishes)];
  const packages = pick(ground.packages, packagePlaces(gate, ground.env)).filter(([, what]) => what !== "");
  const kept = keptEnvironment(gate, ground);
  const places = packages.map(([place]) => place.replace("\0", "/").replace(/^\.\//, ""));
  const names = (pairs: readonly (readonly [string, string])[]) => pairs.map(([name]) => name).join(", ") || "none";
  return [
    { name: "turnpike", digest: digestOf([KEY_VERSION, ground.turnpike]), detail: "this program" },
    { name: "gate", digest: digestOf(definitionOf(gate)), detail: "command, folder, variables, reports, threshold" },
    filesOf(gate),
    { name: "variables", digest: digestOf(variables), detail: names(variables) },
    { name: "programs", digest: digestOf(programs), detail: names(programs) },
    {
      name: "packages",
      digest: digestOf(kept === undefined ? packages : [packages, kept]),
      detail: [...places, ...(kept === undefined ? [] : ["an environment of its own"])].join(", ") || "none",
    },
    { name: "machine", digest: digestOf(ground.machine), detail: ground.machine },
  ];
}

/** Files of a gate; most gates have the same. */
function memoFiles(ground: ResultGround): (gate: Gate) => KeyPart {
  const known = new Map<string, KeyPart>();
  return (gate) => {
    const id = JSON.stringify(gate.inputs === undefined ? null : [gate.inputs, gate.cwd]);
    const before = known.get(id);
    if (before !== undefined) return before;
    const files = inputsOf(gate, ground.files);
    const count = countOf(files.length, "file");
    const part = { name: "files", digest: digestOfFiles(files), detail: count };
    known.set(id, part);
    return part;
  };
}

/** Nothing that a gate without files looks at can change, so its pass would be kept for good. */
function whyBlind({ inputs }: Gate, { files }: ResultGround): string | undefined {
  if (inputs === undefined) return undefined;
  const isNamed = filesNamedBy(inputs);
  return files.some(({ path }) => isNamed(path)) ? undefined : "its `inputs` name no file";
}

function noKey(gate: Gate, ground: ResultGround, keys: ReadonlyMap<string, ResultKey>): string | undefined {
  const reason = whyNotRemembered(gate, ground) ?? ground.blind ?? whyBlind(gate, ground);
  if (reason !== undefined) return reason;
  const need = gate.needs.find((id) => keys.get(id)?.kind !== "key");
  return need === undefined ? undefined : `it needs \`${need}\`, of which nothing is remembered`;
}

/**
 * What decides the results of gates. Two runs with the same key of a gate did the same, as far as anybody can tell without
 * running it: command, contents of its files, variables, programs, packages, machine, this program, and the same of all
 * that it needs.
 *
 * @param gates all gates that may run
 * @param ground what is there
 * @returns a key by id, or why there is none
 */
export function resultKeys(gates: readonly Gate[], ground: ResultGround): ReadonlyMap<string, ResultKey> {
  const keys = new Map<string, ResultKey>();
  const filesOf = memoFiles(ground);
  for (const gate of inOrderOfNeeds(gates)) {
    const reason = noKey(gate, ground, keys);
    if (reason !== undefined) {
      keys.set(gate.id, { kind: "none", reason });
      continue;
    }
    const needs = gate.needs.flatMap((id) => {
      const key = keys.get(id);
      return key?.kind === "key" ? [key.key] : [];
    });
    const own = partsOf(gate, ground, filesOf);
    const parts =
      needs.length === 0
        ? own
        : [...own, { name: "needs", digest: digestOf([...needs].sort()), detail: gate.needs.join(", ") }];
    keys.set(gate.id, { kind: "key", key: digestOf(parts.map(({ name, digest }) => [name, digest])), parts });
  }
  return keys;
}
