import { a as runGatesCommand } from "./first-gate.js";

export { runGatesCommand };