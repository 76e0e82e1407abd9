import type { Checked, CheckRequest, CheckWatch } from "../check-request.ts";
import type { GatePorts } from "../gate-ports.ts";
import { keepHistory, lookBack } from "../history/history.ts";
import { keepResults } from "./keep-results.ts";
import { type Ran, writeResults } from "./write-results.ts";

/** What people should know of what could not be kept: the verdict does not rest on it. */
function told(
  { installed, masker }: Pick<Ran, "installed" | "masker">,
  unkept: Awaited<ReturnType<typeof keepResults>>,
) {
  const [first] = unkept;
  if (first === undefined) return {};
  const more = unkept.length === 1 ? "" : ` (and ${unkept.length - 1} more)`;
  const remark = `Not every log and report is kept: ${masker.mask(first.why)}${more}`;
  return { installed: { ...installed, remarks: [...(installed.remarks ?? []), remark] } };
}

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
  const unkept = await keepResults(files, { scratch, outputDirectory }, masker);
  const tests = await lookBack({ origin, facts, startedAt, historyFile }, execution.gates, files);
  const checked = await writeResults(request, { ...ran, ...told(ran, unkept), tests }, ports, watch);
  await keepHistory(historyFile, execution, tests, files);
  return checked;
}
