export { GITHUB_SERVICES, PUBLIC_GOOD_SERVICES, publicGoodTrustedRoot } from "./instances.ts";
export { SigstoreSigner } from "./signer.ts";
export { SigstoreVerifier } from "./verifier.ts";
