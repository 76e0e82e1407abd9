import type { EnvironmentRecipe } from "../../core/gates/index.ts";
import { commandFor, type EnvironmentKind } from "./environment.ts";
import { factsOfRecipe, UvAnswers } from "./environment-basis.ts";
import type { GatePorts } from "./gate-ports.ts";
import { takeEnvironment } from "./reuse-environment.ts";

/** Whether the repository's own code is installed, as far as its installs say. */
async function holdsOwnCode(recipe: EnvironmentRecipe, root: string, ports: GatePorts): Promise<boolean> {
  const facts = await factsOfRecipe(recipe, root, ports);
  return facts.some(({ kind }) => kind === "own" || kind === "never");
}

/** Virtual environments outside of the tree, made by the repository's own installs or taken from an earlier run. */
export const venvEnvironments: EnvironmentKind = {
  look: async ({ recipe }) =>
    recipe === undefined ? { problem: "nothing says how its environment is made" } : undefined,

  install: async (environment, options, ports) => {
    const { root, folder, listener, uv } = options;
    const { recipe } = environment;
    if (recipe === undefined) return { problem: "nothing says how its environment is made" };
    const command = commandFor(environment);
    // In a copy that goes away nobody can use it again.
    const isOnlyHere = options.isShortLived === true && (await holdsOwnCode(recipe, root, ports));
    const store = isOnlyHere ? undefined : options.store;
    const onStart = () => listener({ kind: "setup-started", command });
    const world = { ...ports, uv: uv ?? new UvAnswers(root, ports), onStart };
    const taken = await takeEnvironment(recipe, { root, folder, store }, world);
    if (taken.kind === "kept") return { variables: taken.variables, kept: taken.kept };
    const problem = taken.kind === "failed" ? taken.reason : undefined;
    listener({ kind: "setup-finished", command, problem });
    if (taken.kind === "made") {
      const remark = taken.remark === undefined ? {} : { remark: `${taken.remark}.` };
      return { variables: taken.variables, kept: taken.kept, ...remark };
    }
    return { problem: `the environment ${recipe.name} could not be made (${taken.reason})` };
  },

  writesTree: async ({ recipe }, { root }, ports) => recipe !== undefined && (await holdsOwnCode(recipe, root, ports)),
};
