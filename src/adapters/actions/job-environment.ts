import * as core from "@actions/core";
import type { JobEnvironment } from "../../ports/job-environment.ts";

const STATE = "turnpike";

/** The environment files of a GitHub step: `GITHUB_ENV`, `GITHUB_PATH`, `GITHUB_STATE`. */
export const actionsJobEnvironment: JobEnvironment = {
  exportVariable: (name, value) => core.exportVariable(name, value),
  addPath: (folder) => core.addPath(folder),
  saveState: (text) => core.saveState(STATE, text),
  readState: () => {
    const text = core.getState(STATE);
    return text === "" ? undefined : text;
  },
};
