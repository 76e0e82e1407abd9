import { join } from "node:path/posix";
import { TurnpikeError } from "../../../errors.ts";
import type { CommitFacts } from "../commit-facts.ts";
import type { GatePorts } from "../gate-ports.ts";
import type { Quarantine } from "../gate-tests.ts";

/** Where and why a run takes place, as far as tests and their history depend on it. */
export interface RunOrigin {
  /** Unique to the run; attempts share it. */
  readonly run: string;
  readonly attempt: number;
  /** Which runner of a fan-out it is, from 1; 0 for a run as a whole. */
  readonly part: number;
  readonly branch: string | null;
  readonly isDefaultBranch: boolean;
  /** GitHub's name of the event; `local` for a bare command line. */
  readonly event: string;
  /** The commit that people pushed, where another one is checked out; null otherwise. */
  readonly headSha: string | null;
  /** `linux`. */
  readonly os: string;
}

/** The same file as `QUARANTINE_FILE` of core/flaky, which is loaded only where there is one. */
const FILE = ".github/turnpike/quarantine.yml";

/**
 * The moment that counts for the end of entries. A commit is judged the same whenever it is run again, so the commit's own
 * date counts; a scheduled run is there to find what has ended, so it goes by today.
 */
async function momentOf(
  origin: RunOrigin | undefined,
  facts: CommitFacts,
  root: string,
  ports: GatePorts,
): Promise<number> {
  const today = ports.clock.now().getTime();
  if (origin?.event === "schedule") return today;
  for (const commit of [origin?.headSha ?? null, facts.commit]) {
    const seconds = commit === null ? undefined : await ports.git.commitTime(root, commit);
    if (seconds !== undefined) return seconds * 1000;
  }
  return today;
}

/**
 * @param root absolute path of the repository's root
 * @param origin where the run takes place
 * @param facts what is checked out
 * @param ports the world
 * @returns the quarantine; without entries where there is no file
 * @throws TurnpikeError `CONFIG_INVALID` with all problems of the file
 */
export async function readQuarantine(
  root: string,
  origin: RunOrigin | undefined,
  facts: CommitFacts,
  ports: GatePorts,
): Promise<Quarantine> {
  const text = await ports.files.readText(join(root, FILE));
  const os = origin?.os ?? "unknown";
  if (text === undefined) return { entries: [], at: 0, os };
  const { parseQuarantine } = await import("../../../core/flaky/parse-quarantine.ts");
  const parsed = parseQuarantine(text, FILE);
  if (!parsed.ok) {
    throw new TurnpikeError("CONFIG_INVALID", "config", "Nothing was run.", {
      problems: parsed.problems,
      doc: "docs/flaky.md",
    });
  }
  return { entries: parsed.entries, at: await momentOf(origin, facts, root, ports), os };
}
