import { readRunContext } from "../../adapters/actions/context.ts";
import { ActionsGitHub } from "../../adapters/actions/github.ts";
import { actionsLog } from "../../adapters/actions/log.ts";
import { stepSummary } from "../../adapters/actions/page.ts";
import { runAction } from "../../adapters/actions/run-action.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { reportContract } from "./contract.ts";
import { report } from "./run.ts";

const context = readRunContext(process.env);

await runAction(reportContract, (inputs) =>
  report(inputs, {
    ...{ context, log: actionsLog, env: definedVariables(process.env) },
    files: new NodeFiles(context.workspace),
    github: new ActionsGitHub(inputs.githubToken, context),
    page: stepSummary(process.env),
  }),
);
