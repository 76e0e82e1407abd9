import { readAdoptTexts, readPages } from "../../adapters/node/adopt-facts.ts";
import type { GitProgram } from "../../adapters/node/git.ts";
import { readOwnCopy } from "../../adapters/node/own-copy.ts";
import { projectRoot } from "../../adapters/node/project-root.ts";
import { readPlanned } from "../../adapters/node/read-plan.ts";
import { readSnapshot } from "../../adapters/node/repository-snapshot.ts";
import { choosePin, type Pin } from "../../core/adopt/index.ts";
import type { MigrationFacts } from "../../core/migrate/index.ts";
import { countOf } from "../../core/summary/index.ts";
import { type Problem, TurnpikeError } from "../../errors.ts";
import { defaultBranchOf } from "../default-branch.ts";
import { topLevelOf } from "../init/init-facts.ts";

/** The newest tags tell how releases are named. */
const MOST_TAGS = 100;

const WORKFLOWS = ".github/workflows/";

/** What is asked for, as far as it decides what is read. */
export interface MigrateWishes {
  /** Where the command was called for. */
  readonly directory: string;
  /** One workflow, by its path or its name below `.github/workflows`; undefined: all of them. */
  readonly workflow: string | undefined;
  /** The pin, as in `OWNER/turnpike@v1.2.3`; undefined: the running copy. */
  readonly ref: string | undefined;
  /** The default branch; undefined: the one that the clone names. */
  readonly branch: string | undefined;
  /** File name of a new caller. */
  readonly caller: string;
}

/** A repository as `migrate` sees it. */
export interface MigrateFacts {
  /** Absolute top level. */
  readonly top: string;
  readonly facts: MigrationFacts;
  /** Why the commit of Turnpike is not known, with what mends it; null when it is. */
  readonly pinProblem: { readonly message: string; readonly hint: string } | null;
}

/** Stands in a proposal that cannot be written yet. */
const UNKNOWN_PIN: Pin = { repository: "OWNER/turnpike", sha: "COMMIT", version: null };

/** The only workflow that is asked for; undefined when all are. */
function chosenWorkflow(asked: string | undefined, files: readonly string[]): string | undefined {
  if (asked === undefined) return undefined;
  return files.find((file) => file === asked || file === WORKFLOWS + asked || file === asked.replace(/^\.\//, ""));
}

/** Options that are wrong, all of them at once. */
function refuseWishes({ caller, workflow }: MigrateWishes, files: readonly string[]): void {
  const problems: Problem[] = [];
  if (!/^[\w][\w.-]*\.ya?ml$/.test(caller)) {
    const message = `"${caller}" is no file name; give one that ends in .yml, without folders, such as turnpike-road.yml`;
    problems.push({ where: "--caller", message });
  }
  if (workflow !== undefined && chosenWorkflow(workflow, files) === undefined) {
    const there = files.length === 0 ? "there is none in .github/workflows" : `there are ${files.join(", ")}`;
    problems.push({ where: "--workflow", message: `"${workflow}" is no workflow of this repository; ${there}` });
  }
  if (problems.length === 0) return;
  const message = `${countOf(problems.length, "problem")}, nothing was written.`;
  throw new TurnpikeError("INPUT_INVALID", "config", message, { problems });
}

/** Where badges of workflows stand. */
const PAGES = ["README.md", "README.rst", "README", ".github/README.md", "docs/index.md", "CONTRIBUTING.md"];

/**
 * @param git reads the repository
 * @param wishes what is asked for
 * @throws TurnpikeError when the directory is in no repository, an option is wrong, or turnpike.yml is
 */
export async function readMigrateFacts(git: GitProgram, wishes: MigrateWishes): Promise<MigrateFacts> {
  const top = await topLevelOf(git, wishes.directory);
  const refOnly = wishes.ref?.slice(wishes.ref.lastIndexOf("@") + 1);
  const [copy, defaultBranch, tags, read, planned, snapshot, pages] = await Promise.all([
    readOwnCopy(git, projectRoot(), refOnly),
    defaultBranchOf(git, top, wishes.branch),
    git.newestTags(top, MOST_TAGS),
    readAdoptTexts(top),
    readPlanned(top),
    readSnapshot(top, "turnpike.yml"),
    readPages(top, PAGES),
  ]);
  const pin = choosePin(wishes.ref, copy);
  const isWorkflow = (path: string): boolean => path.startsWith(WORKFLOWS) && /\.ya?ml$/.test(path);
  const workflows = [...read.texts].filter(([path]) => isWorkflow(path)).map(([file, text]) => ({ file, text }));
  const unread = read.unreadable
    .filter(({ path }) => isWorkflow(path))
    .map(({ path, why }) => ({ file: path, line: null, message: why }));
  const files = [...workflows, ...unread].map(({ file }) => file);
  refuseWishes(wishes, files);
  return {
    top,
    facts: {
      workflows: workflows.sort((a, b) => (a.file < b.file ? -1 : 1)),
      unread,
      pages,
      snapshot,
      adopt: { texts: read.texts, defaultBranch: defaultBranch?.name ?? "main", tags, plan: planned.plan },
      pin: pin.kind === "known" ? pin.pin : UNKNOWN_PIN,
      callerName: wishes.caller,
      only: chosenWorkflow(wishes.workflow, files),
    },
    pinProblem:
      pin.kind === "known"
        ? null
        : { message: pin.message, hint: pin.hint.replaceAll("turnpike init", "turnpike migrate") },
  };
}
