import { parseConfig } from "../../../src/core/config/index.ts";
import { planRepository } from "../../../src/core/detect/index.ts";
import { declarationsIn } from "../../../src/core/migrate/declared.ts";
import { type Migration, type MigrationFacts, migrate, type Verdict } from "../../../src/core/migrate/index.ts";
import { snapshotOf } from "../../fakes/snapshot.ts";

export const SHA = "0123456789abcdef0123456789abcdef01234567";

/** turnpike.yml of the repositories in these tests: two gates. */
export const GATES = "gates:\n  lint: { run: uv run ruff check . }\n  tests: { run: uv run pytest }\n";

/** Where workflows lie. */
export const FOLDER = ".github/workflows/";

/**
 * A repository of workflows.
 *
 * @param workflows texts by file name
 * @param more other files
 */
export function factsOf(
  workflows: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = { "turnpike.yml": GATES },
): MigrationFacts {
  const files = Object.entries(workflows).map(([name, text]) => ({ file: FOLDER + name, text }));
  const texts = { ...Object.fromEntries(files.map(({ file, text }) => [file, text])), ...more };
  const snapshot = snapshotOf(texts);
  const config = parseConfig(more["turnpike.yml"] ?? "", "turnpike.yml");
  const planned = planRepository(snapshot, config.ok ? config.config : undefined, declarationsIn(snapshot));
  if (!config.ok || !planned.ok) throw new Error("the fixture is wrong");
  return {
    workflows: files,
    unread: [],
    snapshot,
    adopt: { texts: new Map(Object.entries(texts)), defaultBranch: "main", tags: [], plan: planned.plan },
    pin: { repository: "acme/turnpike", sha: SHA, version: "v1.0.0" },
    callerName: "turnpike.yml",
    only: undefined,
  };
}

/** The migration of a repository of workflows. */
export async function migrated(
  workflows: Readonly<Record<string, string>>,
  more?: Readonly<Record<string, string>>,
): Promise<Migration> {
  return await migrate(factsOf(workflows, more));
}

/** `job: label` by verdict, for comparing at a glance. */
export function verdictsOf({ judged }: Migration): Readonly<Record<Verdict["kind"], readonly string[]>> {
  const of = (kind: Verdict["kind"]): readonly string[] =>
    judged.filter(({ verdict }) => verdict.kind === kind).map(({ unit }) => `${unit.job}: ${unit.label}`);
  return { replaced: of("replaced"), kept: of("kept"), person: of("person") };
}

/** The text that a file would have; null when it goes, undefined when it stays as it is. */
export function afterOf({ changes }: Migration, name: string): string | null | undefined {
  return changes.find(({ file }) => file === FOLDER + name || file === name)?.after;
}
