import { t as watchGates } from "./gates-view2.js";

export { watchGates };