import { t as NodeFiles } from "./files2.js";

export { NodeFiles };