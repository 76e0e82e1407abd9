export * from "./details.ts";
export * from "./graph.ts";
export * from "./plan.ts";
export * from "./schedule.ts";
export type { Capacity, ScheduleOptions, Task } from "./schedule-state.ts";
export * from "./verdict.ts";
