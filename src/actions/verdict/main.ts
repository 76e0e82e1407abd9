import { readRunContext } from "../../adapters/actions/context.ts";
import { actionsLog } from "../../adapters/actions/log.ts";
import { stepSummary } from "../../adapters/actions/page.ts";
import { runAction } from "../../adapters/actions/run-action.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { verdictContract } from "./contract.ts";
import { giveVerdict } from "./run.ts";

const context = readRunContext(process.env);

await runAction(verdictContract, (inputs) =>
  giveVerdict(inputs, {
    ...{ context, log: actionsLog, clock: systemClock },
    files: new NodeFiles(context.workspace),
    page: stepSummary(process.env),
  }),
);
