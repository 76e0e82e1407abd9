import { checkLockSize, countsOfInventory, readLock, SHIPPED, takeInventory } from "../../core/sbom/index.ts";
import { TurnpikeError } from "../../errors.ts";
import { findLocks, type SearchPorts } from "./find-locks.ts";

/** What the documents of a folder would hold. */
export interface LockCounts {
  /** Components of all documents, what they describe not counted. */
  readonly components: number;
  readonly edges: number;
  /** Locks that were counted. */
  readonly locks: readonly string[];
  /** Locks that cannot be read, with the first thing wrong. */
  readonly broken: readonly { readonly path: string; readonly why: string }[];
}

/**
 * Counts what the action would put into its documents with its default inputs, without making them: quick, and without the
 * CycloneDX library. A broken lock is told, not thrown: a plan shows what there is.
 *
 * @param folder the repository's root
 * @param ports the file system and git
 * @returns the counts; null when there is no lock
 */
export async function countLocks(folder: string, ports: SearchPorts): Promise<LockCounts | null> {
  const { read } = await findLocks([folder], ports);
  if (read.length === 0) return null;
  const locks: string[] = [];
  const broken: { path: string; why: string }[] = [];
  let [components, edges] = [0, 0];
  for (const path of read) {
    try {
      checkLockSize(path, (await ports.files.size(path)) ?? 0);
      const counts = countsOfInventory(
        takeInventory(readLock(path, (await ports.files.readText(path)) ?? ""), SHIPPED),
      );
      components += counts.components;
      edges += counts.edges;
      locks.push(path);
    } catch (error) {
      if (!(error instanceof TurnpikeError) || error.code !== "SBOM_LOCK") throw error;
      broken.push({ path, why: error.problems[0]?.message ?? error.message });
    }
  }
  return { components, edges, locks, broken };
}
