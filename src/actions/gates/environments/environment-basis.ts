import { dirname, join } from "node:path/posix";
import {
  decidesEditable,
  type EnvironmentRecipe,
  environmentDigest,
  factsOfFile,
  factsOfInstall,
  type InstallFact,
  isBuildFile,
  ownBuildOf,
} from "../../../core/gates/index.ts";
import type { GatePorts } from "../gate-ports.ts";
import { pythonRequests, venvEnvironment } from "./make-environment.ts";

const ASK_MS = 60_000;
/** More files than this are not read for a key; the environment is made anew. */
const MOST_FILES = 5000;

/** What an environment rests on; or why it is made anew each time, as a clause. */
export type EnvironmentBasis =
  | {
      readonly kind: "known";
      readonly key: string;
      /** Names of packages in normal form whose version is said exactly. */
      readonly pins: ReadonlySet<string>;
      /** Absolute paths of files that installing writes into the tree. */
      readonly leans: readonly string[];
    }
  | { readonly kind: "unknown"; readonly reason: string };

/** Asks uv, each thing once in a run. */
export class UvAnswers {
  readonly #root: string;
  readonly #ports: GatePorts;
  readonly #known = new Map<string, Promise<string | undefined>>();

  /**
   * @param root absolute folder of the repository
   * @param ports the world
   */
  constructor(root: string, ports: GatePorts) {
    this.#root = root;
    this.#ports = ports;
  }

  /** @returns version and platform of uv; undefined without one */
  version(): Promise<string | undefined> {
    return this.#ask(["--version"]);
  }

  /**
   * @param request as `uv venv --python` takes it; undefined for any
   * @returns path of the interpreter that answers; undefined when none is on this machine
   */
  python(request: string | undefined): Promise<string | undefined> {
    return this.#ask(["python", "find", "--system", "--no-project", ...(request === undefined ? [] : [request])]);
  }

  #ask(args: readonly string[]): Promise<string | undefined> {
    const id = args.join(" ");
    const known = this.#known.get(id) ?? this.#start(args);
    this.#known.set(id, known);
    return known;
  }

  async #start(args: readonly string[]): Promise<string | undefined> {
    const env = venvEnvironment(this.#ports.env);
    const file = await this.#ports.processes.which("uv", env);
    if (file === undefined) return undefined;
    const { end, stdout } = await this.#ports.processes.capture(
      { file, args, cwd: this.#root, env },
      { timeoutMs: ASK_MS },
    );
    return end.kind === "exited" && end.code === 0 ? stdout.trim() : undefined;
  }
}

/** The interpreter that `uv venv` would take, and those that are asked for first and are not there. */
async function interpreterFor(recipe: EnvironmentRecipe, uv: UvAnswers, ports: GatePorts): Promise<readonly string[]> {
  const tried: string[] = [];
  for (const [request] of await pythonRequests(recipe, ports)) {
    const path = await uv.python(request);
    tried.push(`${request ?? "any"}: ${path ?? "none"}`);
    if (path !== undefined) break;
  }
  return tried;
}

interface Read {
  readonly files: Record<string, string | null>;
  readonly facts: readonly InstallFact[];
}

/** Files that installs name, and those that these name. */
async function readNamed(recipe: EnvironmentRecipe, root: string, ports: GatePorts): Promise<Read> {
  const files: Record<string, string | null> = {};
  const facts: InstallFact[] = [];
  const open = recipe.installs.flatMap((install) =>
    factsOfInstall(install).map((fact) => ({ fact, cwd: install.cwd })),
  );
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { fact, cwd } = next;
    facts.push(fact);
    if (fact.kind !== "file" || Object.hasOwn(files, fact.path)) continue;
    const path = join(root, fact.path);
    const text = await ports.files.readText(path);
    files[fact.path] = text === undefined ? null : await ports.files.sha256(path);
    if (text !== undefined) open.push(...factsOfFile(fact.path, text, cwd).map((one) => ({ fact: one, cwd })));
  }
  return { files, facts };
}

/**
 * @param recipe how an environment is made
 * @param root absolute folder of the repository
 * @param ports the world
 * @returns what its installs read and say, with all files that they name in turn; a fault is a fact too
 */
export async function factsOfRecipe(
  recipe: EnvironmentRecipe,
  root: string,
  ports: GatePorts,
): Promise<readonly InstallFact[]> {
  return await readNamed(recipe, root, ports).then(
    ({ facts }) => facts,
    () => [{ kind: "never", reason: "what it rests on could not be read" }],
  );
}

interface Own {
  readonly files: Readonly<Record<string, string | null>>;
  readonly commit: readonly string[];
  readonly leans: readonly string[];
}

async function digests(
  paths: readonly string[],
  root: string,
  ports: GatePorts,
): Promise<Readonly<Record<string, string | null>>> {
  const found: Record<string, string | null> = {};
  for (const path of paths) {
    const place = join(root, path);
    found[path] = (await ports.files.exists(place)) ? await ports.files.sha256(place) : null;
  }
  return found;
}

/** What the repository's own code brings to an environment. */
async function readOwn(isCopied: boolean, root: string, ports: GatePorts): Promise<Own | string> {
  const listed = await ports.git.listFiles(root);
  if (listed.length === 0) return "git does not say what belongs to the project";
  const texts = new Map<string, string>();
  for (const path of listed.filter(isBuildFile)) {
    texts.set(path, (await ports.files.readText(join(root, path))) ?? "");
  }
  const build = ownBuildOf(texts);
  if (build.folders === "outside") return "the project depends on a folder that may be outside of the repository";
  const wantsAll = isCopied || build.folders === "inside";
  if (build.buildsInTree && !wantsAll) return "parts of the project are built in the tree";
  const paths = wantsAll ? listed : listed.filter(decidesEditable);
  if (paths.length > MOST_FILES) return "the project has too many files to look at";
  const folders = new Set(listed.filter((path) => path.endsWith(".py")).map((path) => dirname(path)));
  const commit = build.isFromCommit
    ? [(await ports.git.head(root)) ?? "", ...(await ports.git.tagsAt(root, "HEAD"))]
    : [];
  const shape = Object.fromEntries([...folders].map((folder) => [`${folder}/`, null] as const));
  const files = { ...(await digests(paths, root, ports)), ...shape };
  return { files, commit, leans: build.generated.map((path) => join(root, path)) };
}

async function look(
  recipe: EnvironmentRecipe,
  root: string,
  uv: UvAnswers,
  ports: GatePorts,
): Promise<EnvironmentBasis> {
  if (ports.env["UV_LINK_MODE"] === "symlink")
    return { kind: "unknown", reason: "its files are links into uv's cache" };
  const { files, facts } = await readNamed(recipe, root, ports);
  for (const fact of facts) if (fact.kind === "never") return { kind: "unknown", reason: fact.reason };
  const owns = facts.flatMap((fact) => (fact.kind === "own" ? [fact.how] : []));
  const none: Own = { files: {}, commit: [], leans: [] };
  const own = owns.length === 0 ? none : await readOwn(owns.includes("copied"), root, ports);
  if (typeof own === "string") return { kind: "unknown", reason: own };
  const [version, python] = await Promise.all([uv.version(), interpreterFor(recipe, uv, ports)]);
  if (version === undefined) return { kind: "unknown", reason: "uv does not say its version" };
  // One that holds nothing of the repository's own is the same in every repository, as with pre-commit's.
  const where = owns.length === 0 ? "" : root;
  const ground = {
    root: where,
    python,
    uv: version,
    env: ports.env,
    files: { ...files, ...own.files },
    commit: own.commit,
  };
  const pins = new Set(facts.flatMap((fact) => (fact.kind === "pin" ? [fact.name] : [])));
  return { kind: "known", key: environmentDigest(recipe, ground), pins, leans: own.leans };
}

/**
 * Looks at all that an environment rests on. Installs nothing.
 *
 * @param recipe how it is made
 * @param root absolute folder of the repository
 * @param uv answers of uv, kept for the run
 * @param ports the world
 * @returns its key; a fault is a reason to make it anew
 */
export async function basisOf(
  recipe: EnvironmentRecipe,
  root: string,
  uv: UvAnswers,
  ports: GatePorts,
): Promise<EnvironmentBasis> {
  try {
    return await look(recipe, root, uv, ports);
  } catch {
    return { kind: "unknown", reason: "what it rests on could not be read" };
  }
}
