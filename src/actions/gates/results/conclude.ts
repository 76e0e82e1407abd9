import type { Checked, CheckRequest, CheckWatch } from "../check-request.ts";
import type { GatePorts } from "../gate-ports.ts";
import { keepHistory, lookBack } from "../history/history.ts";
import { keepResults } from "./keep-results.ts";
import { type Ran, writeResults } from "./write-results.ts";

/**
 * Keeps what a run left: logs, reports, results, and what the next run is told of it.
 *
 * @param request what was asked for
 * @param ran what came of it
 * @param scratch absolute folder where gates wrote logs and reports
 * @param ports the world
 * @param watch is told what happens
 * @returns the verdict and all that was measured
 * @throws TurnpikeError `FILE_UNWRITABLE`
 */
export async function conclude(
  request: CheckRequest,
  ran: Omit<Ran, "tests">,
  scratch: string,
  ports: GatePorts,
  watch: CheckWatch,
): Promise<Checked> {
  const { files } = ports;
  const { historyFile, origin, outputDirectory } = request;
  const { execution, facts, masker, startedAt } = ran;
  await keepResults(files, { scratch, outputDirectory }, masker);
  const tests = await lookBack({ origin, facts, startedAt, historyFile }, execution.gates, files);
  const checked = await writeResults(request, { ...ran, tests }, ports, watch);
  await keepHistory(historyFile, execution, tests, files);
  return checked;
}
