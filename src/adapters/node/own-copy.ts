import { readFile, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import type { OwnCopy } from "../../core/adopt/index.ts";
import type { Git } from "../../ports/git.ts";
import type { GitRefs } from "../../ports/git-refs.ts";

const installedSchema = z.object({ packages: z.record(z.string(), z.object({ resolved: z.string().optional() })) });
const askedSchema = z.object({ dependencies: z.record(z.string(), z.string()).optional() });

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** What npm writes beside the packages that it installs (npm documentation, package-lock.json, "Hidden Lockfiles"). */
async function readInstalled(folder: string): Promise<OwnCopy["installed"]> {
  const modules = dirname(folder);
  if (basename(modules) !== "node_modules") return null;
  const name = basename(folder);
  const lock = installedSchema.safeParse(await readJson(join(modules, ".package-lock.json")));
  const resolved = lock.success ? lock.data.packages[`node_modules/${name}`]?.resolved : undefined;
  if (resolved === undefined) return null;
  const manifest = askedSchema.safeParse(await readJson(join(dirname(modules), "package.json")));
  return { resolved, asked: (manifest.success ? manifest.data.dependencies?.[name] : undefined) ?? null };
}

async function readCheckout(
  git: Git & GitRefs,
  folder: string,
  askedRef: string | undefined,
): Promise<OwnCopy["checkout"]> {
  const top = await git.topLevel(folder);
  // A copy inside somebody else's repository is no checkout of its own.
  if (top === undefined || (await realpath(top)) !== (await realpath(folder))) return null;
  const head = (await git.head(folder)) ?? null;
  const sha = askedRef === undefined ? undefined : await git.resolve(folder, askedRef);
  return {
    head,
    isDirty: await git.isDirty(folder),
    tags: head === null ? [] : await git.tagsAt(folder, head),
    remote: (await git.remoteUrl(folder, "origin")) ?? null,
    asked: sha === undefined ? null : { sha, tags: await git.tagsAt(folder, sha) },
  };
}

/**
 * What is known of the copy of Turnpike that runs.
 *
 * @param git reads its checkout, when it is one
 * @param folder of the copy; undefined when it is not known
 * @param askedRef a ref that the checkout may know
 */
export async function readOwnCopy(
  git: Git & GitRefs,
  folder: string | undefined,
  askedRef: string | undefined,
): Promise<OwnCopy> {
  if (folder === undefined) return { checkout: null, installed: null };
  const checkout = await readCheckout(git, folder, askedRef);
  return { checkout, installed: checkout === null ? await readInstalled(folder) : null };
}
