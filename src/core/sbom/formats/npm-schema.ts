import { z } from "zod";

const versions = z.record(z.string(), z.string());

/** Licence in the spellings of package.json, old ones included. */
const license = z.union([
  z.string(),
  z.object({ type: z.string() }).transform(({ type }) => type),
  z
    .array(z.union([z.string(), z.object({ type: z.string() })]))
    .transform((list) => list.map((item) => (typeof item === "string" ? item : item.type)).join(" OR ")),
]);

const entry = z.object({
  name: z.string().min(1).optional(),
  version: z.string().optional(),
  resolved: z.union([z.string(), z.literal(false).transform(() => undefined)]).optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  inBundle: z.boolean().optional(),
  extraneous: z.boolean().optional(),
  license: license.optional().catch(undefined),
  dependencies: versions.optional(),
  optionalDependencies: versions.optional(),
  devDependencies: versions.optional(),
  peerDependencies: versions.optional(),
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().optional() })).optional(),
});
export type NpmEntry = z.infer<typeof entry>;

/** What is read of package-lock.json, versions 2 and 3 (npm documentation, package-lock.json). */
export const packageLockSchema = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  packages: z.record(z.string(), entry),
});
export type PackageLock = z.infer<typeof packageLockSchema>;
