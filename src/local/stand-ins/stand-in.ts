import type { AnnotationLevel, RunFacts, SecretMasker } from "../../core/workflow/index.ts";
import type { Processes } from "../../ports/processes.ts";
import type { Git } from "../git.ts";
import type { OwnRepository } from "../own-repository.ts";
import type { LocalServices } from "../services/index.ts";

/** What a stand-in has of the run. */
export interface StandInRun {
  readonly facts: RunFacts;
  readonly services: LocalServices;
  readonly repository: OwnRepository;
  readonly git: Git;
  readonly processes: Processes;
  readonly masker: SecretMasker;
  readonly toolCache: string;
  /** Environment of every step, before anything of GitHub's. */
  readonly baseEnv: Readonly<Record<string, string>>;
}

/** What a stand-in works with. */
export interface StandInContext {
  readonly shared: StandInRun;
  /** All declared inputs, by name in lower case; empty text for what was not given and has no default. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Absolute. */
  readonly workspace: string;
  /** Absolute scratch folder of the job. */
  readonly temp: string;
  /** The environment that a step's process would get. */
  readonly env: Readonly<Record<string, string>>;
  print(line: string): void;
  report(level: AnnotationLevel, message: string): void;
  setOutput(name: string, value: string): void;
  /** For all later steps of the job. */
  setEnv(name: string, value: string): void;
  /** In front of PATH, for all later steps of the job. */
  addPath(folder: string): void;
}

/** An action of GitHub's that is built in, as the real one needs GitHub or Docker. */
export interface StandIn {
  /** `owner/name`, or `owner/name/path`. */
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

/** What a stand-in lists of the real action's inputs that change nothing here. */
export function harmless(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, ""]));
}

/**
 * @param context the stand-in's
 * @param asked inputs that it cannot do, each with the values that ask for nothing
 * @returns what is wrong, or undefined
 */
export function notDone(
  context: StandInContext,
  action: string,
  asked: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  for (const [name, quiet] of Object.entries(asked)) {
    if (!["", ...quiet].includes(context.inputs[name] ?? "")) {
      return `turnpike run does not do the input ${name} of ${action}.`;
    }
  }
  return undefined;
}

/**
 * @param inputs a stand-in's inputs
 * @param name a flag
 * @returns whether it is set, by the words that `core.getBooleanInput` takes
 */
export function isSet(inputs: Readonly<Record<string, string>>, name: string): boolean {
  return inputs[name]?.trim().toLowerCase() === "true";
}
