import type { Environment } from "../gates/index.ts";

/** What the inputs add to the environment of one folder. */
export interface Wanted {
  /** Relative to the repository's root; `.` for the root. */
  readonly cwd: string;
  readonly groups: readonly string[];
  readonly extras: readonly string[];
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort();
}

/**
 * One environment a folder and manager: what the gates need, and what the inputs ask for.
 *
 * @param planned environments of the plan; two of one folder are joined
 * @param wanted groups and extras of the inputs; they count for the uv environment of that folder
 * @returns sorted by folder, uv before npm
 */
export function joinEnvironments(planned: readonly Environment[], wanted: Wanted): readonly Environment[] {
  const joined = new Map<string, Environment>();
  for (const one of planned) {
    const id = `${one.cwd}\0${one.manager}`;
    const other = joined.get(id);
    const isWanted = one.manager === "uv" && one.cwd === wanted.cwd;
    const options = union(one.options ?? [], other?.options ?? []);
    joined.set(id, {
      manager: one.manager,
      cwd: one.cwd,
      lock: one.lock ?? other?.lock ?? null,
      groups: union(union(one.groups, other?.groups ?? []), isWanted ? wanted.groups : []),
      extras: union(union(one.extras, other?.extras ?? []), isWanted ? wanted.extras : []),
      ...(options.length === 0 ? {} : { options }),
    });
  }
  return [...joined.entries()]
    .sort(([a], [b]) => (a.replace("\0uv", "\0") < b.replace("\0uv", "\0") ? -1 : 1))
    .map(([, environment]) => environment);
}

/**
 * The arguments of `uv` that install an environment exactly as locked.
 *
 * @param environment groups and extras
 * @param python interpreter to use, or undefined for what the project says
 * @param lock `--locked`: a lock that does not match the project is refused; `--frozen`: it is taken as it is
 */
export function syncArguments(
  environment: Environment,
  python: string | undefined,
  lock: "--locked" | "--frozen" = "--locked",
): readonly string[] {
  return [
    "sync",
    lock,
    "--no-progress",
    "--color=never",
    ...environment.groups.map((group) => `--group=${group}`),
    ...environment.extras.map((extra) => `--extra=${extra}`),
    ...(environment.options ?? []),
    ...(python === undefined ? [] : ["--python", python]),
  ];
}

/** The arguments of `npm` that install exactly what the lock says. */
export const NPM_ARGUMENTS = ["ci", "--no-audit", "--no-fund"] as const;
