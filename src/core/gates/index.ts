export * from "./details.ts";
export * from "./plan.ts";
export * from "./verdict.ts";
