import { tmpdir } from "node:os";
import { join } from "node:path";
import { ActionsArtifacts } from "../../adapters/actions/artifacts.ts";
import { ActionsCache } from "../../adapters/actions/cache.ts";
import { readRunContext } from "../../adapters/actions/context.ts";
import { ActionsForeignOutput } from "../../adapters/actions/foreign-output.ts";
import { ActionsGitHub } from "../../adapters/actions/github.ts";
import { keepArtifact } from "../../adapters/actions/keep-artifact.ts";
import { actionsLog } from "../../adapters/actions/log.ts";
import { stepSummary } from "../../adapters/actions/page.ts";
import { runAction } from "../../adapters/actions/run-action.ts";
import { HISTORY_LIMITS, historyOfRun } from "../../adapters/history/of-run.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { NodeEnvironmentStore } from "../../adapters/node/environment-store.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { GitProgram } from "../../adapters/node/git.ts";
import { thisMachine } from "../../adapters/node/machine.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { systemRandom } from "../../adapters/node/random.ts";
import { readPlan } from "../../adapters/node/read-plan.ts";
import { NodeResultGrounds } from "../../adapters/node/result-ground.ts";
import { listenForStop } from "../../adapters/node/stop-request.ts";
import { toolchainsOf } from "../../adapters/node/toolchains-of.ts";
import { gatesContract } from "./contract.ts";
import { runGates } from "./run.ts";

const stop = listenForStop();
const env = definedVariables(process.env);
const context = readRunContext(process.env);
const processes = new NodeProcesses();
const files = new NodeFiles(context.workspace);

await runAction(gatesContract, async (inputs) => {
  const artifacts = new ActionsArtifacts(process.env, actionsLog);
  const history = historyOfRun(
    {
      ...{ artifacts, files, processes, log: actionsLog, context, env },
      cache: new ActionsCache(process.env, actionsLog, HISTORY_LIMITS),
      github: new ActionsGitHub(inputs.githubToken, context),
    },
    { mode: inputs.history, folder: join(inputs.outputDirectory, "history"), token: inputs.githubToken },
  );
  const temp = context.temp === "" ? tmpdir() : context.temp;
  const result = await runGates(inputs, {
    history,
    // The runner empties its folder of temporary files with each job. A shared one would let others leave programs there.
    ...(context.temp === ""
      ? {}
      : { environments: new NodeEnvironmentStore(join(temp, "turnpike-environments"), systemClock) }),
    ...{ processes, env, stop, log: actionsLog, clock: systemClock, random: systemRandom, machine: thisMachine },
    context: { ...context, temp },
    files,
    git: new GitProgram(processes, env),
    toolchains: toolchainsOf(processes, env),
    page: stepSummary(process.env),
    output: new ActionsForeignOutput(process.stdout, systemRandom),
    readPlan: (root, config) => readPlan(root, { config }),
    results: {
      cache: new ActionsCache(process.env, actionsLog, { lookupMs: 10_000, transferMs: 20_000 }),
      grounds: new NodeResultGrounds(processes, env, context.runnerEnvironment === "github-hosted"),
    },
  });
  await keepArtifact({ artifacts, files, log: actionsLog }, { name: inputs.artifact, folder: inputs.outputDirectory });
  return result;
});
