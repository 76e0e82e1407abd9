import type { JobDefinition, Permissions, Value, WorkflowFile } from "../../core/workflow/index.ts";
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
export interface CallFrame {
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
  /** Stops its jobs, as far as their conditions do not want them to go on. */
  readonly signal: AbortSignal;
}

/** One leg of a job: the job itself where it has no matrix. */
export interface JobLeg {
  readonly frame: CallFrame;
  readonly definition: JobDefinition;
  readonly nodeId: string;
  readonly name: string;
  readonly permissions: Permissions;
  /** `github`, `inputs`, `vars`, `needs`, `matrix`, `strategy`. */
  readonly contexts: Readonly<Record<string, Value>>;
  /** Asks the leg to stop. */
  readonly signal: AbortSignal;
  /** The job's condition, asked again when the run was cancelled; a job whose condition still holds goes on. */
  readonly holdsWhenCancelled: () => boolean;
}
