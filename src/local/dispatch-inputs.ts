import type { EventName, Json, TypedInput, WorkflowFile } from "../core/workflow/index.ts";
import { type Problem, TurnpikeError } from "../errors.ts";

/** Inputs of a dispatch: as the payload has them, and as the `inputs` context has them. */
export interface DispatchInputs {
  readonly texts: Readonly<Record<string, string>>;
  readonly values: { readonly [name: string]: Json };
}

function typed(input: TypedInput, text: string): Json | undefined {
  switch (input.type) {
    case "boolean":
      return text === "true" || text === "false" ? text === "true" : undefined;
    case "number":
      return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;
    case "choice":
      return input.options.includes(text) ? text : undefined;
    default:
      return text;
  }
}

/** What is wrong with the names that were given. */
function nameProblems(workflow: WorkflowFile, event: EventName, names: readonly string[]): readonly Problem[] {
  const declared = workflow.dispatchInputs.map(({ name }) => name);
  const list = declared.join(", ") || "none";
  const problem = (name: string, message: string): Problem => ({ where: `--input ${name}`, message });
  if (event !== "workflow_dispatch") {
    return names.map((name) => problem(name, "Inputs belong to a dispatch: --event workflow_dispatch."));
  }
  return names
    .filter((name) => !declared.includes(name))
    .map((name) => problem(name, `${workflow.label} has no such input; it has: ${list}.`));
}

/** What is wrong with the text of an input. */
function textProblems(input: TypedInput, text: string, value: Json | undefined): readonly Problem[] {
  const where = `--input ${input.name}`;
  const choices = input.type === "choice" ? ` (${input.options.join(", ")})` : "";
  return [
    ...(text === "" && input.required ? [{ where, message: "The input is required." }] : []),
    ...(value === undefined ? [{ where, message: `"${text}" is no ${input.type}${choices}.` }] : []),
  ];
}

/**
 * Checks what was given against what `workflow_dispatch` declares.
 *
 * @param workflow the run's workflow
 * @param event the run's event; inputs belong to a dispatch alone
 * @param given inputs of the command line
 * @throws TurnpikeError `INPUT_INVALID` with all that is wrong
 */
export function dispatchInputs(
  workflow: WorkflowFile,
  event: EventName,
  given: Readonly<Record<string, string>>,
): DispatchInputs {
  const problems = [...nameProblems(workflow, event, Object.keys(given))];
  const declared = event === "workflow_dispatch" ? workflow.dispatchInputs : [];
  const texts: Record<string, string> = {};
  const values: Record<string, Json> = {};
  for (const input of declared) {
    const text = given[input.name] ?? input.default?.toString() ?? (input.type === "boolean" ? "false" : "");
    const value = text === "" ? "" : typed(input, text);
    problems.push(...textProblems(input, text, value));
    texts[input.name] = text;
    values[input.name] = value ?? text;
  }
  if (problems.length > 0) {
    throw new TurnpikeError("INPUT_INVALID", "config", "The inputs do not fit, nothing was run.", { problems });
  }
  return { texts, values };
}
