export { justReader } from "./just-reader.ts";
