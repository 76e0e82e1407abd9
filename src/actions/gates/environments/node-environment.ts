import { join } from "node:path/posix";
import type { Environment } from "../../../core/gates/index.ts";
import type { GatePorts } from "../gate-ports.ts";
import { commandFor, type EnvironmentKind, type InstallOptions, isInstalled, upwards } from "./environment.ts";
import { installLockedNode, installNodePackages } from "./make-environment.ts";

/** Programs of installed packages, the nearest first, as a package manager puts them when it runs a script. */
function nodeVariables({ cwd }: Environment, root: string, ports: GatePorts): Readonly<Record<string, string>> {
  const folders = upwards(cwd).map((folder) => join(root, folder, "node_modules", ".bin"));
  return { PATH: [...folders, ports.env["PATH"] ?? ""].join(":") };
}

/** Whether scripts of its packages may run, and it is known how they are installed. */
function canInstall({ recipe, manager, lock }: Environment, { allowScripts, installsLocks }: InstallOptions): boolean {
  if (allowScripts !== true) return false;
  return recipe !== undefined || (installsLocks === true && manager === "npm" && lock !== null);
}

/** Packages of Node, installed in the tree, and only where their scripts may run. */
export const nodeEnvironments: EnvironmentKind = {
  look: async (environment, options, ports) => {
    const { root } = options;
    if (await isInstalled(environment, root, ports)) return { variables: nodeVariables(environment, root, ports) };
    if (canInstall(environment, options)) return undefined;
    return { problem: `node_modules is not installed; run \`${commandFor(environment)}\`` };
  },

  install: async (environment, { root, listener, variables }, ports) => {
    const command = commandFor(environment);
    listener({ kind: "setup-started", command });
    const install = environment.recipe === undefined ? installLockedNode : installNodePackages;
    const problem = await install(environment, root, { ...ports, env: { ...ports.env, ...variables } });
    listener({ kind: "setup-finished", command, problem });
    if (problem === undefined) return { variables: nodeVariables(environment, root, ports) };
    return { problem: `node_modules could not be installed (${problem})` };
  },

  writesTree: async () => true,
};
