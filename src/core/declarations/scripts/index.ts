export { scriptsReader } from "./scripts-reader.ts";
