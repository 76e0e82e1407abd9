import type { Problem } from "../../errors.ts";
import type { GateContent } from "./schema.ts";

/** A place in turnpike.yml; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One entry below `gates:`. */
export type GateEntry =
  | { readonly kind: "off"; readonly id: string; readonly place: Place }
  | { readonly kind: "gate"; readonly id: string; readonly place: Place; readonly settings: GateContent };

/** Kinds of projects that gates are detected for. */
export type Preset = "python" | "node";

/** turnpike.yml, read and checked. */
export interface Config {
  /** Relative to the repository's root. */
  readonly file: string;
  readonly presets: "auto" | "none" | readonly Preset[];
  /** Undefined when the file says none. */
  readonly budget: { readonly totalMs: number; readonly enforce: boolean } | undefined;
  readonly build: { readonly run: string; readonly line: number } | undefined;
  /** In the order of the file. */
  readonly gates: readonly GateEntry[];
  /** Place of the value at a path of keys and indexes, or of the nearest part above it. */
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

/** What reading turnpike.yml came to. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** What is right in the file, so that the names in it can be checked too; undefined when it could not be read at all. */
      readonly readable: Config | undefined;
    };
