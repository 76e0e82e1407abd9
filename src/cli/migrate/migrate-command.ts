import { NodeChangeSet } from "../../adapters/node/change-set.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { folderToGo } from "../../adapters/node/folder-to-go.ts";
import { GitProgram } from "../../adapters/node/git.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { columnsOf } from "../../adapters/terminal/columns.ts";
import { styles } from "../../adapters/terminal/styles.ts";
import { type Migration, migrate, toMigrationDocument } from "../../core/migrate/index.ts";
import { TurnpikeError } from "../../errors.ts";
import { type MigrateFacts, type MigrateWishes, readMigrateFacts } from "./migrate-facts.ts";
import { renderMigration, renderWritten } from "./migrate-page.ts";

/** What the command line asks for. */
export interface MigrateArguments extends MigrateWishes {
  readonly write: boolean;
  readonly force: boolean;
  readonly json: boolean;
}

/** Columns of a line where the output is no terminal. */
const WIDE = 160;

async function refuseDirty(git: GitProgram, { top }: MigrateFacts, args: MigrateArguments): Promise<void> {
  if (args.force) return;
  const dirty = await git.changedIn(top, [".github", "turnpike.yml"]);
  if (dirty.length === 0) return;
  throw new TurnpikeError(
    "FILE_UNWRITABLE",
    "user",
    "Some of the files have changes that are in no commit. Nothing was written.",
    {
      problems: dirty.slice(0, 10).map((where) => ({ where, message: "is changed or new" })),
      hint: "Commit them first, so that the migration is a commit of its own; or: turnpike migrate --write --force",
    },
  );
}

async function write(
  git: GitProgram,
  facts: MigrateFacts,
  { args, migration }: { args: MigrateArguments; migration: Migration },
): Promise<void> {
  if (facts.pinProblem !== null) {
    const { message, hint } = facts.pinProblem;
    throw new TurnpikeError("INPUT_INVALID", "config", `${message} Nothing was written.`, { hint });
  }
  await refuseDirty(git, facts, args);
  await new NodeChangeSet(facts.top).apply(
    migration.changes.map(({ file, before, after }) => ({ path: file, before, after })),
  );
}

/** New files that git would leave out of the commit are said: nothing would run then. */
async function withIgnored(git: GitProgram, top: string, migration: Migration): Promise<Migration> {
  const made = migration.changes.filter(({ before }) => before === null).map(({ file }) => file);
  const ignored = await git.ignored(top, made);
  const todo = ignored.map((file) => `${file} is ignored by git; take it into the commit with \`git add -f ${file}\``);
  return { ...migration, todo: [...migration.todo, ...todo] };
}

function notWritten({ pinProblem }: MigrateFacts): string {
  if (pinProblem === null) return "Nothing was written. To write it: turnpike migrate --write";
  const hint = pinProblem.hint.replaceAll("turnpike migrate", "turnpike migrate --write");
  return `Nothing was written. ${pinProblem.message}\n${hint}`;
}

/**
 * @param args what was asked for
 * @throws TurnpikeError when the directory is in no repository, turnpike.yml is wrong, or nothing can be written; then
 *   nothing was written
 */
export async function runMigrateCommand(args: MigrateArguments): Promise<void> {
  const git = new GitProgram(new NodeProcesses(), definedVariables(process.env));
  const facts = await readMigrateFacts(git, args);
  const migration = await withIgnored(git, facts.top, await migrate(facts.facts));
  const isWriting = args.write && migration.changes.length > 0;
  if (isWriting) await write(git, facts, { args, migration });
  if (args.json) {
    process.stdout.write(
      `${JSON.stringify(toMigrationDocument(migration, { pin: facts.facts.pin, isWritten: isWriting }), null, 2)}\n`,
    );
    return;
  }
  const look = {
    styles: styles(process.stdout, process.env),
    width: columnsOf([process.stdout, process.stderr], WIDE),
  };
  process.stdout.write(renderMigration(migration, look));
  if (isWriting) process.stdout.write(renderWritten(migration, folderToGo(process.cwd(), facts.top), look));
  else if (migration.changes.length > 0) {
    process.stdout.write(`\n${notWritten(facts)}\n`);
  }
}
