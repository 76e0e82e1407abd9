import { delimiter } from "node:path";
import { githubVariables, type Json } from "../../core/workflow/index.ts";
import { CommandFiles } from "./command-files.ts";
import { githubOf, visibleEnv } from "./evaluate-in.ts";
import type { StepView } from "./frame.ts";
import type { JobState, StepWork, WorkResult } from "./job-state.ts";
import type { CommandTarget } from "./step-output.ts";
import { runStepProcess, type StepProcessEnd } from "./step-process.ts";

/** What a process of a step is started with, beside the step's variables. */
export interface StepCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Variables that only this kind of step gets: inputs, state, tokens. They go over the step's own. */
  readonly extra: Readonly<Record<string, string>>;
  /** Where state goes. */
  readonly stateKey: string;
  /** Step id for outputs. */
  readonly id: string;
}

/**
 * The environment of a process: the machine's, the job's and the step's `env`, then what the runner sets, which nothing
 * replaces (actions/runner src/Runner.Worker/Handlers/{ScriptHandler,NodeScriptActionHandler}.cs).
 */
export function processEnv(
  job: JobState,
  view: StepView,
  github: { readonly [key: string]: Json },
): Record<string, string> {
  const env: Record<string, string> = {
    ...job.start.shared.baseEnv,
    CI: "true",
    ...visibleEnv(job, view),
    ...githubVariables(github),
    ...job.start.runnerEnv,
    GITHUB_ACTIONS: "true",
  };
  const path = [...[...job.prepended].reverse(), env["PATH"] ?? ""].filter((folder) => folder !== "");
  env["PATH"] = path.join(delimiter);
  return env;
}

/** The changes that a process may make. */
function commandTarget(
  work: StepWork,
  step: { readonly id: string; readonly stateKey: string; readonly onFail: () => void },
): CommandTarget {
  const { job, view } = work;
  return {
    setOutput: (name, value) => job.setOutput(view.frame.scope, step.id, { name, value }),
    saveState: (name, value) => {
      job.actionState.set(step.stateKey, { ...job.actionState.get(step.stateKey), [name]: value });
    },
    setEnv: (name, value) => {
      job.env = { ...job.env, [name]: value };
    },
    addPath: (folder) => job.addPath(folder),
    fail: step.onFail,
    variable: (name) => visibleEnv(job, view)[name],
  };
}

/** How a process of a step ended, and whether a command of it failed. */
export interface StepProcessResult {
  readonly end: StepProcessEnd;
  readonly commandFailed: boolean;
}

/**
 * Runs a process with environment files of its own, obeys what it prints, and applies its files afterwards.
 *
 * @param work the step
 * @param prepare makes the command from the files' `github` context
 */
export async function runWithFiles(
  work: StepWork,
  prepare: (view: StepView) => Promise<StepCommand>,
): Promise<StepProcessResult> {
  const { job, output } = work;
  const { shared, temp, nodeId } = job.start;
  const files = await CommandFiles.create(temp, shared.random.uuid());
  const view: StepView = { ...work.view, github: { ...work.view.github, ...files.paths } };
  const command = await prepare(view);
  let commandFailed = false;
  const target = commandTarget(work, {
    id: command.id,
    stateKey: command.stateKey,
    onFail: () => {
      commandFailed = true;
    },
  });
  const env = { ...processEnv(job, view, githubOf(job, view)), ...command.extra };
  delete env["NODE_ICU_DATA"];
  const end = await runStepProcess(
    { file: command.file, args: command.args, cwd: command.cwd, env },
    {
      marker: `${shared.marker}/${markerPart(nodeId)}/${shared.random.uuid()}`,
      signal: work.signal,
      plan: shared.stopPlan,
      onLine: (line) => output.take(line, target),
    },
  );
  await files.apply(target, output, shared.masker);
  return { end, commandFailed };
}

/** @returns a text for markers and folders, another one for each job: ids have no dot */
export function markerPart(nodeId: string): string {
  return nodeId.replaceAll("/", ".");
}

/** @returns what the end of a process means for the step; an exit code that is not 0 was reported by the caller */
export function resultOf({ end, commandFailed }: StepProcessResult): WorkResult {
  if (end.kind === "stopped") return "cancelled";
  return end.kind === "exited" && end.code === 0 && !commandFailed ? "success" : "failure";
}
