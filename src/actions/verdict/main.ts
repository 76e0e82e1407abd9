import { join } from "node:path";
import { ActionsArtifacts } from "../../adapters/actions/artifacts.ts";
import { ActionsCache } from "../../adapters/actions/cache.ts";
import { readRunContext } from "../../adapters/actions/context.ts";
import { ActionsGitHub } from "../../adapters/actions/github.ts";
import { actionsLog } from "../../adapters/actions/log.ts";
import { stepSummary } from "../../adapters/actions/page.ts";
import { runAction } from "../../adapters/actions/run-action.ts";
import { HISTORY_LIMITS, historyOfRun } from "../../adapters/history/of-run.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { verdictContract } from "./contract.ts";
import { giveVerdict } from "./run.ts";

const context = readRunContext(process.env);
const env = definedVariables(process.env);
const files = new NodeFiles(context.workspace);

await runAction(verdictContract, (inputs) =>
  giveVerdict(inputs, {
    ...{ context, log: actionsLog, clock: systemClock },
    files,
    history: historyOfRun(
      {
        ...{ files, context, env, log: actionsLog, processes: new NodeProcesses() },
        artifacts: new ActionsArtifacts(process.env, actionsLog),
        cache: new ActionsCache(process.env, actionsLog, HISTORY_LIMITS),
        github: new ActionsGitHub(inputs.githubToken, context),
      },
      { mode: inputs.history, folder: join(inputs.outputDirectory, "history"), token: inputs.githubToken },
    ),
    page: stepSummary(process.env),
  }),
);
