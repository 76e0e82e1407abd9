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
  const problems: Problem[] = [];
  const wrong = (name: string, message: string): number => problems.push({ where: `--input ${name}`, message });
  if (event !== "workflow_dispatch") {
    for (const name of Object.keys(given)) wrong(name, "Inputs belong to a dispatch: --event workflow_dispatch.");
  }
  const declared = event === "workflow_dispatch" ? workflow.dispatchInputs : [];
  const list = declared.map(({ name }) => name).join(", ") || "none";
  for (const name of event === "workflow_dispatch" ? Object.keys(given) : []) {
    if (!declared.some((input) => input.name === name))
      wrong(name, `${workflow.label} has no such input; it has: ${list}.`);
  }
  const texts: Record<string, string> = {};
  const values: Record<string, Json> = {};
  for (const input of declared) {
    const text = given[input.name] ?? input.default?.toString() ?? (input.type === "boolean" ? "false" : "");
    if (text === "" && input.required) wrong(input.name, "The input is required.");
    const value = text === "" ? "" : typed(input, text);
    const choices = input.type === "choice" ? ` (${input.options.join(", ")})` : "";
    if (value === undefined) wrong(input.name, `"${text}" is no ${input.type}${choices}.`);
    texts[input.name] = text;
    values[input.name] = value ?? text;
  }
  if (problems.length > 0) {
    throw new TurnpikeError("INPUT_INVALID", "config", "The inputs do not fit, nothing was run.", { problems });
  }
  return { texts, values };
}
