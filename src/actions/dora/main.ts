import { readRunContext } from "../../adapters/actions/context.ts";
import { ActionsGitHub } from "../../adapters/actions/github.ts";
import { actionsLog } from "../../adapters/actions/log.ts";
import { runAction } from "../../adapters/actions/run-action.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { GitProgram } from "../../adapters/node/git.ts";
import { nodeHttp } from "../../adapters/node/http.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { systemRandom } from "../../adapters/node/random.ts";
import { doraContract } from "./contract.ts";
import { recordDelivery } from "./run.ts";

const context = readRunContext(process.env);

await runAction(doraContract, (inputs) =>
  recordDelivery(inputs, {
    ...{ context, log: actionsLog, clock: systemClock, random: systemRandom, http: nodeHttp },
    files: new NodeFiles(context.workspace),
    git: new GitProgram(new NodeProcesses(), definedVariables(process.env)),
    github: new ActionsGitHub(inputs.githubToken, context),
  }),
);
