import { y as definedVariables } from "./begin.js";

export { definedVariables };