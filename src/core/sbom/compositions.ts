import type { Described, Description } from "./describe.ts";

/** One statement on completeness (CycloneDX, `compositions`). */
export interface Composition {
  readonly aggregate: "complete" | "incomplete" | "unknown";
  readonly dependencies?: readonly string[];
  readonly assemblies?: readonly string[];
}

function isThirdParty({ member }: Described): boolean {
  const { kind } = member.package.source;
  return kind !== "folder" && kind !== "none";
}

/**
 * What the document knows and what it does not: whether the dependencies of each component are all there, and that no lock
 * tells what a package carries inside (wheels bundle native libraries, packages vendor others).
 *
 * @param description components and their facts
 * @returns the statements, those about dependencies first; none covers the whole document
 */
export function compositionsOf(description: Description): readonly Composition[] {
  const all = [description.root, ...description.components];
  const isKnown = description.inventory.lock.graph === "known";
  const isComplete = ({ member }: Described): boolean => isKnown && member.package.areEdgesComplete;
  const refs = (list: readonly Described[]): readonly string[] => list.map(({ ref }) => ref);
  const complete = refs(all.filter(isComplete));
  const open = refs(all.filter((described) => !isComplete(described)));
  const opaque = refs(all.filter(isThirdParty));
  return [
    ...(complete.length === 0 ? [] : [{ aggregate: "complete" as const, dependencies: complete }]),
    ...(open.length === 0
      ? []
      : [{ aggregate: isKnown ? ("incomplete" as const) : ("unknown" as const), dependencies: open }]),
    ...(opaque.length === 0 ? [] : [{ aggregate: "unknown" as const, assemblies: opaque }]),
  ];
}
