import { n as readYamlTree, r as pathText, t as parseConfig } from "./config.js";

export { parseConfig };