import { i as conclude } from "./last-gate.js";

export { conclude };