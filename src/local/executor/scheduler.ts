import {
  evaluateText,
  githubContext,
  isFromFork,
  isTrue,
  type JobDefinition,
  jobStatusFunctions,
  legName,
  type Permissions,
  permissionsOfFork,
  type Result,
  readStrategy,
  type Scope,
  toValue,
  type Value,
} from "../../core/workflow/index.ts";
import { runCall } from "./call.ts";
import type { CallFrame, JobLeg } from "./job-plan.ts";
import { type FrameOutcome, type JobOutcome, JobRunner } from "./job-runner.ts";
import { combine, endWithout, runMatrix } from "./matrix.ts";
import { messageOf } from "./message-of.ts";
import type { RunShared } from "./run-shared.ts";

/** Limits how many jobs run at once. */
export type Limiter = <T>(work: () => Promise<T>) => Promise<T>;

/** Results of what a job needs: direct needs, and the whole chain. */
interface Needed {
  readonly needs: ReadonlyMap<string, JobOutcome>;
  readonly ancestors: ReadonlyMap<string, Result>;
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
  readonly runFrame = async (frame: CallFrame): Promise<FrameOutcome> => {
    const definitions = frame.workflow.file.jobs.filter(({ id }) => this.#takesPart(frame, id));
    const byId = new Map(definitions.map((one) => [one.id, one]));
    const started = new Map<string, Promise<JobOutcome>>();
    const start = (id: string): Promise<JobOutcome> => {
      const known = started.get(id);
      if (known !== undefined) return known;
      const definition = byId.get(id);
      if (definition === undefined) return Promise.resolve({ result: "skipped", outputs: {} });
      const outcome = this.#runJob(frame, definition, start);
      started.set(id, outcome);
      return outcome;
    };
    const jobs = new Map<string, JobOutcome>();
    await Promise.all(definitions.map(({ id }) => start(id)));
    for (const { id } of definitions) jobs.set(id, await start(id));
    return { result: combine([...jobs.values()].map(({ result }) => result)), jobs };
  };

  #takesPart(frame: CallFrame, id: string): boolean {
    return frame.parent !== undefined || this.#onlyJobs === undefined || this.#onlyJobs.has(id);
  }

  async #runJob(
    frame: CallFrame,
    definition: JobDefinition,
    start: (id: string) => Promise<JobOutcome>,
  ): Promise<JobOutcome> {
    const needs = new Map<string, JobOutcome>();
    for (const id of definition.needs) needs.set(id, await start(id));
    const ancestors = new Map<string, Result>();
    for (const id of ancestorsOf(frame, definition)) ancestors.set(id, (await start(id)).result);
    const needed: Needed = { needs, ancestors };
    const nodeId = `${frame.idPrefix}${definition.id}`;
    const isCancelled = frame.signal.aborted;
    try {
      const scope = this.#jobScope(frame, definition, { needed, isCancelled });
      if (!isTrue(definition.condition, scope)) {
        return endWithout(this.#shared, nodeId, isCancelled ? "cancelled" : "skipped");
      }
      const strategy = readStrategy(definition.strategy, scope);
      const leg = (of: LegFacts): Promise<JobOutcome> => this.#runLeg(frame, definition, { ...of, needed });
      if (strategy.legs !== undefined) {
        const title = (contexts: JobLeg["contexts"], label: string): string =>
          legTitle(frame, definition, { scope: { ...scope, contexts }, label });
        const isCall = definition.call !== undefined;
        const matrix = { nodeId, strategy, contexts: scope.contexts, signal: frame.signal, title, isCall };
        return await runMatrix(this.#shared, matrix, leg);
      }
      const name = legTitle(frame, definition, { scope, label: "" });
      this.#announce(frame, definition, name);
      return await leg({ nodeId, name, contexts: scope.contexts, signal: frame.signal });
    } catch (error) {
      return this.#fail(nodeId, error);
    }
  }

  #announce(frame: CallFrame, definition: JobDefinition, name: string): void {
    this.#shared.announce({
      id: `${frame.idPrefix}${definition.id}`,
      name,
      needs: definition.needs.map((need) => `${frame.idPrefix}${need}`),
      isCall: definition.call !== undefined,
      ...(frame.parent === undefined ? {} : { parent: frame.parent }),
    });
  }

  #jobScope(
    frame: CallFrame,
    definition: JobDefinition,
    of: { readonly needed: Needed; readonly isCancelled: boolean; readonly contexts?: Readonly<Record<string, Value>> },
  ): Scope {
    const { facts, vars } = this.#shared;
    const needs = Object.fromEntries(
      [...of.needed.needs].map(([id, { result, outputs }]) => [id, { result, outputs: { ...outputs } }]),
    );
    const github = githubContext(facts, { job: definition.id, workspace: "", eventPath: "", token: "", apiUrl: "" });
    return {
      contexts: of.contexts ?? {
        github: toValue(github),
        inputs: frame.inputs,
        vars: toValue(vars),
        needs: toValue(needs),
      },
      functions: jobStatusFunctions(of.needed.ancestors, of.isCancelled),
    };
  }

  async #runLeg(
    frame: CallFrame,
    definition: JobDefinition,
    of: LegFacts & { readonly needed: Needed },
  ): Promise<JobOutcome> {
    const leg: JobLeg = {
      frame,
      definition,
      nodeId: of.nodeId,
      name: of.name,
      contexts: of.contexts,
      signal: of.signal,
      permissions: this.#grant(definition.permissions ?? frame.workflow.file.permissions ?? frame.permissions),
      holdsWhenCancelled: () => {
        const { needed, contexts } = of;
        const scope = this.#jobScope(frame, definition, { needed, isCancelled: true, contexts });
        return isTrue(definition.condition, scope);
      },
    };
    try {
      if (definition.call !== undefined) return await runCall(this.#shared, leg, this.runFrame);
      return await this.#limit(async () => {
        if (leg.signal.aborted && !leg.holdsWhenCancelled()) return endWithout(this.#shared, leg.nodeId, "cancelled");
        return await new JobRunner(this.#shared, leg).run();
      });
    } catch (error) {
      return this.#fail(leg.nodeId, error);
    }
  }

  #grant(permissions: Permissions): Permissions {
    const { event, payload, repository } = this.#shared.facts;
    return isFromFork(event, payload, repository) ? permissionsOfFork(permissions) : permissions;
  }

  /** A job that could not be run at all. */
  #fail(nodeId: string, error: unknown): JobOutcome {
    this.#shared.emit({ kind: "note", level: "error", message: `${nodeId}: ${messageOf(error)}` });
    return endWithout(this.#shared, nodeId, "failure");
  }
}

/** What tells one leg of a job from another. */
export interface LegFacts {
  readonly nodeId: string;
  readonly name: string;
  readonly contexts: Readonly<Record<string, Value>>;
  readonly signal: AbortSignal;
}

/** All jobs that a job needs, near and far. */
function ancestorsOf(frame: CallFrame, definition: JobDefinition): ReadonlySet<string> {
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

/** The name as written where an expression stands in it; else the values of the matrix are put behind it. */
function legTitle(
  frame: CallFrame,
  { id, name }: JobDefinition,
  { scope, label }: { readonly scope: Scope; readonly label: string },
): string {
  const own = name === undefined ? id : evaluateText(name, scope);
  const shown = name?.isExpression === true ? own : legName(own === "" ? id : own, label);
  return `${frame.namePrefix}${shown}`;
}
