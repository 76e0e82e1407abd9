import { readPlanned } from "../adapters/node/read-plan.ts";
import { styles } from "../adapters/terminal/styles.ts";
import { type CheckoutFacts, toPlanDocument } from "../core/detect/index.ts";
import type { PlanArguments } from "./plan.ts";
import { renderExplanation } from "./plan-explain.ts";
import { renderPlan } from "./plan-page.ts";

/** Columns of a line where the output is no terminal. */
const WIDE = 200;

async function checkoutFacts(directory: string): Promise<CheckoutFacts> {
  const [{ GitProgram }, { NodeProcesses }, { definedVariables }, { resolve }] = await Promise.all([
    import("../adapters/node/git.ts"),
    import("../adapters/node/processes.ts"),
    import("../adapters/node/environment.ts"),
    import("node:path"),
  ]);
  const git = new GitProgram(new NodeProcesses(), definedVariables(process.env));
  const cwd = resolve(directory);
  const [commit, tree] = await Promise.all([git.head(cwd), git.tree(cwd)]);
  if (commit === undefined) return { commit: null, tree: null, dirty: null };
  return { commit, tree: tree ?? null, dirty: await git.isDirty(cwd) };
}

/**
 * @param args what was asked for
 * @throws TurnpikeError `CONFIG_INVALID`, `PLAN_UNKNOWN_GATE` or `FILE_UNREADABLE`
 */
export async function runPlanCommand(args: PlanArguments): Promise<void> {
  const planned = await readPlanned(args.directory, { config: args.config });
  if (args.json) {
    const document = toPlanDocument(planned, await checkoutFacts(args.directory));
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  const look = { styles: styles(process.stdout, process.env), width: process.stdout.columns ?? WIDE };
  const page = args.explain === undefined ? renderPlan(planned, look) : renderExplanation(planned, args.explain, look);
  process.stdout.write(page);
}
