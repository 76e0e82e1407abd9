import { shellWord } from "../../../contract/index.ts";
import type { DeclaredEntry, DeclaringSystem } from "../../declarations/index.ts";

const CALLS: Partial<Record<DeclaringSystem, (name: string) => string>> = {
  make: (name) => `make ${name}`,
  just: (name) => `just ${name}`,
  task: (name) => `task ${name}`,
  mise: (name) => `mise run ${name}`,
  tox: (name) => `tox -e ${name}`,
  nox: (name) => `nox -s ${/[^\w.-]/.test(name) ? `'${name}'` : name}`,
  hatch: (name) => `hatch run ${name}`,
  pdm: (name) => `pdm run ${name}`,
  poe: (name) => `poe ${name}`,
  taskipy: (name) => `task ${name}`,
  rye: (name) => `rye run ${name}`,
  pipenv: (name) => `pipenv run ${name}`,
  invoke: (name) => `invoke ${name}`,
  "pre-commit": (name) => `pre-commit run ${name} --all-files`,
};

/** `bun test` is bun's own test runner, not the script. */
const scriptCall =
  (manager: string) =>
  (name: string): string =>
    name === "test" && manager !== "bun" ? `${manager} test` : `${manager} run ${name}`;

/**
 * @param entry any entry
 * @param manager program that runs scripts of packages there
 * @returns what a person types to run it, and where; undefined when nobody can call it by name
 */
export function callLine(
  entry: DeclaredEntry,
  manager: string,
): { readonly line: string; readonly cwd: string } | undefined {
  const call = entry.system === "scripts" ? scriptCall(manager) : CALLS[entry.system];
  if (call === undefined) return undefined;
  const id = /^(?:make|task)$/.test(entry.system) ? entry.id.replace(/\(.*\)$/s, "") : entry.id;
  const at = id.lastIndexOf("@");
  const folder = at === -1 ? "." : id.slice(at + 1);
  const isFolder = entry.place.file.startsWith(`${folder}/`);
  const given = Object.entries(entry.overrides ?? {}).map(([name, value]) => `${name}=${shellWord(value)}`);
  return { line: [call(entry.name), ...given].join(" "), cwd: isFolder ? folder : "." };
}
