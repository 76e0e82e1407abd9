import type { EnvironmentNeed } from "../plan.ts";

/**
 * @param need an environment
 * @returns what tells it from others: two gates with the same key share one
 */
export function environmentKey(need: Pick<EnvironmentNeed, "manager" | "cwd" | "python" | "recipe">): string {
  const { manager, cwd, python, recipe } = need;
  const place = python === undefined ? `${manager}\0${cwd}` : `${manager}\0${cwd}\0${python}`;
  if (recipe === undefined) return place;
  const installs = recipe.installs.map(({ words, cwd: at, env }) => [words, at, Object.entries(env).sort()]);
  return `${place}\0${JSON.stringify([recipe.python, installs])}`;
}
