import { n as readYamlTree, t as parseConfig } from "./config.js";

export { parseConfig };