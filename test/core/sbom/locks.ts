import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../repo/root.ts";

/** Real lock files that are not part of this repository; see `TURNPIKE_SHARED_DATA`. */
const realLocks: string = join(process.env["TURNPIKE_SHARED_DATA"] ?? join(root, "../shared/data"), "locks");

function findReal(): string | undefined {
  const beside = [realLocks, join(root, "../../shared/data/locks")];
  return beside.find((folder) => existsSync(join(folder, "FACTS.json")));
}

/** Folder of the real locks; undefined when it is not there. */
const realLockFolder: string | undefined = findReal();

/** Said in the title of suites that need them. */
export const whyNoRealLocks: string =
  realLockFolder === undefined ? " (skipped: no real locks; TURNPIKE_SHARED_DATA names their folder's parent)" : "";

/** Counts of each real lock by an independent parser. */
export interface Facts {
  readonly kind: "uv.lock" | "package-lock.json" | "pylock";
  readonly packages?: number;
  readonly edges_union?: number;
  readonly unique_name_version?: number;
  readonly workspaces_or_local?: readonly string[];
  readonly artifacts?: number;
  readonly reachable_prod_no_extras?: number;
  readonly group_only?: number;
  readonly root?: readonly string[];
}

/** @returns facts by path of the lock; empty when the real locks are not there */
export function readFacts(): Readonly<Record<string, Facts>> {
  if (realLockFolder === undefined) return {};
  return JSON.parse(readFileSync(join(realLockFolder, "FACTS.json"), "utf8")) as Readonly<Record<string, Facts>>;
}

/** @returns text of a real lock */
export function readReal(path: string): string {
  return readFileSync(join(realLockFolder ?? "", path), "utf8");
}
