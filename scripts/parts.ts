import { join } from "node:path";
import type { OutputChunk, RolldownOutput } from "rolldown";

/** What `turnpike gates` loads before it starts the first gate, besides what these import. */
export const FIRST_GATE = ["cli/gates/gates-command.ts", "cli/gates/gates-round.ts"];
/** What it loads when the last gate has ended, but for the report: measuring text takes tens of milliseconds to load. */
export const LAST_GATE = ["actions/gates/results/conclude.ts", "actions/gates/results/remembered-passes.ts"];
/** So many entries load a part before all are taken to: a file of its own costs each of them a third of a millisecond. */
const MOST_ENTRIES = 8;

function loadedWith(roots: readonly OutputChunk[], byName: ReadonlyMap<string, OutputChunk>): ReadonlySet<OutputChunk> {
  const found = new Set<OutputChunk>();
  const open = [...roots];
  for (let chunk = open.pop(); chunk !== undefined; chunk = open.pop()) {
    if (found.has(chunk)) continue;
    found.add(chunk);
    open.push(...chunk.imports.flatMap((name) => byName.get(name) ?? []));
  }
  return found;
}

/**
 * Whoever shares code makes it a file of its own, and the first gate waits for some fifty of them to be found, read and
 * linked. What is loaded together anyway is put together.
 *
 * @param whole the program as it is parted when nobody says how
 * @param src absolute folder of the sources
 * @returns the part that a module belongs to, by its id; others are parted as before
 */
export function partsOf({ output }: RolldownOutput, src: string): ReadonlyMap<string, string> {
  const chunks = output.filter((one) => one.type === "chunk");
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const entries = chunks.filter(({ isEntry }) => isEntry).map((chunk) => loadedWith([chunk], byName));
  const loadedFor = (modules: readonly string[]): ReadonlySet<OutputChunk> => {
    const starts = modules.map((path) => {
      const start = chunks.find(({ facadeModuleId }) => facadeModuleId === join(src, path));
      if (start === undefined) throw new Error(`scripts/parts.ts names src/${path}, which nobody imports on demand`);
      return start;
    });
    return loadedWith(starts, byName);
  };
  // `turnpike --help` loads it too, and nothing else.
  const alone = loadedFor(["cli/main.ts"]);
  const early = loadedFor(FIRST_GATE);
  const isShared = (chunk: OutputChunk): boolean =>
    entries.filter((loaded) => loaded.has(chunk)).length >= MOST_ENTRIES;
  const partOf = (chunk: OutputChunk): string | undefined => {
    if (alone.has(chunk) || chunk.isEntry) return undefined;
    if (early.has(chunk)) return isShared(chunk) ? "begin" : "first-gate";
    return isShared(chunk) ? undefined : "last-gate";
  };
  return new Map(
    [...early, ...loadedFor(LAST_GATE)].flatMap((chunk) => {
      const part = partOf(chunk);
      return part === undefined ? [] : chunk.moduleIds.map((id) => [id, part] as const);
    }),
  );
}
