import { parse } from "smol-toml";
import { z } from "zod";
import { normalName } from "./formats/python-names.ts";
import type { Lock } from "./lock.ts";
import { projectsOf, SHIPPED } from "./select.ts";

const schema = z.object({
  tool: z
    .object({
      uv: z.object({ "default-groups": z.union([z.literal("all"), z.array(z.string())]).optional() }).optional(),
    })
    .optional(),
});

/** uv's default groups where the project does not set its own (uv docs, "Default groups"); npm installs development dependencies too. */
const USUAL: readonly string[] = ["dev"];

/**
 * The groups that an installation takes unless told otherwise.
 *
 * @param lock a lock
 * @param pyproject text of the pyproject.toml beside it; undefined when there is none
 * @returns groups of the lock's projects
 */
export function defaultGroupsOf(lock: Lock, pyproject: string | undefined): readonly string[] {
  const known = new Set(projectsOf(lock, SHIPPED).flatMap(({ groups }) => groups));
  const set = pyproject === undefined || lock.format === "npm" ? undefined : readSetting(pyproject);
  const wanted = set === "all" ? [...known] : (set ?? USUAL).map(normalName);
  return wanted.filter((name) => known.has(name));
}

function readSetting(pyproject: string): "all" | readonly string[] | undefined {
  try {
    return schema.parse(parse(pyproject)).tool?.uv?.["default-groups"];
  } catch {
    // A project file that cannot be read sets nothing; uv itself reports it.
    return undefined;
  }
}
