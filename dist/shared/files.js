import { _ as NodeFiles } from "./begin.js";

export { NodeFiles };