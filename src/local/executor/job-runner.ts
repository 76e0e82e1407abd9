import {
  evaluateFlag,
  evaluateMap,
  evaluateNumber,
  evaluateText,
  itemsOf,
  type Permissions,
  type Result,
  SCOPES,
} from "../../core/workflow/index.ts";
import { type DefinedStep, displayName } from "./defined-step.ts";
import { evaluateIn } from "./evaluate-in.ts";
import type { Frame, StepView } from "./frame.ts";
import { runGuarded } from "./guard.ts";
import { readOutputs } from "./job-outputs.ts";
import type { JobLeg } from "./job-plan.ts";
import { environmentName, startJob } from "./job-start.ts";
import type { PostStep } from "./job-state.ts";
import { JobState, type StepRecord } from "./job-state.ts";
import { messageOf } from "./message-of.ts";
import type { RunShared } from "./run-shared.ts";
import { foreignSystem } from "./runs-on.ts";
import { markerPart } from "./step-environment.ts";
import { StepOutput } from "./step-output.ts";
import { endLeftovers } from "./step-process.ts";
import { runDefined } from "./steps-runner.ts";

/** Minutes that a job may take when it does not say (docs.github.com, Workflow syntax, `timeout-minutes`). */
const DEFAULT_TIMEOUT_MINUTES = 360;

/** Longest delay of a Node timer; longer ones fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const PASSED: StepRecord = { outcome: "success", conclusion: "success" };
const FAILED: StepRecord = { outcome: "failure", conclusion: "failure" };

/** What a job came to. */
export interface JobOutcome {
  /** What others see as `needs.<id>.result`: a failure that `continue-on-error` tolerates is a success. */
  readonly result: Result;
  readonly outputs: Readonly<Record<string, string>>;
}

/** What the jobs of a workflow came to. */
export interface FrameOutcome {
  readonly result: Result;
  readonly jobs: ReadonlyMap<string, JobOutcome>;
}

/** Runs the steps of one job and tells about each. */
export class JobRunner {
  readonly #shared: RunShared;
  readonly #leg: JobLeg;
  readonly #cancel = new AbortController();
  #step = 0;

  /**
   * @param shared the run
   * @param leg the job
   */
  constructor(shared: RunShared, leg: JobLeg) {
    this.#shared = shared;
    this.#leg = leg;
  }

  /** Runs the job from its set-up to its outputs. What fails in it is its result, not an error. */
  async run(): Promise<JobOutcome> {
    const { emit, clock } = this.#shared;
    const { nodeId, signal } = this.#leg;
    const began = clock.monotonicMs();
    const number = this.#shared.jobs.start(this.#leg.name);
    emit({ kind: "job-started", jobId: nodeId });
    const onSignal = (): void => {
      if (!this.#leg.holdsWhenCancelled()) this.#cancel.abort();
    };
    if (signal.aborted) onSignal();
    signal.addEventListener("abort", onSignal, { once: true });
    const start = await startJob(this.#shared, this.#leg, { number, cancel: this.#cancel });
    const job = new JobState(start);
    const outcome = await this.#runAll(job);
    await endLeftovers(`${this.#shared.marker}/${markerPart(nodeId)}`);
    signal.removeEventListener("abort", onSignal);
    this.#shared.jobs.end(number, job.status);
    const durationMs = clock.monotonicMs() - began;
    emit({ kind: "job-finished", jobId: nodeId, conclusion: job.status, outputs: outcome.outputs, durationMs });
    return outcome;
  }

  /** Runs something as a step of the log. */
  async #tell(job: JobState, name: string, run: (output: StepOutput) => Promise<StepRecord>): Promise<StepRecord> {
    const { emit, clock } = this.#shared;
    const { nodeId: jobId } = this.#leg;
    this.#step += 1;
    const step = this.#step;
    const output = new StepOutput(this.#shared, { jobId, step, workspace: job.start.workspace });
    const began = clock.monotonicMs();
    emit({ kind: "step-started", jobId, step, name });
    const { outcome, conclusion } = await run(output);
    const durationMs = clock.monotonicMs() - began;
    emit({ kind: "step-finished", jobId, step, name, outcome, conclusion, summary: output.summary, durationMs });
    if (conclusion === "failure" && job.status === "success") job.status = "failure";
    return { outcome, conclusion };
  }

  #frame(): Frame {
    const { source } = this.#leg.frame.workflow;
    return { scope: "", inputs: undefined, source, actionPath: undefined, env: {}, actionStatus: undefined, depth: 0 };
  }

  #view(): StepView {
    return { frame: this.#frame(), env: {}, github: {} };
  }

  async #runAll(job: JobState): Promise<JobOutcome> {
    const setUp = await this.#tell(job, "Set up job", (output) => this.#setUp(job, output));
    const timer = await this.#startTimer(job);
    if (setUp.conclusion === "success") {
      for (const definition of this.#leg.definition.steps) await this.#runStep(job, definition);
    }
    for (const post of job.posts) await this.#tell(job, post.name, (output) => runPost(job, post, output));
    clearTimeout(timer);
    let outputs: Readonly<Record<string, string>> = {};
    await this.#tell(job, "Complete job", async (output) => {
      outputs = await readOutputs(job, this.#view(), output);
      return PASSED;
    });
    const isTolerated = job.status === "failure" && (await this.#isTolerated(job));
    return { result: isTolerated ? "success" : job.status, outputs };
  }

  async #runStep(job: JobState, definition: DefinedStep["definition"]): Promise<void> {
    const frame = this.#frame();
    const name = await displayName(job, definition, frame);
    const posts: PostStep[] = [];
    await this.#tell(job, name, (output) => runDefined(job, { definition, frame, output, name, posts }));
    job.posts.unshift(...posts.reverse());
  }

  async #isTolerated(job: JobState): Promise<boolean> {
    const token = this.#leg.definition.continueOnError;
    return await evaluateIn(job, this.#view(), (scope) => evaluateFlag(token, scope, false)).catch(() => false);
  }

  /** A job that takes too long is cancelled, as on GitHub. */
  async #startTimer(job: JobState): Promise<NodeJS.Timeout> {
    const token = this.#leg.definition.timeoutMinutes;
    const given = await evaluateIn(job, this.#view(), (scope) => evaluateNumber(token, scope)).catch(() => undefined);
    const minutes = given ?? DEFAULT_TIMEOUT_MINUTES;
    const onTimeout = (): void => {
      const message = `The job has exceeded the maximum execution time of ${minutes} minutes.`;
      const { nodeId: jobId } = this.#leg;
      const at = { jobId, step: this.#step };
      this.#shared.emit({ kind: "line", ...at, text: message, style: "error" });
      this.#shared.emit({ kind: "annotation", ...at, annotation: { level: "error", message } });
      this.#cancel.abort();
    };
    return setTimeout(onTimeout, Math.min(minutes * this.#shared.minuteMs, LONGEST_TIMER_MS));
  }

  async #setUp(job: JobState, output: StepOutput): Promise<StepRecord> {
    const { frame, name, permissions } = this.#leg;
    const { source, path } = frame.workflow;
    output.print(`Runner: turnpike run, on this machine (Node ${process.version})`);
    output.print("GITHUB_TOKEN Permissions", "fold-begin");
    for (const line of listPermissions(permissions)) output.print(line);
    output.print("", "fold-end");
    output.print(`Uses: ${source.repository}/${path}@${source.ref} (${source.sha})`);
    output.print(`Complete job name: ${name}`);
    const { withheld } = this.#shared;
    if (withheld.length > 0) output.print(`Not handed on to steps (--pass-env NAME does): ${withheld.join(", ")}`);
    try {
      const environment = environmentName(this.#leg);
      if (environment !== "") output.print(`Environment: ${environment}; its rules and secrets are on GitHub`);
      const foreign = await this.#foreignLabel(job);
      if (foreign !== undefined) {
        output.report("error", foreign);
        return FAILED;
      }
      await this.#readDefaults(job);
      return PASSED;
    } catch (error) {
      output.report("error", messageOf(error));
      return FAILED;
    }
  }

  async #foreignLabel(job: JobState): Promise<string | undefined> {
    const token = this.#leg.definition.runsOn;
    const items = token === undefined || token.isScalar || token.isExpression ? [token] : itemsOf(token);
    const labels = await evaluateIn(job, this.#view(), (scope) => items.map((item) => evaluateText(item, scope)));
    return foreignSystem(labels, process.platform);
  }

  async #readDefaults(job: JobState): Promise<void> {
    const { file } = this.#leg.frame.workflow;
    const { definition } = this.#leg;
    const view = this.#view();
    for (const token of [file.env, definition.env]) {
      const env = await evaluateIn(job, view, (scope) => evaluateMap(token, scope));
      job.env = { ...job.env, ...env };
    }
    for (const token of [file.defaultsRun, definition.defaultsRun]) {
      const defaults = await evaluateIn(job, view, (scope) => evaluateMap(token, scope));
      const given = Object.entries(defaults).filter(([, value]) => value !== "");
      job.defaultsRun = { ...job.defaultsRun, ...Object.fromEntries(given) };
    }
  }
}

async function runPost(job: JobState, post: PostStep, output: StepOutput): Promise<StepRecord> {
  const { condition, view, name } = post;
  const result = await runGuarded(job, { condition, view, output, name, run: (work) => post.run(work) });
  return { outcome: result, conclusion: result };
}

function listPermissions(permissions: Permissions): readonly string[] {
  const granted = SCOPES.filter((scope) => (permissions[scope] ?? "none") !== "none");
  return [...granted.map((scope) => `${scope}: ${permissions[scope]}`), "metadata: read"];
}
