import type { Processes } from "../../ports/processes.ts";

/**
 * @param processes starts programs
 * @param signal ends every one of them
 * @returns the same, so that helpers that know of no stop are stopped too
 */
export function stoppable(processes: Processes, signal: AbortSignal): Processes {
  return {
    capture: (command, options = {}) => processes.capture(command, { signal, ...options }),
    runLogged: (command, options) => processes.runLogged(command, { signal, ...options }),
    which: (name, env) => processes.which(name, env),
  };
}
