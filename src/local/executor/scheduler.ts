import {
  callInputs,
  entriesOf,
  evaluateText,
  githubContext,
  isTrue,
  type JobDefinition,
  jobStatusFunctions,
  legName,
  type MatrixLeg,
  type Permissions,
  type Result,
  readStrategy,
  type Scope,
  type Strategy,
  toValue,
  type Value,
} from "../../core/workflow/index.ts";
import { TurnpikeError } from "../../errors.ts";
import { messageOf } from "./guard.ts";
import type { Frame, JobLeg } from "./job-plan.ts";
import { type JobOutcome, JobRunner } from "./job-runner.ts";
import type { RunShared } from "./run-shared.ts";

/** Limits how many jobs run at once. */
export type Limiter = <T>(work: () => Promise<T>) => Promise<T>;

/** What the jobs of a workflow came to. */
export interface FrameOutcome {
  readonly result: Result;
  readonly jobs: ReadonlyMap<string, JobOutcome>;
}

/** Starts each job of a workflow when all that it needs has ended, and jobs beside each other. */
export class Scheduler {
  readonly #shared: RunShared;
  readonly #limit: Limiter;
  readonly #onlyJobs: ReadonlySet<string> | undefined;

  /**
   * @param shared the run
   * @param limit how many jobs run at once
   * @param onlyJobs jobs of the first workflow that take part; undefined: all
   */
  constructor(shared: RunShared, limit: Limiter, onlyJobs: ReadonlySet<string> | undefined) {
    this.#shared = shared;
    this.#limit = limit;
    this.#onlyJobs = onlyJobs;
  }

  /** Runs all jobs of a workflow. */
  async runFrame(frame: Frame): Promise<FrameOutcome> {
    const started = new Map<string, Promise<JobOutcome>>();
    const definitions = frame.workflow.file.jobs.filter(({ id }) => this.#takesPart(frame, id));
    const byId = new Map(definitions.map((one) => [one.id, one]));
    const start = (id: string): Promise<JobOutcome> => {
      const known = started.get(id);
      if (known !== undefined) return known;
      const definition = byId.get(id);
      if (definition === undefined) return Promise.resolve({ result: "skipped", outputs: {} });
      const outcome = this.#runJob(frame, definition, start);
      started.set(id, outcome);
      return outcome;
    };
    await Promise.all(definitions.map(({ id }) => start(id)));
    const jobs = new Map<string, JobOutcome>();
    for (const { id } of definitions) jobs.set(id, await start(id));
    return { result: combine([...jobs.values()].map(({ result }) => result)), jobs };
  }

  #takesPart(frame: Frame, id: string): boolean {
    return frame.parent !== undefined || this.#onlyJobs === undefined || this.#onlyJobs.has(id);
  }

  async #runJob(
    frame: Frame,
    definition: JobDefinition,
    start: (id: string) => Promise<JobOutcome>,
  ): Promise<JobOutcome> {
    const needs = new Map<string, JobOutcome>();
    for (const id of definition.needs) needs.set(id, await start(id));
    const ancestors = new Map<string, Result>();
    for (const id of ancestorsOf(frame, definition)) ancestors.set(id, (await start(id)).result);
    const nodeId = `${frame.idPrefix}${definition.id}`;
    try {
      const scope = this.#jobScope(frame, definition, { needs, ancestors });
      const holds = isTrue(definition.condition, scope);
      if (!holds || (frame.signal.aborted && !keepsRunning(definition))) {
        return this.#end(nodeId, frame.signal.aborted ? "cancelled" : "skipped");
      }
      const strategy = readStrategy(definition.strategy, scope);
      if (strategy.legs === undefined) {
        const name = legTitle(frame, definition, { scope, label: "" });
        return await this.#runLeg(frame, definition, { nodeId, name, contexts: scope.contexts, signal: frame.signal });
      }
      return await this.#runMatrix(frame, definition, { strategy, scope, nodeId });
    } catch (error) {
      this.#shared.emit({ kind: "note", level: "error", message: `${nodeId}: ${messageOf(error)}` });
      return this.#end(nodeId, "failure");
    }
  }

  #end(nodeId: string, result: Result): JobOutcome {
    this.#shared.emit({ kind: "job-finished", jobId: nodeId, conclusion: result, outputs: {}, durationMs: 0 });
    return { result, outputs: {} };
  }

  #jobScope(
    frame: Frame,
    definition: JobDefinition,
    of: { readonly needs: ReadonlyMap<string, JobOutcome>; readonly ancestors: ReadonlyMap<string, Result> },
  ): Scope {
    const { facts, vars } = this.#shared;
    const needs = Object.fromEntries(
      [...of.needs].map(([id, { result, outputs }]) => [id, { result, outputs: { ...outputs } }]),
    );
    const github = githubContext(facts, { job: definition.id, workspace: "", eventPath: "", token: "", apiUrl: "" });
    return {
      contexts: { github: toValue(github), inputs: frame.inputs, vars: toValue(vars), needs: toValue(needs) },
      functions: jobStatusFunctions(of.ancestors, this.#shared.signal.aborted),
    };
  }

  async #runMatrix(
    frame: Frame,
    definition: JobDefinition,
    of: { readonly strategy: Strategy; readonly scope: Scope; readonly nodeId: string },
  ): Promise<JobOutcome> {
    const { strategy, nodeId } = of;
    const legs = strategy.legs ?? [];
    const began = this.#shared.clock.monotonicMs();
    const stop = new AbortController();
    const stopAll = (): void => stop.abort();
    frame.signal.addEventListener("abort", stopAll, { once: true });
    if (frame.signal.aborted) stopAll();
    this.#shared.emit({ kind: "job-started", jobId: nodeId });
    const slots = strategy.maxParallel ?? legs.length;
    const queue = [...legs.entries()];
    const outcomes: JobOutcome[] = new Array(legs.length);
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [index, leg] = next;
        const outcome = await this.#runMatrixLeg(frame, definition, { ...of, leg, index, signal: stop.signal });
        outcomes[index] = outcome;
        if (outcome.result === "failure" && strategy.failFast) stopAll();
      }
    };
    await Promise.all(Array.from({ length: Math.min(slots, legs.length) }, worker));
    frame.signal.removeEventListener("abort", stopAll);
    // The last leg that succeeded and gave a value counts (docs.github.com, Passing information between jobs).
    const outputs = Object.assign({}, ...outcomes.map((outcome) => outcome.outputs));
    const result = combine(outcomes.map((outcome) => outcome.result));
    const durationMs = this.#shared.clock.monotonicMs() - began;
    this.#shared.emit({ kind: "job-finished", jobId: nodeId, conclusion: result, outputs, durationMs });
    return { result, outputs };
  }

  async #runMatrixLeg(
    frame: Frame,
    definition: JobDefinition,
    of: {
      readonly strategy: Strategy;
      readonly scope: Scope;
      readonly nodeId: string;
      readonly leg: MatrixLeg;
      readonly index: number;
      readonly signal: AbortSignal;
    },
  ): Promise<JobOutcome> {
    const { strategy, leg, index } = of;
    const total = strategy.legs?.length ?? 1;
    const contexts: Record<string, Value> = {
      ...of.scope.contexts,
      matrix: toValue(leg.values),
      strategy: toValue({
        "fail-fast": strategy.failFast,
        "job-index": index,
        "job-total": total,
        "max-parallel": strategy.maxParallel ?? total,
      }),
    };
    const scope = { ...of.scope, contexts };
    const name = legTitle(frame, definition, { scope, label: leg.label });
    const nodeId = `${of.nodeId}/${index + 1}`;
    const isCall = definition.call !== undefined;
    this.#shared.emit({ kind: "job-added", job: { id: nodeId, name, parent: of.nodeId, needs: [], isCall } });
    if (of.signal.aborted) return this.#end(nodeId, "cancelled");
    return await this.#runLeg(frame, definition, { nodeId, name, contexts, signal: of.signal });
  }

  async #runLeg(
    frame: Frame,
    definition: JobDefinition,
    of: {
      readonly nodeId: string;
      readonly name: string;
      readonly contexts: Readonly<Record<string, Value>>;
      readonly signal: AbortSignal;
    },
  ): Promise<JobOutcome> {
    const permissions = definition.permissions ?? frame.workflow.file.permissions ?? frame.permissions;
    if (definition.call !== undefined) return await this.#runCall(frame, definition, { ...of, permissions });
    const cancel = new AbortController();
    const stop = (): void => cancel.abort();
    return await this.#limit(async () => {
      if (of.signal.aborted && !keepsRunning(definition)) return this.#end(of.nodeId, "cancelled");
      of.signal.addEventListener("abort", stop, { once: true });
      if (of.signal.aborted) stop();
      const { nodeId, name, contexts } = of;
      const leg: JobLeg = { frame, definition, nodeId, name, permissions, contexts, cancel };
      try {
        return await new JobRunner(this.#shared, leg).run();
      } finally {
        of.signal.removeEventListener("abort", stop);
      }
    });
  }

  async #runCall(
    frame: Frame,
    definition: JobDefinition,
    of: {
      readonly nodeId: string;
      readonly name: string;
      readonly contexts: Readonly<Record<string, Value>>;
      readonly signal: AbortSignal;
      readonly permissions: Permissions;
    },
  ): Promise<JobOutcome> {
    const { call } = definition;
    const workflow = frame.workflow.calls.get(definition.id);
    const takes = workflow?.file.call;
    if (call === undefined || workflow === undefined || takes === undefined) {
      throw new TurnpikeError("BUG_UNEXPECTED", "bug", `The workflow that ${of.nodeId} calls was not read.`);
    }
    const began = this.#shared.clock.monotonicMs();
    this.#shared.emit({ kind: "job-started", jobId: of.nodeId });
    const caller: Scope = { contexts: { ...of.contexts, secrets: toValue(frame.secrets) }, functions: [] };
    const { github, vars } = of.contexts;
    const called: Scope = { contexts: { ...(github && { github }), ...(vars && { vars }) }, functions: [] };
    const inputs = callInputs(frame.workflow.file.label, call, { takes, caller, called });
    if (inputs.kind === "wrong") {
      const lines = inputs.problems.map(({ where, line, message }) => `${where}:${line ?? 1} ${message}`);
      throw new TurnpikeError("WORKFLOW_INVALID", "config", lines.join("\n"));
    }
    const secrets =
      call.secrets === undefined
        ? {}
        : call.secrets.isScalar
          ? frame.secrets
          : Object.fromEntries(
              takes.secrets.flatMap(({ name }) => {
                const token = findSecret(call.secrets, name);
                return token === undefined ? [] : [[name, evaluateText(token, caller)]];
              }),
            );
    const inner: Frame = {
      workflow,
      idPrefix: `${of.nodeId}/`,
      namePrefix: `${of.name} / `,
      parent: of.nodeId,
      inputs: inputs.value,
      secrets,
      permissions: of.permissions,
      signal: of.signal,
    };
    const { result, jobs } = await this.runFrame(inner);
    const results = Object.fromEntries(
      [...jobs].map(([id, one]) => [id, { result: one.result, outputs: { ...one.outputs } }]),
    );
    const scope = { ...called, contexts: { ...called.contexts, inputs: inputs.value, jobs: toValue(results) } };
    const outputs = Object.fromEntries(
      takes.outputs
        .map(({ name, value }) => [name, evaluateText(value, scope)] as const)
        .filter(([, text]) => text !== ""),
    );
    const durationMs = this.#shared.clock.monotonicMs() - began;
    this.#shared.emit({ kind: "job-finished", jobId: of.nodeId, conclusion: result, outputs, durationMs });
    return { result, outputs };
  }
}

function findSecret(secrets: NonNullable<JobDefinition["call"]>["secrets"], name: string) {
  return entriesOf(secrets).find(({ key }) => key.toLowerCase() === name.toLowerCase())?.value;
}

/** A job whose condition asks for it runs although the run was cancelled. */
function keepsRunning(definition: JobDefinition): boolean {
  return /\b(always|cancelled)\s*\(/i.test(definition.condition);
}

/** All jobs that a job needs, near and far. */
function ancestorsOf(frame: Frame, definition: JobDefinition): ReadonlySet<string> {
  const byId = new Map(frame.workflow.file.jobs.map((job) => [job.id, job]));
  const found = new Set<string>();
  const visit = (ids: readonly string[]): void => {
    for (const id of ids) {
      if (found.has(id)) continue;
      found.add(id);
      visit(byId.get(id)?.needs ?? []);
    }
  };
  visit(definition.needs);
  return found;
}

/** What several jobs came to together: a failure counts more than a cancelled one, and that more than a success. */
function combine(results: readonly Result[]): Result {
  for (const result of ["failure", "cancelled", "success"] as const) if (results.includes(result)) return result;
  return "skipped";
}

/** The name as written where an expression stands in it; else the values of the matrix are put behind it. */
function legTitle(
  frame: Frame,
  { id, name }: JobDefinition,
  { scope, label }: { readonly scope: Scope; readonly label: string },
): string {
  const own = name === undefined ? id : evaluateText(name, scope);
  const shown = name?.isExpression === true ? own : legName(own === "" ? id : own, label);
  return `${frame.namePrefix}${shown}`;
}
