import { posix } from "node:path";
import { type DocumentPorts, type MadeDocument, makeDocuments } from "../../actions/sbom/documents.ts";
import { findLocks } from "../../actions/sbom/find-locks.ts";
import { readRunContext } from "../../adapters/actions/context.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { GitProgram } from "../../adapters/node/git.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { styles } from "../../adapters/terminal/styles.ts";
import { defaultGroupsOf } from "../../core/sbom/default-groups.ts";
import type { Lock, PassedOver, Selection } from "../../core/sbom/index.ts";
import type { SpecVersion } from "../../core/sbom/to-bom.ts";
import { TurnpikeError } from "../../errors.ts";
import type { Files } from "../../ports/files.ts";
import { renderSbomReport } from "./sbom-report.ts";

/** What the command line asks for. */
export interface SbomArguments {
  readonly paths: readonly string[];
  readonly output: string | undefined;
  readonly spec: SpecVersion;
  readonly selection: Selection;
  /** Whether the groups that an installation takes by itself are taken in. */
  readonly withDefaultGroups: boolean;
}

/** One lock goes to standard output; of several, the one that stands in the named folder itself. */
function pickForStdout(locks: readonly string[], paths: readonly string[]): readonly string[] {
  if (locks.length <= 1) return locks;
  const folders = new Set(paths.map((path) => posix.normalize(path)));
  const direct = locks.filter((lock) => folders.has(posix.dirname(lock)) || folders.has(lock));
  if (direct.length === 1) return direct;
  throw new TurnpikeError(
    "INPUT_INVALID",
    "config",
    `There are ${locks.length} locks, and standard output takes one document.`,
    {
      problems: locks.map((where) => ({ where, message: "would be a document of its own" })),
      hint: "Name one of them, or write all into a folder: turnpike sbom -o sbom/",
    },
  );
}

async function outputPath(
  output: string,
  documents: readonly MadeDocument[],
  files: Files,
): Promise<readonly string[]> {
  const isFolder =
    output.endsWith("/") || ((await files.exists(output)) && (await files.list(output, () => true)).length > 0);
  if (isFolder) return documents.map(({ fileName }) => posix.join(output, fileName));
  if (documents.length === 1) return [output];
  throw new TurnpikeError(
    "INPUT_INVALID",
    "config",
    `${output} is one file, and there are ${documents.length} documents.`,
    {
      hint: `turnpike sbom -o ${output.replace(/\.[^/]*$/, "")}/`,
    },
  );
}

function noLock(paths: readonly string[], passedOver: readonly PassedOver[]): TurnpikeError {
  return new TurnpikeError(
    "SBOM_NO_LOCK",
    "config",
    `There is no lock file in ${paths.map((path) => (path === "." ? "this folder" : path)).join(", ")}.`,
    {
      problems: passedOver.map(({ path, why }) => ({
        where: path,
        message: `not read: ${why}; name it to have it read`,
      })),
      hint: "`uv lock` or `npm install --package-lock-only` makes one.",
    },
  );
}

function makePorts(toolVersion: string): DocumentPorts {
  const env = definedVariables(process.env);
  const context = readRunContext(process.env);
  return {
    files: new NodeFiles(process.cwd()),
    git: new GitProgram(new NodeProcesses(), env),
    env,
    context: context.isActions && context.repository !== "" ? context : undefined,
    toolVersion,
  };
}

/**
 * Runs `turnpike sbom`: the document to standard output or files, a report for people to standard error.
 *
 * @param args what was asked for
 * @param toolVersion version of Turnpike
 * @throws TurnpikeError for what cannot be read, selected or written
 */
export async function runSbomCommand(args: SbomArguments, toolVersion: string): Promise<void> {
  const ports = makePorts(toolVersion);
  const places = await findLocks(args.paths, ports);
  if (places.read.length === 0) throw noLock(args.paths, places.passedOver);
  const locks = args.output === undefined ? pickForStdout(places.read, args.paths) : places.read;
  const defaultGroups = async (lock: Lock, folder: string): Promise<readonly string[]> =>
    args.withDefaultGroups
      ? defaultGroupsOf(lock, await ports.files.readText(posix.join(folder, "pyproject.toml")))
      : [];
  const documents = await makeDocuments(
    { locks, selection: args.selection, defaultGroups, spec: args.spec, licenses: "installed" },
    ports,
  );
  const written = args.output === undefined ? [] : await outputPath(args.output, documents, ports.files);
  for (const [index, document] of documents.entries()) {
    const path = written[index];
    if (path === undefined) process.stdout.write(document.text);
    else await ports.files.write(path, document.text);
  }
  const unread = places.read
    .filter((lock) => !locks.includes(lock))
    .map((path) => ({ path, why: "name it to have it read" }));
  const report = renderSbomReport(
    { documents, written, spec: args.spec, passedOver: [...unread, ...places.passedOver] },
    styles(process.stderr, process.env),
  );
  process.stderr.write(report);
}
