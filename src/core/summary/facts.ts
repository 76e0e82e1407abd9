import { z } from "zod";
import type { SbomFacts } from "./input.ts";

const component = z.looseObject({
  licenses: z.array(z.unknown()).optional(),
  group: z.string().optional(),
  name: z.string().optional(),
  version: z.string().optional(),
});

/** More names than any page compares. */
const MOST_NAMES = 3000;

/** `requests 2.32.0`, each once. */
function namesOf(components: readonly z.infer<typeof component>[]): { readonly names?: readonly string[] } {
  if (components.length > MOST_NAMES) return {};
  const names = components.map(({ group, name, version }) => {
    const whole = group === undefined || group === "" ? name : `${group}/${name}`;
    return [whole, version].filter((part) => part !== undefined).join(" ");
  });
  return { names: [...new Set(names)].sort() };
}

/** As much of a CycloneDX document as the page counts (ECMA-424). */
const bomSchema = z.looseObject({
  bomFormat: z.literal("CycloneDX"),
  metadata: z
    .looseObject({ component: z.looseObject({ name: z.string(), version: z.string().optional() }).optional() })
    .optional(),
  components: z.array(component).default([]),
  dependencies: z.array(z.looseObject({ dependsOn: z.array(z.string()).default([]) })).default([]),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the schema that reads it next refuses undefined.
    return undefined;
  }
}

/**
 * Counts what a CycloneDX document holds.
 *
 * @param file the document's file name
 * @param text the document
 * @returns numbers for the page, or undefined when it is no CycloneDX JSON
 */
export function sbomFacts(file: string, text: string): SbomFacts | undefined {
  const parsed = bomSchema.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const { metadata, components, dependencies } = parsed.data;
  const root = metadata?.component;
  return {
    file,
    subject: root === undefined ? null : [root.name, root.version].filter((part) => part !== undefined).join(" "),
    components: components.length,
    edges: dependencies.reduce((sum, entry) => sum + entry.dependsOn.length, 0),
    ...namesOf(components),
    licensesUnknown: components.filter((entry) => (entry.licenses ?? []).length === 0).length,
  };
}
