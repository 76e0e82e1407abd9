import { readRunContext } from "../../adapters/actions/context.ts";
import { actionsLog } from "../../adapters/actions/log.ts";
import { runAction } from "../../adapters/actions/run-action.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { nodeHttp } from "../../adapters/node/http.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { sigstore } from "../../adapters/sigstore/index.ts";
import { verifyContract } from "./contract.ts";
import { verify } from "./run.ts";

await runAction(verifyContract, async (inputs) => {
  const env = definedVariables(process.env);
  return await verify(inputs, {
    files: new NodeFiles(readRunContext(env).workspace),
    sigstore: sigstore({ http: nodeHttp, clock: systemClock, processes: new NodeProcesses(), env }),
    log: actionsLog,
  });
});
