import { t as GitProgram } from "./git.js";

export { GitProgram };