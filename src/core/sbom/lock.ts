/** Names a package inside one lock: name, version and, where that is not enough, source. Never shown to people. */
export type PackageKey = string;

/** A digest of a file. */
export interface Hash {
  readonly algorithm: HashAlgorithm;
  /** Lower-case hex. */
  readonly hex: string;
}

/** Digests that locks name. */
export type HashAlgorithm = "md5" | "sha1" | "sha256" | "sha384" | "sha512" | "blake2b";

/** One file that a package can be installed from. */
export interface Artifact {
  readonly kind: "sdist" | "wheel" | "archive";
  /** Last segment of the address or path. */
  readonly fileName: string | undefined;
  /** Without credentials; undefined when the lock gives only a path or a name. */
  readonly url: string | undefined;
  readonly hashes: readonly Hash[];
  /** Bytes. */
  readonly size: number | undefined;
}

/** Where a package comes from. URLs carry no credentials. */
export type Source =
  /** An index; `url` is undefined when the lock does not say which. */
  | { readonly kind: "registry"; readonly url: string | undefined }
  | {
      readonly kind: "git";
      readonly url: string;
      readonly commit: string | undefined;
      readonly subdirectory: string | undefined;
    }
  /** An archive at an address. */
  | { readonly kind: "url"; readonly url: string; readonly subdirectory: string | undefined }
  /** An archive on disk. */
  | { readonly kind: "path"; readonly path: string }
  /** A folder of the repository. `isBuilt` is false for what is never made into a distribution. */
  | { readonly kind: "folder"; readonly path: string; readonly isBuilt: boolean }
  /** The lock itself, where it has no project of its own. */
  | { readonly kind: "none" };

/** What must be asked for so that an edge counts. */
export type EdgeCondition =
  | { readonly kind: "always" }
  | { readonly kind: "extra"; readonly name: string }
  | { readonly kind: "group"; readonly name: string }
  /** From the root to a member of its workspace. */
  | { readonly kind: "workspace" };

/** One dependency, resolved. */
export interface Edge {
  readonly to: PackageKey;
  /** Extras of the target that this edge asks for. */
  readonly extras: readonly string[];
  readonly when: EdgeCondition;
  /** PEP 508 environment marker as the lock has it, with uv's conflict atoms. */
  readonly marker: string | undefined;
  /** True when the installation succeeds without the target (npm's optionalDependencies and optional peers). */
  readonly isOptional: boolean;
}

/** One package of a lock. */
export interface LockedPackage {
  readonly key: PackageKey;
  readonly ecosystem: "pypi" | "npm";
  readonly name: string;
  /** Undefined for source trees whose version is computed when they are built. */
  readonly version: string | undefined;
  readonly source: Source;
  readonly artifacts: readonly Artifact[];
  /** Licence text as the lock has it. */
  readonly license: string | undefined;
  /** Condition for the package itself, where the format has no edges to put it on. */
  readonly marker: string | undefined;
  readonly edges: readonly Edge[];
  /** False when the lock names a dependency that it does not hold. */
  readonly areEdgesComplete: boolean;
  /** Extras and groups that can be asked for, also those without a dependency. */
  readonly extras: readonly string[];
  readonly groups: readonly string[];
  /** Further facts in registered property namespaces, in order. */
  readonly properties: readonly LockProperty[];
}

/** A name and a value for CycloneDX `properties`. */
export interface LockProperty {
  readonly name: string;
  readonly value: string;
}

/** A package's extra or group, or the whole package, that excludes the others of its set (uv's `conflicts`). */
export interface ConflictItem {
  readonly package: string;
  readonly kind: "extra" | "group" | "project";
  /** Name of the extra or group; empty for `project`. */
  readonly name: string;
}

/** The formats that can be read. */
export type LockFormatId = "uv" | "npm" | "pylock";

/** A lock file in the one form that the rest works on. */
export interface Lock {
  readonly format: LockFormatId;
  /** As given by the caller; shown to people. */
  readonly path: string;
  /** The file's own version of its format, `1 revision 3`. */
  readonly schemaVersion: string;
  readonly packages: ReadonlyMap<PackageKey, LockedPackage>;
  /** Always there: a package with source `none` stands for a lock without a project. */
  readonly root: PackageKey;
  /** Workspace members, the root left out. */
  readonly members: readonly PackageKey[];
  /** Whether members belong to what the root ships unless something else is asked for. */
  readonly includesMembers: boolean;
  /** `unknown`: the format lists packages but not what needs what. */
  readonly graph: "known" | "unknown";
  /** Groups that stand for what is installed in any case (`default-groups` of pylock.toml). */
  readonly impliedGroups: readonly string[];
  /** PEP 440 specifier of the Pythons that the lock is for. */
  readonly requiresPython: string | undefined;
  /** Markers of which at least one holds wherever the lock is used; empty: no restriction. */
  readonly supportedMarkers: readonly string[];
  readonly conflicts: readonly (readonly ConflictItem[])[];
  /** What a person should know of this lock: things that are not errors. */
  readonly notes: readonly string[];
}
