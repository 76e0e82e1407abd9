/** Languages of whose toolchain a machine often holds several versions. */
export const LANGUAGES = ["node", "java", "go", "rust"] as const;
/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** What people call the toolchain of a language. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  node: "Node",
  java: "Java",
  go: "Go",
  rust: "Rust",
};

/** A toolchain that a repository asks for, and where. */
export interface ToolchainWish {
  readonly language: Language;
  /** As it is written there: `22.11.0`, `lts/*`, `>=20`, `temurin-21.0.1+12`, `1.22.x`. Foreign text; never a path. */
  readonly version: string;
  readonly source: { readonly file: string; readonly line: number };
  /** True for what only says which versions serve, such as `engines`: the one on the path is taken when it does. */
  readonly isLimit?: true;
  /** True where the language's own programs read the file themselves, as rustup reads `rust-toolchain.toml`. */
  readonly isFollowed?: true;
}

/** A toolchain that lies on a machine. */
export interface InstalledToolchain {
  readonly language: Language;
  /** `22.11.0`; for Rust, where nothing tells a version, the name of the toolchain: `nightly-2026-01-01`. */
  readonly version: string;
  /** Of Node: the codename of its line, where it says that it has long-term support: `jod`. */
  readonly lts?: string;
  /** What keeps it there, as people call it: `nvm`, `the runner's tool cache`. */
  readonly origin: string;
  /** Absolute folder. */
  readonly home: string;
  /** Absolute folders of its programs. */
  readonly bins: readonly string[];
  /** What else tells programs of it: `JAVA_HOME`. */
  readonly variables: Readonly<Record<string, string>>;
}
