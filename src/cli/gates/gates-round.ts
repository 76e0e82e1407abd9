import { join, relative } from "node:path";
import { type Checked, checkRepository } from "../../actions/gates/check-repository.ts";
import type { GateEvent, GateListener, StopRequest } from "../../actions/gates/gate-ports.ts";
import { localOrigin } from "../../actions/gates/history/local-origin.ts";
import { situationHere } from "../../actions/gates/situation.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { environmentHome, NodeEnvironmentStore } from "../../adapters/node/environment-store.ts";
import { makeTemporaryFolder } from "../../adapters/node/temporary-folder.ts";
import { columnsOf } from "../../adapters/terminal/columns.ts";
import type { ChangedFiles, Plan } from "../../core/gates/index.ts";
import type { EnvironmentStore } from "../../ports/environment-store.ts";
import type { CheckedOut, GatesSession } from "./gates-session.ts";
import { lateView } from "./late-view.ts";

/**
 * @param session the repository
 * @returns where environments of its own installs are kept between runs
 */
export function environmentsOf({ env, args }: GatesSession): EnvironmentStore {
  return new NodeEnvironmentStore(environmentHome(env), systemClock, !args.cache);
}

/** What one round of gates is about. */
export interface Round {
  readonly plan: Plan;
  readonly stop: StopRequest;
  readonly checkout: Promise<CheckedOut>;
  /** Only gates that this can make say something else; undefined: all that were asked for. */
  readonly change: ChangedFiles | undefined;
  /** Aborts when the round gives way to another one: then what it stops is not worth a line. */
  readonly cut?: AbortSignal;
}

/** What shows the end is loaded while git is asked what the gates changed. */
function loadsReport(listener: GateListener): GateListener {
  let left = 0;
  return (event) => {
    if (event.kind === "begun") left = event.gates;
    if (event.kind === "finished" && --left === 0) void import("./gates-report.ts");
    listener(event);
  };
}

function isUnfinished(event: GateEvent): boolean {
  return event.kind === "finished" && (event.run.outcome === "cancelled" || event.run.outcome === "skipped");
}

/**
 * Runs gates once, shown while they run.
 *
 * @param session the repository
 * @param round what this run is about
 */
export async function runRound(session: GatesSession, round: Round): Promise<Checked> {
  const { args, root, ports, look, memory } = session;
  const { plan, stop, checkout, change, cut } = round;
  // Nobody who watches asked for an end when a round gives way.
  const shownStop = cut === undefined ? stop.signal : new AbortController().signal;
  const view = lateView(
    { stream: process.stderr, styles: look, plan, stop: shownStop },
    async () => (await import("./gates-view.ts")).watchGates,
  );
  const [scratch, { branch, ...facts }] = await Promise.all([makeTemporaryFolder("tpk-"), checkout]);
  try {
    const { only, jobs, failFast, config } = args;
    return await checkRepository(
      {
        ...{
          root,
          plan,
          facts: Promise.resolve(facts),
          only,
          jobs,
          failFast,
          config,
          change,
          origin: localOrigin(branch, ports.random, process.platform),
          release: false,
          requireGates: false,
          secrets: [],
        },
        situation: () => situationHere(root, undefined, ports),
        results: memory,
        environments: environmentsOf(session),
        outputDirectory: join(root, ".turnpike", "gates"),
        historyFile: join(root, ".turnpike", "history", "durations.json"),
        scratch: scratch.path,
      },
      ports,
      {
        listener: loadsReport((event) =>
          cut?.aborted === true && isUnfinished(event) ? undefined : view.listener(event),
        ),
        stop,
      },
    );
  } finally {
    await scratch.remove();
    await view.end();
  }
}

/**
 * Shows what came of it. Everything for people goes to standard error.
 *
 * @param session the repository
 * @param checked the run
 * @param notes of the plan; what they say of turnpike.yml is shown
 */
export async function showRound(
  { args, root, look, ports }: GatesSession,
  checked: Checked,
  notes: Plan["notes"] = [],
): Promise<void> {
  const { renderGatesReport } = await import("./gates-report.ts");
  const width = Math.min(columnsOf([process.stderr, process.stdout], 100), 120);
  const top = checked.verdict.gates.length === 0 ? await ports.git.topLevel(root) : undefined;
  const above = top === undefined ? undefined : relative(root, top);
  process.stderr.write(
    renderGatesReport(checked, {
      styles: look,
      width,
      root,
      top: above === "" ? undefined : above,
      notes: notes.filter(({ file }) => file === args.config),
    }),
  );
}
