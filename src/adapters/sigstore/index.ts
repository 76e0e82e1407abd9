import type { Processes } from "../../ports/processes.ts";
import type { Sigstore } from "../../ports/signing.ts";
import type { ExchangePorts } from "./exchange.ts";

/** What signing and verifying touch. */
export interface SigstorePorts extends ExchangePorts {
  /** Only for GitHub's trusted root. */
  readonly processes: Processes;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Sigstore over HTTP and `@sigstore/verify`. Libraries are loaded when they are needed.
 *
 * @param ports HTTP, clock and processes
 */
export function sigstore(ports: SigstorePorts): Sigstore {
  return {
    async services(instance) {
      return (await import("./instances.ts")).SERVICES[instance];
    },
    async trustedRoot(instance) {
      const { githubTrustedRoot, publicGoodTrustedRoot } = await import("./instances.ts");
      return instance === "github" ? await githubTrustedRoot(ports.processes, ports.env) : publicGoodTrustedRoot();
    },
    async signer(services) {
      const { SigstoreSigner } = await import("./signer.ts");
      return new SigstoreSigner(ports, services);
    },
    async verifier(trustedRoot, where) {
      const { SigstoreVerifier } = await import("./verifier.ts");
      return new SigstoreVerifier(trustedRoot, where);
    },
  };
}
