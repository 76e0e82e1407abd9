export * from "./attestations-file.ts";
export * from "./certificate.ts";
export * from "./predicates.ts";
export * from "./subjects.ts";
