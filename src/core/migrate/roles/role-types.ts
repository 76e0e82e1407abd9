import type { Gate } from "../../gates/index.ts";
import type { JobFacts, WorkflowFacts } from "../model.ts";
import type { Known } from "./covering.ts";

/** What a step is for, seen alone. */
export type Role =
  | { readonly kind: "set-up"; readonly what: string }
  | { readonly kind: "gate"; readonly gates: readonly Gate[] }
  | { readonly kind: "build" | "inspect" | "aggregate" | "coverage" }
  | { readonly kind: "evidence"; readonly what: "SBOM" | "signature" }
  | { readonly kind: "upload"; readonly name: string; readonly what: "reports" | "build" | "other" }
  | { readonly kind: "download"; readonly name: string | null }
  | { readonly kind: "publish"; readonly why: string }
  /** `acts`: it changes what others see, so that it must not run when a check before it has failed. */
  | { readonly kind: "stays"; readonly why: string; readonly acts?: true }
  | { readonly kind: "person"; readonly why: string; readonly todo: string };

/** Where a step stands and what the road runs. */
export interface RoleContext {
  readonly workflow: WorkflowFacts;
  readonly job: JobFacts;
  readonly known: Known;
}

/** @returns the role of a step that stays */
export function stays(why: string): Extract<Role, { readonly kind: "stays" }> {
  return { kind: "stays", why };
}
