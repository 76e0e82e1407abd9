import { isSequence } from "@actions/workflow-parser/templates/tokens/type-guards";
import { childOf, entriesOf, type Template } from "./document.ts";

/** An input of `workflow_call` or `workflow_dispatch`. */
export interface TypedInput {
  readonly name: string;
  readonly type: "string" | "boolean" | "number" | "choice" | "environment";
  readonly required: boolean;
  readonly default: Template | undefined;
  readonly options: readonly string[];
}

/** What a reusable workflow takes and gives. */
export interface CallInterface {
  readonly inputs: readonly TypedInput[];
  readonly secrets: readonly { readonly name: string; readonly required: boolean }[];
  readonly outputs: readonly { readonly name: string; readonly value: Template | undefined }[];
}

function isRequired(token: Template): boolean {
  return childOf(token, "required")?.toString() === "true";
}

function readInputs(token: Template | undefined): readonly TypedInput[] {
  return entriesOf(token).map(({ key, value }) => {
    const options = childOf(value, "options");
    return {
      name: key,
      type: typeOf(childOf(value, "type")?.toString()),
      required: isRequired(value),
      default: childOf(value, "default"),
      options: options !== undefined && isSequence(options) ? [...options].map((one) => one.toString()) : [],
    };
  });
}

function typeOf(text: string | undefined): TypedInput["type"] {
  return text === "boolean" || text === "number" || text === "choice" || text === "environment" ? text : "string";
}

/**
 * @param on value of a workflow's `on` key
 * @returns its `workflow_call`; undefined when it cannot be called
 */
export function readCallInterface(on: Template | undefined): CallInterface | undefined {
  if (on === undefined || !listensToCall(on)) return undefined;
  const call = childOf(on, "workflow_call");
  return {
    inputs: readInputs(childOf(call, "inputs")),
    secrets: entriesOf(childOf(call, "secrets")).map(({ key, value }) => ({ name: key, required: isRequired(value) })),
    outputs: entriesOf(childOf(call, "outputs")).map(({ key, value }) => ({
      name: key,
      value: childOf(value, "value"),
    })),
  };
}

function listensToCall(on: Template): boolean {
  if (isSequence(on)) return [...on].some((token) => token.toString() === "workflow_call");
  return on.isScalar ? on.toString() === "workflow_call" : childOf(on, "workflow_call") !== undefined;
}

/**
 * @param on value of a workflow's `on` key
 * @returns inputs of `workflow_dispatch`
 */
export function readDispatchInputs(on: Template | undefined): readonly TypedInput[] {
  return readInputs(childOf(childOf(on, "workflow_dispatch"), "inputs"));
}
