import { Document } from "yaml";
import { type ActionContract, outputsOf } from "./action.ts";
import type { Field } from "./fields.ts";

const HEADER = " Generated from src/actions/*/contract.ts; change it there and run `npm run generate`.";

function inputNode(field: Field<unknown>): Record<string, unknown> {
  return {
    description: describe(field),
    required: field.required,
    ...(field.default === undefined || field.default === "" ? {} : { default: field.default }),
  };
}

/** The description with the choices, as every rendering shows it. */
export function describe(field: Field<unknown>): string {
  return field.choices === undefined ? field.description : `${field.description} One of: ${field.choices.join(", ")}.`;
}

/**
 * @param value any plain value
 * @returns YAML with the notice that it is generated
 */
export function renderYaml(value: unknown): string {
  const document = new Document(value);
  document.commentBefore = HEADER;
  return document.toString({ lineWidth: 0 });
}

/**
 * @param contract an action's contract
 * @returns the text of `actions/<name>/action.yml`
 */
export function renderActionYml(contract: ActionContract): string {
  return renderYaml({
    name: contract.title,
    description: contract.description,
    author: "Turnpike",
    inputs: Object.fromEntries(Object.entries(contract.inputs).map(([name, field]) => [name, inputNode(field)])),
    outputs: Object.fromEntries(
      Object.entries(outputsOf(contract)).map(([name, output]) => [name, { description: output.description }]),
    ),
    runs: {
      using: "node24",
      main: `../../dist/${contract.name}.js`,
      ...(contract.post === true ? { post: `../../dist/${contract.name}-post.js` } : {}),
    },
    branding: contract.branding,
  });
}
