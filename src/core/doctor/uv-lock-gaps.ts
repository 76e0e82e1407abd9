import { parse } from "smol-toml";
import { asList, asTable, asText } from "../documents/index.ts";

/** A requirement without a marker: with one, the lock may rightly leave it out (PEP 508). */
const UNCONDITIONAL = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)[^;]*$/;

/** PEP 503. */
function normalize(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}

function unconditional(requirements: unknown): readonly string[] {
  return asList(requirements).flatMap((one) => {
    const name = UNCONDITIONAL.exec(asText(one) ?? "")?.[1];
    return name === undefined ? [] : [normalize(name)];
  });
}

/**
 * Packages that a project names and its lock does not know. Tells without uv and without a network that a lock is stale;
 * that nothing is found does not tell that it is current.
 *
 * @param manifest text of pyproject.toml
 * @param lock text of uv.lock
 * @returns normalised names; empty also where the manifest is no TOML
 */
export function uvLockGaps(manifest: string, lock: string): readonly string[] {
  let document: Readonly<Record<string, unknown>>;
  try {
    document = asTable(parse(manifest));
  } catch {
    return [];
  }
  const project = asTable(document["project"]);
  const uv = asTable(asTable(document["tool"])["uv"]);
  const lists = [
    project["dependencies"],
    ...Object.values(asTable(project["optional-dependencies"])),
    ...Object.values(asTable(document["dependency-groups"])),
  ];
  const known = new Set([...lock.matchAll(/^name = "([^"\n]+)"$/gm)].map((match) => normalize(match[1] ?? "")));
  if (known.size === 0) return [];
  const excluded = new Set(unconditional(uv["exclude-dependencies"]));
  const wanted = new Set(lists.flatMap(unconditional));
  return [...wanted].filter((name) => !known.has(name) && !excluded.has(name));
}
