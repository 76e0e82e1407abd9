import type { EventEmitter } from "node:events";

/** Whether somebody asked this process to end. */
export interface StopSignals {
  readonly signal: AbortSignal;
  /** The first signal that came. */
  readonly cause: () => "SIGINT" | "SIGTERM" | undefined;
}

/** Sends signals, and can be ended. */
export type Signalled = Pick<EventEmitter, "on"> & { exit(code: number): void };

/**
 * Listens for SIGINT, SIGTERM and SIGHUP. The first one asks for an orderly end. A second SIGINT ends the process at once; a
 * later SIGTERM does not, because a runner sends it while the orderly end is still on its way (actions/runner
 * src/Runner.Sdk/ProcessInvoker.cs). SIGHUP, of a terminal that was closed, counts as SIGTERM: gates have sessions of their
 * own, so nobody else would end them.
 *
 * @param self this process
 * @returns what came
 */
export function listenForStop(self: Signalled = process): StopSignals {
  const controller = new AbortController();
  let cause: "SIGINT" | "SIGTERM" | undefined;
  const take = (signal: "SIGINT" | "SIGTERM") => {
    if (cause === undefined) {
      cause = signal;
      controller.abort();
    } else if (signal === "SIGINT" && cause === "SIGINT") self.exit(130);
  };
  self.on("SIGINT", () => take("SIGINT"));
  self.on("SIGTERM", () => take("SIGTERM"));
  self.on("SIGHUP", () => take("SIGTERM"));
  return { signal: controller.signal, cause: () => cause };
}
