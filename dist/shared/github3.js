import { n as getOctokit, t as context } from "./github2.js";

export { context, getOctokit };