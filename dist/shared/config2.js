import { a as toProblems, i as pathText, n as readYamlFile, r as firstProblems, t as parseConfig } from "./config.js";

export { parseConfig };