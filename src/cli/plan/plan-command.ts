import { resolve } from "node:path";
import { existingFolder } from "../../adapters/node/existing-folder.ts";
import { readPlanned } from "../../adapters/node/read-plan.ts";
import { columnsOf } from "../../adapters/terminal/columns.ts";
import { styles } from "../../adapters/terminal/styles.ts";
import { type CheckoutFacts, type PlanDocument, type Planned, toPlanDocument } from "../../core/detect/index.ts";
import type { Git } from "../../ports/git.ts";
import { renderExplanation } from "./plan-explain.ts";
import { renderPlan } from "./plan-page.ts";
import { toolchainRows } from "./toolchain-rows.ts";

/** What the command line asks for. */
export interface PlanArguments {
  readonly directory: string;
  readonly config: string;
  readonly json: boolean;
  readonly explain: string | undefined;
}

/** Columns of a line where the output is no terminal. */
const WIDE = 200;

async function checkoutFacts(git: Git, cwd: string): Promise<CheckoutFacts> {
  const { commit, tree } = (await git.state(cwd)) ?? { commit: null, tree: null };
  if (commit === null) return { commit: null, tree: null, dirty: null };
  return { commit, tree, dirty: await git.isDirty(cwd) };
}

/** The document, with what only programs ask for; what finds that out is loaded for it alone. */
async function documentOf(planned: Planned, directory: string): Promise<PlanDocument> {
  const [{ GitProgram }, { NodeProcesses }, { definedVariables }, { NodeFiles }, { countLocks }] = await Promise.all([
    import("../../adapters/node/git.ts"),
    import("../../adapters/node/processes.ts"),
    import("../../adapters/node/environment.ts"),
    import("../../adapters/node/files.ts"),
    import("../../actions/sbom/count-locks.ts"),
  ]);
  const git = new GitProgram(new NodeProcesses(), definedVariables(process.env));
  const cwd = resolve(directory);
  const counting = countLocks(".", { git, files: new NodeFiles(cwd) }).catch(() => null);
  const [checkout, sbom] = await Promise.all([checkoutFacts(git, cwd), counting]);
  return toPlanDocument(planned, checkout, sbom);
}

/**
 * @param args what was asked for
 * @throws TurnpikeError `CONFIG_INVALID`, `PLAN_UNKNOWN_GATE` or `FILE_UNREADABLE`
 */
export async function runPlanCommand(args: PlanArguments): Promise<void> {
  const planned = await readPlanned(
    existingFolder(args.directory, (name) => `For a gate of that name: turnpike plan --explain ${name}`),
    { config: args.config },
  );
  if (args.json) {
    const document = await documentOf(planned, args.directory);
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  const look = {
    styles: styles(process.stdout, process.env),
    width: columnsOf([process.stdout, process.stderr], WIDE),
  };
  const toolchains = await toolchainRows(planned.plan, process.env);
  const page =
    args.explain === undefined
      ? renderPlan(planned, look, toolchains)
      : renderExplanation(planned, args.explain, look, toolchains);
  process.stdout.write(page);
}
