import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { RFC3161Timestamp } from "@sigstore/core";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VirtualClock } from "../../../src/adapters/memory/clock.ts";
import { startSigstore } from "../../../src/local/sigstore/index.ts";
import { leafHash, MerkleTree } from "../../../src/local/sigstore/merkle-tree.ts";
import { errorOf } from "../../fakes/error-of.ts";
import { check, type Json, type SigstoreWorld, startWorld } from "../../fakes/sigstore-world.ts";

let world: SigstoreWorld;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.close());

async function post(path: string, body: unknown): Promise<[number, Json, Headers]> {
  const response = await fetch(`${world.sigstore.origin}${path}`, { method: "POST", body: JSON.stringify(body) });
  return [response.status, await response.json().catch(() => undefined), response.headers];
}

/** The root from a leaf and its path (RFC 9162, 2.1.3.2), written as the standard has it. */
function rootFrom(leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer {
  const node = (left: Buffer, right: Buffer): Buffer =>
    createHash("sha256")
      .update(Buffer.concat([Uint8Array.of(1), left, right]))
      .digest();
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const part of path) {
    if (fn % 2 === 1 || fn === sn) {
      hash = node(part, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else {
      hash = node(hash, part);
    }
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  expect(sn).toBe(0);
  return hash;
}

describe("the tree", () => {
  it("has the roots that the standard's test data has", () => {
    // Inputs and roots of the certificate-transparency reference tests.
    const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
    const tree = new MerkleTree();
    const roots = inputs.map((hex) => {
      tree.append(leafHash(Buffer.from(hex, "hex")));
      return tree.root().toString("hex").slice(0, 8);
    });
    expect(roots).toEqual([
      "6e340b9c",
      "fac54203",
      "aeb6bcfe",
      "d37ee418",
      "4e3bbb1f",
      "76e67dad",
      "ddb89be4",
      "5dc9da79",
    ]);
    expect(new MerkleTree().root().toString("hex").slice(0, 8)).toBe("e3b0c442");
  });

  it("proves every entry at every size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), (size, seed) => {
        const tree = new MerkleTree();
        const leaves = Array.from({ length: size }, (_, index) => leafHash(Buffer.from(`${seed}-${index}`)));
        for (const leaf of leaves) tree.append(leaf);
        for (const [index, leaf] of leaves.entries()) {
          expect(rootFrom(leaf, index, size, tree.path(index))).toEqual(tree.root());
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("a log", () => {
  it("goes on growing in the next run, and never gives the first index away", async () => {
    const [first] = await world.sign([await world.provenance()], { log: 2 });
    const again = await startSigstore({ issuer: world.issuer, folder: world.folder, clock: world.clock });
    const [second] = await world.sign([await world.provenance()], { log: 2 });
    await again.close();
    const [a, b] = [first, second].map((bundle) => Number(bundle.verificationMaterial.tlogEntries[0].logIndex));
    expect(a).toBeGreaterThan(0);
    expect(b).toBe((a ?? 0) + 1);
    expect(check(world, [first, second]).verified).toBe(true);
  });

  it("of version 2 takes nothing but hashed records", async () => {
    expect((await post("/api/v2/log/entries", { dsseRequestV002: {} }))[1].message).toBe(
      "invalid type, must be hashedrekord",
    );
    expect((await post("/api/v2/log/entries", { hashedRekordRequestV002: { digest: "AAAA" } }))[0]).toBe(400);
  });

  it("of version 1 takes no envelope whose signature does not fit", async () => {
    const [bundle] = await world.sign([await world.provenance()], { log: 1 });
    const { payload, payloadType, signatures } = bundle.dsseEnvelope;
    const pem = `-----BEGIN CERTIFICATE-----\n${bundle.verificationMaterial.certificate.rawBytes}\n-----END CERTIFICATE-----\n`;
    const propose = (envelope: object): Promise<[number, Json, Headers]> =>
      post("/api/v1/log/entries", {
        apiVersion: "0.0.1",
        kind: "dsse",
        spec: {
          proposedContent: { envelope: JSON.stringify(envelope), verifiers: [Buffer.from(pem).toString("base64")] },
        },
      });
    expect((await propose({ payload, payloadType, signatures }))[0]).toBe(201);
    const [status, , headers] = await propose({ payload, payloadType, signatures });
    expect(status).toBe(409);
    expect(headers.get("location")).toMatch(/^\/api\/v1\/log\/entries\/[0-9a-f]{64}$/);
    expect((await propose({ payload, payloadType: "x", signatures }))[0]).toBe(400);
    expect((await propose({ payload }))[0]).toBe(400);
    expect((await post("/api/v1/log/entries", { kind: "rpm", apiVersion: "0.0.1" }))[0]).toBe(400);
  });
});

describe("the time-stamp authority", () => {
  it("stamps whole seconds at any moment", async () => {
    const artifactHash = createHash("sha256").update("x").digest("base64");
    for (const ms of [0, 1, 10, 99, 100, 120, 990, 999]) {
      const clock = new VirtualClock(`2026-11-21T10:00:00.${String(ms).padStart(3, "0")}Z`);
      const own = await startSigstore({ issuer: world.issuer, folder: world.folder, clock });
      const response = await fetch(`${own.origin}/api/v1/timestamp`, {
        method: "POST",
        body: JSON.stringify({ artifactHash, hashAlgorithm: "sha256", nonce: 4_294_967_295, certificates: true }),
      });
      const stamp = RFC3161Timestamp.parse(Buffer.from(await response.arrayBuffer()));
      expect(stamp.signingTime.toISOString()).toBe("2026-11-21T10:00:00.000Z");
      await own.close();
    }
  });

  it("refuses a hash of the wrong length or kind", async () => {
    expect((await post("/api/v1/timestamp", { artifactHash: "AAAA", hashAlgorithm: "sha256" }))[0]).toBe(400);
    expect((await post("/api/v1/timestamp", { artifactHash: "AAAA", hashAlgorithm: "md5" }))[0]).toBe(400);
    expect((await post("/api/v1/timestamp", {}))[0]).toBe(400);
  });
});

describe("the keys", () => {
  it("are made once, also when two runs start at the same time", async () => {
    const folder = join(world.folder, "fresh");
    const options = { issuer: world.issuer, folder, clock: world.clock };
    const both = await Promise.all([startSigstore(options), startSigstore(options)]);
    expect(both[0].trustedRoot).toEqual(both[1].trustedRoot);
    expect(both[0].trustConfigFile).not.toBe(both[1].trustConfigFile);
    await Promise.all(both.map((one) => one.close()));
  });

  it("are private to their owner, and a damaged file is an error that does not show it", async () => {
    const folder = join(world.folder, "damaged");
    const options = { issuer: world.issuer, folder, clock: world.clock };
    await (await startSigstore(options)).close();
    const file = join(folder, "keys.json");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace('"turnpike/local-sigstore/1"', '"canary"'));
    const error = await errorOf(startSigstore(options));
    expect(error.code).toBe("FILE_SCHEMA");
    expect(JSON.stringify([error.message, error.hint, String(error.cause)])).not.toMatch(/canary|PRIVATE/);
  });
});
