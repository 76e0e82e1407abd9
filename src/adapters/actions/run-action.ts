import * as core from "@actions/core";
import {
  type ActionContract,
  FAILURE_OUTPUT,
  type InputsOf,
  type OutputsOf,
  parseInputs,
  secretsOf,
} from "../../contract/index.ts";
import { toFailure } from "../../core/gates/failure.ts";
import { Masker } from "../../core/gates/secrets/mask.ts";
import { secretsOf as secretsOfEnvironment } from "../../core/gates/secrets/secrets-of.ts";
import { EXIT, exitCodeOf, formatError, formatProblem, type Problem, TurnpikeError } from "../../errors.ts";
import { definedVariables } from "../node/environment.ts";
import { readInputs } from "./inputs.ts";
import { actionsLog } from "./log.ts";

/** What a use case gives back: outputs, and the exit code that its result stands for. */
export interface ActionResult<C extends ActionContract> {
  readonly outputs: Partial<OutputsOf<C>>;
  /** 0 unless the result itself is a failure (a failed gate, a refused artifact). */
  readonly exitCode?: number;
  /** Said as the step's error when the exit code is not 0. */
  readonly failure?: string;
}

function toKebabCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** GitHub keeps ten errors of a step; one is the sentence at the end. */
const PLACED_PROBLEMS = 9;

/** Shows problems at their places in the changed files, and the rest with the sentence that says what happened. */
function annotate(title: string, error: unknown): void {
  const problems: readonly Problem[] = error instanceof TurnpikeError ? error.problems : [];
  const placed = problems.filter(({ line }) => line !== undefined).slice(0, PLACED_PROBLEMS);
  for (const problem of placed) {
    const { where: file, line, column } = problem;
    const place = { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
    actionsLog.error(formatProblem(problem), { title, file, ...place });
  }
  actionsLog.error(formatError(error, placed), { title });
}

function reportError(contract: ActionContract, error: unknown): number {
  const isWarning = contract.onServiceError === "warn" && error instanceof TurnpikeError && error.kind === "service";
  if (isWarning) {
    actionsLog.warning(formatError(error), { title: contract.title });
    return EXIT.passed;
  }
  annotate(contract.title, error);
  try {
    // GitHub drops an output that holds a secret, and the page would not say why the step gave up.
    const masker = new Masker(secretsOfEnvironment(definedVariables(process.env)));
    core.setOutput(FAILURE_OUTPUT, JSON.stringify(toFailure(error, (text) => masker.mask(text))));
  } catch {
    // An output that cannot be written must not hide what happened.
  }
  if (core.isDebug() && error instanceof Error) actionsLog.debug(error.stack ?? "");
  return exitCodeOf(error);
}

/**
 * Runs one action from inputs to exit code: reads inputs (all problems at once), masks secrets before anything may log,
 * calls the use case, writes the declared outputs, renders one message for an error. Ends the process, because open
 * sockets of clients would keep it alive.
 *
 * @param contract the action's contract
 * @param useCase the work
 */
export async function runAction<C extends ActionContract>(
  contract: C,
  useCase: (inputs: InputsOf<C>) => Promise<ActionResult<C>>,
): Promise<never> {
  let exitCode: number = EXIT.passed;
  try {
    const raw = readInputs(contract, process.env);
    for (const secret of secretsOf(contract, raw)) actionsLog.mask(secret);
    const result = await useCase(parseInputs(contract, raw));
    for (const [name, value] of Object.entries(result.outputs as Record<string, string | undefined>)) {
      if (value !== undefined) core.setOutput(toKebabCase(name), value);
    }
    exitCode = result.exitCode ?? EXIT.passed;
    if (exitCode !== EXIT.passed && result.failure !== undefined) {
      actionsLog.error(result.failure, { title: contract.title });
    }
  } catch (error) {
    exitCode = reportError(contract, error);
  }
  return await endProcess(exitCode);
}

/**
 * Runs a post step. It never fails a job: an error becomes a warning.
 *
 * @param contract the action's contract
 * @param work the work
 */
export async function runPost(contract: ActionContract, work: () => Promise<void>): Promise<never> {
  try {
    await work();
  } catch (error) {
    actionsLog.warning(formatError(error), { title: contract.title });
  }
  return await endProcess(EXIT.passed);
}

/** Ends the process once standard output has taken everything. */
async function endProcess(exitCode: number): Promise<never> {
  await new Promise<void>((done) => process.stdout.write("", () => done()));
  process.exit(exitCode);
}
