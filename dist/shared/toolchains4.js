import { t as NodeToolchains } from "./toolchains3.js";

export { NodeToolchains };