import { mkdir, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { type InstalledEnvironments, keyOf } from "../../actions/gates/environments/environment.ts";
import type { GatePorts } from "../../actions/gates/gate-ports.ts";
import { hideSecrets } from "../../actions/gates/results/keep-results.ts";
import { runAttempts } from "../../actions/gates/run-attempts.ts";
import { fileNamesOf, Masker, secretsOf } from "../../core/gates/index.ts";
import type { RunAlone } from "./prove.ts";
import type { TryListener } from "./request.ts";

/** Where gates run once more. */
export interface AlonePlace {
  /** Absolute folder of the copy that they ran in. */
  readonly root: string;
  /** Absolute folder outside of it that goes away with it. */
  readonly scratch: string;
  /** Absolute folder for their logs. */
  readonly logs: string;
  readonly installed: InstalledEnvironments;
  readonly signal: AbortSignal;
  readonly listener: TryListener;
}

/**
 * @param place where
 * @param ports the world, with the environment of the copy
 * @returns runs a gate as the road does, with nothing beside it; nothing is forgiven
 */
export function aloneIn(place: AlonePlace, ports: GatePorts): RunAlone {
  const masker = new Masker(secretsOf(ports.env));
  return async ({ gate }) => {
    await mkdir(place.logs, { recursive: true });
    const tell = (line: string): void =>
      place.listener({ kind: "proving", label: `${gate.id}, by our command, alone`, line: masker.mask(line) });
    tell("");
    const log = join(place.logs, `${fileNamesOf([gate.id]).get(gate.id) ?? "gate"}.alone.log`);
    const { judgement } = await runAttempts(
      gate,
      {
        place: {
          ...{ root: place.root, log, reports: await mkdtemp(join(place.scratch, "alone-")) },
          variables: gate.environment === null ? {} : (place.installed.variables.get(keyOf(gate.environment)) ?? {}),
        },
        ...{ masker, quarantine: { entries: [], at: 0, os: process.platform }, signal: place.signal, onLine: tell },
      },
      ports,
    );
    await hideSecrets(ports.files, log, masker);
    return judgement.outcome;
  };
}
