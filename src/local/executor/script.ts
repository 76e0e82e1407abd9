import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { findProgram } from "../../adapters/node/processes/which.ts";
import {
  evaluateText,
  type ShellCommand,
  type StepDefinition,
  scriptContent,
  shellArguments,
  shellCommand,
} from "../../core/workflow/index.ts";
import { TurnpikeError } from "../../errors.ts";
import { evaluateIn, githubOf, visibleEnv } from "./evaluate-in.ts";
import type { StepWork, WorkResult } from "./job-state.ts";
import { processEnv, resultOf, runWithFiles } from "./step-environment.ts";

type RunStep = Extract<StepDefinition["work"], { kind: "run" }>;

async function programOf(shell: ShellCommand, env: Readonly<Record<string, string>>): Promise<string> {
  for (const name of [shell.program, shell.fallback]) {
    const file = name === undefined ? undefined : await findProgram(name, env);
    if (file !== undefined) return file;
  }
  throw new TurnpikeError("WORKFLOW_STEP", "user", `${shell.program}: command not found`);
}

/**
 * Runs a `run` step (actions/runner src/Runner.Worker/Handlers/ScriptHandler.cs). Scripts get no runtime tokens; the OIDC
 * pair they get.
 *
 * @param work what the step has at hand
 * @param step what it says
 */
export async function runScript(work: StepWork, step: RunStep): Promise<WorkResult> {
  const { job, view, output } = work;
  const read = await evaluateIn(job, view, (scope) => ({
    script: evaluateText(step.script, scope),
    shell: evaluateText(step.shell, scope),
    workingDirectory: evaluateText(step.workingDirectory, scope),
  }));
  // Defaults of the job do not reach into composite actions.
  const defaults = view.frame.scope === "" ? job.defaultsRun : {};
  const shell = shellCommand(read.shell === "" ? (defaults["shell"] ?? "") : read.shell);
  const folder = read.workingDirectory === "" ? (defaults["working-directory"] ?? "") : read.workingDirectory;
  const file = await programOf(shell, processEnv(job, view, githubOf(job, view)));
  const path = join(job.start.temp, `${job.start.shared.random.uuid()}${shell.extension}`);
  await writeFile(path, scriptContent(shell.program, read.script));
  output.print(`Run ${read.script.trimStart().split(/\r?\n/)[0] ?? ""}`, "fold-begin");
  for (const line of read.script.replaceAll("\r\n", "\n").replace(/\n+$/, "").split("\n")) {
    output.print(line, "command");
  }
  output.print(`shell: ${file} ${shell.format}`);
  printMap(work, "env", visibleEnv(job, view));
  output.print("", "fold-end");
  const result = await runWithFiles(work, () =>
    Promise.resolve({
      file,
      args: shellArguments(shell.format, path),
      cwd: resolve(job.start.workspace, folder),
      extra: job.start.oidcEnv,
      stateKey: "",
      id: String(view.github["action"] ?? ""),
    }),
  );
  if (result.end.kind === "exited" && result.end.code !== 0) {
    output.report("error", `Process completed with exit code ${result.end.code}.`);
  }
  if (result.end.kind === "not-started") output.report("error", result.end.message);
  return resultOf(result);
}

/** Prints `env:` or `with:` and the pairs below it, as the runner's log does. */
export function printMap(work: StepWork, title: string, map: Readonly<Record<string, string>>): void {
  const entries = Object.entries(map);
  if (entries.length === 0) return;
  work.output.print(`${title}:`);
  for (const [name, value] of entries) {
    for (const line of `  ${name}: ${value}`.split(/\r?\n/)) work.output.print(line);
  }
}
