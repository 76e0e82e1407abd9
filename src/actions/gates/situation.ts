import { branchOf, eventsOf, type Gate, type Situation } from "../../core/gates/index.ts";
import type { RunContext } from "../../ports/run-context.ts";
import { changedByEvent, changedHere } from "./changed-files.ts";
import type { GatePorts } from "./gate-ports.ts";

/** What of the world a situation is read from. */
export type SituationPorts = Pick<GatePorts, "git" | "clock">;

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The checks of one commit must not turn red by waiting, so they go by the commit's own day. */
const DAY_OF_COMMIT: ReadonlySet<string> = new Set(["push", "pull_request", "pull_request_target", "merge_group"]);

async function dayOfCommit(root: string, { git, clock }: SituationPorts): Promise<string> {
  const seconds = await git.commitTime(root, "HEAD");
  return dayOf(seconds === undefined ? clock.now() : new Date(seconds * 1000));
}

/**
 * @param root absolute path of the repository's root
 * @param run what GitHub says, and whether it is a release
 * @param ports the world
 * @returns why and where this run takes place
 */
export async function situationOnGitHub(
  root: string,
  { context, release }: { readonly context: RunContext; readonly release: boolean },
  ports: SituationPorts,
): Promise<Situation> {
  const byCommit = DAY_OF_COMMIT.has(context.eventName) && !release;
  const [changed, day] = await Promise.all([
    changedByEvent(root, context, release, ports.git),
    byCommit ? dayOfCommit(root, ports) : dayOf(ports.clock.now()),
  ]);
  return { events: eventsOf(context, release), branch: branchOf(context), changed, day };
}

/**
 * @param root absolute path of the repository's root
 * @param base what to compare with; undefined: where the current branch left the default branch
 * @param ports the world
 * @returns a run without GitHub
 */
export async function situationHere(root: string, base: string | undefined, ports: SituationPorts): Promise<Situation> {
  const [changed, branch] = await Promise.all([changedHere(root, base, ports.git), ports.git.branch(root)]);
  return { events: ["local"], branch, changed, day: dayOf(ports.clock.now()) };
}

/**
 * @param gates gates that may run
 * @returns whether any of them asks for the situation; reading it costs a few calls of git
 */
export function asksForSituation(gates: readonly Gate[]): boolean {
  return gates.some((gate) => gate.when !== undefined || gate.waiver !== undefined);
}
