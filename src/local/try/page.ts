import { isRed } from "../../core/gates/index.ts";
import { renderPage } from "../../core/summary/index.ts";
import type { SeenRun } from "../seen-run.ts";
import { renderSummaryHtml } from "../view/index.ts";
import type { TryResult } from "./request.ts";

type Conclusion = NonNullable<SeenRun["conclusion"]>;

function conclusionOf(exitCode: number): Conclusion {
  if (exitCode === 0) return "success";
  return exitCode === 130 || exitCode === 143 ? "cancelled" : "failure";
}

/** The log of each gate as a step, so that the page opens it as it does that of a job. */
function stepsOf({ checked }: TryParts): SeenRun["jobs"][number]["steps"] {
  return checked.execution.gates.map(({ gate, judgement, startMs, durationMs, excerpt }, at) => {
    const conclusion = judgement.outcome === "skipped" ? "skipped" : isRed(judgement.outcome) ? "failure" : "success";
    return {
      ...{ number: at + 1, name: gate.id, startMs: startMs ?? 0, durationMs, summary: "", droppedLines: 0 },
      ...({ outcome: conclusion, conclusion } as const),
      lines: (excerpt?.tail ?? []).map((text) => ({ text, style: "plain" as const })),
    };
  });
}

/** What the page is made from. */
export type TryParts = Pick<TryResult, "checked" | "copy">;

/**
 * The page of a try: what the job summary on GitHub would show, with the logs of the gates.
 *
 * @param parts the try
 * @param name of the repository
 * @returns HTML
 */
export function tryPage(parts: TryParts, name: string): string {
  const { verdict, details, run } = parts.checked;
  const conclusion = conclusionOf(run.exitCode);
  return renderSummaryHtml({
    ...{ title: "turnpike try", event: "try", ref: "", sha: verdict.commit ?? "", repository: name, workflowFile: "" },
    ...{ conclusion, exitCode: run.exitCode, durationMs: verdict.durationMs, notes: [], artifacts: [] },
    summary: renderPage({ verdict, details }),
    jobs: [
      {
        node: { id: "gates", name: "gates", needs: [], isCall: false },
        ...{ startMs: 0, durationMs: verdict.durationMs, conclusion, outputs: {}, annotations: [] },
        steps: stepsOf(parts),
      },
    ],
    files: [
      { label: "logs", path: "logs", bytes: null },
      { label: "verdict", path: "verdict.json", bytes: null },
    ],
  });
}
