import { tmpdir } from "node:os";
import { readRunContext } from "../../adapters/actions/context.ts";
import { actionsLog } from "../../adapters/actions/log.ts";
import { runAction } from "../../adapters/actions/run-action.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { GitProgram } from "../../adapters/node/git.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { readPlan } from "../../adapters/node/read-plan.ts";
import { buildContract } from "./contract.ts";
import { build } from "./run.ts";

await runAction(buildContract, async (inputs) => {
  const env = definedVariables(process.env);
  const given = readRunContext(env);
  const context = { ...given, temp: given.temp === "" ? tmpdir() : given.temp };
  const processes = new NodeProcesses();
  const outputs = await build(inputs, {
    files: new NodeFiles(context.workspace),
    processes,
    git: new GitProgram(processes, env),
    clock: systemClock,
    log: actionsLog,
    context,
    env,
    readPlan: (root, config) => readPlan(root, { config }),
  });
  return { outputs };
});
