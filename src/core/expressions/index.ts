export * from "./matrix-legs.ts";
export * from "./parse.ts";
export * from "./values.ts";
