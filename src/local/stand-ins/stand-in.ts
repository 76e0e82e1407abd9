import type { AnnotationLevel } from "../../core/workflow/index.ts";
import type { RunShared } from "../executor/run-shared.ts";

/** What a stand-in works with. */
export interface StandInContext {
  readonly shared: RunShared;
  /** All declared inputs, by name in lower case; empty text for what was not given and has no default. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Absolute. */
  readonly workspace: string;
  print(line: string): void;
  report(level: AnnotationLevel, message: string): void;
  setOutput(name: string, value: string): void;
}

/** An action of GitHub's that is built in, as the real one needs GitHub or Docker. */
export interface StandIn {
  /** `owner/name`. */
  readonly repository: string;
  /** Inputs of the real action with their defaults. */
  readonly inputs: Readonly<Record<string, string>>;
  /**
   * Does what the action does.
   *
   * @returns what is wrong, or undefined; a fault fails the step
   */
  run(context: StandInContext): Promise<string | undefined>;
}

/**
 * @param inputs a stand-in's inputs
 * @param name a flag
 * @returns whether it is set, by the words that `core.getBooleanInput` takes
 */
export function isSet(inputs: Readonly<Record<string, string>>, name: string): boolean {
  return inputs[name]?.trim().toLowerCase() === "true";
}
