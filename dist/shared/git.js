import { t as GitProgram } from "./git2.js";

export { GitProgram };