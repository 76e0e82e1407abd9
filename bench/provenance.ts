import { type Statement, toStatement } from "../src/core/provenance/index.ts";
import { check, policyOf, type SigstoreWorld, startWorld } from "../test/fakes/sigstore-world.ts";
import { median, toTable } from "./table.ts";

// Signing and verifying over loopback: one certificate, then three statements that are logged and stamped at the same time.
const ROUNDS = 9;

function digest(index: number): string {
  return index.toString(16).padStart(64, "0");
}

async function threeStatements(world: SigstoreWorld, count: number): Promise<readonly Statement[]> {
  const subject = Array.from({ length: count }, (_, index) => ({
    name: `orders-${index}.whl`,
    digest: { sha256: digest(index) },
  }));
  const [provenance, sbom] = [await world.provenance(), world.sbom()];
  return [
    toStatement(subject, provenance.predicateType, provenance.predicate),
    toStatement(subject, sbom.predicateType, sbom.predicate),
    await world.testResult(),
  ];
}

async function row(world: SigstoreWorld, log: 1 | 2, count: number): Promise<readonly string[]> {
  const policy = policyOf(world.issuer, { predicates: ["provenance", "sbom", "test-result"] });
  const artifacts = Array.from({ length: count }, (_, index) => ({
    name: `orders-${index}.whl`,
    sha256: digest(index),
  }));
  const statements = await threeStatements(world, count);
  const [signing, verifying]: [number[], number[]] = [[], []];
  let bytes = 0;
  for (let round = 0; round < ROUNDS + 1; round += 1) {
    const begin = performance.now();
    const bundles = await world.sign(statements, { log });
    const signed = performance.now();
    if (!check(world, bundles, { policy, artifacts }).verified) throw new Error("what was signed does not verify");
    if (round > 0) signing.push(signed - begin);
    if (round > 0) verifying.push(performance.now() - signed);
    bytes = JSON.stringify(bundles[0]).length;
  }
  return [
    `Rekor v${log}`,
    String(count),
    median(signing).toFixed(1),
    median(verifying).toFixed(1),
    bytes.toLocaleString("en-US"),
  ];
}

const world = await startWorld();
const rows = [["log", "subjects", "sign 3 ms", "verify 3 ms", "bytes of provenance"]];
for (const log of [1, 2] as const) {
  for (const count of [1, 10, 100, 1000]) rows.push([...(await row(world, log, count))]);
}
await world.close();
process.stdout.write(`${toTable(rows)}\n`);
