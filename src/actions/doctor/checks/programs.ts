import { type Finding, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import { type Check, environmentsOf, type Scene } from "../scene.ts";

interface Wanted {
  readonly name: string;
  readonly why: string;
  readonly mend: string;
}

function wantedPrograms(scene: Scene): readonly Wanted[] {
  if (scene.plan.kind === "invalid") return [];
  const { gates } = scene.plan.planned.plan;
  const shell = gates.find(({ run }) => typeof run === "string");
  const bash = {
    name: "bash",
    why: `the command of the gate ${shell?.id} goes through it.`,
    mend: "sudo apt-get install bash",
  };
  const npm = { name: "npm", why: "packages are installed with it.", mend: "npm comes with Node: https://nodejs.org" };
  return [...(shell === undefined ? [] : [bash]), ...(environmentsOf(scene, "npm").length > 0 ? [npm] : [])];
}

/** Programs that the plan starts besides uv. */
export const programsCheck: Check = {
  id: "programs",
  section: "machine",
  async examine(scene) {
    const wanted = wantedPrograms(scene);
    if (wanted.length === 0) return NOT_APPLICABLE;
    const places = await Promise.all(wanted.map(({ name }) => scene.processes.which(name, scene.env)));
    const findings = wanted.flatMap(({ name, why, mend }, index): readonly Finding[] =>
      places[index] === undefined
        ? [{ severity: "error", message: `${name} is not installed`, where: null, why, mend }]
        : [],
    );
    return found(findings, wanted.map(({ name }) => name).join(", "));
  },
};
