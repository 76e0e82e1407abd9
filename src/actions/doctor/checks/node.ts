import { gte } from "semver";
import { found } from "../../../core/doctor/index.ts";
import type { Check } from "../scene.ts";

/** What package.json asks for under `engines`; the bundles themselves run from 20 on. */
const WANTED = "22.22.0";
const LEAST = "20.0.0";

/** The Node that the command line runs on. */
export const nodeCheck: Check = {
  id: "node",
  section: "machine",
  examine({ nodeVersion }) {
    const isOld = !gte(nodeVersion, WANTED);
    const finding = {
      severity: gte(nodeVersion, LEAST) ? ("warning" as const) : ("error" as const),
      message: `Node ${nodeVersion} is older than ${WANTED}`,
      where: null,
      why: "Turnpike is tested on Node 22.22 and newer; actions that ask for node24 run on this one in `turnpike run`.",
      mend: "npm install --global node@24",
    };
    return Promise.resolve(found(isOld ? [finding] : [], `Node ${nodeVersion}`));
  },
};
