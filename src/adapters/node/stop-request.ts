/** Whether somebody asked this process to end. */
export interface StopSignals {
  readonly signal: AbortSignal;
  /** The first signal that came. */
  readonly cause: () => "SIGINT" | "SIGTERM" | undefined;
}

/**
 * Listens for SIGINT and SIGTERM. The first one asks for an orderly end. A second SIGINT ends the process at once; a later
 * SIGTERM does not, because a runner sends it while the orderly end is still on its way (actions/runner
 * src/Runner.Sdk/ProcessInvoker.cs).
 *
 * @returns what came
 */
export function listenForStop(): StopSignals {
  const controller = new AbortController();
  let cause: "SIGINT" | "SIGTERM" | undefined;
  const take = (signal: "SIGINT" | "SIGTERM") => {
    if (cause === undefined) {
      cause = signal;
      controller.abort();
    } else if (signal === "SIGINT" && cause === "SIGINT") process.exit(130);
  };
  process.on("SIGINT", () => take("SIGINT"));
  process.on("SIGTERM", () => take("SIGTERM"));
  return { signal: controller.signal, cause: () => cause };
}
