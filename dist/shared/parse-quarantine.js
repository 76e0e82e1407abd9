import { t as parseQuarantine } from "./parse-quarantine2.js";

export { parseQuarantine };