import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { TRUST_CONFIG_VARIABLE } from "../../core/provenance/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { Clock } from "../../ports/clock.ts";
import { startLoopbackServer } from "../services/server.ts";
import { fulcio, type TrustedIssuer } from "./fulcio.ts";
import { loadKeys } from "./keys.ts";
import { RekorV1 } from "./rekor-v1.ts";
import { rekorV2 } from "./rekor-v2.ts";
import { timestampAuthority } from "./timestamp-authority.ts";
import { TransparencyLog } from "./transparency-log.ts";
import { LOCAL_HOSTS, toSigningConfig, toTrustedRoot } from "./trust.ts";

/** What the embedded Sigstore needs. */
export interface SigstoreOptions {
  /** Whose tokens it certifies. */
  readonly issuer: TrustedIssuer;
  /** Absolute folder of keys and logs; kept from run to run, so that what was signed earlier still verifies. */
  readonly folder: string;
  readonly clock: Clock;
  /** What certified names are below; default `https://github.com`. */
  readonly serverUrl?: string;
  /** Takes a line for each request; never a secret. */
  readonly log?: (message: string) => void;
}

/** A certification authority, two transparency logs and a time-stamp authority on 127.0.0.1. */
export interface LocalSigstore {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** Absolute path of the client trust configuration: trusted root and signing configuration. */
  readonly trustConfigFile: string;
  /** The trusted root, a JSON document; the same in every run of a folder. */
  readonly trustedRoot: object;
  /** Variables for steps that sign. */
  env(): Record<string, string>;
  close(): Promise<void>;
}

async function writeTrustConfig(file: string, config: object): Promise<void> {
  try {
    await writeFile(`${file}.tmp`, `${JSON.stringify(config, null, 2)}\n`);
    await rename(`${file}.tmp`, file);
  } catch (error) {
    throw new TurnpikeError("FILE_UNWRITABLE", "user", `${file} could not be written.`, { cause: error });
  }
}

/**
 * Starts Sigstore's services. Real in what they check and sign; private in whom they convince.
 *
 * @param options issuer, folder and clock
 * @returns where they are and how to stop them
 * @throws TurnpikeError `FILE_SCHEMA`, `FILE_UNREADABLE` or `FILE_UNWRITABLE` when the folder is not fit
 */
export async function startSigstore(options: SigstoreOptions): Promise<LocalSigstore> {
  const { issuer, folder, clock } = options;
  await mkdir(folder, { recursive: true });
  const keys = await loadKeys(folder);
  const serverUrl = options.serverUrl ?? "https://github.com";
  const v1 = new TransparencyLog(join(folder, "rekor-v1.leaves"));
  const v2 = new TransparencyLog(join(folder, "rekor-v2.leaves"));
  const server = await startLoopbackServer(
    [
      fulcio({ ca: keys.ca, ctLog: keys.ctLog, issuer, clock, serverUrl }),
      new RekorV1(v1, { origin: LOCAL_HOSTS.rekorV1, key: keys.rekorV1 }, clock).handler,
      rekorV2(v2, { origin: LOCAL_HOSTS.rekorV2, key: keys.rekorV2 }),
      timestampAuthority(keys.tsa, clock),
    ],
    options.log ?? (() => undefined),
  );
  const trustedRoot = toTrustedRoot(keys);
  // The port is part of the name: runs that share the folder do not take each other's addresses away.
  const trustConfigFile = join(folder, `trust-config-${new URL(server.origin).port}.json`);
  await writeTrustConfig(trustConfigFile, {
    mediaType: "application/vnd.dev.sigstore.clienttrustconfig.v0.1+json",
    trustedRoot,
    signingConfig: toSigningConfig(server.origin, issuer.url),
  });
  return {
    origin: server.origin,
    trustConfigFile,
    trustedRoot,
    env: () => ({ [TRUST_CONFIG_VARIABLE]: trustConfigFile }),
    async close() {
      await server.close();
      await rm(trustConfigFile, { force: true });
    },
  };
}
