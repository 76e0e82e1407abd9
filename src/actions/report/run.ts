import { createHash } from "node:crypto";
import type { InputsOf, OutputsOf } from "../../contract/index.ts";
import { valueAt } from "../../core/documents/index.ts";
import { Masker, secretsOf } from "../../core/gates/index.ts";
import { escapeMarkdown, type ReportFile, reportFileSchema } from "../../core/summary/index.ts";
import type { Files } from "../../ports/files.ts";
import type { GitHub } from "../../ports/github.ts";
import type { Log } from "../../ports/log.ts";
import type { Page } from "../../ports/page.ts";
import type { WriteResult } from "../../ports/reporting.ts";
import type { RunContext } from "../../ports/run-context.ts";
import type { reportContract } from "./contract.ts";

/** Inputs of the action. */
export type ReportInputs = InputsOf<typeof reportContract>;

/** What the action works with. */
export interface ReportPorts {
  readonly files: Files;
  readonly github: Pick<GitHub, "putCheckRun" | "putComment">;
  readonly log: Log;
  readonly page: Page;
  readonly context: RunContext;
  /** The environment of this process, whose secrets are hidden. */
  readonly env: Readonly<Record<string, string>>;
}

/** Larger files are not ours. */
const LARGEST_BYTES = 4 * 1024 * 1024;
/** Begins the id of a check run and the marker of a comment. */
const OWN = "turnpike";

async function readReport(path: string, files: Files): Promise<ReportFile | undefined> {
  try {
    if (((await files.size(path)) ?? Number.POSITIVE_INFINITY) > LARGEST_BYTES) return undefined;
    return reportFileSchema.safeParse(JSON.parse((await files.readText(path)) ?? "")).data;
  } catch {
    return undefined;
  }
}

/** The runner masks logs and summaries, but neither check runs nor comments. */
function masked(report: ReportFile, masker: Masker): ReportFile {
  const mask = (text: string) => masker.mask(text);
  return {
    ...report,
    ...{ title: mask(report.title), summary: mask(report.summary), comment: mask(report.comment) },
    annotations: report.annotations.map(({ details, ...one }) => ({
      ...{ ...one, path: mask(one.path), title: mask(one.title), message: mask(one.message) },
      ...(details === undefined ? {} : { details: mask(details) }),
    })),
  };
}

function pullRequestOf({ event }: RunContext): { readonly number: number; readonly headSha: string } | undefined {
  const number = valueAt(event, "pull_request", "number");
  const sha = valueAt(event, "pull_request", "head", "sha");
  return typeof number === "number" && typeof sha === "string" ? { number, headSha: sha } : undefined;
}

/** Unseen in the comment, and the same for every run of this name. */
function markerOf(name: string): string {
  return `<!-- ${OWN}:${createHash("sha256").update(name).digest("hex").slice(0, 16)} -->`;
}

/** One line of the log, and one of the page when it could not be done. */
async function tell(what: string, result: WriteResult, { log, page }: ReportPorts): Promise<string> {
  switch (result.kind) {
    case "created":
    case "updated":
    case "unchanged":
      log.info(`The ${what} is ${result.kind}: ${result.url}`);
      return result.url;
    case "not-permitted":
    case "unavailable":
      log.info(`There is no ${what}: ${result.reason}.`);
      await page.append(`> [!NOTE]\n> There is no ${what} of Turnpike: ${escapeMarkdown(result.reason)}.\n\n`);
      return "";
  }
}

/** Whatever happens while posting changes nothing of the run. */
async function attempt(work: () => Promise<WriteResult>): Promise<WriteResult> {
  try {
    return await work();
  } catch (error) {
    return { kind: "unavailable", reason: error instanceof Error ? (error.message.split("\n")[0] ?? "") : "it failed" };
  }
}

/**
 * Posts what report.json says. Neither a missing permission nor a service that does not answer is an error.
 *
 * @param inputs the action's inputs
 * @param ports the world
 * @returns where check run and comment are
 */
export async function report(
  inputs: ReportInputs,
  ports: ReportPorts,
): Promise<{ readonly outputs: OutputsOf<typeof reportContract> }> {
  const { files, github, log, context, env } = ports;
  const found = await readReport(inputs.reportFile, files);
  const outputs = { checkRunUrl: "", commentUrl: "" };
  if (found === undefined) {
    log.warning(`${inputs.reportFile} is not there or is no report, so there is neither a check run nor a comment.`);
    return { outputs };
  }
  const told = masked(found, new Masker([inputs.githubToken, ...secretsOf(env)].filter((value) => value !== "")));
  const { name } = inputs;
  const pull = pullRequestOf(context);
  if (inputs.checkRun) {
    const { conclusion, title, summary, annotations, runUrl } = told;
    const where = { name, headSha: pull?.headSha ?? context.sha, externalId: OWN, detailsUrl: runUrl };
    const run = { ...where, conclusion, title, summary, annotations: annotations.map(withoutUndefined) };
    outputs.checkRunUrl = await tell("check run", await attempt(() => github.putCheckRun(run)), ports);
  }
  if (inputs.comment && pull === undefined) log.info("This run is of no pull request, so there is no comment.");
  if (inputs.comment && pull !== undefined) {
    const marker = markerOf(name);
    const body = `${marker}\n${told.comment}`;
    const comment = { pullRequest: pull.number, marker, body };
    outputs.commentUrl = await tell("comment", await attempt(() => github.putComment(comment)), ports);
  }
  return { outputs };
}

function withoutUndefined({ details, ...one }: ReportFile["annotations"][number]) {
  return details === undefined ? one : { ...one, details };
}
