import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type EventName, parseReference, parseWorkflowFile, type WorkflowFile } from "../core/workflow/index.ts";
import { type Problem, TurnpikeError } from "../errors.ts";
import type { Git } from "./git.ts";
import type { OwnRepository } from "./own-repository.ts";

const FOLDER = ".github/workflows";

/** The caller of README.md. */
const CALLER = `name: turnpike
on: { push: { branches: [main], tags: ["v*"] }, pull_request: {}, merge_group: {} }
permissions: { contents: read, id-token: write, attestations: write }
jobs:
  turnpike:
    uses: OWNER/turnpike/.github/workflows/pipeline.yml@v1`;

/** A workflow file of the repository. */
export interface Choice {
  readonly path: string;
  readonly workflow: WorkflowFile;
}

async function listFiles(repository: OwnRepository, git: Git): Promise<readonly string[]> {
  const { top, sha, usesWorkingTree } = repository.commit;
  const names = usesWorkingTree
    ? await readdir(join(top, FOLDER)).catch(() => [])
    : ((await git.ask(top, "ls-tree", "--name-only", `${sha}:${FOLDER}`)) ?? "").split("\n");
  return names.filter((name) => /\.ya?ml$/.test(name)).sort();
}

async function read(repository: OwnRepository, path: string): Promise<Choice | readonly Problem[]> {
  const text = await repository.readText(path);
  if (text === undefined) return [{ where: path, message: "There is no such file." }];
  const parsed = await parseWorkflowFile(path, text);
  return parsed.kind === "invalid" ? parsed.problems : { path, workflow: parsed.workflow };
}

function isChoice(read: Choice | readonly Problem[]): read is Choice {
  return "workflow" in read;
}

function eventsOf({ workflow }: Choice): string {
  return workflow.triggers.map(({ event }) => event).join(", ");
}

function listens(choice: Choice, event: EventName): boolean {
  return choice.workflow.triggers.some((trigger) => trigger.event === event);
}

function callsTurnpike({ workflow }: Choice): boolean {
  return workflow.jobs.some(({ call }) => {
    const reference = parseReference(call?.uses ?? "./");
    return reference.kind === "repository" && /\/turnpike$/i.test(reference.repository);
  });
}

function invalid(problems: readonly Problem[]): TurnpikeError {
  const count = `${problems.length} ${problems.length === 1 ? "problem" : "problems"}`;
  return new TurnpikeError("WORKFLOW_INVALID", "config", `${count}, nothing was run.`, { problems });
}

/**
 * Finds the workflow that a run is of.
 *
 * @param repository the run's repository
 * @param git runs git
 * @param wanted path, or file name in `.github/workflows`; undefined: the one that listens to the event, and when there
 *   are several, the one among them that calls Turnpike
 * @param event the run's event
 * @throws TurnpikeError `WORKFLOW_INVALID` or `WORKFLOW_EVENT`, with the events that the workflow has
 */
export async function chooseWorkflow(
  repository: OwnRepository,
  git: Git,
  of: { readonly wanted: string | undefined; readonly event: EventName },
): Promise<Choice> {
  if (of.wanted !== undefined) {
    const path = of.wanted.includes("/") ? of.wanted.replace(/^\.\//, "") : `${FOLDER}/${of.wanted}`;
    const choice = await read(repository, path);
    if (!isChoice(choice)) throw invalid(choice);
    if (listens(choice, of.event)) return choice;
    throw new TurnpikeError("WORKFLOW_EVENT", "config", `${path} does not listen to ${of.event}.`, {
      hint: `It has: ${eventsOf(choice)}. Choose one: --event EVENT`,
    });
  }
  const names = await listFiles(repository, git);
  if (names.length === 0) {
    const hint = `Begin with ${FOLDER}/turnpike.yml:\n\n${CALLER}`;
    throw new TurnpikeError("WORKFLOW_INVALID", "config", `There is no workflow in ${FOLDER}.`, { hint });
  }
  const all = await Promise.all(names.map((name) => read(repository, `${FOLDER}/${name}`)));
  const fitting = all.filter(isChoice).filter((choice) => listens(choice, of.event));
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  const [road, ...others] = fitting.filter(callsTurnpike);
  if (road !== undefined && others.length === 0) return road;
  if (fitting.length > 1) {
    const list = fitting.map(({ path }) => path.slice(FOLDER.length + 1)).join(", ");
    throw new TurnpikeError("WORKFLOW_EVENT", "config", `Several workflows listen to ${of.event}: ${list}.`, {
      hint: "Choose one: --workflow FILE",
    });
  }
  const wrong = all.flatMap((one) => (isChoice(one) ? [] : one));
  if (wrong.length > 0) throw invalid(wrong);
  const list = all.filter(isChoice).map((choice) => `${choice.path}: ${eventsOf(choice)}`);
  throw new TurnpikeError("WORKFLOW_EVENT", "config", `No workflow listens to ${of.event}.`, {
    hint: `There are:\n${list.join("\n")}\nChoose one: --event EVENT`,
  });
}
