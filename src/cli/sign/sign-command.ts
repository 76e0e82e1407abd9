import { basename } from "node:path/posix";
import { attest } from "../../actions/provenance/attest.ts";
import { keep } from "../../actions/provenance/keep.ts";
import { readSboms, readVerdict } from "../../actions/provenance/material.ts";
import { readRunContext } from "../../adapters/actions/context.ts";
import { ActionsGitHub } from "../../adapters/actions/github.ts";
import { ActionsOidc } from "../../adapters/actions/oidc.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { nodeHttp } from "../../adapters/node/http.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { sigstore } from "../../adapters/sigstore/index.ts";
import { styles } from "../../adapters/terminal/index.ts";
import {
  type AttestationsFile,
  nameProblem,
  type Subject,
  TRUST_CONFIG_VARIABLE,
} from "../../core/provenance/index.ts";
import { countOf, oneLine } from "../../core/summary/index.ts";
import { type Problem, TurnpikeError } from "../../errors.ts";
import type { Files } from "../../ports/files.ts";
import type { Log } from "../../ports/log.ts";
import type { Oidc } from "../../ports/oidc.ts";

/** What the command line asks for. */
export interface SignArguments {
  readonly artifacts: readonly string[];
  readonly sboms: readonly string[];
  readonly verdict: string | undefined;
  readonly tokenFile: string | undefined;
  readonly trustConfig: string | undefined;
  readonly instance: "auto" | "public-good" | "github";
  readonly output: string;
  readonly json: boolean;
}

function tokenFromFile(files: Files, path: string): Oidc {
  return {
    isAvailable: () => true,
    async token() {
      const text = (await files.readText(path))?.trim() ?? "";
      if (text !== "") return text;
      throw new TurnpikeError("OIDC_UNAVAILABLE", "user", `${path} is not there, or holds no identity token.`);
    },
  };
}

/** Files by their own names; where two share one, by the paths that were given. */
async function readSubjects(files: Files, paths: readonly string[]): Promise<readonly Subject[]> {
  const names = paths.map((path) => basename(path));
  const problems: Problem[] = [];
  const subjects = new Map<string, Subject>();
  for (const [index, path] of paths.entries()) {
    const own = names[index] ?? path;
    const name = names.indexOf(own) === names.lastIndexOf(own) ? own : path.replace(/^(?:\.\/)+/, "");
    const problem = (await files.exists(path)) ? nameProblem(name) : "is not there";
    if (problem === undefined) subjects.set(name, { name, digest: { sha256: await files.sha256(path) } });
    else problems.push({ where: path, message: problem });
  }
  if (problems.length === 0) return [...subjects.values()];
  throw new TurnpikeError("SIGN_SUBJECTS", "config", "Not all files can be signed; nothing was signed.", { problems });
}

const stderrLog: Log = {
  info: (message) => void process.stderr.write(`${message}\n`),
  debug: () => undefined,
  notice: (message) => void process.stderr.write(`${message}\n`),
  warning: (message) => void process.stderr.write(`warning: ${message}\n`),
  error: (message) => void process.stderr.write(`${message}\n`),
  group: (_title, work) => work(),
  mask: () => undefined,
};

function render(file: AttestationsFile, output: string, env: Readonly<Record<string, string>>): string {
  const { bold, dim, green, marks } = styles(process.stderr, env);
  const width = Math.max(...file.statements.map(({ title }) => title.length));
  const rows = file.statements.map(({ title, bundle }) => `  ${marks.pass} ${title.padEnd(width)}  ${dim(bundle)}`);
  return [
    ...rows,
    `    ${dim("signed by ")}  ${oneLine(file.identity, 300)}`,
    `    ${dim("commit    ")}  ${oneLine(file.commit, 64)}`,
    "",
    `${green(bold("signed"))}  ${countOf(file.statements.length, "statement")}, each verified, in ${output}`,
    `        ${dim(file.verifyCommand)}`,
  ].join("\n");
}

/**
 * Signs, verifies, writes and prints.
 *
 * @param args what the command line asks for
 * @throws TurnpikeError as signing does; nothing is kept then
 */
export async function runSignCommand(args: SignArguments): Promise<void> {
  const env = definedVariables(process.env);
  const context = readRunContext(env);
  const files = new NodeFiles(process.cwd());
  const material = {
    subjects: await readSubjects(files, args.artifacts),
    sboms: await readSboms(files, args.sboms),
    verdict: args.verdict === undefined ? undefined : await readVerdict(files, args.verdict),
  };
  const attested = await attest(
    material,
    {
      instance: args.instance,
      trustConfig: args.trustConfig ?? env[TRUST_CONFIG_VARIABLE],
      serverUrl: context.serverUrl,
    },
    {
      files,
      oidc: args.tokenFile === undefined ? new ActionsOidc(env) : tokenFromFile(files, args.tokenFile),
      sigstore: sigstore({ http: nodeHttp, clock: systemClock, processes: new NodeProcesses(), env }),
      clock: systemClock,
      log: stderrLog,
    },
  );
  const artifacts = material.subjects.map(({ name }) => name);
  const github = new ActionsGitHub("", context);
  const file = await keep(attested, { output: args.output, artifacts, store: false }, { files, github });
  process.stderr.write(`${render(file, args.output, env)}\n`);
  if (args.json) process.stdout.write(`${JSON.stringify(file, null, 2)}\n`);
}
