import type { Json, Value } from "../../core/workflow/index.ts";
import type { Source } from "../sources.ts";

/** Status of a job so far. */
export type JobStatus = "success" | "failure" | "cancelled";

/** Where steps stand: the job itself, or a composite action. */
export interface Frame {
  /** Scope of the `steps` context; empty for the job. */
  readonly scope: string;
  /** `inputs` of a composite action; undefined for the job. */
  readonly inputs: Value | undefined;
  /** What `$/` leads to. */
  readonly source: Source;
  /** Folder of the composite action. */
  readonly actionPath: string | undefined;
  /** `env` of the steps around, which goes over the job's. */
  readonly env: Readonly<Record<string, string>>;
  /** Status of the composite action's main steps. */
  readonly actionStatus: (() => JobStatus) | undefined;
  /** How many composite actions are around. */
  readonly depth: number;
}

/** What is known of a step when an expression of its is evaluated. */
export interface StepView {
  readonly frame: Frame;
  /** `env` of the step itself, as far as it is evaluated. */
  readonly env: Readonly<Record<string, string>>;
  /** Further keys of the `github` context: `action`, `action_path`, paths of environment files. */
  readonly github: { readonly [key: string]: Json };
}
