import { readAdoptTexts } from "../../adapters/node/adopt-facts.ts";
import { existingFolder } from "../../adapters/node/existing-folder.ts";
import type { GitProgram } from "../../adapters/node/git.ts";
import { readOwnCopy } from "../../adapters/node/own-copy.ts";
import { projectRoot } from "../../adapters/node/project-root.ts";
import { readPlanned } from "../../adapters/node/read-plan.ts";
import { type AdoptFacts, choosePin, type Pin, type Remark } from "../../core/adopt/index.ts";
import type { Planned } from "../../core/detect/index.ts";
import { TurnpikeError } from "../../errors.ts";
import { type DefaultBranch, defaultBranchOf } from "../default-branch.ts";

/** The newest tags tell how releases are named. */
const MOST_TAGS = 100;

/** A repository as `init` sees it. */
export interface InitFacts {
  /** Absolute top level. */
  readonly top: string;
  readonly facts: AdoptFacts;
  readonly planned: Planned;
  readonly pin: Pin;
  readonly pinBecause: string;
  readonly remarks: readonly Remark[];
  /** Said where a new caller names the default branch. */
  readonly branchRemarks: readonly Remark[];
  /** Paths of `remarks` that were not read, and so are not written. */
  readonly unread: ReadonlySet<string>;
}

/**
 * @param git reads the repository
 * @param directory where the command was called for
 * @throws TurnpikeError `GIT_NOT_A_REPOSITORY`, `FILE_UNREADABLE`
 * @returns absolute top level of its repository
 */
export async function topLevelOf(git: GitProgram, directory: string): Promise<string> {
  const folder = existingFolder(directory);
  const top = await git.topLevel(folder);
  if (top !== undefined) return top;
  throw new TurnpikeError("GIT_NOT_A_REPOSITORY", "user", `${folder} is in no git repository. Nothing was written.`, {
    hint: "Make it one, or go to yours:\n  git init",
  });
}

async function knownBranch(git: GitProgram, top: string, asked: string | undefined): Promise<DefaultBranch> {
  const known = await defaultBranchOf(git, top, asked);
  if (known !== undefined) return known;
  throw new TurnpikeError("INPUT_INVALID", "config", "This clone does not say which branch is the default one.", {
    hint: "Say it: turnpike init --branch main\nor let git ask for it: git remote set-head origin --auto",
  });
}

function branchRemarks({ name, isSure, isThere }: DefaultBranch): readonly Remark[] {
  if (!isThere)
    return [{ where: "--branch", message: `this clone has no branch ${name}; pushes to another start nothing` }];
  if (isSure) return [];
  const message = `does not say which branch is the default one; ${name} was taken, --branch names another`;
  return [{ where: "this clone", message }];
}

/** The caller stands at the top, wherever it was asked for. */
function folderRemarks(where: string): readonly Remark[] {
  if (where === "") return [];
  const message = "is a folder of this repository; the caller checks all of it (`turnpike plan` at its top shows what)";
  return [{ where, message }];
}

/**
 * @param git reads the repository
 * @param options of the command line
 * @throws TurnpikeError `GIT_NOT_A_REPOSITORY`, `INPUT_INVALID` when the commit to pin or the default branch is not
 *   known, and what reading the plan throws
 */
export async function readInitFacts(
  git: GitProgram,
  options: { readonly directory: string; readonly ref: string | undefined; readonly branch: string | undefined },
): Promise<InitFacts> {
  const top = await topLevelOf(git, options.directory);
  const refOnly = options.ref?.slice(options.ref.lastIndexOf("@") + 1);
  const [below, copy, branch, tags, read, planned] = await Promise.all([
    git.below(existingFolder(options.directory)),
    readOwnCopy(git, projectRoot(), refOnly),
    knownBranch(git, top, options.branch),
    git.newestTags(top, MOST_TAGS),
    readAdoptTexts(top),
    readPlanned(top),
  ]);
  const pin = choosePin(options.ref, copy);
  if (pin.kind === "unknown") throw new TurnpikeError("INPUT_INVALID", "config", pin.message, { hint: pin.hint });
  const facts = {
    texts: read.texts,
    defaultBranch: branch.name,
    tags,
    plan: planned.plan,
  };
  return {
    top,
    facts,
    planned,
    pin: pin.pin,
    pinBecause: pin.because,
    remarks: read.unreadable.map(({ path, why }) => ({ where: path, message: why })),
    branchRemarks: [...branchRemarks(branch), ...folderRemarks(below)],
    unread: new Set(read.unreadable.map(({ path }) => path)),
  };
}
