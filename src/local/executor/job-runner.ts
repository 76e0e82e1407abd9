import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  childOf,
  evaluateFlag,
  evaluateMap,
  evaluateNumber,
  evaluateText,
  githubContext,
  type JobWorkflow,
  oidcClaims,
  type Permissions,
  type Result,
  SCOPES,
  toValue,
} from "../../core/workflow/index.ts";
import { type DefinedStep, displayName } from "./defined-step.ts";
import { evaluateIn, type Frame as StepFrame, type StepView } from "./frame.ts";
import { messageOf, type PostStep, runGuarded } from "./guard.ts";
import type { JobLeg } from "./job-plan.ts";
import { type JobStart, JobState, type StepRecord } from "./job-state.ts";
import type { RunShared } from "./run-shared.ts";
import { markerPart } from "./step-environment.ts";
import { StepOutput } from "./step-output.ts";
import { endLeftovers } from "./step-process.ts";
import { runDefined } from "./steps-runner.ts";

/** Minutes that a job may take when it does not say (docs.github.com, Workflow syntax, `timeout-minutes`). */
const DEFAULT_TIMEOUT_MINUTES = 360;

/** What a job came to. */
export interface JobOutcome {
  /** What others see as `needs.<id>.result`. */
  readonly result: Result;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs the steps of one job and tells about each. */
export class JobRunner {
  readonly #shared: RunShared;
  readonly #leg: JobLeg;
  #step = 0;

  constructor(shared: RunShared, leg: JobLeg) {
    this.#shared = shared;
    this.#leg = leg;
  }

  /** Runs the job from its set-up to its outputs. Never throws for a step. */
  async run(): Promise<JobOutcome> {
    const { emit, clock } = this.#shared;
    const { nodeId } = this.#leg;
    const began = clock.monotonicMs();
    emit({ kind: "job-started", jobId: nodeId });
    const job = new JobState(await this.#prepare());
    const onCancel = (): void => {
      job.status = "cancelled";
    };
    const { cancel } = this.#leg;
    if (cancel.signal.aborted) onCancel();
    cancel.signal.addEventListener("abort", onCancel, { once: true });
    const outcome = await this.#runSteps(job);
    await endLeftovers(`${this.#shared.marker}/${markerPart(nodeId)}`);
    cancel.signal.removeEventListener("abort", onCancel);
    emit({
      kind: "job-finished",
      jobId: nodeId,
      conclusion: job.status,
      outputs: outcome.outputs,
      durationMs: clock.monotonicMs() - began,
    });
    return outcome;
  }

  async #prepare(): Promise<JobStart> {
    const shared = this.#shared;
    const { frame, definition, nodeId, permissions } = this.#leg;
    const { facts, services } = shared;
    const name = facts.repository.split("/")[1] ?? "work";
    const home = join(shared.temp, "jobs", markerPart(nodeId));
    const [workspace, temp] = [join(home, "work", name, name), join(home, "temp")];
    await mkdir(workspace, { recursive: true });
    await mkdir(temp, { recursive: true });
    const eventPath = join(home, "event.json");
    await writeFile(eventPath, JSON.stringify(facts.payload, undefined, 2));
    const api = services.apiEnv({ jobId: nodeId, permissions });
    shared.masker.add(api.token);
    const runtime = services.runtimeEnv({ jobId: nodeId, cacheMode: "write" });
    const workflow = this.#jobWorkflow();
    const environment = this.#environmentName();
    const claims = oidcClaims(facts, workflow, environment);
    const oidc = permissions["id-token"] === "write" ? services.oidcEnv({ jobId: nodeId, claims }) : {};
    for (const [key, value] of Object.entries({ ...runtime, ...oidc })) {
      if (key.endsWith("_TOKEN")) shared.masker.add(value);
    }
    const apiUrl = api.env["GITHUB_API_URL"] ?? "https://api.github.com";
    const runner = {
      name: "turnpike",
      os: process.platform === "darwin" ? "macOS" : process.platform === "win32" ? "Windows" : "Linux",
      arch: process.arch === "arm64" ? "ARM64" : "X64",
      temp,
      tool_cache: shared.toolCache,
      workspace: join(home, "work", name),
      environment: "self-hosted",
      ...(shared.isDebug ? { debug: "1" } : {}),
    };
    return {
      shared,
      nodeId,
      definition,
      source: frame.workflow.source,
      permissions,
      workspace,
      temp,
      github: githubContext(facts, { job: definition.id, workspace, eventPath, token: api.token, apiUrl }),
      contexts: {
        ...this.#leg.contexts,
        runner: toValue(runner),
        secrets: toValue({ ...frame.secrets, GITHUB_TOKEN: api.token, github_token: api.token }),
      },
      jobContext: {
        workflow_ref: `${workflow.repository}/${workflow.path}@${workflow.ref}`,
        workflow_sha: workflow.sha,
        workflow_repository: workflow.repository,
        workflow_file_path: workflow.path,
      },
      runtimeEnv: { ...runtime, ...services.sigstoreEnv() },
      oidcEnv: oidc,
      runnerEnv: Object.fromEntries(
        Object.entries(runner).map(([key, value]) => [`RUNNER_${key.toUpperCase()}`, value]),
      ),
      cancel: this.#leg.cancel,
    };
  }

  #jobWorkflow(): JobWorkflow {
    const { source, path } = this.#leg.frame.workflow;
    return { repository: source.repository, path, ref: source.ref, sha: source.sha };
  }

  #environmentName(): string {
    const { environment } = this.#leg.definition;
    if (environment === undefined) return "";
    const token = environment.isScalar ? environment : childOf(environment, "name");
    const scope = { contexts: this.#leg.contexts, functions: [] };
    try {
      return evaluateText(token, scope);
    } catch {
      return ""; // What is wrong with it shows when the job's keys are evaluated.
    }
  }

  #output(job: JobState): { readonly output: StepOutput; readonly step: number } {
    this.#step += 1;
    const place = { jobId: this.#leg.nodeId, step: this.#step, workspace: job.start.workspace };
    return { output: new StepOutput(this.#shared, place), step: this.#step };
  }

  /** Runs something as a step of the log. */
  async #tell(job: JobState, name: string, run: (output: StepOutput) => Promise<StepRecord>): Promise<StepRecord> {
    const { emit, clock } = this.#shared;
    const { output, step } = this.#output(job);
    const began = clock.monotonicMs();
    const { nodeId: jobId } = this.#leg;
    emit({ kind: "step-started", jobId, step, name });
    const { outcome, conclusion } = await run(output);
    const durationMs = clock.monotonicMs() - began;
    emit({ kind: "step-finished", jobId, step, name, outcome, conclusion, summary: output.summary, durationMs });
    if (conclusion === "failure" && job.status === "success") job.status = "failure";
    return { outcome, conclusion };
  }

  #jobFrame(): StepFrame {
    const { source } = this.#leg.frame.workflow;
    return { scope: "", inputs: undefined, source, actionPath: undefined, env: {}, actionStatus: undefined, depth: 0 };
  }

  #view(): StepView {
    return { frame: this.#jobFrame(), env: {}, github: {} };
  }

  async #runSteps(job: JobState): Promise<JobOutcome> {
    const { definition } = this.#leg;
    const setUp = await this.#tell(job, "Set up job", (output) => this.#setUp(job, output));
    const timer = await this.#startTimer(job);
    if (setUp.conclusion === "success") {
      for (const step of definition.steps) {
        const frame = this.#jobFrame();
        const name = await displayName(job, step, frame);
        const posts: PostStep[] = [];
        const run = (output: StepOutput): Promise<StepRecord> => {
          const defined: DefinedStep = { definition: step, frame, output, name, posts };
          return runDefined(job, defined);
        };
        await this.#tell(job, name, run);
        job.posts.unshift(...posts.reverse());
      }
    }
    for (const post of job.posts) await this.#tell(job, post.name, (output) => this.#runPost(job, post, output));
    clearTimeout(timer);
    let outputs: Readonly<Record<string, string>> = {};
    await this.#tell(job, "Complete job", async (output) => {
      outputs = await this.#readOutputs(job, output);
      return { outcome: "success", conclusion: "success" };
    });
    const isTolerated = job.status === "failure" && (await this.#isTolerated(job));
    return { result: isTolerated ? "success" : job.status, outputs };
  }

  async #isTolerated(job: JobState): Promise<boolean> {
    const token = this.#leg.definition.continueOnError;
    return await evaluateIn(job, this.#view(), (scope) => evaluateFlag(token, scope, false)).catch(() => false);
  }

  async #runPost(job: JobState, post: PostStep, output: StepOutput): Promise<StepRecord> {
    const { condition, view, name } = post;
    const result = await runGuarded(job, { condition, view, output, name, run: (work) => post.run(work) });
    return { outcome: result, conclusion: result };
  }

  /** A job that takes too long is cancelled, as GitHub does. */
  async #startTimer(job: JobState): Promise<NodeJS.Timeout | undefined> {
    const token = this.#leg.definition.timeoutMinutes;
    const minutes = await evaluateIn(job, this.#view(), (scope) => evaluateNumber(token, scope)).catch(() => undefined);
    const limit = minutes ?? DEFAULT_TIMEOUT_MINUTES;
    return setTimeout(
      () => {
        const message = `The job has exceeded the maximum execution time of ${limit} minutes.`;
        const { nodeId: jobId } = this.#leg;
        this.#shared.emit({
          kind: "annotation",
          jobId,
          step: this.#step,
          annotation: { level: "error", message },
        });
        this.#leg.cancel.abort();
      },
      Math.min(limit * this.#shared.minuteMs, 2 ** 31 - 1),
    );
  }

  async #setUp(job: JobState, output: StepOutput): Promise<StepRecord> {
    const { frame, definition, name, permissions } = this.#leg;
    output.print(`Runner: turnpike run, on this machine (Node ${process.version})`);
    output.print("GITHUB_TOKEN Permissions", "fold-begin");
    for (const line of listPermissions(permissions)) output.print(line);
    output.print("", "fold-end");
    const { workflow } = frame;
    output.print(
      `Uses: ${workflow.source.repository}/${workflow.path}@${workflow.source.ref} (${workflow.source.sha})`,
    );
    output.print(`Complete job name: ${name}`);
    try {
      const view = this.#view();
      for (const token of [workflow.file.env, definition.env]) {
        const env = await evaluateIn(job, view, (scope) => evaluateMap(token, scope));
        job.env = { ...job.env, ...env };
      }
      for (const token of [workflow.file.defaultsRun, definition.defaultsRun]) {
        const defaults = await evaluateIn(job, view, (scope) => evaluateMap(token, scope));
        const given = Object.entries(defaults).filter(([, value]) => value !== "");
        job.defaultsRun = { ...job.defaultsRun, ...Object.fromEntries(given) };
      }
      return { outcome: "success", conclusion: "success" };
    } catch (error) {
      output.report("error", messageOf(error));
      return { outcome: "failure", conclusion: "failure" };
    }
  }

  /** Outputs that are empty are left out, ones with a secret dropped (actions/runner src/Runner.Worker/JobExtension.cs, FinalizeJob). */
  async #readOutputs(job: JobState, output: StepOutput): Promise<Record<string, string>> {
    const { outputs } = this.#leg.definition;
    if (outputs === undefined) return {};
    const kept: Record<string, string> = {};
    try {
      const found = await evaluateIn(job, this.#view(), (scope) => evaluateMap(outputs, scope));
      output.print("Evaluate and set job outputs");
      for (const [name, value] of Object.entries(found)) {
        if (value === "") continue;
        if (this.#shared.masker.mask(value) !== value) {
          output.report("warning", `Skip output '${name}' since it may contain secret.`);
          continue;
        }
        output.print(`Set output '${name}'`);
        kept[name] = value;
      }
    } catch (error) {
      output.report("error", "Fail to evaluate job outputs");
      output.report("error", messageOf(error));
      if (job.status === "success") job.status = "failure";
    }
    return kept;
  }

  /** Removes what the job left on disk. */
  async clean(): Promise<void> {
    await rm(join(this.#shared.temp, "jobs", markerPart(this.#leg.nodeId)), { recursive: true, force: true });
  }
}

function listPermissions(permissions: Permissions): readonly string[] {
  const granted = SCOPES.filter((scope) => (permissions[scope] ?? "none") !== "none");
  return [...granted.map((scope) => `${scope}: ${permissions[scope]}`), "metadata: read"];
}
