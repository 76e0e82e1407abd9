import { constants } from "node:fs";
import { appendFile, copyFile, lstat, mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { TurnpikeError } from "../../../errors.ts";
import { partsOf } from "../safe-git.ts";
import { askGit, asText } from "./git-of.ts";

/** More objects than this are read from the repository instead of copied. */
const MOST_BYTES = 192 * 1024 * 1024;
const MOST_FILES = 10_000;

/** Settings that decide how files compare with the index, or who commits; everything else stays behind. */
const KEPT_SETTINGS =
  /^(?:core\.(?:autocrlf|eol|safecrlf|filemode|ignorecase|symlinks|precomposeunicode|sparsecheckout(?:cone)?)|user\.(?:name|email))$/;

/**
 * What the copy says for itself. There is no remote, and nothing can be pushed by an address either; no helper is asked
 * for a password. Files were copied with their times, but not with their inodes.
 */
const OWN_SETTINGS = `[core]
	checkStat = minimal
	trustctime = false
[credential]
	helper =
[push]
	default = nothing
[gc]
	auto = 0
[maintenance]
	auto = false
[url "turnpike-try-pushes-nothing://"]
	pushInsteadOf = https://
	pushInsteadOf = http://
	pushInsteadOf = ssh://
	pushInsteadOf = git://
	pushInsteadOf = git@
	pushInsteadOf = file://
	pushInsteadOf = /
`;

interface Places {
  readonly objects: string;
  readonly index: string;
  readonly shallow: string;
  readonly exclude: string;
  readonly attributes: string;
  readonly sparse: string;
}

async function placesOf(top: string): Promise<Places | undefined> {
  const names = ["objects", "index", "shallow", "info/exclude", "info/attributes", "info/sparse-checkout"];
  const args = names.flatMap((name) => ["--git-path", name]);
  const said = await askGit(top, "rev-parse", "--path-format=absolute", ...args);
  if (said === undefined) return undefined;
  const [objects = "", index = "", shallow = "", exclude = "", attributes = "", sparse = ""] = asText(said).split("\n");
  return { objects, index, shallow, exclude, attributes, sparse };
}

interface ObjectFile {
  readonly path: string;
  readonly bytes: number;
}

async function objectFiles(folder: string): Promise<readonly ObjectFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files: ObjectFile[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || files.length > MOST_FILES) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = await lstat(file).then(
      ({ size }) => size,
      () => 0,
    );
    files.push({ path: file.slice(folder.length + 1), bytes });
  }
  return files;
}

/** Copied, so that no command in the copy can even refresh the time of an object; borrowed when there are too many. */
async function giveObjects(from: string, to: string): Promise<void> {
  const files = await objectFiles(from);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const alternates = join(to, "info", "alternates");
  await mkdir(dirname(alternates), { recursive: true });
  if (files.length > MOST_FILES || total > MOST_BYTES) {
    await writeFile(alternates, `${from}\n`);
    return;
  }
  for (const folder of new Set(files.map(({ path }) => dirname(path))))
    await mkdir(join(to, folder), { recursive: true });
  for (const { path } of files) await copyFile(join(from, path), join(to, path), constants.COPYFILE_FICLONE);
}

async function giveRefs(top: string, to: string): Promise<void> {
  const refs = (await askGit(top, "for-each-ref", "--format=%(objectname) %(refname)")) ?? "";
  await writeFile(join(to, "packed-refs"), refs, "latin1");
  const branch = await askGit(top, "symbolic-ref", "--quiet", "HEAD");
  const head = branch === undefined ? await askGit(top, "rev-parse", "--verify", "--quiet", "HEAD") : `ref: ${branch}`;
  if (head !== undefined && head !== "") await writeFile(join(to, "HEAD"), head, "latin1");
}

/** With its time: by it git knows which files may have changed in the moment after it was written. */
async function copyWithTime(from: string, to: string): Promise<void> {
  const info = await lstat(from).catch(() => undefined);
  if (info === undefined || !info.isFile()) return;
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await utimes(to, info.atime, info.mtime);
}

async function giveIndex(index: string, to: string): Promise<void> {
  const folder = dirname(index);
  const shared = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith("sharedindex."));
  for (const name of shared) await copyWithTime(join(folder, name), join(to, name));
  await copyWithTime(index, join(to, "index"));
}

function quoted(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}

async function giveSettings(top: string, to: string): Promise<void> {
  const listed = partsOf(await askGit(top, "config", "--local", "--includes", "--null", "--list"));
  const lines = listed.flatMap((entry) => {
    const cut = entry.indexOf("\n");
    const [name, value] = cut === -1 ? [entry, "true"] : [entry.slice(0, cut), entry.slice(cut + 1)];
    const [section = "", key = ""] = name.split(".");
    return KEPT_SETTINGS.test(name) ? [`[${section}]\n\t${key} = ${quoted(value)}\n`] : [];
  });
  await appendFile(join(to, "config"), lines.join(""), "latin1");
  await appendFile(join(to, "config"), OWN_SETTINGS);
}

/**
 * Makes a git folder for the copy of a work tree: history, branches, tags and index, without remotes, hooks, credentials and
 * settings that name programs. Works for clones of any depth, linked work trees and submodules.
 *
 * @param top absolute top level of the repository, which is only read
 * @param to absolute top level of the copy
 * @throws TurnpikeError `GIT_FAILED` when git makes no repository there
 */
export async function copyGitFolder(top: string, to: string): Promise<void> {
  const places = await placesOf(top);
  const format = (await askGit(top, "rev-parse", "--show-object-format"))?.trim() ?? "sha1";
  const options = format === "sha1" ? [] : [`--object-format=${format}`];
  const made = await askGit(to, "-c", "init.defaultRefFormat=files", "init", "--quiet", "--template=", ...options);
  if (places === undefined || made === undefined) {
    throw new TurnpikeError("GIT_FAILED", "user", "git could not make a copy of this repository.", {
      hint: "Is git installed, and may this folder be read? See: git status",
    });
  }
  const folder = join(to, ".git");
  await giveObjects(places.objects, join(folder, "objects"));
  await giveRefs(top, folder);
  await giveIndex(places.index, folder);
  await giveSettings(top, folder);
  const shallow = await readFile(places.shallow).catch(() => undefined);
  if (shallow !== undefined) await writeFile(join(folder, "shallow"), shallow);
  await copyWithTime(places.exclude, join(folder, "info", "exclude"));
  await copyWithTime(places.attributes, join(folder, "info", "attributes"));
  await copyWithTime(places.sparse, join(folder, "info", "sparse-checkout"));
}
