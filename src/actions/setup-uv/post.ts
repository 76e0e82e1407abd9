import { ActionsCache } from "../../adapters/actions/cache.ts";
import { readRunContext } from "../../adapters/actions/context.ts";
import { actionsJobEnvironment } from "../../adapters/actions/job-environment.ts";
import { actionsLog } from "../../adapters/actions/log.ts";
import { runPost } from "../../adapters/actions/run-action.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { setupUvContract } from "./contract.ts";
import { saveCache } from "./save-cache.ts";

await runPost(setupUvContract, async () => {
  const env = definedVariables(process.env);
  await saveCache({
    files: new NodeFiles(readRunContext(env).workspace),
    processes: new NodeProcesses(),
    cache: new ActionsCache(env, actionsLog),
    log: actionsLog,
    job: actionsJobEnvironment,
    clock: systemClock,
    env,
  });
});
