import type { Candidate } from "./candidates.ts";
import type { Merged } from "./merge-candidates.ts";

function slug(text: string): string {
  return (
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9.]+/g, "-")
      .replaceAll(/^[-.]+|[-.]+$/g, "") || "more"
  );
}

function folderOf({ situation }: Candidate): string {
  return situation.step.launched?.cwd ?? situation.step.command.cwd;
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** What people call where the command stands: the tox environment, the target, the job. */
function entryName({ situation }: Candidate): string {
  return slug(situation.step.entry.name);
}

/** How well a command stands for its kind: the plain one keeps the plain name. */
function plainness({ candidate }: Merged): number {
  const { tool, blockers, isPreparation } = candidate;
  const name = entryName(candidate);
  const isPlain = name === tool.kind || name === tool.tool || /^py\d*$|^(?:tests?|unit|ci|build|main)$/.test(name);
  return (blockers.length > 0 ? 4 : 0) + (isPreparation ? 2 : 0) + (isPlain ? 0 : 1);
}

/** Without the kind in front: `tests-typing` and not `tests-test-typing`. */
function labelled(kind: string, label: string): string {
  const singular = kind.replace(/s$/, "");
  const bare = label.replace(new RegExp(`^(?:${kind}|${singular})-+`), "");
  return bare === kind || bare === singular || bare === "" ? kind : `${kind}-${bare}`;
}

/**
 * Readable ids: the kind alone for the only one or the plainest one; the tool where kinds have several tools; else what
 * people call where it stands.
 *
 * @param all merged commands
 * @returns an id for each, before the folder is put behind it
 */
export function nameGates(all: readonly Merged[]): ReadonlyMap<Merged, string> {
  const groups = groupBy(all, ({ candidate }) => `${candidate.tool.kind}\0${folderOf(candidate)}`);
  const names = new Map<Merged, string>();
  for (const group of groups.values()) {
    const tools = groupBy(group, ({ candidate }) => candidate.tool.tool);
    for (const [tool, ofTool] of tools) {
      const ordered = ofTool.toSorted((a, b) => plainness(a) - plainness(b));
      const kind = ordered[0]?.candidate.tool.kind ?? tool;
      const base = tools.size === 1 ? kind : labelled(kind, slug(tool));
      const used = new Set<string>();
      for (const [index, one] of ordered.entries()) {
        const name = index === 0 ? base : labelled(kind, entryName(one.candidate));
        const free = used.has(name) ? labelled(base, `${entryName(one.candidate)}-${index + 1}`) : name;
        used.add(free);
        names.set(one, free);
      }
    }
  }
  return names;
}
