import { type AdoptFacts, type AdoptWishes, type Pin, proposeAdoption } from "../../src/core/adopt/index.ts";
import { planRepository } from "../../src/core/detect/index.ts";
import { snapshotOf } from "./snapshot.ts";

export const PIN: Pin = {
  repository: "acme/turnpike",
  sha: "0123456789abcdef0123456789abcdef01234567",
  version: "v1.4.2",
};

/** What `init` reads of a repository of texts whose default branch is `main`. */
export function adoptFacts(texts: Readonly<Record<string, string>>, more: Partial<AdoptFacts> = {}): AdoptFacts {
  const planned = planRepository(snapshotOf(texts));
  if (!planned.ok) throw new Error("the fixture's turnpike.yml is wrong");
  return {
    texts: new Map(Object.entries(texts)),
    defaultBranch: "main",
    tags: [],
    plan: planned.plan,
    ...more,
  };
}

export function wishes(more: Partial<AdoptWishes> = {}): AdoptWishes {
  return { pin: PIN, checksOnly: false, callerName: "turnpike.yml", choices: { gates: [], build: null }, ...more };
}

/** Every file that `init` would write, by path. */
export async function written(
  facts: AdoptFacts,
  wanted: AdoptWishes = wishes(),
): Promise<Readonly<Record<string, string>>> {
  const { changes } = await proposeAdoption(facts, wanted);
  return Object.fromEntries(changes.map(({ path, after }) => [path, after]));
}

/** A plan of which everything is only suggested, whatever detection thinks of the files. */
export function onlySuggested(texts: Readonly<Record<string, string>>): AdoptFacts["plan"] {
  const { plan } = adoptFacts(texts);
  const gates = [...plan.gates, ...plan.suggestions.map(({ gate }) => gate)];
  if (gates.length === 0) throw new Error("the fixture shows no gate at all");
  const suggestions = gates.map((gate) => ({
    gate: { ...gate, declared: false, why: "only suggested, because nobody said so" },
    enable: `gates:\n  ${gate.id}: {}`,
  }));
  return { ...plan, gates: [], suggestions };
}
