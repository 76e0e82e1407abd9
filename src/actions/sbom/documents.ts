import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { InstalledIndex } from "../../core/sbom/describe.ts";
import { fileNames } from "../../core/sbom/file-name.ts";
import {
  type BomCounts,
  checkLockSize,
  checkSelection,
  countsOfDescription,
  formatOf,
  type Inventory,
  type Lock,
  readLock,
  type Selection,
  takeInventory,
} from "../../core/sbom/index.ts";
import type { SpecVersion } from "../../core/sbom/to-bom.ts";
import { type Problem, TurnpikeError } from "../../errors.ts";
import type { Files } from "../../ports/files.ts";
import type { Git } from "../../ports/git.ts";
import type { RunContext } from "../../ports/run-context.ts";
import { readInstalled } from "./installed.ts";
import { documentTime, type SourceFacts, sourceReader, toProject } from "./source.ts";

/** Ports and facts that documents are made with. */
export interface DocumentPorts {
  readonly files: Files;
  readonly git: Git;
  /** The process environment; `SOURCE_DATE_EPOCH` and `UV_PROJECT_ENVIRONMENT` are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Undefined on a bare command line. */
  readonly context: RunContext | undefined;
  /** Version of Turnpike. */
  readonly toolVersion: string;
}

/** What documents are asked for. */
export interface DocumentRequest {
  /** Locks, one document each. */
  readonly locks: readonly string[];
  readonly selection: Selection;
  /** Groups that are added where a lock has them. */
  readonly defaultGroups: (lock: Lock, folder: string) => Promise<readonly string[]>;
  readonly spec: SpecVersion;
  readonly licenses: "installed" | "lock";
}

/** A finished document, not yet written. */
export interface MadeDocument {
  readonly lock: string;
  /** Name of what it describes. */
  readonly name: string;
  readonly version: string | undefined;
  /** `<name>.cdx.json`, unique among the documents of a request. */
  readonly fileName: string;
  readonly text: string;
  readonly counts: BomCounts;
  readonly inventory: Inventory;
  /** Components without a known licence, as `name version`. */
  readonly unlicensed: readonly string[];
  readonly hasTime: boolean;
  readonly hasEnvironment: boolean;
}

interface LoadedLock {
  readonly lock: Lock;
  readonly path: string;
  readonly folder: string;
  readonly digest: string;
  readonly source: SourceFacts;
}

/** A lock's path as people know it: below the repository, or its bare name where it stands outside. */
function pathInside(source: SourceFacts, absolute: string): string {
  const below = posix.relative(source.top, absolute);
  return below.startsWith("..") ? posix.basename(absolute) : below;
}

async function loadLock(
  path: string,
  ports: DocumentPorts,
  readSource: (folder: string) => Promise<SourceFacts>,
): Promise<LoadedLock> {
  const absolute = ports.files.absolute(path);
  const folder = posix.dirname(absolute);
  checkLockSize(path, (await ports.files.size(path)) ?? 0);
  const text = await ports.files.readText(path);
  if (text === undefined) {
    throw new TurnpikeError("SBOM_NO_LOCK", "config", `${path} is not there.`, {
      problems: [{ where: path, message: "is not there" }],
    });
  }
  const source = await readSource(folder);
  const lock = { ...readLock(path, text), path: pathInside(source, absolute) };
  return { lock, path, folder, digest: createHash("sha256").update(text).digest("hex"), source };
}

/** Reads every lock before anything is made, so that all that is wrong is told at once. */
async function loadLocks(paths: readonly string[], ports: DocumentPorts): Promise<readonly LoadedLock[]> {
  const loaded: LoadedLock[] = [];
  const broken: TurnpikeError[] = [];
  const readSource = sourceReader(ports.git, ports.context);
  for (const path of paths) {
    try {
      loaded.push(await loadLock(path, ports, readSource));
    } catch (error) {
      if (!(error instanceof TurnpikeError) || error.code !== "SBOM_LOCK") throw error;
      broken.push(error);
    }
  }
  const [first] = broken;
  if (first === undefined) return loaded;
  if (broken.length === 1) throw first;
  const problems: readonly Problem[] = broken.flatMap((error) => error.problems);
  const mends = new Set(broken.map(({ hint }) => hint).filter((hint) => hint !== undefined));
  throw new TurnpikeError("SBOM_LOCK", "config", `${broken.length} locks could not be read.`, {
    problems,
    hint: [...mends].join("\n"),
  });
}

/** The environment beside a Python lock (uv docs, "Project environment path"). */
async function installedBeside(
  loaded: LoadedLock,
  request: DocumentRequest,
  ports: DocumentPorts,
): Promise<InstalledIndex | undefined> {
  if (request.licenses === "lock" || loaded.lock.format === "npm") return undefined;
  const named = ports.env["UV_PROJECT_ENVIRONMENT"];
  const environment = named === undefined || named === "" ? ".venv" : named;
  return await readInstalled(ports.files, posix.resolve(loaded.folder, environment));
}

async function makeDocument(
  loaded: LoadedLock,
  request: DocumentRequest,
  ports: DocumentPorts,
): Promise<Omit<MadeDocument, "fileName">> {
  // The CycloneDX library is large; nothing else needs it.
  const [{ describe }, { renderCycloneDx }] = await Promise.all([
    import("../../core/sbom/describe.ts"),
    import("../../core/sbom/document.ts"),
  ]);
  const { lock, folder, source } = loaded;
  const asked = request.selection.groups;
  const groups = asked === "all" ? asked : [...new Set([...asked, ...(await request.defaultGroups(lock, folder))])];
  const inventory = takeInventory(lock, { ...request.selection, groups });
  const installed = await installedBeside(loaded, request, ports);
  const description = describe(inventory, toProject(source, folder), installed ?? new Map());
  const timestamp = documentTime(ports.env["SOURCE_DATE_EPOCH"], source);
  const text = renderCycloneDx(description, {
    spec: request.spec,
    timestamp,
    toolVersion: ports.toolVersion,
    lockDigest: loaded.digest,
    looksAtInstalled: installed !== undefined,
  });
  const unlicensed = description.components.filter(({ licenses }) => licenses.length === 0);
  return {
    lock: loaded.path,
    name: description.root.member.package.name,
    version: description.root.version,
    text,
    counts: countsOfDescription(description),
    inventory,
    unlicensed: unlicensed.map(({ member, version }) => [member.package.name, version].filter(Boolean).join(" ")),
    hasTime: timestamp !== undefined,
    hasEnvironment: installed !== undefined,
  };
}

/**
 * Makes one document for each lock. Nothing is written; a broken lock stops all of them.
 *
 * @param request see {@link DocumentRequest}
 * @param ports see {@link DocumentPorts}
 * @returns documents in the order of the locks
 * @throws TurnpikeError `SBOM_LOCK` with the problems of all locks, `INPUT_INVALID` for extras and groups that no lock has
 */
export async function makeDocuments(request: DocumentRequest, ports: DocumentPorts): Promise<readonly MadeDocument[]> {
  if (request.locks.length === 0) return [];
  const loaded = await loadLocks(request.locks, ports);
  checkSelection(
    loaded.map(({ lock }) => lock),
    request.selection,
  );
  const made: Omit<MadeDocument, "fileName">[] = [];
  for (const lock of loaded) made.push(await makeDocument(lock, request, ports));
  const names = fileNames(made.map(({ name, lock }) => ({ name, format: formatOf(lock)?.id ?? "lock" })));
  return made.map((document, index) => ({ ...document, fileName: names[index] ?? "sbom.cdx.json" }));
}
