import { z } from "zod";

/** `source` of a package: exactly one of the first seven keys (uv crates/uv-resolver/src/lock/mod.rs, SourceWire). */
const source = z
  .object({
    registry: z.string().optional(),
    git: z.string().optional(),
    url: z.string().optional(),
    path: z.string().optional(),
    directory: z.string().optional(),
    editable: z.string().optional(),
    virtual: z.string().optional(),
    subdirectory: z.string().optional(),
  })
  .refine(
    (value) =>
      [value.registry, value.git, value.url, value.path, value.directory, value.editable, value.virtual].filter(
        (key) => key !== undefined,
      ).length === 1,
    { message: "is no source; it has exactly one of registry, git, url, path, directory, editable and virtual" },
  );
export type UvSource = z.infer<typeof source>;

const artifact = z.object({
  url: z.string().optional(),
  path: z.string().optional(),
  filename: z.string().optional(),
  hash: z.string().optional(),
  size: z.number().nonnegative().optional(),
});
export type UvArtifact = z.infer<typeof artifact>;

const dependency = z.object({
  name: z.string().min(1),
  version: z.string().optional(),
  source: source.optional(),
  extra: z.array(z.string()).optional(),
  marker: z.string().optional(),
});
export type UvDependency = z.infer<typeof dependency>;

const dependencies = z.record(z.string(), z.array(dependency));
/** A requirement as it was declared; only its name, extras and marker matter here. */
const requirement = z.object({
  name: z.string().min(1),
  extras: z.array(z.string()).optional(),
  marker: z.string().optional(),
});
export type UvRequirement = z.infer<typeof requirement>;

const lockedPackage = z.object({
  name: z.string().min(1),
  version: z.string().min(1).optional(),
  source,
  "resolution-markers": z.array(z.string()).optional(),
  dependencies: z.array(dependency).optional(),
  sdist: artifact.optional(),
  wheels: z.array(artifact).optional(),
  "optional-dependencies": dependencies.optional(),
  "dev-dependencies": dependencies.optional(),
  "dependency-groups": dependencies.optional(),
  metadata: z
    .object({
      "provides-extras": z.array(z.string()).optional(),
      "requires-dev": z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
});
export type UvPackage = z.infer<typeof lockedPackage>;

const conflict = z.object({
  package: z.string(),
  extra: z.string().optional(),
  group: z.string().optional(),
});

/** What is read of a uv.lock. Keys beyond these are kept out: a higher revision only adds (uv docs/concepts/resolution.md). */
export const uvLockSchema = z.object({
  revision: z.number().int().nonnegative().optional(),
  "requires-python": z.string().optional(),
  "supported-markers": z.array(z.string()).optional(),
  conflicts: z.array(z.array(conflict)).optional(),
  manifest: z
    .object({
      members: z.array(z.string()).optional(),
      requirements: z.array(requirement).optional(),
      "dependency-groups": z.record(z.string(), z.array(requirement)).optional(),
    })
    .optional(),
  package: z.array(lockedPackage).optional(),
  distribution: z.array(lockedPackage).optional(),
});
export type UvLock = z.infer<typeof uvLockSchema>;
