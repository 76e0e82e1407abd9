import { CHECKOUT } from "../checkout-root.ts";
import { conditionFacts, eventOf, isChange, machineContexts, mainKind, type OwnNames, type RunKind } from "./events.ts";
import type { Combination } from "./matrix-choice.ts";
import type { Facts, KnownContexts } from "./partial.ts";
import { conditionDoubt, type Holds, holds } from "./texts.ts";

/** What the steps of one job share. */
export interface JobScope {
  readonly names: OwnNames;
  /** Runs in which the job's own condition may hold. */
  readonly kinds: readonly RunKind[];
  /** Undefined: known only when it runs. */
  readonly matrix: Combination | undefined;
  readonly inputs: Facts;
  readonly needs: readonly string[];
  /** Whether commands that read the matrix stand for several. */
  readonly isOneOfMany: boolean;
  /** Versions of Python of the combinations that it stands for. */
  readonly pythons: readonly string[];
}

/** What steps change for those after them. */
export interface StepFacts {
  readonly env: Readonly<Record<string, string>>;
  /** Outputs by id of the step, as far as they are known. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What is known where the text of a command stands. */
export function textContexts(scope: JobScope, facts: StepFacts): KnownContexts {
  const kind = mainKind(scope.kinds);
  const { repository } = scope.names;
  const known: Readonly<Record<string, Facts>> =
    repository === undefined ? {} : { repository, repository_owner: repository.split("/")[0] ?? "" };
  const event: Readonly<Record<string, Facts>> = kind === undefined ? {} : { event_name: eventOf(kind) };
  const steps = Object.fromEntries(Object.entries(facts.outputs).map(([id, outputs]) => [id, { outputs }]));
  return {
    ...machineContexts(),
    github: { facts: { ...known, ...event, workspace: CHECKOUT }, isWhole: false },
    env: { facts: facts.env, isWhole: false },
    inputs: { facts: scope.inputs, isWhole: true },
    steps: { facts: steps, isWhole: false },
    ...(scope.matrix === undefined ? {} : { matrix: { facts: scope.matrix, isWhole: true } }),
  };
}

/** What is known where a condition stands, in one kind of run. */
function conditionContexts(scope: JobScope, facts: StepFacts, kind: RunKind): KnownContexts {
  const results = Object.fromEntries(scope.needs.map((id) => [id, { result: "success" }]));
  return {
    ...textContexts(scope, facts),
    github: { facts: conditionFacts(kind, scope.names), isWhole: false },
    needs: { facts: results, isWhole: false },
  };
}

/** Where a condition holds. */
export interface Standing {
  /** Kinds of runs in which it may hold. */
  readonly kinds: readonly RunKind[];
  readonly doubts: readonly string[];
  /** True when something that is known only when it runs decides. */
  readonly isOpen: boolean;
}

/** @returns in which of the job's runs a condition holds */
export function standingOf(condition: string | undefined, scope: JobScope, facts: StepFacts): Standing {
  const results = scope.kinds.map((kind): readonly [RunKind, Holds] => [
    kind,
    holds(condition, conditionContexts(scope, facts, kind)),
  ]);
  const kinds = results.filter(([, result]) => result !== "no").map(([kind]) => kind);
  const main = mainKind(kinds);
  const isSure = results.some(([kind, result]) => result === "yes" && isChange(kind));
  const isOpen = !isSure && results.some(([kind, result]) => kind === main && result === "unknown");
  return { kinds, doubts: isOpen && condition !== undefined ? [conditionDoubt(condition)] : [], isOpen };
}
