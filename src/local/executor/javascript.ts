import { access } from "node:fs/promises";
import { join } from "node:path";
import { parseReference } from "../../core/workflow/index.ts";
import { TurnpikeError } from "../../errors.ts";
import { type ActionCall, actionInputs } from "./action-inputs.ts";
import type { StepView } from "./frame.ts";
import type { StepWork, WorkResult } from "./job-state.ts";
import { resultOf, runWithFiles } from "./step-environment.ts";

/** `INPUT_<NAME>`: blanks become underscores, letters upper case (actions/runner src/Runner.Worker/Handlers/Handler.cs, AddInputsToEnvironment). */
function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
  );
}

function stateVariables(state: Readonly<Record<string, string>> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(state ?? {}).map(([name, value]) => [`STATE_${name}`, value]));
}

/** `GITHUB_ACTION_REPOSITORY` and `…_REF` of an action that is not local (ActionRunner.cs). */
function actionFacts({ resolved, step }: ActionCall): StepView["github"] {
  const uses = step.definition.work;
  const isLocal = uses.kind === "uses" && parseReference(uses.uses).kind === "local";
  const { source } = resolved;
  if (isLocal || source === undefined) return { action_repository: "", action_ref: "" };
  const isSelf = uses.kind === "uses" && parseReference(uses.uses).kind === "self";
  return { action_repository: source.repository, action_ref: isSelf ? source.sha : source.ref };
}

async function runStage(
  work: StepWork,
  call: ActionCall,
  stage: { readonly script: string; readonly inputs: Readonly<Record<string, string>> },
): Promise<WorkResult> {
  const { job, output } = work;
  const { start } = job;
  const target = join(call.resolved.folder, stage.script);
  const isThere = await access(target).then(
    () => true,
    () => false,
  );
  if (!isThere) throw new TurnpikeError("WORKFLOW_STEP", "config", `File not found: '${target}'`);
  const { definition, frame } = call.step;
  const stateKey = `${frame.scope}.${definition.id}`;
  const view = { ...work.view, github: { ...work.view.github, ...actionFacts(call) } };
  const result = await runWithFiles({ ...work, view }, () =>
    Promise.resolve({
      file: process.execPath,
      args: [target],
      cwd: start.workspace,
      extra: {
        ...inputVariables(stage.inputs),
        ...stateVariables(job.actionState.get(stateKey)),
        ...start.runtimeEnv,
        ...start.oidcEnv,
      },
      stateKey,
      id: definition.id,
    }),
  );
  if (result.end.kind === "not-started") output.report("error", result.end.message);
  return resultOf(result);
}

/**
 * Runs `main` of a JavaScript action and registers its `post`
 * (actions/runner src/Runner.Worker/Handlers/NodeScriptActionHandler.cs; ActionRunner.cs).
 *
 * @param work what the step has at hand
 * @param call the action and its inputs
 */
export async function runJavaScript(work: StepWork, call: ActionCall): Promise<WorkResult> {
  const { runs } = call.action;
  if (runs.kind !== "javascript") return "failure";
  const { post, pre } = runs;
  if (pre !== undefined) {
    // Only `./` comes here with one: all other actions were looked at before the run.
    work.output.report("warning", `\`pre\` execution is not supported for local action from '${call.action.label}'`);
  }
  if (post !== undefined) {
    call.step.posts.push({
      name: `Post ${call.step.name}`,
      condition: runs.postIf,
      view: work.view,
      run: async (later) => {
        const inputs = await actionInputs(later, call.step.definition, call.action);
        return await runStage(later, call, { script: post, inputs });
      },
    });
  }
  return await runStage(work, call, { script: runs.main, inputs: call.inputs });
}
