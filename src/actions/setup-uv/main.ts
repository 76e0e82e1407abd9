import { tmpdir } from "node:os";
import { ActionsCache } from "../../adapters/actions/cache.ts";
import { readRunContext } from "../../adapters/actions/context.ts";
import { actionsJobEnvironment } from "../../adapters/actions/job-environment.ts";
import { actionsLog } from "../../adapters/actions/log.ts";
import { runAction } from "../../adapters/actions/run-action.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { nodeHttp } from "../../adapters/node/http.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { readPlan } from "../../adapters/node/read-plan.ts";
import { toolchainsOf } from "../../adapters/node/toolchains-of.ts";
import { UvFinder } from "../../adapters/uv/acquire.ts";
import { detectMachine } from "../../adapters/uv/detect-machine.ts";
import { toolPlace } from "../../adapters/uv/tool-place.ts";
import { findToolchains } from "../gates/toolchains/find.ts";
import { setupUvContract } from "./contract.ts";
import { setUp } from "./run.ts";

await runAction(setupUvContract, async (inputs) => {
  const env = definedVariables(process.env);
  const given = readRunContext(env);
  const context = { ...given, temp: given.temp === "" ? tmpdir() : given.temp };
  const files = new NodeFiles(context.workspace);
  const processes = new NodeProcesses();
  const into = await toolPlace(env, context.temp);
  const token = inputs.githubToken === "" ? {} : { githubToken: inputs.githubToken };
  const outputs = await setUp(inputs, {
    files,
    processes,
    cache: new ActionsCache(env, actionsLog),
    clock: systemClock,
    log: actionsLog,
    context,
    job: actionsJobEnvironment,
    uv: new UvFinder({ into, env, processes, files, http: nodeHttp, log: actionsLog, ...token }),
    machine: await detectMachine(env, context.temp),
    env,
    readPlan: (root, config) => readPlan(root, { config }),
    toolchainFor: async (gates, environment) => {
      const { manager, cwd } = environment;
      const gate = gates.find((one) => one.environment?.manager === manager && one.environment.cwd === cwd);
      if (gate === undefined) return {};
      const found = await findToolchains([gate], { env, toolchains: toolchainsOf(processes, env) });
      return found.withToolchains(gate, {});
    },
  });
  return { outputs };
});
