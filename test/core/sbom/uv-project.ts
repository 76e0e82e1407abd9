import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";

interface UvPackage {
  readonly name: string;
  readonly version?: string;
  readonly source: { readonly editable?: string; readonly virtual?: string };
  readonly metadata?: { readonly "provides-extras"?: readonly string[]; readonly "requires-dev"?: object };
  readonly "optional-dependencies"?: object;
  readonly "dev-dependencies"?: object;
}

interface UvLock {
  readonly "requires-python": string;
  readonly manifest?: { readonly members?: readonly string[]; readonly "dependency-groups"?: object };
  readonly package: readonly UvPackage[];
}

/** uv wants the project files beside a lock, but compares nothing in them when it is told that the lock is frozen. */
function pyproject(found: UvPackage, requiresPython: string): string {
  const extras = [...(found.metadata?.["provides-extras"] ?? Object.keys(found["optional-dependencies"] ?? {}))];
  const groups = new Set([
    ...Object.keys(found.metadata?.["requires-dev"] ?? {}),
    ...Object.keys(found["dev-dependencies"] ?? {}),
  ]);
  return [
    `[project]\nname = "${found.name}"\nversion = "${found.version ?? "0"}"\nrequires-python = "${requiresPython}"`,
    `[project.optional-dependencies]\n${extras.map((name) => `${name} = []`).join("\n")}`,
    `[dependency-groups]\n${[...groups].map((name) => `${name} = []`).join("\n")}\n`,
  ].join("\n");
}

/**
 * Rebuilds the project files that uv wants beside a lock.
 *
 * @param text the lock
 * @param scratch folder to build in
 * @returns the project's folder
 */
export function rebuildProject(text: string, scratch: string): string {
  const lock = parse(text) as unknown as UvLock;
  const folder = mkdtempSync(join(scratch, "project-"));
  const placed = lock.package.flatMap((found) => {
    const at = found.source.editable ?? found.source.virtual;
    return at === undefined ? [] : [{ found, at }];
  });
  const members = placed.filter(({ at }) => at !== ".").map(({ at }) => at);
  const workspace =
    lock.manifest?.members === undefined ? "" : `[tool.uv.workspace]\nmembers = ${JSON.stringify(members)}\n`;
  const groups = Object.keys(lock.manifest?.["dependency-groups"] ?? {});
  const rootless = `${workspace}[dependency-groups]\n${groups.map((name) => `${name} = []`).join("\n")}\n`;
  for (const { found, at } of placed) {
    mkdirSync(join(folder, at), { recursive: true });
    writeFileSync(
      join(folder, at, "pyproject.toml"),
      pyproject(found, lock["requires-python"]) + (at === "." ? workspace : ""),
    );
  }
  if (!placed.some(({ at }) => at === ".")) writeFileSync(join(folder, "pyproject.toml"), rootless);
  writeFileSync(join(folder, "uv.lock"), text);
  return folder;
}
