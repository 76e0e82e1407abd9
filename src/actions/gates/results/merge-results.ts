import { join } from "node:path/posix";
import { mostForgiven } from "../../../core/flaky/index.ts";
import {
  type DetailsFile,
  detailsFileSchema,
  type Gate,
  type GateResult,
  mergeShares,
  mergeTests,
  type Plan,
  planDigest,
  type RunVerdict,
  type ShareFile,
  type ShareResult,
  type VerdictFile,
  verdictFileSchema,
  verdictOf,
} from "../../../core/gates/index.ts";
import { TurnpikeError } from "../../../errors.ts";
import type { Files } from "../../../ports/files.ts";
import type { CheckRequest } from "../check-request.ts";
import type { CommitFacts } from "../commit-facts.ts";
import type { GatePorts } from "../gate-ports.ts";
import { selectGates } from "../select-gates.ts";
import { clearOutput } from "./output-directory.ts";
import { notRun } from "./write-results.ts";

/** Larger than any that this program writes. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/** What is merged. */
export interface MergeResultsRequest
  extends Pick<CheckRequest, "root" | "plan" | "facts" | "only" | "release" | "requireGates" | "outputDirectory"> {
  readonly shares: readonly ShareFile[];
  /** Absolute; a folder of each share, named as its artifact: `turnpike-share-2`. */
  readonly directory: string;
}

/** What several runners came to, as one run. */
export interface MergedRun {
  readonly run: RunVerdict;
  readonly verdict: VerdictFile;
  readonly details: DetailsFile;
  /** Shares that left no result. */
  readonly lost: readonly ShareFile[];
  readonly verdictFile: string;
  readonly verdictDigest: string;
  readonly detailsFile: string;
}

type Schema<T> = { safeParse(value: unknown): { readonly success: boolean; readonly data?: T } };

/** Nothing when it is missing or broken: the gates of that runner then have no result, which is an error. */
async function readPart<T>(files: Files, path: string, schema: Schema<T>): Promise<T | undefined> {
  try {
    if (((await files.size(path)) ?? Number.POSITIVE_INFINITY) > LARGEST_BYTES) return undefined;
    return schema.safeParse(JSON.parse((await files.readText(path)) ?? "")).data;
  } catch {
    return undefined;
  }
}

async function copyFolder(files: Files, from: string, to: string): Promise<void> {
  if (!(await files.exists(from))) return;
  for (const { path, kind } of await files.list(from))
    if (kind === "file") await files.copy(join(from, path), join(to, path));
}

async function readResult(share: ShareFile, request: MergeResultsRequest, files: Files): Promise<ShareResult[]> {
  const from = join(request.directory, `turnpike-share-${share.index}`);
  const verdict = await readPart(files, join(from, "verdict.json"), verdictFileSchema);
  if (verdict === undefined) return [];
  const details = (await readPart(files, join(from, "details.json"), detailsFileSchema)) ?? null;
  const folder = `shares/${share.index}/`;
  for (const name of ["logs", "reports"]) {
    const target = join(request.outputDirectory, folder, name);
    // Logs are for people: one that cannot be copied takes nothing from the verdict.
    await copyFolder(files, join(from, name), target).catch(() => undefined);
  }
  return [{ share, verdict, details, folder }];
}

function refuseOtherPlan(gates: readonly Gate[], shares: readonly ShareFile[]): void {
  const digest = planDigest(gates);
  if (shares.every(({ plan }) => plan === digest)) return;
  const message = "were made from another plan than this checkout gives; check out the same commit in all jobs";
  throw new TurnpikeError("INPUT_INVALID", "config", "Nothing was joined.", {
    problems: [{ where: "shares", message }],
  });
}

/** Every gate of the plan, also those that nobody asked for. */
function verdictFileOf(
  facts: CommitFacts,
  run: RunVerdict,
  merged: ReturnType<typeof mergeShares>,
  plan: Plan,
): VerdictFile {
  const { startedAt, durationMs } = merged;
  const byId = new Map(merged.gates.map((gate) => [gate.id, gate]));
  const declared = plan.gates.filter((gate) => gate.declared);
  const gates = declared.map((gate) => {
    const result = byId.get(gate.id) ?? notRun(gate);
    const { startMs, durationMs: took } = result;
    return {
      ...result,
      startMs: startMs === null ? null : Math.round(startMs),
      durationMs: took === null ? null : Math.round(took),
    };
  });
  return {
    ...{ schema: "turnpike/verdict/1", verdict: run.verdict, ...facts, startedAt },
    durationMs: Math.round(durationMs),
    ...(declared.some(({ id }) => !byId.has(id)) ? { partial: true as const } : {}),
    gates,
  };
}

/** Each part forgave few of its own tests; all together they may be more than one runner would have forgiven. */
function withinQuarantine(result: GateResult): GateResult {
  const { failures, tests } = result.counts;
  if (result.outcome !== "quarantined" || failures === null || tests === null) return result;
  const most = mostForgiven(tests);
  if (failures <= most) return result;
  const reason = `${failures} of ${tests} tests failed; not forgiven: at most ${most} of ${tests} are forgiven`;
  return { ...result, outcome: "failed", reason };
}

/** Every runner looked at the same change. */
function changedOf(results: readonly ShareResult[]): Pick<DetailsFile, "changed"> {
  const changed = results.map(({ details }) => details?.changed).find((one) => one !== undefined);
  return changed === undefined ? {} : { changed };
}

/** Every runner looked at the same folder of the checkout. */
function prefixOf(results: readonly ShareResult[]): Pick<DetailsFile, "prefix"> {
  const prefix = results.map(({ details }) => details?.prefix).find((one) => one !== undefined);
  return prefix === undefined ? {} : { prefix };
}

/** Every runner installs for itself. */
function remarksOf(results: readonly ShareResult[]): Pick<DetailsFile, "remarks"> {
  const remarks = [...new Set(results.flatMap(({ details }) => details?.remarks ?? []))];
  return remarks.length === 0 ? {} : { remarks };
}

/**
 * Joins what the runners of a fan-out left into one verdict.json, details.json and folder of logs.
 *
 * @param request the plan, its shares, and where their results lie
 * @param ports the world
 * @throws TurnpikeError `INPUT_INVALID` when the shares were made from another plan, `FILE_UNWRITABLE`
 */
export async function mergeResults(
  request: MergeResultsRequest,
  ports: Pick<GatePorts, "files" | "clock">,
): Promise<MergedRun> {
  const { plan, shares, outputDirectory, release, requireGates } = request;
  const { files } = ports;
  const gates = selectGates(plan, request.only);
  refuseOtherPlan(gates, shares);
  const facts = await request.facts;
  await clearOutput(files, request.root, outputDirectory);
  const results = (await Promise.all(shares.map((share) => readResult(share, request, files)))).flat();
  const lost = shares.filter(({ index }) => results.every(({ share }) => share.index !== index));
  const startedAt = ports.clock.now().toISOString();
  const shared = mergeShares({ gates, shares, results, tree: facts.tree, startedAt });
  const merged = { ...shared, gates: shared.gates.map(withinQuarantine) };
  const byId = new Map(gates.map((gate) => [gate.id, gate]));
  const run = verdictOf(
    merged.gates.map((result) => ({ ...result, inconclusive: byId.get(result.id)?.inconclusive ?? "fail" })),
    { release, budget: plan.budget, durationMs: merged.durationMs, requireGates },
  );
  const verdict = verdictFileOf(facts, run, merged, plan);
  const details: DetailsFile = {
    ...{ schema: "turnpike/details/1", cores: merged.cores, release, coverage: merged.coverage },
    ...{ budgetMs: plan.budget.totalMs, budgetEnforced: plan.budget.enforce, gates: [...merged.details] },
    ...changedOf(results),
    ...prefixOf(results),
    ...remarksOf(results),
    ...mergeTests(results.flatMap((result) => (result.details === null ? [] : [result.details]))),
    suggestions: plan.suggestions.map(({ gate, enable }) => ({
      ...{ id: gate.id, command: gate.reproduce, why: gate.why, enable },
    })),
  };
  const verdictFile = join(outputDirectory, "verdict.json");
  const detailsFile = join(outputDirectory, "details.json");
  await files.write(detailsFile, `${JSON.stringify(details, null, 2)}\n`);
  await files.write(verdictFile, `${JSON.stringify(verdict, null, 2)}\n`);
  return { run, verdict, details, lost, verdictFile, verdictDigest: await files.sha256(verdictFile), detailsFile };
}
