import { c as NodeProcesses } from "./begin.js";

export { NodeProcesses };