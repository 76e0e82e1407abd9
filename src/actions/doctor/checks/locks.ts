import { fromRoot } from "../../../contract/index.ts";
import {
  type Finding,
  found,
  NOT_APPLICABLE,
  notAsked,
  npmLockDifferences,
  uvLockGaps,
} from "../../../core/doctor/index.ts";
import { ask, below, type Check, environmentsOf, isGood, type Scene } from "../scene.ts";

/** Locks that are judged by uv; each costs a process. */
const MOST = 4;

type Judged = Finding | "current" | "unknown";

function stale(lock: string, message: string, mend: string): Finding {
  return {
    severity: "error",
    message,
    where: { file: lock, line: null },
    why: "the gate `lock` fails, and the packages are not those that were written down.",
    mend,
  };
}

async function judgeUv(scene: Scene, uv: string | undefined, cwd: string): Promise<Judged> {
  const lock = below(cwd, "uv.lock");
  const [manifest, text] = await Promise.all(
    [below(cwd, "pyproject.toml"), lock].map((path) => scene.files.readText(path)),
  );
  const mend = fromRoot(cwd, "uv lock");
  const gaps = uvLockGaps(manifest ?? "", text ?? "");
  if (gaps.length > 0) {
    return stale(lock, `the lock does not know what pyproject.toml asks for: ${gaps.slice(0, 5).join(", ")}`, mend);
  }
  if (uv === undefined) return "unknown";
  const result = await ask(scene, uv, ["lock", "--check", "--offline"], cwd);
  if (isGood(result)) return "current";
  if (!/needs to be updated|is outdated/.test(result.stderr)) return "unknown";
  return stale(lock, "the lock does not fit pyproject.toml any more", mend);
}

async function judgeNpm(scene: Scene, cwd: string, lock: string): Promise<Judged> {
  const [manifest, text] = await Promise.all(
    [below(cwd, "package.json"), lock].map((path) => scene.files.readText(path)),
  );
  const lists = npmLockDifferences(manifest ?? "", text ?? "");
  if (lists === undefined) return "unknown";
  if (lists.length === 0) return "current";
  const what = `the lock does not fit package.json any more: ${lists.join(", ")}`;
  return stale(lock, what, fromRoot(cwd, "npm install --package-lock-only"));
}

/** Lock files that no longer say what the manifests say. */
export const locksCheck: Check = {
  id: "locks",
  section: "repository",
  async examine(scene) {
    const uvFolders = environmentsOf(scene, "uv")
      .filter(({ lock }) => lock !== null)
      .map(({ cwd }) => cwd);
    const npm = environmentsOf(scene, "npm").filter(({ lock }) => lock !== null);
    if (uvFolders.length + npm.length === 0) return NOT_APPLICABLE;
    const uv = uvFolders.length === 0 ? undefined : await scene.processes.which("uv", scene.env);
    const judged = await Promise.all([
      ...uvFolders.slice(0, MOST).map((cwd) => judgeUv(scene, uv, cwd)),
      ...npm.map(({ cwd, lock }) => judgeNpm(scene, cwd, lock ?? "")),
    ]);
    const findings = judged.filter((one) => typeof one !== "string");
    if (findings.length === 0 && judged.includes("unknown")) {
      return notAsked("whether the locks are current cannot be told without the network: uv lock --check");
    }
    return found(findings, "locks are current");
  },
};
