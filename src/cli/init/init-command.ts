import { NodeChangeSet } from "../../adapters/node/change-set.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { noteBegin } from "../../adapters/node/first-green-store.ts";
import { folderToGo } from "../../adapters/node/folder-to-go.ts";
import { GitProgram } from "../../adapters/node/git.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { columnsOf } from "../../adapters/terminal/columns.ts";
import { styles } from "../../adapters/terminal/styles.ts";
import {
  type Adoption,
  type AdoptWishes,
  type ConfigChoices,
  proposeAdoption,
  type Remark,
  rulesetFor,
  toInitDocument,
} from "../../core/adopt/index.ts";
import { countOf } from "../../core/summary/format.ts";
import { EXIT, TurnpikeError } from "../../errors.ts";
import { askChoices, askToWrite, STOPPED } from "./init-ask.ts";
import { type InitFacts, readInitFacts } from "./init-facts.ts";
import { pinText, renderNext, renderProposal } from "./init-page.ts";

/** What the command line asks for. */
export interface InitArguments {
  readonly directory: string;
  readonly yes: boolean;
  readonly json: boolean;
  readonly checksOnly: boolean;
  readonly ruleset: boolean;
  readonly ref: string | undefined;
  readonly branch: string | undefined;
  readonly workflow: string;
}

/** Columns of a line where the output is no terminal. */
const WIDE = 120;

const NO_CHOICES: ConfigChoices = { gates: [], build: null };

/** Everything goes to standard error but a document, so that a pipe gets the document alone. */
function say(text: string): void {
  process.stderr.write(text);
}

function occupied(path: string): TurnpikeError {
  return new TurnpikeError(
    "FILE_UNWRITABLE",
    "config",
    `${path} is there already and does not call Turnpike. Nothing was written.`,
    {
      hint: "Give the caller another name: turnpike init --workflow turnpike-road.yml",
    },
  );
}

function wishesOf(args: InitArguments, facts: InitFacts, choices: ConfigChoices): AdoptWishes {
  if (!/^[\w][\w.-]*\.ya?ml$/.test(args.workflow)) {
    throw new TurnpikeError("INPUT_INVALID", "config", `--workflow "${args.workflow}" is no file name.`, {
      hint: "Give a name that ends in .yml, without folders: --workflow turnpike-road.yml",
    });
  }
  return { pin: facts.pin, checksOnly: args.checksOnly, callerName: args.workflow, choices };
}

/** A caller that cannot be read could not be written either, and nothing else is any good without it. */
function refuseUnread({ remarks }: InitFacts, { workflow }: InitArguments): void {
  const path = `.github/workflows/${workflow}`;
  const unread = remarks.find(({ where }) => where === path);
  if (unread === undefined) return;
  throw new TurnpikeError("FILE_UNWRITABLE", "config", `${path} ${unread.message}. Nothing was written.`, {
    hint: "Mend or remove it, or give the caller another name: turnpike init --workflow turnpike-road.yml",
  });
}

/** What was not read is not written either. */
function withoutUnread(adoption: Adoption, { unread }: InitFacts): Adoption {
  return { ...adoption, changes: adoption.changes.filter(({ path }) => !unread.has(path)) };
}

async function propose(args: InitArguments, facts: InitFacts, choices: ConfigChoices): Promise<Adoption> {
  refuseUnread(facts, args);
  const adoption = withoutUnread(await proposeAdoption(facts.facts, wishesOf(args, facts, choices)), facts);
  if (adoption.occupied !== null) throw occupied(adoption.occupied);
  return adoption;
}

function isInteractive(args: InitArguments): boolean {
  return !args.yes && !args.json && process.stdin.isTTY === true && process.stderr.isTTY === true;
}

async function write(facts: InitFacts, adoption: Adoption, git: GitProgram): Promise<void> {
  await new NodeChangeSet(facts.top).apply(adoption.changes);
  await noteBegin(facts.top, "init", { git, clock: systemClock, env: process.env });
}

async function sayNext(facts: InitFacts, adoption: Adoption, git: GitProgram): Promise<void> {
  const next = {
    paths: adoption.changes.map(({ path }) => path),
    isIgnored: (await ignoredOf(facts, adoption, git)).length > 0,
    branch: await git.branch(facts.top),
    defaultBranch: facts.facts.defaultBranch,
    hasCommits: (await git.head(facts.top)) !== undefined,
    remote: await git.remote(facts.top),
    isNewCaller: makesCaller(adoption),
    folder: folderToGo(process.cwd(), facts.top),
  };
  say(`\n${renderNext(next, styles(process.stderr, process.env))}`);
}

function makesCaller({ changes }: Adoption): boolean {
  return changes.some(({ path, before }) => before === null && path.startsWith(".github/workflows/"));
}

function remarksOf(facts: InitFacts, adoption: Adoption): readonly Remark[] {
  return makesCaller(adoption) ? [...facts.branchRemarks, ...facts.remarks] : facts.remarks;
}

/** New files that git would leave out of a commit. */
async function ignoredOf(facts: InitFacts, { changes }: Adoption, git: GitProgram): Promise<readonly string[]> {
  const made = changes.filter(({ before }) => before === null);
  return await git.ignored(
    facts.top,
    made.map(({ path }) => path),
  );
}

function ignoredRemarks(paths: readonly string[]): readonly Remark[] {
  return paths.map((where) => ({
    where,
    message: "is ignored by git; `git add -f` takes it into the commit all the same",
  }));
}

async function forPeople(args: InitArguments, facts: InitFacts, git: GitProgram): Promise<void> {
  const look = styles(process.stderr, process.env);
  let adoption = await propose(args, facts, NO_CHOICES);
  if (isInteractive(args) && makesCaller(adoption) && !facts.facts.texts.has("turnpike.yml")) {
    const { suggestions } = facts.planned.plan;
    const choices = await askChoices({ suggestions, lacksBuild: adoption.lacksBuild });
    if (choices === STOPPED) return stopped();
    adoption = await propose(args, facts, choices);
  }
  const hasConfig =
    facts.facts.texts.has("turnpike.yml") || adoption.changes.some(({ path }) => path === "turnpike.yml");
  const remarks = [...remarksOf(facts, adoption), ...ignoredRemarks(await ignoredOf(facts, adoption, git))];
  const besides = { plan: facts.planned.plan, hasConfig, remarks };
  say(renderProposal(adoption, besides, { styles: look, width: columnsOf([process.stderr, process.stdout], WIDE) }));
  if (adoption.changes.length === 0) {
    say(`${look.marks.pass} Nothing to change.\n`);
    return;
  }
  say(`${look.dim(`Pinned to ${pinText(facts.pin)}: ${facts.pinBecause}.`)}\n`);
  if (!args.yes) {
    if (!isInteractive(args)) return notAsked();
    if (!(await askToWrite(adoption.changes.length))) return stopped();
  }
  await write(facts, adoption, git);
  say(`${look.marks.pass} Wrote ${countOf(adoption.changes.length, "file")}.\n`);
  await sayNext(facts, adoption, git);
}

function stopped(): void {
  say("Nothing was written.\n");
  process.exitCode = EXIT.interrupted;
}

function notAsked(): void {
  say("Nothing was written: this is no terminal to ask in. To write it: turnpike init --yes\n");
  process.exitCode = EXIT.config;
}

async function forPrograms(args: InitArguments, facts: InitFacts, git: GitProgram): Promise<void> {
  const adoption = await propose(args, facts, NO_CHOICES);
  const ignored = ignoredRemarks(await ignoredOf(facts, adoption, git));
  if (args.yes && adoption.changes.length > 0) await write(facts, adoption, git);
  const document = toInitDocument(adoption, {
    pin: facts.pin,
    remarks: [...remarksOf(facts, adoption), ...ignored],
    isWritten: args.yes,
  });
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/**
 * @param args what was asked for
 * @throws TurnpikeError when the directory is in no repository, the commit to pin is not known, another file has the
 *   caller's name, or nothing can be written; then nothing was written
 */
export async function runInitCommand(args: InitArguments): Promise<void> {
  if (args.ruleset) {
    process.stdout.write(`${JSON.stringify(rulesetFor(), null, 2)}\n`);
    return;
  }
  const git = new GitProgram(new NodeProcesses(), definedVariables(process.env));
  const facts = await readInitFacts(git, args);
  await (args.json ? forPrograms : forPeople)(args, facts, git);
}
