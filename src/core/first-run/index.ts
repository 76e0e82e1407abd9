export * from "./first-green.ts";
