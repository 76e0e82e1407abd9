import { join } from "node:path/posix";
import type { z } from "zod";
import {
  coverageSettings,
  fanOut,
  type Gate,
  gateForPart,
  limitsCoverage,
  mayHoldTests,
  type Plan,
  parseHistory,
  partsOf,
  planDigest,
  type SharedGate,
  type ShareFile,
  shareSchema,
  sharesSchema,
  type TestFile,
} from "../../core/gates/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { GatePorts } from "./gate-ports.ts";
import { selectGates } from "./select-gates.ts";

/** Work that is expected to take less than this share of the budget stays on one runner. */
const BUDGET_SHARE = 0.5;
/** A name that a person reads in a list of jobs. */
const NAME_LENGTH = 60;

/** What decides how gates are spread. */
export interface ShareOutRequest {
  readonly root: string;
  readonly plan: Plan;
  readonly only: readonly string[];
  readonly maxRunners: number;
  /** In ms; undefined: half of the budget. */
  readonly aboveMs: number | undefined;
  readonly historyFile: string;
}

async function testFiles(root: string, ports: Pick<GatePorts, "files" | "git">): Promise<readonly TestFile[]> {
  const names = (await ports.git.listFiles(root)).filter(mayHoldTests);
  return Promise.all(
    names.map(async (path) => ({ path, bytes: (await ports.files.size(join(root, path)).catch(() => 0)) ?? 0 })),
  );
}

function nameOf(gates: readonly SharedGate[]): string {
  const names = gates.map(({ id, part }) => (part === null ? id : `${id} ${part.index}/${part.of}`));
  const line = names.join(", ");
  return line.length <= NAME_LENGTH ? line : `${line.slice(0, NAME_LENGTH - 1)}…`;
}

/** Gates whose tests cannot be split, because a file of settings holds their coverage against a limit. */
async function limitedBySettings(
  gates: readonly Gate[],
  root: string,
  { files }: Pick<GatePorts, "files">,
): Promise<ReadonlySet<string>> {
  const limited = new Set<string>();
  for (const gate of gates) {
    for (const path of coverageSettings(gate)) {
      const text = await files.readText(join(root, path)).catch(() => undefined);
      if (text !== undefined && limitsCoverage(gate, text)) limited.add(gate.id);
    }
  }
  return limited;
}

/**
 * Decides how many runners the gates need, and which of them runs what.
 *
 * @param request the plan, and how far it may be spread
 * @param ports the repository's files, and what one runner has
 * @returns shares for the matrix of a workflow; none when one runner is enough. And what one runner should take, in ms
 * @throws TurnpikeError `PLAN_UNKNOWN_GATE`
 */
export async function shareOut(
  request: ShareOutRequest,
  ports: Pick<GatePorts, "files" | "git" | "machine">,
): Promise<{ readonly shares: readonly ShareFile[]; readonly oneRunnerMs: number }> {
  const { root, plan, maxRunners } = request;
  const gates = selectGates(plan, request.only);
  const tests = await testFiles(root, ports);
  const whole = await limitedBySettings(
    gates.filter((gate) => partsOf(gate, tests) > 1),
    root,
    ports,
  );
  const { shares, oneRunnerMs } = fanOut(gates, {
    maxRunners,
    aboveMs: request.aboveMs ?? plan.budget.totalMs * BUDGET_SHARE,
    cores: ports.machine.cores(),
    history: parseHistory(await ports.files.readText(request.historyFile).catch(() => undefined)),
    partsOf: (gate) => (whole.has(gate.id) ? 1 : partsOf(gate, tests)),
  });
  if (shares.length < 2) return { shares: [], oneRunnerMs };
  const digest = planDigest(gates);
  return {
    shares: shares.map(({ index, of, gates: shared, expectedMs }) => ({
      ...{ schema: "turnpike/share/1", plan: digest, index, of, name: nameOf(shared) },
      gates: shared.map(({ id, part }) => ({ id, part: part === null ? null : { ...part } })),
      expectedMs: Math.round(expectedMs),
    })),
    oneRunnerMs,
  };
}

function refuse(input: string, message: string): TurnpikeError {
  return new TurnpikeError("INPUT_INVALID", "config", "Nothing was run.", { problems: [{ where: input, message }] });
}

/** The fields of an input that is no share, by what is wrong first. */
function whatIsWrong(error: z.ZodError): string {
  const [issue] = error.issues;
  return `is not what the planning job gave (${issue?.path.join(".") || "the text"}: ${issue?.message ?? "unknown"})`;
}

/**
 * @param value the input `share`
 * @throws TurnpikeError `INPUT_INVALID`
 */
export function readShare(value: unknown): ShareFile {
  const parsed = shareSchema.safeParse(value);
  if (!parsed.success) throw refuse("share", whatIsWrong(parsed.error));
  return parsed.data;
}

/**
 * @param value the input `shares`
 * @throws TurnpikeError `INPUT_INVALID`
 */
export function readShares(value: unknown): readonly ShareFile[] {
  const parsed = sharesSchema.safeParse(value);
  if (!parsed.success) throw refuse("shares", whatIsWrong(parsed.error));
  return parsed.data;
}

/**
 * The part of a plan that one runner runs.
 *
 * @param plan the whole plan, made here
 * @param share what this runner was given
 * @param where the repository's root, and gates that were asked for
 * @param ports the repository's files
 * @throws TurnpikeError `INPUT_INVALID` when the share was made from another plan: then something would be lost
 */
export async function planOfShare(
  plan: Plan,
  share: ShareFile,
  where: { readonly root: string; readonly only: readonly string[] },
  ports: Pick<GatePorts, "files" | "git">,
): Promise<Plan> {
  const gates = selectGates(plan, where.only);
  if (planDigest(gates) !== share.plan) {
    throw refuse(
      "share",
      "was made from another plan than this checkout gives; check out the same commit in both jobs",
    );
  }
  const byId = new Map(gates.map((gate) => [gate.id, gate]));
  const tests = share.gates.some(({ part }) => part !== null) ? await testFiles(where.root, ports) : [];
  const chosen = share.gates.flatMap(({ id, part }): readonly Gate[] => {
    const gate = byId.get(id);
    if (gate === undefined) throw refuse("share", `names the gate ${id}, which this checkout does not have`);
    return [part === null ? gate : gateForPart(gate, part, tests)];
  });
  return { ...plan, gates: chosen, suggestions: [] };
}
