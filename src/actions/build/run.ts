import { isAbsolute, join } from "node:path/posix";
import { packsNode } from "../../core/detect/index.ts";
import { projectFolder } from "../../core/uv/index.ts";
import { TurnpikeError } from "../../errors.ts";
import { ignoreOwnFolder } from "../own-folder.ts";
import type { BuildInputs, BuildPorts } from "./build-ports.ts";
import {
  type Found,
  findArtifacts,
  globProblems,
  type NamedArtifact,
  nameArtifacts,
  renderSubjects,
  SUBJECTS_FILE,
} from "./collect.ts";
import { type BuildCommand, runBuild } from "./run-build.ts";

/** What building gives to later steps: the action's outputs. */
export interface BuildOutputs {
  readonly subjectsFile: string;
  readonly subjectsDigest: string;
  readonly directory: string;
  readonly count: string;
}

interface Work {
  readonly root: string;
  readonly output: string;
  readonly command: BuildCommand;
  readonly globs: readonly string[];
}

async function chooseCommand(inputs: BuildInputs, ports: BuildPorts, root: string): Promise<BuildCommand> {
  if (inputs.command !== undefined) return { run: inputs.command, cwd: root, source: "the input command" };
  const { build } = await ports.readPlan(root, inputs.config);
  if (build === null) {
    const what = "There is nothing to build: no [build-system] in pyproject.toml, no package in package.json.";
    throw new TurnpikeError("BUILD_NOTHING", "config", what, {
      hint: "Say how this repository is built, in turnpike.yml:\n  build: make dist",
    });
  }
  const source = build.source === null ? inputs.config : `${build.source.file}:${build.source.line}`;
  return { run: build.run, cwd: join(root, build.cwd), source };
}

function chooseGlobs(inputs: BuildInputs, command: BuildCommand): readonly string[] {
  if (inputs.artifacts.length > 0) return inputs.artifacts;
  return packsNode(command.run) ? ["*.tgz"] : ["dist/*"];
}

/** The output folder is emptied, so it must be one that is ours: new, empty, or of an earlier build. */
async function checkOutput(ports: BuildPorts, output: string, shown: string): Promise<void> {
  const entries = await ports.files.list(output, () => true);
  if (entries.length === 0 || entries.some((entry) => entry.path === SUBJECTS_FILE)) return;
  const message = `"${shown}" holds files that no build of Turnpike put there; name an empty folder`;
  throw new TurnpikeError("INPUT_INVALID", "config", "Nothing was built.", {
    problems: [{ where: "output", message }],
  });
}

async function plan(inputs: BuildInputs, ports: BuildPorts): Promise<Work> {
  const { workspace } = ports.context;
  const root = projectFolder(workspace, inputs.workingDirectory);
  if (root === undefined) {
    const message = `"${inputs.workingDirectory}" leads out of the checkout; write a folder inside it`;
    throw new TurnpikeError("INPUT_INVALID", "config", "Nothing was built.", {
      problems: [{ where: "working-directory", message }],
    });
  }
  const output = isAbsolute(inputs.output) ? inputs.output : join(workspace, inputs.output);
  const command = await chooseCommand(inputs, ports, root);
  const globs = chooseGlobs(inputs, command);
  const problems = globProblems(globs);
  if (problems.length > 0) throw new TurnpikeError("INPUT_INVALID", "config", "Nothing was built.", { problems });
  await checkOutput(ports, output, inputs.output);
  return { root, output, command, globs };
}

async function digests(ports: BuildPorts, root: string, found: readonly Found[]): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (const { path, isLink } of found) if (!isLink) known.set(path, await ports.files.sha256(join(root, path)));
  return known;
}

function nothingFound(work: Work): TurnpikeError {
  const what = `The build made no file that matches ${work.globs.join(", ")}; there is nothing to sign.`;
  return new TurnpikeError("BUILD_ARTIFACTS", "user", what, {
    hint: "Name what it makes with the input artifacts (a folder that is a symbolic link is not looked into):\n  with:\n    artifacts: |\n      dist/*",
  });
}

/** Files that the build left as they were are most likely of an older version. */
async function warnOfOld(ports: BuildPorts, work: Work, before: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, sha256] of before) {
    const isSame = (await ports.files.sha256(join(work.root, path)).catch(() => undefined)) === sha256;
    if (isSame)
      ports.log.warning(`${path} was there before the build, and the build left it as it was; it is kept too.`);
  }
}

/** A version that was made up because git's tags are not there would be signed and released as it is. */
async function warnOfUnfinished(ports: BuildPorts, work: Work, artifacts: readonly NamedArtifact[]): Promise<void> {
  const unfinished = artifacts.find(({ name }) => /\.dev\d|\+g?[0-9a-f]{7}/.test(name));
  if (unfinished === undefined) return;
  const { refType, refName } = ports.context;
  const isShallow = await ports.git.isShallow(work.root);
  if (refType !== "tag" && !isShallow) return;
  const why = isShallow ? "this clone is shallow" : `this is the tag ${refName}`;
  ports.log.warning(`${unfinished.name} is a development version, and ${why}. Check out with fetch-depth: 0.`);
}

async function keep(ports: BuildPorts, work: Work, artifacts: readonly NamedArtifact[]): Promise<BuildOutputs> {
  const { files, log } = ports;
  await files.remove(work.output);
  const subjects = [];
  for (const { path, name } of artifacts) {
    const copy = join(work.output, name);
    await files.copy(join(work.root, path), copy);
    // The copy is what is uploaded, so the copy is what is hashed.
    const sha256 = await files.sha256(copy);
    log.info(`${sha256}  ${name}  ${(await files.size(copy)) ?? 0} bytes`);
    subjects.push({ name, sha256 });
  }
  const subjectsFile = join(work.output, SUBJECTS_FILE);
  await files.write(subjectsFile, renderSubjects(subjects));
  return {
    subjectsFile,
    subjectsDigest: await files.sha256(subjectsFile),
    directory: work.output,
    count: String(subjects.length),
  };
}

/**
 * Builds, and keeps what was built with its digests.
 *
 * @param inputs the action's inputs
 * @param ports the world
 * @returns the action's outputs
 * @throws TurnpikeError `BUILD_NOTHING`, `BUILD_FAILED`, `BUILD_ARTIFACTS`, `INPUT_INVALID`
 */
export async function build(inputs: BuildInputs, ports: BuildPorts): Promise<BuildOutputs> {
  const work = await plan(inputs, ports);
  const before = await digests(ports, work.root, await findArtifacts(ports.files, work.root, work.globs));
  await runBuild(ports, work.command);
  const found = await findArtifacts(ports.files, work.root, work.globs);
  if (found.length === 0) throw nothingFound(work);
  const artifacts = nameArtifacts(found);
  await warnOfOld(ports, work, before);
  await warnOfUnfinished(ports, work, artifacts);
  await ignoreOwnFolder(ports.files, ports.context.workspace, work.output);
  return await keep(ports, work, artifacts);
}
