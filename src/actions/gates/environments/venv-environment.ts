import { commandFor, type EnvironmentKind } from "./environment.ts";
import { factsOfRecipe, UvAnswers } from "./environment-basis.ts";
import { takeEnvironment } from "./reuse-environment.ts";

/** Virtual environments outside of the tree, made by the repository's own installs or taken from an earlier run. */
export const venvEnvironments: EnvironmentKind = {
  look: async ({ recipe }) =>
    recipe === undefined ? { problem: "nothing says how its environment is made" } : undefined,

  install: async (environment, { root, store, folder, listener, uv }, ports) => {
    const { recipe } = environment;
    if (recipe === undefined) return { problem: "nothing says how its environment is made" };
    const command = commandFor(environment);
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

  // The repository's own code is built where it lies.
  writesTree: async ({ recipe }, { root }, ports) => {
    const facts = recipe === undefined ? [] : await factsOfRecipe(recipe, root, ports);
    return facts.some(({ kind }) => kind === "own" || kind === "never");
  },
};
