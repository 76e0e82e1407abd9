import { n as runRound, r as showRound, t as environmentsOf } from "./first-gate.js";

export { environmentsOf, runRound, showRound };