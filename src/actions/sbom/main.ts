import { readRunContext } from "../../adapters/actions/context.ts";
import { actionsLog } from "../../adapters/actions/log.ts";
import { stepSummary } from "../../adapters/actions/page.ts";
import { runAction } from "../../adapters/actions/run-action.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { GitProgram } from "../../adapters/node/git.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { sbomContract } from "./contract.ts";
import { runSbom } from "./run.ts";

/** Replaced by the build with the version of package.json. */
declare const __TURNPIKE_VERSION__: string;

await runAction(sbomContract, async (inputs) => {
  const context = readRunContext(process.env);
  const env = definedVariables(process.env);
  return await runSbom(inputs, {
    files: new NodeFiles(context.workspace),
    git: new GitProgram(new NodeProcesses(), env),
    log: actionsLog,
    page: stepSummary(process.env),
    env,
    context: context.isActions ? context : undefined,
    toolVersion: __TURNPIKE_VERSION__,
  });
});
