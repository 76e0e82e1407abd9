import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readlink } from "node:fs/promises";
import { join } from "node:path";
import type { TreeFile } from "../../core/gates/index.ts";
import type { CheckoutState } from "../../ports/git.ts";
import type { Processes } from "../../ports/processes.ts";
import { askCheckoutState } from "./checkout-state.ts";
import { SafeGit } from "./safe-git.ts";

const TIMEOUT_MS = 20_000;

/** More than this is not read; who has it beside the repository has other things to do than to run gates twice. */
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_LOOSE_FILES = 20_000;

/** Files that tools leave behind beside the sources, and that nothing takes for an input while nobody commits them. */
const LEAVINGS =
  /(?:^|\/)(?:\.coverage(?:\..*)?|coverage\.(?:xml|json|lcov)|lcov\.info|junit[\w.-]*\.xml|\.DS_Store|Thumbs\.db|\.eslintcache|\.stylelintcache|[^/]*\.(?:py[cod]|log|tsbuildinfo|sw[op]|profraw)|[^/]*~)$/;

/** What the files of a repository hold. */
export interface WorkTree {
  /** Sorted by path. */
  readonly files: readonly TreeFile[];
  /** Why it is not known, as a clause. */
  readonly blind: string | undefined;
  /** Those of the files that are not tracked. */
  readonly untracked: ReadonlySet<string>;
  /** Where the checkout stands; undefined outside a repository. */
  readonly state: CheckoutState | undefined;
  /** True when a file differs from HEAD, or is neither tracked nor ignored. */
  readonly dirty: boolean;
}

/** What git says of the files beside the index. */
interface Status {
  /** Tracked files that differ from the index. */
  readonly changed: readonly string[];
  /** Neither tracked nor ignored, and single files that are ignored. */
  readonly loose: readonly string[];
  readonly blind: string | undefined;
  readonly dirty: boolean;
}

/** What the files hold, without what else is known of the checkout. */
type Contents = Pick<WorkTree, "files" | "blind" | "untracked">;

const blindly = (blind: string): Contents => ({ files: [], blind, untracked: new Set() });

/**
 * `tag mode id stage\tpath`; files that git is told not to look at have another tag than `H`. Cut by hand: of ten thousand
 * files a pattern with five groups takes as long as git itself.
 */
function readIndex(text: string): { readonly index: readonly TreeFile[]; readonly unseen: readonly string[] } {
  const index: TreeFile[] = [];
  const unseen: string[] = [];
  for (let at = 0, end = text.indexOf("\0"); end !== -1; at = end + 1, end = text.indexOf("\0", at)) {
    const tab = text.indexOf("\t", at);
    const idEnd = text.lastIndexOf(" ", tab);
    const modeEnd = text.indexOf(" ", at + 2);
    if (tab === -1 || tab > end || modeEnd >= idEnd) continue;
    const path = text.slice(tab + 1, end);
    index.push({ path, mode: text.slice(at + 2, modeEnd), id: text.slice(modeEnd + 1, idEnd) });
    if (text[at] !== "H" || text.slice(idEnd + 1, tab) !== "0") unseen.push(path);
  }
  return { index, unseen };
}

/** Git lists by bytes, which is our order but for characters beyond the first plane. */
function inOrder(files: readonly TreeFile[]): readonly TreeFile[] {
  const isBefore = (a: TreeFile, b: TreeFile | undefined) => b === undefined || a.path <= b.path;
  if (files.every((file, at) => isBefore(file, files[at + 1]))) return files;
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** `git status --porcelain=v2 -z` (git-status, "Porcelain Format Version 2"). */
function readStatus(text: string): Status {
  const found: Listed = { changed: [], loose: [], ignored: [], blind: undefined };
  const lines = text.split("\0");
  for (const line of lines) readStatusLine(line, found);
  const { changed, loose, ignored, blind } = found;
  // A folder that ignores even its own `.gitignore` is a tool's cache or an environment.
  const caches = ignored.flatMap((path) => (path.endsWith("/.gitignore") ? [path.slice(0, -".gitignore".length)] : []));
  const counted = ignored.filter((path) => !caches.some((folder) => path.startsWith(folder)));
  return {
    changed,
    loose: [...loose, ...counted].filter((path) => !LEAVINGS.test(path)),
    blind,
    dirty: lines.some((line) => line !== "" && !line.startsWith("!")),
  };
}

/** What lines of a status say so far. */
interface Listed {
  readonly changed: string[];
  readonly loose: string[];
  readonly ignored: string[];
  blind: string | undefined;
}

function readStatusLine(line: string, found: Listed): void {
  const kind = line[0];
  if (kind === "?" || kind === "!") {
    const path = line.slice(2);
    if (!path.endsWith("/")) (kind === "?" ? found.loose : found.ignored).push(path);
    // A folder is listed whole when it is ignored, or when it is a repository of its own.
    else if (kind === "?") found.blind ??= `${path} is a repository of its own that is not committed`;
  }
  if (kind !== "1" && kind !== "u") return;
  const fields = line.split(" ");
  const path = fields.slice(kind === "1" ? 8 : 10).join(" ");
  const [, states = "", submodule = ""] = fields;
  if (submodule.startsWith("S") && states[1] !== ".") found.blind ??= `the submodule ${path} has changes`;
  else if (kind === "u" || states[1] !== ".") found.changed.push(path);
}

/** Object names of git: SHA-1, or SHA-256 in a repository of that format (gitformat-pack, "Object types"). */
function blobHash(size: number, algorithm: string) {
  return createHash(algorithm).update(`blob ${size}\0`);
}

async function readFileEntry(path: string, file: string, algorithm: string): Promise<TreeFile | undefined> {
  const info = await lstat(file).catch(() => undefined);
  if (info === undefined || info.isDirectory()) return undefined;
  if (info.isSymbolicLink()) {
    const target = Buffer.from(await readlink(file));
    return { path, mode: "120000", id: blobHash(target.length, algorithm).update(target).digest("hex") };
  }
  // A pipe or a socket holds nothing that could be compared; reading it would wait for ever.
  if (!info.isFile()) return { path, mode: "special", id: "" };
  const hash = blobHash(info.size, algorithm);
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return { path, mode: (info.mode & 0o100) === 0 ? "100644" : "100755", id: hash.digest("hex") };
}

async function sizeOf(file: string): Promise<number> {
  const info = await lstat(file).catch(() => undefined);
  return info?.isFile() === true ? info.size : 0;
}

/** Paths relative to the top level, made relative to the root. */
function fromRoot(prefix: string): (path: string) => string {
  if (prefix === "") return (path) => path;
  const up = "../".repeat(prefix.split("/").length - 1);
  return (path) => (path.startsWith(prefix) ? path.slice(prefix.length) : `${up}${path}`);
}

/** Reads contents of a repository's files: of those that are as the index has them from there, of others from the disk. */
export class WorkTreeReader {
  readonly #git: SafeGit;

  /**
   * @param processes starts git
   * @param env the environment; variables that would redirect git are dropped
   */
  constructor(processes: Processes, env: Readonly<Record<string, string>>) {
    this.#git = new SafeGit(processes, env, { timeoutMs: TIMEOUT_MS });
  }

  /**
   * @param root absolute path of the repository's root
   * @returns files relative to the root; `../` for those above it
   */
  async read(root: string): Promise<WorkTree> {
    const options = ["--porcelain=v2", "-z", "--untracked-files=all", "--ignored=matching", "--no-renames"];
    // All at once: from a folder inside, `:/` asks for the files of the whole checkout too.
    const [state, indexText, statusText] = await Promise.all([
      askCheckoutState(this.#git, root),
      this.#git.ask(root, "ls-files", "-s", "-v", "-z", "--full-name", "--", ":/"),
      this.#git.ask(root, "status", ...options, "--ignore-submodules=none"),
    ]);
    const status = statusText === undefined ? undefined : readStatus(statusText);
    const contents = await this.#contents(state, indexText, status);
    return { ...contents, state, dirty: status?.dirty ?? false };
  }

  async #contents(
    state: CheckoutState | undefined,
    indexText: string | undefined,
    status: Status | undefined,
  ): Promise<Contents> {
    if (state === undefined) return blindly("this is no git repository");
    if (indexText === undefined || status === undefined) return blindly("git could not tell what the files hold");
    if (status.blind !== undefined) return blindly(status.blind);
    const { index, unseen } = readIndex(indexText);
    const own = fromRoot(state.prefix);
    const loose = status.loose.filter((path) => !own(path).startsWith(".turnpike/"));
    const fromDisk = new Set([...status.changed, ...unseen, ...loose]);
    const joined = await this.#join({ top: state.top, index, own, fromDisk });
    return { ...joined, untracked: new Set(loose.map(own)) };
  }

  async #join(seen: {
    readonly top: string;
    readonly index: readonly TreeFile[];
    readonly own: (path: string) => string;
    readonly fromDisk: ReadonlySet<string>;
  }): Promise<Omit<Contents, "untracked">> {
    const { top, index, own, fromDisk } = seen;
    if (fromDisk.size > MOST_LOOSE_FILES) return blindly(`more than ${MOST_LOOSE_FILES} files are not committed`);
    let bytes = 0;
    for (const path of fromDisk) bytes += await sizeOf(join(top, path));
    if (bytes > MOST_BYTES) return blindly("more than 512 MiB of files are not committed");
    const algorithm = index[0]?.id.length === 64 ? "sha256" : "sha1";
    const files: TreeFile[] = [];
    for (const file of index) {
      const path = own(file.path);
      if (!fromDisk.has(file.path)) files.push(path === file.path ? file : { ...file, path });
    }
    for (const path of fromDisk) {
      const entry = await readFileEntry(own(path), join(top, path), algorithm);
      if (entry !== undefined) files.push(entry);
    }
    const strange = files.find(({ path }) => path.includes("\ufffd"));
    if (strange !== undefined) return blindly("the name of a file is not UTF-8");
    return { files: inOrder(files), blind: undefined };
  }
}
