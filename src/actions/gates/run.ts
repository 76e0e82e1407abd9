import { isAbsolute, join, normalize } from "node:path/posix";
import type { InputsOf, OutputsOf } from "../../contract/index.ts";
import { isRelease, type Plan } from "../../core/gates/index.ts";
import { formatDuration } from "../../core/summary/index.ts";
import { TurnpikeError } from "../../errors.ts";
import { type Checked, type CommitFacts, checkRepository, readCommitFacts } from "./check-repository.ts";
import type { gatesContract } from "./contract.ts";
import type { GatesActionPorts } from "./gate-ports.ts";
import { joinHistories } from "./history/join-histories.ts";
import { originOf } from "./history/origin.ts";
import { pastRuns, rememberRun } from "./history/past.ts";
import { fetchResults } from "./results/shared-results.ts";
import { progressTo } from "./shown/show-progress.ts";
import type { RunPage } from "./shown/show-run.ts";
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

/** How long gates took, below the output directory; what single tests did lies beside it. */
const HISTORY_FILE = "history/durations.json";

/** What every way of running the action knows. Paths are absolute. */
interface Scene {
  readonly workspace: string;
  readonly root: string;
  readonly outputDirectory: string;
  readonly release: boolean;
  readonly facts: Promise<CommitFacts>;
  readonly situation: ReturnType<typeof situationOnGitHub>;
  readonly plan: Plan;
  /** Which runner of a fan-out this is, from 1; undefined for a run as a whole. */
  readonly part?: number;
}

const NO_RESULT = { verdict: "", verdictFile: "", verdictDigest: "", detailsFile: "", failed: "" } as const;

/** Decides who runs what, and runs nothing. */
async function planShares(inputs: GatesInputs, scene: Scene, ports: GatesActionPorts): Promise<GatesResult> {
  const { shareOut } = await import("./share-out.ts");
  const { root, plan, release } = scene;
  const { shares, oneRunnerMs } = await shareOut(
    {
      ...{ root, plan, only: inputs.only, aboveMs: inputs.fanOutAbove },
      maxRunners: inputs.planRunners ?? 1,
      historyFile: join(scene.outputDirectory, HISTORY_FILE),
    },
    ports,
  );
  const one = formatDuration(oneRunnerMs);
  if (shares.length === 0) ports.log.info(`One runner is enough: the gates should take ${one} there.`);
  else ports.log.info(`One runner would take ${one}; ${shares.length} share the gates:`);
  for (const share of shares) {
    ports.log.info(`  ${share.index} of ${share.of}: ${share.name} (${formatDuration(share.expectedMs)})`);
  }
  const outputs = { ...NO_RESULT, exitCode: "0", release: String(release) };
  return { outputs: { ...outputs, shares: shares.length === 0 ? "" : JSON.stringify(shares) }, exitCode: 0 };
}

/** Joins what the runners of a fan-out left, as if one had run all gates. */
async function joinShares(inputs: GatesInputs, scene: Scene, ports: GatesActionPorts): Promise<GatesResult> {
  const [{ mergeResults }, { readShares }, { pageOf }] = await Promise.all([
    import("./results/merge-results.ts"),
    import("./share-out.ts"),
    import("./shown/show-run.ts"),
  ]);
  const { root, outputDirectory, release, facts, plan, workspace } = scene;
  const { requireGates, only } = inputs;
  const directory = placeOf(workspace, { name: "shares-directory", value: inputs.sharesDirectory });
  const shares = readShares(inputs.shares);
  const request = { root, plan, facts, only, release, requireGates, outputDirectory, shares, directory };
  const merged = await mergeResults(request, ports);
  const folders = shares.map((share) => join(directory, `turnpike-share-${share.index}`));
  await joinHistories(folders, join(outputDirectory, HISTORY_FILE), ports.files);
  const past = await pastRuns(outputDirectory, ports.files);
  const page = pageOf(merged, { requireGates, context: ports.context, past });
  if (inputs.summary) await showPage(page, outputDirectory, ports);
  if (inputs.keepHistory) await rememberRun(outputDirectory, page.input, ports);
  for (const { index, of, name } of merged.lost) {
    ports.log.warning(`Share ${index} of ${of} left no result: ${name}. Run the failed jobs again.`);
  }
  ports.log.info(`Joined the results of ${shares.length - merged.lost.length} of ${shares.length} runners.`);
  return resultOf(merged, page.sentence, release, ports);
}

type Ended = Pick<Checked, "run" | "verdictFile" | "verdictDigest" | "detailsFile">;

function resultOf(ended: Ended, sentence: string, release: boolean, { log }: GatesActionPorts): GatesResult {
  const { verdict, exitCode, blocking } = ended.run;
  if (exitCode === 0) log.info(`Verdict: ${sentence}.`);
  const { verdictFile, verdictDigest, detailsFile } = ended;
  return {
    outputs: {
      ...{ verdict, exitCode: String(exitCode), verdictFile, verdictDigest, detailsFile },
      ...{ release: String(release), shares: "", failed: blocking.join("\n") },
    },
    exitCode,
    ...(exitCode === 0 ? {} : { failure: `${sentence}.` }),
  };
}

/** The page, and what a later step may post. */
async function showPage(page: RunPage, outputDirectory: string, ports: GatesActionPorts): Promise<void> {
  await ports.page.append(page.markdown());
  const { reportOf } = await import("../../core/summary/index.ts");
  await ports.files.write(join(outputDirectory, "report.json"), `${JSON.stringify(reportOf(page.input), null, 2)}\n`);
}

async function runHere(inputs: GatesInputs, scene: Scene, ports: GatesActionPorts): Promise<GatesResult> {
  const { log, context } = ports;
  const { workspace, root, outputDirectory, release, facts, situation, plan } = scene;
  const { jobs, failFast, requireGates } = inputs;
  // A share names its gates itself.
  const only = inputs.share === undefined ? inputs.only : [];
  const wanted = { isWanted: inputs.resultCache, release, workspace, part: scene.part };
  const shared = await fetchResults(join(outputDirectory, "results.json"), wanted, ports);
  const prefix = root === workspace ? "" : `${root.slice(workspace.length + 1)}/`;
  const scratch = join(context.temp, `tpk-${ports.random.uuid().slice(0, 8)}`);
  const checked = await checkRepository(
    {
      ...{ root, prefix, plan, facts, outputDirectory, release, only, jobs, failFast, requireGates },
      situation: () => situation,
      results: shared.memory,
      environments: inputs.resultCache ? ports.environments : undefined,
      historyFile: join(outputDirectory, HISTORY_FILE),
      origin: originOf(context, scene.part),
      scratch,
      secrets: [],
      allowScripts: true,
    },
    ports,
    {
      listener: progressTo(
        log,
        plan.gates.map((gate) => gate.id),
      ),
      stop: ports.stop,
    },
  ).finally(() => ports.files.remove(scratch).catch(() => undefined));
  // Loaded while nothing waits for it: the first gate should start as soon as it can.
  const { pageOf, showRun } = await import("./shown/show-run.ts");
  await showRun(checked, { ...ports, prefix, situation: await situation });
  const page = pageOf(checked, { requireGates, context, past: await pastRuns(outputDirectory, ports.files) });
  if (inputs.summary) await showPage(page, outputDirectory, ports);
  await shared.share(checked.results);
  // One runner of a fan-out is no run; whoever joins them remembers it.
  if (inputs.keepHistory && scene.part === undefined) await rememberRun(outputDirectory, page.input, ports);
  return resultOf(checked, page.sentence, release, ports);
}

/**
 * Runs all gates of the repository and gives one verdict; or spreads them over runners, runs one share of them, or joins
 * what the shares came to.
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
  const loading = ports.history?.load();
  const plan = await ports.readPlan(root, inputs.config);
  for (const note of plan.notes) {
    log.info(`${note.file}${note.line === null ? "" : `:${note.line}`}  ${note.message}`);
  }
  await loading;
  const scene: Scene = { workspace, root, outputDirectory, release, facts, situation, plan };
  if (inputs.planRunners !== undefined) return planShares(inputs, scene, ports);
  if (inputs.shares !== undefined) return joinShares(inputs, scene, ports);
  if (inputs.share === undefined) return runHere(inputs, scene, ports);
  const { planOfShare, readShare } = await import("./share-out.ts");
  const share = readShare(inputs.share);
  const ofShare = await planOfShare(plan, share, { root, only: inputs.only }, ports);
  return runHere(inputs, { ...scene, plan: ofShare, part: share.index }, ports);
}
