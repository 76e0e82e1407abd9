export { type ConfigFile, type ConfigSection, readConfigParser, type TextLine } from "./config-parser.ts";
export { readIni } from "./ini.ts";
export { jsonLines } from "./json-lines.ts";
export { remembered } from "./remembered.ts";
export { asList, asTable, asText, isTable, type Table, tableAt, textList, valueAt } from "./tables.ts";
export { parseToml } from "./toml.ts";
export { type LineFinder, tomlLines } from "./toml-lines.ts";
export { parseYaml, tooDeepAt } from "./yaml-documents.ts";
export { readYaml } from "./yaml-lines.ts";
