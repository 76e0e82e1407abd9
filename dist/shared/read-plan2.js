import { n as readPlanned, t as readPlan } from "./read-plan.js";

export { readPlan };