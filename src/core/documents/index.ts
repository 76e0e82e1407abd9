export { type ConfigFile, type ConfigSection, readConfigParser, type TextLine } from "./config-parser.ts";
export { type IniFile, readIni } from "./ini.ts";
export { jsonLines } from "./json-lines.ts";
export { asList, asTable, asText, isTable, type Table, tableAt, textList, valueAt } from "./tables.ts";
export { type LineFinder, tomlLines } from "./toml-lines.ts";
export { parseYaml, type YamlParsing } from "./yaml-documents.ts";
export { readYaml, type YamlFault, type YamlFile } from "./yaml-lines.ts";
