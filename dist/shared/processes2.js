import { t as NodeProcesses } from "./processes.js";

export { NodeProcesses };