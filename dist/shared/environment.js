import { t as definedVariables } from "./environment2.js";

export { definedVariables };