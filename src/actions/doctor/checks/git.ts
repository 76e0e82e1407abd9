import { coerce, gte } from "semver";
import { type Finding, fine, found } from "../../../core/doctor/index.ts";
import { ask, type Check, isGood } from "../scene.ts";

/** `init --initial-branch`, which the local runner needs, is of 2.28; `rev-parse --end-of-options` works since 2.30. */
const WANTED = "2.30.0";

function missing(message: string): Finding {
  return {
    severity: "error",
    message,
    where: null,
    why: "which files, commit and tags there are is read with git.",
    mend: "sudo apt-get install git   # or: brew install git",
  };
}

/** git itself, and whether there is a repository. */
export const gitCheck: Check = {
  id: "git",
  section: "machine",
  async examine(scene) {
    const result = await ask(scene, "git", ["--version"]);
    const version = isGood(result) ? coerce(result.stdout)?.version : undefined;
    if (version === undefined) return found([missing("git is not installed, or does not answer")], "");
    if (!gte(version, WANTED)) {
      return found([{ ...missing(`git ${version} is older than ${WANTED}`), severity: "warning" }], "");
    }
    if (scene.isRepository) return fine(`git ${version}`);
    const finding: Finding = {
      severity: "error",
      message: `${scene.top} is in no git repository`,
      where: null,
      why: "the road checks commits.",
      mend: "git init",
    };
    return found([finding], "");
  },
};
