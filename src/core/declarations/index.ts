export type * from "./declaration.ts";
export { READERS } from "./readers.ts";
