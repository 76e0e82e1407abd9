import type { JobDefinition, Permissions, Value, WorkflowFile } from "../../core/workflow/index.ts";
import type { ResolvedAction } from "../actions.ts";
import type { Source } from "../sources.ts";

/** A workflow file with everything that it leads to, read before anything runs. */
export interface LoadedWorkflow {
  readonly file: WorkflowFile;
  /** Path in its repository. */
  readonly path: string;
  readonly source: Source;
  /** Called workflows, by id of the calling job. */
  readonly calls: ReadonlyMap<string, LoadedWorkflow>;
}

/** A workflow in the run: the one that the event started, or one that a job calls. */
export interface Frame {
  readonly workflow: LoadedWorkflow;
  /** Id of the calling job's node with a slash, or empty. */
  readonly idPrefix: string;
  /** Name of the calling job with ` / `, or empty. */
  readonly namePrefix: string;
  readonly parent: string | undefined;
  readonly inputs: Value;
  readonly secrets: Readonly<Record<string, string>>;
  /** What jobs may do that say nothing themselves. */
  readonly permissions: Permissions;
  /** Stops all jobs of it. */
  readonly signal: AbortSignal;
}

/** One job that runs steps: a leg of a matrix, or the job itself. */
export interface JobLeg {
  readonly frame: Frame;
  readonly definition: JobDefinition;
  readonly nodeId: string;
  readonly name: string;
  readonly permissions: Permissions;
  readonly contexts: Readonly<Record<string, Value>>;
  readonly cancel: AbortController;
}

export type { ResolvedAction };
