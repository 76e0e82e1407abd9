/** Variables that would lead a command back into the original, or that belong to whoever started us. */
const DROPPED =
  /^(?:VIRTUAL_ENV(?:_PROMPT)?|PWD|OLDPWD|INIT_CWD|PROJECT_CWD|GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|PREFIX|NAMESPACE)|npm_(?:package_.*|lifecycle_.*|command|execpath|node_execpath|config_local_prefix))$/;

/** Where a program installs into: in the copy it must be a place of the copy. */
const INSTALL_PLACES = new Set(["UV_PROJECT_ENVIRONMENT", "npm_config_prefix", "PIP_TARGET", "PIP_PREFIX"]);

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/**
 * The environment for commands in a copy: what they would have in the original, with every path into the original leading
 * into the copy.
 *
 * @param env the environment of this process
 * @param folders absolute top levels of the original and of the copy
 */
export function environmentInCopy(
  env: Readonly<Record<string, string>>,
  folders: { readonly original: string; readonly copy: string },
): Record<string, string> {
  const inside = new RegExp(`(?<=^|[:;=,\\s"'])${escaped(folders.original)}(?=$|[/:;,\\s"'])`, "g");
  const moved = Object.entries(env).flatMap(([name, value]) => {
    if (DROPPED.test(name)) return [];
    const own = folders.original === "/" ? value : value.replaceAll(inside, () => folders.copy);
    const leadsElsewhere = INSTALL_PLACES.has(name) && own.startsWith("/") && !own.startsWith(`${folders.copy}/`);
    return leadsElsewhere ? [] : [[name, own] as const];
  });
  return Object.fromEntries(moved);
}
