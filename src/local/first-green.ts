import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type FirstGreenWorld, noteGreen } from "../adapters/node/first-green-store.ts";
import { type Styles, styles } from "../adapters/terminal/index.ts";
import type { GreenBy } from "../core/first-run/index.ts";
import { formatDuration } from "../core/summary/format.ts";

/** A run that passed whole. */
export interface PassedRun {
  /** A folder of the repository. */
  readonly dir: string;
  readonly by: GreenBy;
}

/**
 * Says once on standard error how long it took from the first `try` or `init` to the first passing run.
 *
 * @param run the run
 * @param world git, the clock and the environment
 * @param look how the terminal looks
 */
export async function tellFirstGreen(
  run: PassedRun,
  world: FirstGreenWorld,
  look: Styles = styles(process.stderr, world.env),
): Promise<void> {
  const tookMs = await noteGreen(run.dir, run.by, world);
  if (tookMs === undefined) return;
  const first = look.green(look.bold(`First green after ${formatDuration(tookMs)}.`));
  process.stderr.write(`\n${first}  ${look.dim("kept on this machine alone")}\n`);
}

/**
 * A workflow may pass without a gate: only a verdict says that something was checked.
 *
 * @param folder absolute folder of a run of `turnpike run`
 */
export async function holdsPassedVerdict(folder: string): Promise<boolean> {
  const artifacts = join(folder, "artifacts");
  for (const name of await readdir(artifacts).catch(() => [])) {
    const text = await readFile(join(artifacts, name, "verdict.json"), "utf8").catch(() => "null");
    try {
      const file: unknown = JSON.parse(text);
      if (typeof file === "object" && file !== null && "verdict" in file && file.verdict === "passed") return true;
    } catch {
      // Not a verdict.
    }
  }
  return false;
}
