import { countOf, type InputsOf, type OutputsOf } from "../../contract/index.ts";
import { renderEvents, toEvents } from "../../core/dora/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { doraContract } from "./contract.ts";
import { gather } from "./gather.ts";
import type { DoraPorts } from "./ports.ts";
import type { Deliver } from "./sink.ts";
import { chooseSink } from "./sinks.ts";
import { type DrainResult, Spool } from "./spool.ts";

/** Outputs of the action. */
export interface DoraResult {
  readonly outputs: OutputsOf<typeof doraContract>;
}

/** Everything waits. */
const noSink: Deliver = async () => ({ kind: "stopped", reason: "" });

function reportDrain(result: DrainResult, folder: string, ports: DoraPorts): void {
  const { log } = ports;
  const title = "Turnpike: delivery events";
  if (result.corrupt > 0) {
    const what = countOf(result.corrupt, "line of the spool is no event", "lines of the spool are no events");
    log.warning(`${what}; kept in ${folder}/corrupt.`, { title });
  }
  if (result.dead > 0) {
    const what = countOf(result.dead, "event was refused", "events were refused");
    log.warning(`${what} by the sink for good; kept in ${folder}/dead.`, { title });
  }
  if (result.trouble !== null) {
    const what = countOf(result.waiting, "event waits", "events wait");
    log.warning(`${what} in ${folder} for a later run that has this folder. ${result.trouble}.`, { title });
  }
  for (const file of result.skipped) log.warning(`${folder}/${file} is too large to be read; it was left.`, { title });
}

function warnOfPlainHttp(url: string, token: string | undefined, ports: DoraPorts): void {
  const { protocol, hostname } = new URL(url);
  const isLoopback = hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
  if (protocol === "https:" || isLoopback || token === undefined) return;
  ports.log.warning("The sink is not https: its token can be read on the way.", { title: "Turnpike: delivery events" });
}

/**
 * Records this run as CDEvents: writes events.ndjson, spools the events, and delivers what the spool holds when a sink is
 * named. Trouble with the sink is a warning; the events wait.
 *
 * @param inputs of the action
 * @param ports the world
 * @throws TurnpikeError `INPUT_INVALID` for a sink that is no address, after the events were spooled; `FILE_UNWRITABLE`
 */
export async function recordDelivery(inputs: InputsOf<typeof doraContract>, ports: DoraPorts): Promise<DoraResult> {
  const { facts, notes } = await gather(inputs, ports);
  const events = toEvents(facts, inputs.cdeventsVersion);
  await ports.files.write(inputs.output, renderEvents(events));
  const spool = new Spool(inputs.spool, ports);
  await spool.add(events);
  for (const note of notes) ports.log.info(note);
  const { sinkUrl: url, sinkToken: token } = inputs;
  const chosen = url === undefined ? undefined : chooseSink(url);
  if (chosen?.kind === "fault") {
    throw new TurnpikeError("INPUT_INVALID", "config", "The sink is not right; the events wait in the spool.", {
      problems: [{ where: "sink-url", message: chosen.fault }],
    });
  }
  if (url !== undefined) warnOfPlainHttp(url, token, ports);
  const result = await spool.drain(
    url === undefined || chosen === undefined ? noSink : chosen.connect({ url, token }, ports),
  );
  const { delivered, waiting } = result;
  reportDrain(url === undefined ? { ...result, trouble: null } : result, inputs.spool, ports);
  ports.log.info(
    url === undefined
      ? `${countOf(events.length, "event")} of this run, ${waiting} in the spool; no sink is named.`
      : `${countOf(events.length, "event")} of this run; ${delivered} delivered, ${waiting} waiting.`,
  );
  return {
    outputs: {
      eventsFile: inputs.output,
      events: String(events.length),
      delivered: String(delivered),
      spooled: String(waiting),
    },
  };
}
