export type { ActionContract, InputsOf, OutputField, OutputsOf, PermissionNeed } from "./action.ts";
export { defineAction, FAILURE_OUTPUT, outputsOf, toCamelCase } from "./action.ts";
export type { Field, FieldKind, ValueOf } from "./fields.ts";
export { choice, count, duration, flag, json, list, parseDuration, path, secret, text } from "./fields.ts";
export { nearestName, parseInputs, secretsOf } from "./parse.ts";
export { describe, renderActionYml, renderYaml } from "./render-action.ts";
export type { CompositeAction, CompositeStep } from "./render-road.ts";
export { renderWorkflowCall, toCompositeAction } from "./render-road.ts";
export { renderInputsTable, renderReference, replaceBlock } from "./render-tables.ts";
