import type { Annotation } from "../core/workflow/index.ts";

/** What a step or a job came to, as GitHub names it. */
export type Conclusion = "success" | "failure" | "cancelled" | "skipped";

/** An annotation that a step made. Texts are masked. */
export type RunAnnotation = Annotation;

/** A job as it is known when the run starts, or when a matrix or a called workflow unfolds. */
export interface JobNode {
  /** Unique in the run; `turnpike / check` is shown as its name. */
  readonly id: string;
  readonly name: string;
  /** Id of the calling job, when this one is inside a reusable workflow. */
  readonly parent?: string;
  readonly needs: readonly string[];
  /** True for a job that calls a reusable workflow and has no steps of its own. */
  readonly isCall: boolean;
}

/** What a run is of. */
export interface RunHead {
  readonly title: string;
  /** Name of the event, `push`. */
  readonly event: string;
  /** `refs/heads/main`. */
  readonly ref: string;
  readonly sha: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Relative to the repository's root. */
  readonly workflowFile: string;
}

/** What the executor tells whoever watches. Times are ms since the run started. */
export type RunEvent =
  | (RunHead & {
      readonly kind: "run-started";
      readonly jobs: readonly JobNode[];
      readonly atMs: number;
    })
  | { readonly kind: "job-added"; readonly job: JobNode; readonly atMs: number }
  | { readonly kind: "job-started"; readonly jobId: string; readonly atMs: number }
  | {
      readonly kind: "step-started";
      readonly jobId: string;
      readonly step: number;
      readonly name: string;
      readonly atMs: number;
    }
  /** One masked line of a step's log; `fold` lines begin and end groups. */
  | {
      readonly kind: "line";
      readonly jobId: string;
      readonly step: number;
      readonly text: string;
      readonly style: "plain" | "command" | "debug" | "error" | "warning" | "notice" | "fold-begin" | "fold-end";
      readonly atMs: number;
    }
  | {
      readonly kind: "annotation";
      readonly jobId: string;
      readonly step: number;
      readonly annotation: RunAnnotation;
      readonly atMs: number;
    }
  | {
      readonly kind: "step-finished";
      readonly jobId: string;
      readonly step: number;
      readonly name: string;
      /** Before `continue-on-error`. */
      readonly outcome: Conclusion;
      readonly conclusion: Conclusion;
      /** Markdown that the step left for the summary, masked; empty when none. */
      readonly summary: string;
      readonly durationMs: number;
      readonly atMs: number;
    }
  | {
      readonly kind: "job-finished";
      readonly jobId: string;
      readonly conclusion: Conclusion;
      readonly outputs: Readonly<Record<string, string>>;
      readonly durationMs: number;
      readonly atMs: number;
    }
  /** Something about the run as a whole: a mapping that was assumed, a key that is ignored on purpose, a service that is off. */
  | {
      readonly kind: "note";
      readonly level: "info" | "warning" | "error";
      readonly message: string;
      readonly atMs: number;
    }
  | {
      readonly kind: "run-finished";
      readonly conclusion: Conclusion;
      /** Exit code of `turnpike run`. */
      readonly exitCode: number;
      readonly durationMs: number;
      readonly atMs: number;
    };

/** Takes events in order; must not throw. */
export type RunListener = (event: RunEvent) => void;
