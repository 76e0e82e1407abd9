import { data } from "@actions/expressions";
import { nearestName } from "../../contract/parse.ts";
import type { Problem } from "../../errors.ts";
import type { Value } from "../expressions/index.ts";
import type { CallInterface, TypedInput } from "./call-interface.ts";
import { entriesOf, problemAt } from "./document.ts";
import { evaluate, type Scope, textOf } from "./evaluate.ts";
import type { CallDefinition } from "./workflow-file.ts";

/** Value that an input has when nothing is given: false, 0 or an empty text (docs.github.com, Workflow syntax, `on.workflow_call.inputs.<id>.default`). */
function emptyOf(type: TypedInput["type"]): Value {
  if (type === "boolean") return new data.BooleanData(false);
  return type === "number" ? new data.NumberData(0) : new data.StringData("");
}

/** A value as the input's type wants it, or undefined. Texts are not converted: `"true"` is no boolean. */
function asType(type: TypedInput["type"], value: Value): Value | undefined {
  if (type === "boolean") return value.kind === data.Kind.Boolean ? value : undefined;
  if (type === "number") return value.kind === data.Kind.Number ? value : undefined;
  if (value.kind === data.Kind.Array || value.kind === data.Kind.Dictionary) return undefined;
  return new data.StringData(textOf(value));
}

/** The inputs of a call, or what is wrong with them. */
export type CallInputs =
  | { readonly kind: "inputs"; readonly value: Value }
  | { readonly kind: "wrong"; readonly problems: readonly Problem[] };

/**
 * Evaluates what a caller passes and checks it against the declared types.
 *
 * @param label the caller's file
 * @param call the calling job
 * @param to what the called workflow declares, and the scopes of caller and called workflow
 */
export function callInputs(
  label: string,
  call: CallDefinition,
  to: { readonly takes: CallInterface; readonly caller: Scope; readonly called: Scope },
): CallInputs {
  const given = new Map(entriesOf(call.with).map((entry) => [entry.key.toLowerCase(), entry]));
  const problems: Problem[] = [];
  const value = new data.Dictionary();
  for (const input of to.takes.inputs) {
    const entry = given.get(input.name.toLowerCase());
    const found =
      entry === undefined ? evaluateDefault(input, to.called) : asType(input.type, evaluate(entry.value, to.caller));
    if (found === undefined) {
      const message = `Input \`${input.name}\` of ${call.uses} must be a ${input.type}.`;
      problems.push(problemAt(label, entry?.value ?? call.token, message));
    }
    value.add(input.name, found ?? emptyOf(input.type));
  }
  return problems.length > 0 ? { kind: "wrong", problems } : { kind: "inputs", value };
}

function evaluateDefault(input: TypedInput, scope: Scope): Value | undefined {
  return input.default === undefined ? emptyOf(input.type) : asType(input.type, evaluate(input.default, scope));
}

/**
 * What can be said of a call before anything runs: inputs and secrets that do not exist, and required ones that are
 * missing (actions/runner src/Sdk/WorkflowParser/Conversion/WorkflowTemplateConverter.cs, ConvertToReferencedWorkflow).
 *
 * @param label the caller's file
 * @param call the calling job
 * @param takes what the called workflow declares
 */
export function checkCall(label: string, call: CallDefinition, takes: CallInterface): readonly Problem[] {
  const inputs = { kind: "Input", entries: entriesOf(call.with), known: takes.inputs };
  const inherits = call.secrets?.isScalar === true;
  const secrets = { kind: "Secret", entries: entriesOf(call.secrets), known: takes.secrets };
  return [inputs, ...(inherits ? [] : [secrets])].flatMap(({ kind, entries, known }) => {
    const names = new Set(known.map(({ name }) => name.toLowerCase()));
    const given = new Set(entries.map(({ key }) => key.toLowerCase()));
    const advice = (key: string): string => {
      const all = known.map(({ name }) => name);
      const nearest = nearestName(key, all);
      return nearest === undefined ? `it has: ${all.join(", ") || "none"}.` : `did you mean \`${nearest}\`?`;
    };
    const unknown = entries
      .filter(({ key }) => !names.has(key.toLowerCase()))
      .map((entry) =>
        problemAt(label, entry.keyToken, `${kind} \`${entry.key}\` is not one of ${call.uses}; ${advice(entry.key)}`),
      );
    const missing = known
      .filter((one) => one.required && !hasDefault(one) && !given.has(one.name.toLowerCase()))
      .map(({ name }) =>
        problemAt(label, call.token, `${kind} \`${name}\` is required by ${call.uses} and is missing.`),
      );
    return [...unknown, ...missing];
  });
}

function hasDefault(one: TypedInput | CallInterface["secrets"][number]): boolean {
  return "default" in one && one.default !== undefined;
}
