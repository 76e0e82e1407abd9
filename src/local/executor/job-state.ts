import type { JobDefinition } from "../../core/workflow/index.ts";
import {
  type Json,
  type Permissions,
  prependPath,
  type Result,
  toValue,
  type Value,
} from "../../core/workflow/index.ts";
import type { Source } from "../sources.ts";
import type { JobStatus, StepView } from "./frame.ts";
import type { RunShared } from "./run-shared.ts";
import type { StepOutput } from "./step-output.ts";

/** What a step came to. */
export interface StepRecord {
  readonly outcome: Result;
  readonly conclusion: Result;
}

interface StepContext {
  readonly outputs: Record<string, string>;
  record: StepRecord | undefined;
}

/** What a job is when it starts. */
export interface JobStart {
  readonly shared: RunShared;
  /** Unique in the run: `turnpike/check`. */
  readonly nodeId: string;
  readonly definition: JobDefinition;
  /** Where the workflow file that holds the job comes from. */
  readonly source: Source;
  readonly permissions: Permissions;
  readonly workspace: string;
  readonly temp: string;
  readonly github: { readonly [key: string]: Json };
  /** Contexts that stay as they are: needs, matrix, strategy, inputs, vars, secrets, runner. */
  readonly contexts: Readonly<Record<string, Value>>;
  /** `job` without its status. */
  readonly jobContext: { readonly [key: string]: Json };
  readonly runtimeEnv: Readonly<Record<string, string>>;
  readonly oidcEnv: Readonly<Record<string, string>>;
  readonly runnerEnv: Readonly<Record<string, string>>;
  readonly cancel: AbortController;
}

/** How the work of a step ended. */
export type WorkResult = Exclude<Result, "skipped">;

/** A step of an action's `post`, to be run when the steps of the job are done. */
export interface PostStep {
  readonly name: string;
  /** Expression. */
  readonly condition: string;
  readonly view: StepView;
  run(work: StepWork): Promise<WorkResult>;
}

/** What the work of a step has at hand. */
export interface StepWork {
  readonly job: JobState;
  readonly view: StepView;
  readonly output: StepOutput;
  /** Stops the step. */
  readonly signal: AbortSignal;
}

/** What changes while the steps of a job run. */
export class JobState {
  readonly start: JobStart;
  status: JobStatus = "success";
  env: Record<string, string> = {};
  defaultsRun: Record<string, string> = {};
  prepended: readonly string[] = [];
  /** Post steps, the last one first. */
  readonly posts: PostStep[] = [];
  /** State of JavaScript actions between main and post, by scope and step. */
  readonly actionState = new Map<string, Record<string, string>>();
  readonly #steps = new Map<string, Map<string, StepContext>>();

  constructor(start: JobStart) {
    this.start = start;
    const onCancel = (): void => {
      this.status = "cancelled";
    };
    // Registered before any step's own listener, so that conditions asked again see it.
    if (start.cancel.signal.aborted) onCancel();
    else start.cancel.signal.addEventListener("abort", onCancel, { once: true });
  }

  /** Folders in front of PATH, the newest first. */
  addPath(folder: string): void {
    this.prepended = prependPath(this.prepended, folder);
  }

  #step(scope: string, id: string): StepContext {
    const steps = this.#steps.get(scope) ?? new Map<string, StepContext>();
    this.#steps.set(scope, steps);
    const step = steps.get(id) ?? { outputs: {}, record: undefined };
    steps.set(id, step);
    return step;
  }

  /** `scope`: of the job itself, or of an action that is called in it. */
  setOutput(scope: string, id: string, output: { readonly name: string; readonly value: string }): void {
    this.#step(scope, id).outputs[output.name] = output.value;
  }

  /** Takes what a step came to; `scope` as with {@link setOutput}. */
  setRecord(scope: string, id: string, record: StepRecord): void {
    this.#step(scope, id).record = record;
  }

  /** The `steps` context of a scope: the job's own is empty text (actions/runner src/Runner.Worker/StepsContext.cs). */
  stepsContext(scope: string): Value {
    const steps = [...(this.#steps.get(scope) ?? [])].filter(([id]) => !id.startsWith("__"));
    return toValue(
      Object.fromEntries(steps.map(([id, { outputs, record }]) => [id, { outputs: { ...outputs }, ...record }])),
    );
  }
}
