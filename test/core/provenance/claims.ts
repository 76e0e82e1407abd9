import type { Claims } from "../../../src/core/provenance/index.ts";
import { RELEASE_CLAIMS } from "../../fakes/issuer.ts";

/** Claims of a release run, as they are read. */
export const CLAIMS: Claims = { ...RELEASE_CLAIMS, iss: "https://token.example.org" };
