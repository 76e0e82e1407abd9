import { isAbsolute, join, normalize } from "node:path/posix";
import type { InputsOf, OutputsOf } from "../../contract/index.ts";
import { isRelease } from "../../core/gates/index.ts";
import { TurnpikeError } from "../../errors.ts";
import { checkRepository, readCommitFacts } from "./check-repository.ts";
import type { gatesContract } from "./contract.ts";
import type { GatesActionPorts } from "./gate-ports.ts";
import { progressTo } from "./show-progress.ts";
import { situationOnGitHub } from "./situation.ts";

/** Inputs of the action. */
export type GatesInputs = InputsOf<typeof gatesContract>;

/** Outputs, the exit code of the step, and what to say when it is not 0. */
export interface GatesResult {
  readonly outputs: OutputsOf<typeof gatesContract>;
  readonly exitCode: number;
  readonly failure?: string;
}

/** Below the workspace; a path that leads elsewhere is refused, because the folder's old results are removed. */
function placeOf(workspace: string, input: { readonly name: string; readonly value: string }): string {
  const path = normalize(isAbsolute(input.value) ? input.value : join(workspace, input.value)).replace(/(?<=.)\/$/, "");
  if (path === workspace || path.startsWith(`${workspace}/`)) return path;
  const message = `"${input.value}" leads out of the checkout; name a folder inside it`;
  throw new TurnpikeError("INPUT_INVALID", "config", "Nothing was run.", {
    problems: [{ where: input.name, message }],
  });
}

/**
 * Runs all gates of the repository and gives one verdict.
 *
 * @param inputs the action's inputs
 * @param ports the world
 * @returns outputs and exit code; a verdict that fails is a result, not an error
 * @throws TurnpikeError `INPUT_INVALID`, `CONFIG_INVALID`, `PLAN_UNKNOWN_GATE`, `PLAN_CYCLE`, `FILE_UNWRITABLE`
 */
export async function runGates(inputs: GatesInputs, ports: GatesActionPorts): Promise<GatesResult> {
  const { context, log } = ports;
  const workspace = context.workspace.replace(/(?<=.)\/$/, "");
  const root = placeOf(workspace, { name: "working-directory", value: inputs.workingDirectory });
  const outputDirectory = placeOf(workspace, { name: "output-directory", value: inputs.outputDirectory });
  const release = isRelease(context, inputs.releaseTags);
  const facts = readCommitFacts(root, ports.git);
  // Awaited later; a rejection must not be taken for one that nobody handles.
  facts.catch(() => undefined);
  // Always asked for here: what stands in the change is annotated first.
  const situation = situationOnGitHub(root, { context, release }, ports);
  situation.catch(() => undefined);
  const plan = await ports.readPlan(root, inputs.config);
  for (const note of plan.notes) {
    log.info(`${note.file}${note.line === null ? "" : `:${note.line}`}  ${note.message}`);
  }
  const checked = await checkRepository(
    {
      ...{
        root,
        plan,
        facts,
        outputDirectory,
        release,
        only: inputs.only,
        jobs: inputs.jobs,
        failFast: inputs.failFast,
      },
      requireGates: inputs.requireGates,
      situation: () => situation,
      historyFile: join(outputDirectory, "history.json"),
      temp: context.temp,
      secrets: [],
    },
    ports,
    {
      listener: progressTo(
        log,
        plan.gates.map((gate) => gate.id),
      ),
      stop: ports.stop,
    },
  );
  // Loaded while nothing waits for it: the first gate should start as soon as it can.
  const { pageOf, showRun } = await import("./show-run.ts");
  const prefix = root === workspace ? "" : `${root.slice(workspace.length + 1)}/`;
  await showRun(checked, { ...ports, prefix, situation: await situation });
  const page = pageOf(checked, { requireGates: inputs.requireGates, context });
  if (inputs.summary) await ports.page.append(page.markdown());
  const { sentence } = page;
  const { verdict, exitCode, blocking } = checked.run;
  if (exitCode === 0) log.info(`Verdict: ${sentence}.`);
  return {
    outputs: {
      ...{
        verdict,
        exitCode: String(exitCode),
        verdictFile: checked.verdictFile,
        verdictDigest: checked.verdictDigest,
      },
      detailsFile: checked.detailsFile,
      release: String(release),
      failed: blocking.join("\n"),
    },
    exitCode,
    ...(exitCode === 0 ? {} : { failure: `${sentence}.` }),
  };
}
