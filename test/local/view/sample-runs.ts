import { renderPage } from "../../../src/core/summary/index.ts";
import type { Conclusion, JobNode, RunAnnotation, RunEvent } from "../../../src/local/events.ts";
import { samples } from "../../core/summary/samples.ts";

interface StepSpec {
  readonly name: string;
  readonly ms: number;
  readonly conclusion?: Conclusion;
  /** When it differs from the conclusion (`continue-on-error`). */
  readonly outcome?: Conclusion;
  readonly lines?: readonly string[];
  readonly summary?: string;
  readonly annotations?: readonly RunAnnotation[];
}

interface JobSpec {
  readonly id: string;
  readonly conclusion?: Conclusion;
  readonly needs?: readonly string[];
  readonly steps?: readonly StepSpec[];
}

function node(spec: JobSpec): JobNode {
  const needs = (spec.needs ?? []).map((id) => `turnpike/${id}`);
  return { id: `turnpike/${spec.id}`, name: `turnpike / ${spec.id}`, parent: "turnpike", needs, isCall: false };
}

function styleOf(text: string): Extract<RunEvent, { kind: "line" }>["style"] {
  if (text.startsWith("##[group]")) return "fold-begin";
  if (text === "##[endgroup]") return "fold-end";
  if (text.startsWith("$ ")) return "command";
  return text.startsWith("Error:") ? "error" : "plain";
}

function stepEvents(jobId: string, step: number, spec: StepSpec, from: number): RunEvent[] {
  const lines = spec.lines ?? [`${spec.name} …`];
  const at = (index: number): number => from + Math.round(((index + 1) * spec.ms) / (lines.length + 1));
  const conclusion = spec.conclusion ?? "success";
  return [
    { kind: "step-started", jobId, step, name: spec.name, atMs: from },
    ...lines.map(
      (text, index): RunEvent => ({
        ...{ kind: "line", jobId, step, style: styleOf(text), atMs: at(index) },
        text: text.replace(/^##\[(end)?group\]/, ""),
      }),
    ),
    ...(spec.annotations ?? []).map(
      (annotation): RunEvent => ({ kind: "annotation", jobId, step, annotation, atMs: from + spec.ms }),
    ),
    {
      ...{ kind: "step-finished", jobId, step, name: spec.name, conclusion, outcome: spec.outcome ?? conclusion },
      ...{ summary: spec.summary ?? "", durationMs: spec.ms, atMs: from + spec.ms },
    },
  ];
}

/** Events of a run whose jobs run one after another below one calling job. */
function runEvents(
  jobs: readonly JobSpec[],
  end: { conclusion: Conclusion; exitCode: number; ref?: string },
): RunEvent[] {
  const caller: JobNode = { id: "turnpike", name: "turnpike", needs: [], isCall: true };
  const events: RunEvent[] = [
    {
      ...{
        kind: "run-started",
        title: "turnpike",
        event: "push",
        ref: end.ref ?? "refs/heads/main",
        repository: "acme/orders",
      },
      ...{
        sha: "3f2a9c1b7d5e4f60718293a4b5c6d7e8f9012345",
        workflowFile: ".github/workflows/ci.yml",
        jobs: [caller],
        atMs: 0,
      },
    },
    { kind: "note", level: "info", message: "OWNER/turnpike is taken from this installation.", atMs: 1 },
    { kind: "job-started", jobId: "turnpike", atMs: 5 },
    ...jobs.map((spec): RunEvent => ({ kind: "job-added", job: node(spec), atMs: 6 })),
  ];
  let now = 10;
  for (const spec of jobs) {
    const jobId = `turnpike/${spec.id}`;
    const from = now;
    if (spec.steps !== undefined) {
      events.push({ kind: "job-started", jobId, atMs: now });
      spec.steps.forEach((step, index) => {
        events.push(...stepEvents(jobId, index + 1, step, now));
        now += step.ms;
      });
    }
    const conclusion = spec.conclusion ?? "success";
    events.push({ kind: "job-finished", jobId, conclusion, outputs: {}, durationMs: now - from, atMs: now });
  }
  events.push({
    kind: "job-finished",
    jobId: "turnpike",
    conclusion: end.conclusion,
    outputs: {},
    durationMs: now - 5,
    atMs: now,
  });
  events.push({ kind: "run-finished", conclusion: end.conclusion, exitCode: end.exitCode, durationMs: now, atMs: now });
  return events;
}

function page(name: string): string {
  const input = samples[name];
  return input === undefined ? "" : renderPage(input);
}

const checkout: StepSpec = { name: "Check out", ms: 400, lines: ["Copied 31 files at 3f2a9c1"] };
const setUp: StepSpec = {
  ...{ name: "Set up", ms: 6400 },
  lines: [
    "uv 0.13.8 (from requires-python, index)",
    "##[group]uv sync --locked",
    "Resolved 41 packages",
    "Installed 41 packages in 1.2s",
    "##[endgroup]",
  ],
};
const gates: StepSpec = {
  ...{ name: "Gates", ms: 48_200 },
  lines: [
    "9 gates on 2 cores",
    "##[group]✓ lint · 350 ms",
    "All checks passed!",
    "##[endgroup]",
    "##[group]✓ tests · 47 s",
    "719 passed in 46.90s",
    "##[endgroup]",
  ],
};
const sbom: StepSpec = { name: "SBOM", ms: 900, lines: ["87 components, 141 edges"] };
const keep: StepSpec = { name: "Keep results", ms: 300 };
const fetch: StepSpec = { name: "Fetch what was checked", ms: 200 };

export const passRun: readonly RunEvent[] = runEvents(
  [
    { id: "check", steps: [checkout, setUp, gates, sbom, keep] },
    {
      id: "build",
      needs: ["check"],
      steps: [
        checkout,
        {
          name: "Build",
          ms: 8800,
          lines: [
            "$ uv build",
            "Successfully built dist/orders-1.2.0.tar.gz",
            "Successfully built dist/orders-1.2.0-py3-none-any.whl",
          ],
        },
      ],
    },
    {
      id: "sign",
      needs: ["check", "build"],
      steps: [checkout, fetch, { name: "Sign", ms: 11_400, lines: ["3 statements signed and verified"] }],
    },
    {
      ...{ id: "gate", needs: ["check", "build", "sign"] },
      steps: [
        fetch,
        { name: "Verdict", ms: 350, summary: page("release") },
        { name: "Delivery events", ms: 280, outcome: "failure", lines: ["Error: the sink did not answer"] },
      ],
    },
  ],
  { conclusion: "success", exitCode: 0, ref: "refs/tags/v1.2.0" },
);

export const failRun: readonly RunEvent[] = runEvents(
  [
    {
      ...{ id: "check", conclusion: "failure" },
      steps: [
        checkout,
        setUp,
        {
          ...{ name: "Gates", ms: 48_200, conclusion: "failure" },
          lines: [
            ...["9 gates on 2 cores", "##[group]✓ lint · 350 ms", "All checks passed!", "##[endgroup]"],
            ...Array.from(
              { length: 60 },
              (_, index) => `tests/test_${index}.py ${".".repeat(12)} [${Math.round((index * 100) / 60)}%]`,
            ),
            ">       assert stock.take(1).left == 0",
            "E       assert -1 == 0",
            "tests/test_left.py:31: AssertionError",
            "2 failed, 717 passed in 46.90s",
            "Error: 1 of 8 required gates failed: tests.",
          ],
          annotations: [
            {
              level: "error",
              title: "tests: test_oversold",
              message: "assert -1 == 0",
              file: "tests/test_left.py",
              line: 31,
            },
            {
              level: "error",
              title: "tests: test_returned",
              message: "KeyError: 'A-2'",
              file: "src/orders/stock.py",
              line: 57,
              column: 9,
            },
            { level: "warning", title: "audit", message: "not audited: the advisory service could not be reached" },
          ],
        },
        { ...sbom, conclusion: "success" },
        keep,
      ],
    },
    { id: "build", needs: ["check"], conclusion: "skipped" },
    { id: "sign", needs: ["check", "build"], conclusion: "skipped" },
    {
      ...{ id: "gate", needs: ["check", "build", "sign"], conclusion: "failure" },
      steps: [
        fetch,
        {
          ...{
            name: "Verdict",
            ms: 350,
            conclusion: "failure",
            summary: page("fail"),
            lines: ["Error: 1 of 8 required gates failed: tests."],
          },
          annotations: [
            { level: "error", title: "Turnpike: verdict", message: "1 of 8 required gates failed: tests." },
          ],
        },
      ],
    },
  ],
  { conclusion: "failure", exitCode: 1 },
);

export const cancelledRun: readonly RunEvent[] = runEvents(
  [
    {
      id: "check",
      conclusion: "cancelled",
      steps: [
        checkout,
        setUp,
        { ...gates, ms: 12_000, conclusion: "cancelled" },
        { ...sbom, ms: 0, conclusion: "skipped", lines: [] },
      ],
    },
    { id: "build", needs: ["check"], conclusion: "skipped" },
    { id: "sign", needs: ["check", "build"], conclusion: "skipped" },
    {
      id: "gate",
      needs: ["check", "build", "sign"],
      conclusion: "failure",
      steps: [{ name: "Verdict", ms: 350, conclusion: "failure", summary: page("cancelled"), lines: ["Cancelled."] }],
    },
  ],
  { conclusion: "cancelled", exitCode: 130 },
);
