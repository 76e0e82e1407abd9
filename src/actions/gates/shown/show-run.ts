import { join } from "node:path/posix";
import type { RunRecord, Situation } from "../../../core/gates/index.ts";
import {
  joinVerdict,
  type PageInput,
  planAnnotations,
  type RunFacts,
  renderPage,
  verdictSentence,
} from "../../../core/summary/index.ts";
import type { Files } from "../../../ports/files.ts";
import type { ForeignOutput } from "../../../ports/foreign-output.ts";
import type { Log } from "../../../ports/log.ts";
import type { RunContext } from "../../../ports/run-context.ts";
import type { Checked } from "../check-repository.ts";
import type { Executed } from "../executed.ts";
import type { FinishedGate } from "../gate-ports.ts";
import { showLog } from "../log-excerpt.ts";
import { gateLine, PLAIN_MARKS, toneOf } from "./describe-gate.ts";
import { remarksOf } from "./remarks.ts";

/** How much of a log is shown in the run's log; the whole is kept beside the verdict. */
const GOOD_PART = { headBytes: 32 * 1024, tailBytes: 64 * 1024 };
const BAD_PART = { headBytes: 64 * 1024, tailBytes: 512 * 1024 };

/** Where a run is shown. */
export interface ShowPorts {
  readonly log: Log;
  readonly output: ForeignOutput;
  readonly files: Files;
  /** The repository's root below the checkout, with a slash at the end; empty when they are the same. */
  readonly prefix: string;
  readonly situation: Situation;
}

function finished({ gate, judgement, durationMs }: Executed): FinishedGate {
  const { outcome, reason, summary } = judgement;
  return { id: gate.id, required: gate.required, outcome, reason, summary, durationMs };
}

/** Folded: what is well. Open, and last: what a person has to read. */
async function showLogs(checked: Checked, ports: ShowPorts): Promise<void> {
  const started = checked.execution.gates.filter((one) => one.logFile !== null && (one.excerpt?.bytes ?? 0) > 0);
  const isOpen = (one: Executed) => toneOf(finished(one)) === "bad";
  for (const one of [...started.filter((each) => !isOpen(each)), ...started.filter(isOpen)]) {
    const gate = finished(one);
    const path = join(checked.logs, `${one.fileName}.log`);
    // On a full disk not every log is kept, and that is said elsewhere.
    if (!(await ports.files.exists(path))) continue;
    const part = isOpen(one) ? BAD_PART : GOOD_PART;
    const lines = showLog(ports.files, path, { masker: checked.masker, part, whole: `logs/${one.fileName}.log` });
    await ports.output.show(`${PLAIN_MARKS[toneOf(gate)]} ${gateLine(gate)}`, lines, !isOpen(one));
    if (!isOpen(one)) continue;
    const fix = checked.details.gates.find(({ id }) => id === one.gate.id)?.fix;
    if (fix !== undefined) ports.log.info(`To mend it: ${fix}`);
    ports.log.info(`To see it again: ${one.gate.reproduce}`);
  }
}

function annotate(checked: Checked, { log, prefix, situation }: ShowPorts): void {
  const rank = { bad: 0, odd: 1, good: 2, idle: 3 };
  const gates = [...checked.execution.gates].sort((a, b) => rank[toneOf(finished(a))] - rank[toneOf(finished(b))]);
  const findings = gates.flatMap(({ gate, judgement }) =>
    judgement.findings.map((finding) => ({
      gate: gate.id,
      // What does not block is no error, whatever the tool calls it.
      finding:
        (gate.required && judgement.outcome !== "waived") || finding.severity !== "error"
          ? finding
          : { ...finding, severity: "warning" as const },
    })),
  );
  const silent = checked.execution.gates
    .filter((one) => one.judgement.findings.length === 0 && toneOf(finished(one)) === "bad")
    .map(({ gate, judgement }) => ({
      title: gate.id,
      message: `${judgement.reason ?? "did not pass"}. To see it again: ${gate.reproduce}`,
    }));
  const remarks = remarksOf(checked, situation).map((message) => ({ title: "Turnpike", message }));
  const { changed } = situation;
  const annotations = planAnnotations(
    { findings, silent, remarks, endsWithError: checked.run.exitCode !== 0 },
    changed.kind === "known" ? changed.files : undefined,
  );
  for (const { level, message, title, file, line, column } of annotations) {
    const place = {
      title,
      ...(file === null ? {} : { file: `${prefix}${file}` }),
      ...(line === null ? {} : { line }),
      ...(column === null ? {} : { column }),
    };
    log[level](message, place);
  }
}

/**
 * Shows a run in the log: folded logs of what is well, open ones of what is not, then annotations.
 *
 * @param checked the run
 * @param ports where to show it
 */
export async function showRun(checked: Checked, ports: ShowPorts): Promise<void> {
  await showLogs(checked, ports);
  annotate(checked, ports);
  if (checked.run.verdict === "nothing-to-check") {
    const message = "Nothing to check: no gate was found in this repository. Declare one in turnpike.yml.";
    ports.log.warning(message, { title: "Turnpike" });
  }
}

function runFacts(context: RunContext): RunFacts {
  const hasPages = context.isActions && context.serverUrl.startsWith("https://") && context.repository !== "";
  const webUrl = hasPages ? `${context.serverUrl}/${context.repository}` : null;
  const { repository, sha, refName, eventName, runId } = context;
  const runUrl = webUrl === null || runId === "" ? null : `${webUrl}/actions/runs/${runId}`;
  return { repository, sha, refName, eventName, webUrl, runUrl };
}

/** The page of a run, and its first sentence. */
export interface RunPage {
  readonly sentence: string;
  readonly markdown: () => string;
  readonly input: PageInput;
}

/**
 * @param checked the run
 * @param options whether gates are required, where the run took place, and what earlier ones came to
 * @returns the page; Markdown is made only when it is asked for
 */
export function pageOf(
  checked: Pick<Checked, "verdict" | "details">,
  options: { readonly requireGates: boolean; readonly context: RunContext; readonly past: readonly RunRecord[] },
): RunPage {
  const { verdict, details } = checked;
  const { requireGates, context, past } = options;
  const check = { kind: "read", verdict, details } as const;
  const joined = joinVerdict({ check, needs: undefined, requireGates, isRelease: details.release });
  const page: PageInput = { verdict, joined, details, run: runFacts(context), past };
  return { sentence: verdictSentence(page), markdown: () => renderPage(page), input: page };
}
