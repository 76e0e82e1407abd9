import { Et as GitProgram } from "./first-gate.js";

export { GitProgram };