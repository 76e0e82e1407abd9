import { gte } from "semver";
import { type Finding, found } from "../../../core/doctor/index.ts";
import type { Check } from "../scene.ts";

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

/** The Node that the command line runs on. */
export const nodeCheck: Check = {
  id: "node",
  section: "machine",
  async examine(scene) {
    return found(ownVersion(scene.nodeVersion), `Node ${scene.nodeVersion}`);
  },
};
