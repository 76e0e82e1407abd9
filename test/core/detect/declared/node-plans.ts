import { callOf, readDeclarations } from "../../../../src/core/declarations/index.ts";
import { type Declarations, planRepository } from "../../../../src/core/detect/index.ts";
import type { Plan } from "../../../../src/core/gates/index.ts";
import { sourceOf } from "../../../fakes/declarations.ts";
import { snapshotOf } from "../../../fakes/snapshot.ts";

/** The workflow that most repositories have. */
export const CI = ".github/workflows/ci.yml";
/** A lock of npm. */
export const LOCK = { "package-lock.json": "{}" };

/** @returns the plan of a repository with these files */
export function planOf(files: Readonly<Record<string, string>>): Plan {
  const source = sourceOf(files);
  const declarations: Declarations = {
    reading: readDeclarations(source),
    callOf: (words, cwd, entries, around) => callOf(words, cwd, entries, source, around),
  };
  const planned = planRepository(snapshotOf(files), undefined, declarations);
  if (!planned.ok) throw new Error("turnpike.yml was not given");
  return planned.plan;
}

/** @returns a package.json with these scripts and a dependency */
export function packageOf(scripts: Readonly<Record<string, string>>, more: object = {}): string {
  return JSON.stringify({ name: "shop", scripts, devDependencies: { x: "1" }, ...more }, null, 2);
}

/** @returns a workflow with one job of these steps: texts to run, or lines of YAML that begin with `uses:` */
export function workflow(steps: readonly string[], on = "[push, pull_request]"): string {
  const lines = steps.map((step) =>
    step.startsWith("uses:") ? `      - ${step}` : `      - run: ${JSON.stringify(step)}`,
  );
  return `on: ${on}\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v6\n${lines.join("\n")}\n`;
}

/** @returns what the gates run in their own words, by id; the lock's is left out */
export function commandsOf(plan: Plan): Readonly<Record<string, string>> {
  const own = plan.gates.filter(({ id }) => !/^lock/.test(id));
  return Object.fromEntries(own.map(({ id, shows }) => [id, shows ?? ""]));
}

/** @returns why a suggestion is only one; undefined where there is none of that id */
export function suggestedOf(plan: Plan, id: string): string | undefined {
  return plan.suggestions.find(({ gate }) => gate.id === id)?.gate.why;
}

/** @returns what installs the packages of a gate */
export function installOf(plan: Plan, id: string): string | undefined {
  const gate = plan.gates.find((one) => one.id === id);
  return gate?.environment?.recipe?.installs.map(({ words }) => words.join(" ")).join("; ");
}
