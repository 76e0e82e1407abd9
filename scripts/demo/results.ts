import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { detailsFileSchema, type VerdictFile, verdictFileSchema } from "../../src/core/gates/index.ts";
import { attestationsFileSchema } from "../../src/core/provenance/index.ts";

/** What a run of the demo left behind. */
export interface DemoRun {
  /** `.turnpike/run` of the demo's repository. */
  readonly folder: string;
  readonly artifacts: string;
  readonly summaryFile: string;
  /** Null when the run ended before there was one. */
  readonly verdict: VerdictFile | null;
  readonly statements: number;
  readonly components: number;
  readonly events: number;
  /** What each gate says of itself, by id. */
  readonly says: Readonly<Record<string, string>>;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * @param repository the demo's repository, after `turnpike run`
 * @returns what it left; nulls and zeros for what is not there
 */
export async function readRun(repository: string): Promise<DemoRun> {
  const folder = join(repository, ".turnpike/run");
  const artifacts = join(folder, "artifacts");
  const verdict = verdictFileSchema.safeParse(await readJson(join(artifacts, "turnpike-verdict/verdict.json")));
  const details = detailsFileSchema.safeParse(await readJson(join(artifacts, "turnpike-check/details.json")));
  const attestations = attestationsFileSchema.safeParse(
    await readJson(join(artifacts, "turnpike-attestations/attestations/attestations.json")),
  );
  const bom = (await readJson(join(artifacts, "turnpike-attestations/sbom/orders.cdx.json"))) as
    | { components?: readonly unknown[] }
    | undefined;
  const events = await readFile(join(artifacts, "turnpike-verdict/events.ndjson"), "utf8").catch(() => "");
  return {
    folder,
    artifacts,
    summaryFile: join(folder, "summary.html"),
    verdict: verdict.success ? verdict.data : null,
    statements: attestations.success ? attestations.data.statements.length : 0,
    components: bom?.components?.length ?? 0,
    events: events.split("\n").filter((line) => line !== "").length,
    says: details.success ? Object.fromEntries(details.data.gates.map((gate) => [gate.id, gate.summary ?? ""])) : {},
  };
}
