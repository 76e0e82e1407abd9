// src/adapters/sigstore/index.ts
/**
* Sigstore over HTTP and `@sigstore/verify`. Libraries are loaded when they are needed.
*
* @param ports HTTP, clock and processes
*/
function sigstore(ports) {
	return {
		async services(instance) {
			return (await import("./instances.js")).SERVICES[instance];
		},
		async trustedRoot(instance) {
			const { githubTrustedRoot, publicGoodTrustedRoot } = await import("./instances.js");
			return instance === "github" ? await githubTrustedRoot(ports.processes, ports.env) : publicGoodTrustedRoot();
		},
		async signer(services) {
			const { SigstoreSigner } = await import("./signer.js");
			return new SigstoreSigner(ports, services);
		},
		async verifier(trustedRoot, where) {
			const { SigstoreVerifier } = await import("./verifier.js");
			return new SigstoreVerifier(trustedRoot, where);
		}
	};
}

export { sigstore as t };