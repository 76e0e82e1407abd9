import { n as runRound, r as showRound, t as environmentsOf } from "./gates-round.js";

export { environmentsOf, runRound, showRound };