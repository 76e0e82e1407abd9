import { B as cut, H as plainText, V as oneLine } from "./first-gate.js";

export { cut, oneLine, plainText };