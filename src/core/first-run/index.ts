export * from "./copy-environment.ts";
export * from "./count-tests.ts";
export * from "./first-green.ts";
export * from "./proof.ts";
export * from "./release-preview.ts";
export * from "./try-document.ts";
