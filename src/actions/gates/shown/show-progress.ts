import { formatDuration } from "../../../core/summary/index.ts";
import type { Log } from "../../../ports/log.ts";
import type { GateEvent, GateListener } from "../gate-ports.ts";
import { alignedLine, idColumns, PLAIN_MARKS, toneOf } from "./describe-gate.ts";

/**
 * @param log the step's log
 * @param ids ids of the gates that run
 * @returns a listener that says in one line what starts to be known
 */
export function progressTo(log: Log, ids: readonly string[]): GateListener {
  const columns = idColumns(ids);
  return (event: GateEvent) => {
    switch (event.kind) {
      case "setup-started":
        log.info(`Installing what is missing: ${event.command}`);
        return;
      case "setup-finished":
        if (event.problem !== undefined) log.info(`It did not work: ${event.problem}`);
        return;
      case "finished":
        log.info(`${PLAIN_MARKS[toneOf(event.run)]} ${alignedLine(event.run, columns)}`);
        return;
      case "silent":
        for (const { id, forMs, line } of event.running) {
          log.info(`… ${id} has run for ${formatDuration(forMs)}${line === "" ? "" : `; it last said: ${line}`}`);
        }
        return;
      case "begun":
      case "started":
      case "line":
        return;
    }
  };
}
