import { n as acquireUv, t as UvFinder } from "./acquire.js";

export { UvFinder, acquireUv };