import { n as installedKey, t as describe } from "./describe.js";

export { describe, installedKey };