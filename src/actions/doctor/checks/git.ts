import { coerce, gte } from "semver";
import { shellWord } from "../../../contract/index.ts";
import { type Finding, found } from "../../../core/doctor/index.ts";
import { ask, type Check, isGood, type Scene } from "../scene.ts";

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

/** Why git knows no repository there, and what helps: there may be one that it cannot read. */
async function notFound(scene: Scene): Promise<Finding> {
  const error = { severity: "error", where: null, why: "the road checks commits." } as const;
  const bare = await scene.askGit("rev-parse", "--is-bare-repository");
  if (isGood(bare) && bare.stdout.trim() === "true") {
    const message = `${scene.top} is a bare repository, which has no files`;
    return { ...error, message, mend: `git clone ${shellWord(scene.top)} CLONE` };
  }
  const [said = ""] = bare.stderr.split("\n");
  if (said === "" || isGood(bare) || /not a git repository \(or any/.test(said)) {
    return { ...error, message: `${scene.top} is in no git repository`, mend: "git init" };
  }
  return { ...error, message: `git cannot read the repository of ${scene.top}: ${said}`, mend: "git fsck" };
}

/** git refuses what belongs to somebody else, as in a container with a folder of its host (git, "safe.directory"). */
async function refusal(scene: Scene): Promise<readonly Finding[]> {
  const { stderr } = await ask(scene, "git", ["rev-parse", "--git-dir"]);
  if (!stderr.includes("dubious ownership")) return [];
  return [
    {
      severity: "warning",
      message: `${scene.top} belongs to another user, so git refuses to work there`,
      where: null,
      why: "what gates ask git ends with an error.",
      mend: `git config --global --add safe.directory ${shellWord(scene.top)}`,
    },
  ];
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
    if (!scene.isRepository) return found([await notFound(scene)], "");
    return found(await refusal(scene), `git ${version}`);
  },
};
