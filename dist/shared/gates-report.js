import { n as renderGatesReport, r as verdictLine, t as gateBlocks } from "./gates-report2.js";

export { gateBlocks, renderGatesReport, verdictLine };