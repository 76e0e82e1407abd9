export { checkOfAction, versionsOfAction } from "./check-action.ts";
export { workflowReader } from "./workflow-reader.ts";
