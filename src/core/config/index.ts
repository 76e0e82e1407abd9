export type { Config, GateEntry, Preset } from "./config.ts";
export { configJsonSchema } from "./json-schema.ts";
export { parseConfig } from "./parse-config.ts";
export { firstProblems, type KeysAt, pathText, toProblems } from "./problems.ts";
export { configReference } from "./reference.ts";
export type { GateContent } from "./schema.ts";
export { readYamlFile } from "./yaml-file.ts";
export type { YamlTree } from "./yaml-tree.ts";
