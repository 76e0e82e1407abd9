import { gte, satisfies, validRange } from "semver";
import { type Finding, found } from "../../../core/doctor/index.ts";
import { type Check, environmentsOf, type Scene } from "../scene.ts";

/** What package.json asks for under `engines`; the bundles themselves run from 20 on. */
const WANTED = "22.22.0";
const LEAST = "20.0.0";

function ownVersion(nodeVersion: string): readonly Finding[] {
  if (gte(nodeVersion, WANTED)) return [];
  return [
    {
      severity: gte(nodeVersion, LEAST) ? "warning" : "error",
      message: `Node ${nodeVersion} is older than ${WANTED}`,
      where: null,
      why: "Turnpike is tested on Node 22.22 and newer; actions that ask for node24 run on this one in `turnpike run`.",
      mend: "npm install --global node@24",
    },
  ];
}

/** What the packages of the repository ask for; `npm ci` warns of it, and with `engine-strict` it fails. */
async function wantedByProject(scene: Scene): Promise<readonly Finding[]> {
  if (!environmentsOf(scene, "npm").some(({ cwd }) => cwd === ".")) return [];
  const text = (await scene.files.readText("package.json")) ?? "";
  const wanted = /"engines"\s*:\s*\{[^}]*"node"\s*:\s*"([^"]+)"/.exec(text)?.[1];
  if (wanted === undefined || validRange(wanted) === null || satisfies(scene.nodeVersion, wanted)) return [];
  const line = text.slice(0, text.indexOf(`"${wanted}"`)).split("\n").length;
  return [
    {
      severity: "warning",
      message: `the packages ask for Node ${wanted}, and this is ${scene.nodeVersion}`,
      where: { file: "package.json", line },
      why: "tests may fail here alone, and with `engine-strict` nothing is installed.",
      mend: null,
    },
  ];
}

/** The Node that the command line runs on, and with it the scripts of packages. */
export const nodeCheck: Check = {
  id: "node",
  section: "machine",
  async examine(scene) {
    return found([...ownVersion(scene.nodeVersion), ...(await wantedByProject(scene))], `Node ${scene.nodeVersion}`);
  },
};
