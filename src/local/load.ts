import {
  checkCall,
  type JobDefinition,
  parseReference,
  parseWorkflowFile,
  problemAt,
  type Reference,
  type StepDefinition,
} from "../core/workflow/index.ts";
import type { Problem } from "../errors.ts";
import type { ActionResolver } from "./actions.ts";
import type { LoadedWorkflow } from "./executor/job-plan.ts";
import type { Source, Sources } from "./sources.ts";

/** Most workflows inside each other, the first one counted (docs.github.com, Reusing workflow configurations). */
const MAX_DEPTH = 10;

/** Most different workflow files of a run (the same page: 50 reusable ones). */
const MAX_FILES = 51;

/** A run's workflow files, or everything that is wrong with them. */
export type LoadResult =
  | { readonly kind: "loaded"; readonly workflow: LoadedWorkflow }
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] };

interface FileName {
  readonly source: Source;
  readonly path: string;
}

/** Reads a workflow with all that it calls and uses, so that whatever is missing is said before anything runs. */
export class WorkflowLoader {
  readonly #sources: Sources;
  readonly #actions: ActionResolver;
  readonly #problems: Problem[] = [];
  readonly #files = new Set<string>();

  constructor(sources: Sources, actions: ActionResolver) {
    this.#sources = sources;
    this.#actions = actions;
  }

  /**
   * @param name the file that the event starts
   * @param onlyJobs jobs of it that take part; undefined: all
   */
  async load(name: FileName, onlyJobs: ReadonlySet<string> | undefined): Promise<LoadResult> {
    const workflow = await this.#read(name, { depth: 1, onlyJobs });
    if (workflow === undefined || this.#problems.length > 0) return { kind: "invalid", problems: this.#problems };
    return { kind: "loaded", workflow };
  }

  #label({ source, path }: FileName): string {
    return source === this.#sources.own ? path : `${source.repository}/${path}@${source.ref}`;
  }

  async #read(
    name: FileName,
    at: { readonly depth: number; readonly onlyJobs: ReadonlySet<string> | undefined },
  ): Promise<LoadedWorkflow | undefined> {
    const label = this.#label(name);
    const text = await name.source.readText(name.path);
    if (text === undefined) {
      this.#problems.push({ where: label, message: "There is no such file." });
      return undefined;
    }
    const parsed = await parseWorkflowFile(label, text);
    if (parsed.kind === "invalid") {
      this.#problems.push(...parsed.problems);
      return undefined;
    }
    this.#files.add(label);
    const { workflow: file } = parsed;
    const calls = new Map<string, LoadedWorkflow>();
    for (const job of file.jobs) {
      if (at.onlyJobs !== undefined && !at.onlyJobs.has(job.id)) continue;
      this.#problems.push(...job.notDone);
      if (job.call !== undefined) {
        const called = await this.#call(job, { caller: name, label, depth: at.depth });
        if (called !== undefined) calls.set(job.id, called);
      } else await this.#checkSteps(job.steps, name.source, label);
    }
    return { file, path: name.path, source: name.source, calls };
  }

  async #call(
    job: JobDefinition,
    from: { readonly caller: FileName; readonly label: string; readonly depth: number },
  ): Promise<LoadedWorkflow | undefined> {
    const { call } = job;
    if (call === undefined) return undefined;
    const wrong = (message: string): undefined => {
      this.#problems.push(problemAt(from.label, call.token, message));
      return undefined;
    };
    if (from.depth >= MAX_DEPTH) return wrong(`Workflows call each other more than ${MAX_DEPTH} levels deep.`);
    const target = this.#target(call.uses, parseReference(call.uses), from.caller.source);
    if (typeof target === "string") return wrong(target);
    if ((await target.source.readText(target.path)) === undefined) {
      return wrong(`${call.uses} leads to ${this.#label(target)}, and there is no such file.`);
    }
    const called = await this.#read(target, { depth: from.depth + 1, onlyJobs: undefined });
    if (called === undefined) return undefined;
    if (this.#files.size > MAX_FILES) return wrong(`The run has more than ${MAX_FILES - 1} reusable workflows.`);
    if (called.file.call === undefined) {
      return wrong(`${call.uses} cannot be called: its \`on\` has no \`workflow_call\`.`);
    }
    this.#problems.push(...checkCall(from.label, call, called.file.call));
    return called;
  }

  /** `./` and `$/` lead to the repository of the file that says it (src/Sdk/WorkflowParser/Conversion/ReusableWorkflowsLoader.cs). */
  #target(uses: string, reference: Reference, from: Source): FileName | string {
    switch (reference.kind) {
      case "self":
      case "local":
        return { source: from, path: reference.path };
      case "repository": {
        const source = this.#sources.find(reference.repository, reference.ref);
        if (source !== undefined) return { source, path: reference.path };
        const { repository, ref } = reference;
        return `${uses} is not here, and turnpike run downloads nothing. Give a folder that holds it: --map ${repository}@${ref}=DIR`;
      }
      case "docker":
        return `${uses} is no workflow.`;
      case "invalid":
        return `${reference.reason}.`;
    }
  }

  /** Actions of the workspace (`./`) are known when the job has checked it out; all others are known now. */
  async #checkSteps(steps: readonly StepDefinition[], source: Source, label: string): Promise<void> {
    for (const { work } of steps) {
      if (work.kind !== "uses" || parseReference(work.uses).kind === "local") continue;
      const resolved = await this.#actions.resolve(work.uses, source, undefined);
      if (resolved.kind === "unknown") {
        this.#problems.push(problemAt(label, work.token, resolved.message), ...resolved.problems);
      } else if (resolved.kind === "action") {
        const { action } = resolved;
        if (action.runs.kind === "javascript" && action.runs.pre !== undefined) {
          const message = `turnpike run does not do \`pre\` of actions: ${work.uses}. Run this job on GitHub.`;
          this.#problems.push(problemAt(label, work.token, message));
        }
        if (action.runs.kind === "composite") {
          await this.#checkSteps(action.runs.steps, resolved.source ?? source, action.label);
        }
      }
    }
  }
}
