import { z } from "zod";
import { TurnpikeError } from "../../errors.ts";
import type { Described, Description } from "./describe.ts";
import type { Inventory } from "./inventory.ts";

/** What a document holds, in numbers. */
export interface BomCounts {
  /** Name of what the document describes; null when it does not tell. */
  readonly subject: string | null;
  /** Components, what the document describes not counted. */
  readonly components: number;
  /** Distinct dependency edges. */
  readonly edges: number;
  readonly licensesKnown: number;
  readonly licensesUnknown: number;
  /** Components with a hash of their own. */
  readonly hashed: number;
  /** Components with a hash of their own or of a file that they can be installed from. */
  readonly verifiable: number;
}

const hashes = z.array(z.unknown()).optional();

const documentSchema = z.object({
  bomFormat: z.literal("CycloneDX"),
  specVersion: z.string().regex(/^1\.[4-7]$/, { message: "is no CycloneDX version that is known; 1.4 to 1.7 are" }),
  metadata: z.object({ component: z.object({ name: z.string() }).optional() }).optional(),
  components: z
    .array(
      z.object({
        licenses: z.array(z.unknown()).optional(),
        hashes,
        externalReferences: z.array(z.object({ hashes })).optional(),
      }),
    )
    .optional(),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()).optional() })).optional(),
});

/**
 * @param document a parsed CycloneDX JSON document, of Turnpike or not
 * @returns its numbers
 * @throws TurnpikeError `FILE_SCHEMA` when it is none, or of an unknown version
 */
export function countsOf(document: unknown): BomCounts {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ where: path.join(".") || "document", message }));
    throw new TurnpikeError("FILE_SCHEMA", "config", "This is no CycloneDX document that I can read.", { problems });
  }
  const { components = [], dependencies = [], metadata } = parsed.data;
  const isHashed = (list: readonly unknown[] | undefined): boolean => (list ?? []).length > 0;
  const licensesKnown = components.filter(({ licenses }) => isHashed(licenses)).length;
  return {
    subject: metadata?.component?.name ?? null,
    components: components.length,
    edges: dependencies.reduce((count, { dependsOn }) => count + new Set(dependsOn).size, 0),
    licensesKnown,
    licensesUnknown: components.length - licensesKnown,
    hashed: components.filter((component) => isHashed(component.hashes)).length,
    verifiable: components.filter(
      (component) =>
        isHashed(component.hashes) ||
        (component.externalReferences ?? []).some((reference) => isHashed(reference.hashes)),
    ).length,
  };
}

function hasHash({ member, artifact }: Described, any: "own" | "any"): boolean {
  if ((artifact?.hashes ?? []).length > 0) return true;
  return any === "any" && member.package.artifacts.some(({ hashes: found }) => found.length > 0);
}

/**
 * The numbers of a document that is about to be written, the same as {@link countsOf} gives for it.
 *
 * @param description components and their facts
 * @returns its numbers
 */
export function countsOfDescription({ root, components, inventory }: Description): BomCounts {
  const licensesKnown = components.filter(({ licenses }) => licenses.length > 0).length;
  return {
    subject: root.name,
    components: components.length,
    edges: inventory.edgeCount,
    licensesKnown,
    licensesUnknown: components.length - licensesKnown,
    hashed: components.filter((described) => hasHash(described, "own")).length,
    verifiable: components.filter((described) => hasHash(described, "any")).length,
  };
}

/**
 * The two numbers that a plan shows, without making a document.
 *
 * @param inventory what a selection reaches
 * @returns components without the root, and edges
 */
export function countsOfInventory(inventory: Inventory): { readonly components: number; readonly edges: number } {
  return { components: inventory.members.length, edges: inventory.edgeCount };
}
