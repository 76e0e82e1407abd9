import { n as recallFrom, r as withPasses, t as passOf } from "./last-gate.js";

export { passOf, recallFrom, withPasses };