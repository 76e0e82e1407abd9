import type { ResultGround } from "../core/gates/index.ts";

/** What is looked at for the keys of results. */
export interface GroundRequest {
  /** The repository's root, absolute. */
  readonly root: string;
  /** The environment of gates. */
  readonly env: Readonly<Record<string, string>>;
  /** Programs on the path. */
  readonly programs: readonly string[];
  /** Places of packages, `folder\0name`, relative to the root. */
  readonly packages: readonly string[];
  /** Files that gates write, relative to the root, and folders with a slash at the end; they are no inputs as long as nobody commits them. */
  readonly written: readonly string[];
  /** True when files may have changed since somebody began to look. */
  readonly isFresh?: boolean;
}

/** Looks at all that results rest on. Nothing of the repository is run. */
export interface ResultGrounds {
  /** Never throws: what cannot be told makes the ground blind. */
  look(request: GroundRequest): Promise<ResultGround>;
  /** The files alone, to see whether they changed meanwhile. */
  lookAgain(request: GroundRequest): Promise<Pick<ResultGround, "files" | "blind">>;
}
