import { join } from "node:path/posix";
import type { InputsOf, OutputsOf } from "../../contract/index.ts";
import { valueAt } from "../../core/documents/index.ts";
import { JOBS, type Needs, needsSchema, type VerdictFile } from "../../core/gates/index.ts";
import {
  type JoinedVerdict,
  joinVerdict,
  type PageInput,
  type RunFacts,
  renderPage,
  reportOf,
  verdictSentence,
} from "../../core/summary/index.ts";
import { formatProblem, type Problem, TurnpikeError } from "../../errors.ts";
import type { Log } from "../../ports/log.ts";
import type { RunContext } from "../../ports/run-context.ts";
import type { verdictContract } from "./contract.ts";
import { keepHistory } from "./keep-history.ts";
import { type Parts, readParts } from "./parts.ts";
import type { VerdictPorts } from "./ports.ts";
import { notDoneOf, signingOf } from "./signing.ts";

/** Outputs, the exit code of the step, and what to say when it is not 0. */
export interface VerdictResult {
  readonly outputs: OutputsOf<typeof verdictContract>;
  readonly exitCode: number;
  readonly failure?: string;
}

function readNeeds(value: unknown): Needs | undefined {
  if (value === undefined) return undefined;
  const parsed = needsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems: Problem[] = parsed.error.issues.map((issue) => ({
    where: ["needs", ...issue.path].join("."),
    message: `${issue.message}; write \`\${{ toJSON(needs) }}\``,
  }));
  throw new TurnpikeError("INPUT_INVALID", "config", "The input needs is not the `needs` context.", { problems });
}

/** A run on a person's own machine has its API on loopback: its commits need not be anywhere else. */
function isOnGitHub(context: RunContext): boolean {
  return context.isActions && [context.serverUrl, context.apiUrl].every((url) => url.startsWith("https://"));
}

function runFacts(context: RunContext): RunFacts {
  const number = valueAt(context.event, "pull_request", "number");
  const hasPages = isOnGitHub(context) && context.repository !== "";
  const webUrl = hasPages ? `${context.serverUrl}/${context.repository}` : null;
  return {
    repository: context.repository,
    sha: context.sha,
    refName: typeof number === "number" ? `pull request ${number}` : context.refName,
    eventName: context.eventName,
    webUrl,
    runUrl: webUrl === null || context.runId === "" ? null : `${webUrl}/actions/runs/${context.runId}`,
  };
}

function joinedFile(parts: Parts, joined: JoinedVerdict, needs: Needs | undefined, ports: VerdictPorts): VerdictFile {
  const base: VerdictFile =
    parts.check.kind === "read"
      ? parts.check.verdict
      : {
          ...{ schema: "turnpike/verdict/1", verdict: "error", tree: null, dirty: false, durationMs: 0, gates: [] },
          commit: ports.context.sha === "" ? null : ports.context.sha,
          startedAt: ports.clock.now().toISOString(),
        };
  const jobs = Object.entries(needs ?? {}).map(([id, { result }]) => ({ id, result }));
  return { ...base, verdict: joined.verdict, ...(needs === undefined ? {} : { jobs }) };
}

function annotate(log: Log, joined: JoinedVerdict, sentence: string): void {
  if (joined.verdict === "nothing-to-check" && joined.exitCode === 0) {
    log.warning("Nothing to check: no gate was found in this repository. Declare one in turnpike.yml.", {
      title: "Turnpike",
    });
    return;
  }
  if (joined.exitCode === 0) log.info(`Verdict: ${sentence}.`);
  for (const reason of joined.reasons) tellReason(log, reason);
}

function tellReason(log: Log, { job, message, advice, failure }: JoinedVerdict["reasons"][number]): void {
  const what = `${job === null ? "The run" : `Job ${job}`} ${message}`;
  if (failure === undefined) {
    log.info(`${what}: ${advice}.`);
    return;
  }
  log.info(`${what}.`);
  for (const { where, line, column, message } of failure.problems) {
    const place = { ...(line === null ? {} : { line }), ...(column === null ? {} : { column }) };
    log.info(`  ${formatProblem({ where, ...place, message })}`);
  }
  if (failure.hint !== null) log.info(failure.hint);
}

/**
 * The last word of a run: joins the gates' verdict with the results of the jobs, writes the joined verdict.json and the
 * page.
 *
 * @param inputs the action's inputs
 * @param ports the world
 * @returns outputs and exit code; a verdict that fails is a result, not an error
 * @throws TurnpikeError `INPUT_INVALID` when `needs` is not GitHub's `needs` context, `FILE_UNWRITABLE`
 */
export async function giveVerdict(
  inputs: InputsOf<typeof verdictContract>,
  ports: VerdictPorts,
): Promise<VerdictResult> {
  const needs = readNeeds(inputs.needs);
  const parts = await readParts(ports.files, inputs.directory, inputs.verdictDigest);
  const isRelease = parts.details?.release === true || needs?.[JOBS.check]?.outputs["release"] === "true";
  const joined = joinVerdict({ check: parts.check, needs, requireGates: inputs.requireGates, isRelease });
  const facts = { parts, needs, isRelease, context: ports.context, isOnGitHub: isOnGitHub(ports.context) };
  const page: PageInput = {
    verdict: parts.check.kind === "read" ? parts.check.verdict : null,
    joined,
    ...{ details: parts.details, setup: parts.setup, sboms: parts.sboms },
    ...{ signing: signingOf(facts), notDone: notDoneOf(facts), run: runFacts(ports.context) },
    past: parts.past,
  };
  const markdown = renderPage(page);
  const verdictFile = join(inputs.outputDirectory, "verdict.json");
  const pageFile = join(inputs.outputDirectory, "page.md");
  await ports.files.write(verdictFile, `${JSON.stringify(joinedFile(parts, joined, needs, ports), null, 2)}\n`);
  await ports.files.write(pageFile, markdown);
  if (inputs.summary) await ports.page.append(markdown);
  await ports.files.write(join(inputs.outputDirectory, "report.json"), `${JSON.stringify(reportOf(page), null, 2)}\n`);
  const sentence = verdictSentence(page);
  if (inputs.history !== "off") await keepHistory(inputs, page, ports);
  annotate(ports.log, joined, sentence);
  const { verdict, exitCode } = joined;
  return {
    outputs: { verdict, exitCode: String(exitCode), verdictFile, pageFile },
    exitCode,
    ...(exitCode === 0 ? {} : { failure: `${sentence}.` }),
  };
}
