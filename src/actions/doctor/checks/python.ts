import { fromRoot, shellWord } from "../../../contract/index.ts";
import { type Finding, found, NOT_APPLICABLE, notAsked } from "../../../core/doctor/index.ts";
import { oneLine } from "../../../core/summary/index.ts";
import { readPythonVersionFile, readRequiresPython } from "../../../core/uv/index.ts";
import { ask, below, type Check, environmentsOf, isGood, type Scene } from "../scene.ts";

/** Projects that are asked for; each costs a process. */
const MOST = 5;

/** Which Python a folder wants, and where that is written. */
export interface WantedPython {
  readonly request: string;
  readonly file: string;
  readonly cwd: string;
}

/** @returns what `.python-version` says, else `requires-python`, of a folder with a Python project */
export async function wantedPython(scene: Scene, cwd: string): Promise<WantedPython | undefined> {
  const pinned = below(cwd, ".python-version");
  const pin = readPythonVersionFile((await scene.files.readText(pinned)) ?? "");
  if (pin !== undefined) return { request: pin, file: pinned, cwd };
  const path = below(cwd, "pyproject.toml");
  const text = await scene.files.readText(path);
  const request = text === undefined ? undefined : readRequiresPython({ path, text });
  return request === undefined ? undefined : { request, file: path, cwd };
}

/** uv's words when it fell over before it looked for an interpreter. */
const FAILED =
  /\bfailed to (?:initialize|create|open|read|write|parse)\b|permission denied|read-only file system|unexpected argument|unrecognized/i;

/** uv could not even look: its cache, its settings, or itself. */
function unanswered({ stderr }: Awaited<ReturnType<typeof ask>>): Finding {
  const [first] = stderr.split("\n").filter((line) => line.trim() !== "");
  return {
    severity: "warning",
    message: "uv could not say which Pythons are here",
    where: null,
    why: first === undefined ? "it ended without a word." : oneLine(first, 200),
    mend: "uv python list",
  };
}

async function judge(scene: Scene, uv: string, wanted: WantedPython): Promise<Finding | string> {
  const args = ["python", "find", "--no-project", "--offline", "--no-config", wanted.request];
  const result = await ask(scene, uv, args, wanted.cwd);
  if (isGood(result)) return result.stdout.trim();
  if (FAILED.test(result.stderr)) return unanswered(result);
  return {
    severity: "warning",
    message: `no Python on this machine fits ${wanted.request}`,
    where: { file: wanted.file, line: null },
    why: "uv fetches one at the first use, which needs the network.",
    mend: fromRoot(wanted.cwd, `uv python install ${shellWord(wanted.request)}`),
  };
}

/** Interpreters that the projects ask for. */
export const pythonCheck: Check = {
  id: "python",
  section: "machine",
  async examine(scene) {
    const folders = environmentsOf(scene, "uv").map(({ cwd }) => cwd);
    const all = scene.names.has("uv.lock") && !folders.includes(".") ? [".", ...folders] : folders;
    const wanted = await Promise.all(all.slice(0, MOST).map((cwd) => wantedPython(scene, cwd)));
    const known = wanted.filter((one) => one !== undefined);
    if (known.length === 0) return NOT_APPLICABLE;
    const uv = await scene.processes.which("uv", scene.env);
    if (uv === undefined) return notAsked("without uv it is not known which Pythons are here");
    const judged = await Promise.all(known.map((one) => judge(scene, uv, one)));
    const findings = judged.filter((one) => typeof one !== "string");
    const requests = [...new Set(known.map(({ request }) => request))].join(", ");
    return found(findings, `a Python for ${requests}`);
  },
};
