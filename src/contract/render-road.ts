import { stringify } from "yaml";
import type { Field } from "./fields.ts";
import { describe } from "./render-action.ts";

/** The type that `workflow_call` gives a field (docs.github.com: on.workflow_call.inputs.<input_id>.type). */
function workflowType(field: Field<unknown>): "string" | "boolean" | "number" {
  if (field.kind === "flag") return "boolean";
  return field.kind === "count" ? "number" : "string";
}

function workflowDefault(field: Field<unknown>): string | boolean | number {
  if (field.kind === "flag") return field.default === "true";
  if (field.kind === "count") return Number(field.default ?? 0);
  return field.default ?? "";
}

/**
 * The `inputs:` and `secrets:` of a public workflow.
 *
 * @param fields fields by name; secret fields become `secrets`
 * @returns YAML that stands below `workflow_call:`
 */
export function renderWorkflowCall(fields: Readonly<Record<string, Field<unknown>>>): string {
  const entries = Object.entries(fields);
  const inputs = entries
    .filter(([, field]) => field.kind !== "secret")
    .map(([name, field]) => [
      name,
      { description: describe(field), type: workflowType(field), required: false, default: workflowDefault(field) },
    ]);
  const secrets = entries
    .filter(([, field]) => field.kind === "secret")
    .map(([name, field]) => [name, { description: field.description, required: false }]);
  return stringify(
    {
      inputs: Object.fromEntries(inputs),
      ...(secrets.length === 0 ? {} : { secrets: Object.fromEntries(secrets) }),
    },
    { lineWidth: 0 },
  ).trimEnd();
}

/** One step of the composite root action. */
export interface CompositeStep {
  readonly id: string;
  readonly name: string;
  /** Condition without `${{ }}`. */
  readonly if: string;
  /** Folder below `actions/`. */
  readonly action: string;
  readonly with: Readonly<Record<string, string>>;
}

/** What the root action is made from. */
export interface CompositeAction {
  readonly title: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, Field<unknown>>>;
  /** Output name to description and expression. */
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly steps: readonly CompositeStep[];
  readonly branding: { readonly icon: string; readonly color: string };
}

/**
 * @param action the root action
 * @returns a plain value, to be rendered as YAML
 */
export function toCompositeAction(action: CompositeAction): Record<string, unknown> {
  return {
    name: action.title,
    description: action.description,
    author: "Turnpike",
    inputs: Object.fromEntries(
      Object.entries(action.inputs).map(([name, field]) => [
        name,
        {
          description: describe(field),
          required: false,
          ...(field.default === undefined || field.default === "" ? {} : { default: field.default }),
        },
      ]),
    ),
    outputs: action.outputs,
    runs: {
      using: "composite",
      steps: action.steps.map((step) => ({
        id: step.id,
        name: step.name,
        if: `\${{ ${step.if} }}`,
        uses: `$/actions/${step.action}`,
        with: step.with,
      })),
    },
    branding: action.branding,
  };
}
