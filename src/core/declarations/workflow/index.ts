export { workflowReader } from "./workflow-reader.ts";
