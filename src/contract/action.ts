import type { Field, ValueOf } from "./fields.ts";

/** One permission that a job must grant. */
export interface PermissionNeed {
  readonly level: "read" | "write";
  /** What it is for; shown in tables. */
  readonly why: string;
  /** True when the action does its main work without it and says so. */
  readonly optional: boolean;
}

/** What an action tells its caller. */
export interface OutputField {
  readonly description: string;
}

/** Everything that is public of an action: the one place where it is written. */
export interface ActionContract<
  I extends Readonly<Record<string, Field<unknown>>> = Readonly<Record<string, Field<unknown>>>,
  O extends Readonly<Record<string, OutputField>> = Readonly<Record<string, OutputField>>,
> {
  /** Folder below `actions/`, and the bundle's name in `dist/`. */
  readonly name: string;
  /** Shown by GitHub. */
  readonly title: string;
  readonly description: string;
  readonly inputs: I;
  readonly outputs: O;
  readonly permissions: Readonly<Record<string, PermissionNeed>>;
  /** True when there is a `post.ts`. */
  readonly post?: boolean;
  /** What a failing remote service does: `fail` the step, or `warn` and go on. */
  readonly onServiceError: "fail" | "warn";
  /** Lucide icon and colour of GitHub's marketplace. */
  readonly branding: { readonly icon: string; readonly color: string };
}

/** The output that every action has beside its own. */
export const FAILURE_OUTPUT = "failure";

/**
 * @param contract an action's contract
 * @returns all that the action tells its caller, by name
 */
export function outputsOf(contract: ActionContract): Readonly<Record<string, OutputField>> {
  const description =
    "Why the step gave up, as JSON (docs/schema/failure.schema.json); empty when it did its work, whatever came of it.";
  return { ...contract.outputs, [FAILURE_OUTPUT]: { description } };
}

type CamelCase<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;

/** The inputs of a contract as code sees them: camelCase, typed. */
export type InputsOf<C extends ActionContract> = {
  readonly [K in keyof C["inputs"] & string as CamelCase<K>]: ValueOf<C["inputs"][K]>;
};

/** The outputs of a contract as code gives them: camelCase, all present. */
export type OutputsOf<C extends ActionContract> = {
  readonly [K in keyof C["outputs"] & string as CamelCase<K>]: string;
};

/**
 * Keeps the literal types of a contract.
 *
 * @param contract the contract
 * @returns the same object
 */
export function defineAction<
  const I extends Readonly<Record<string, Field<unknown>>>,
  const O extends Readonly<Record<string, OutputField>>,
>(contract: ActionContract<I, O>): ActionContract<I, O> {
  return contract;
}

/**
 * @param name `verdict-file`
 * @returns `verdictFile`
 */
export function toCamelCase(name: string): string {
  return name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
