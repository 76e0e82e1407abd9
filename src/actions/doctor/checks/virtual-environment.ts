import { satisfies, valid, validRange } from "@renovatebot/pep440";
import { fromRoot } from "../../../contract/index.ts";
import { type Finding, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import { below, type Check, environmentsOf, type Scene } from "../scene.ts";
import { wantedPython } from "./python.ts";

function setting(text: string, ...names: readonly string[]): string | undefined {
  const lines = text.split(/\r?\n/).map((line) => /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(line));
  return names.map((name) => lines.find((match) => match?.[1] === name)?.[2]).find((value) => value !== undefined);
}

function fits(version: string, request: string): boolean {
  if (/^\d+(\.\d+)*$/.test(request)) return version === request || version.startsWith(`${request}.`);
  return valid(version) === null || !validRange(request) || satisfies(version, request);
}

async function judge(scene: Scene, cwd: string): Promise<Finding | "absent" | "fits"> {
  const file = below(cwd, ".venv/pyvenv.cfg");
  const text = await scene.files.readText(file);
  if (text === undefined) return "absent";
  const again = fromRoot(cwd, "rm -r .venv && uv sync");
  const home = setting(text, "home");
  const place = { file, line: null };
  if (home !== undefined && !(await scene.files.exists(home))) {
    const why = "nothing in it starts.";
    return { severity: "warning", message: `the Python of .venv is gone: ${home}`, where: place, why, mend: again };
  }
  const version = setting(text, "version_info", "version")?.match(/^\d+\.\d+\.\d+/)?.[0];
  const wanted = await wantedPython(scene, cwd);
  if (version === undefined || wanted === undefined || fits(version, wanted.request)) return "fits";
  return {
    severity: "note",
    message: `.venv is of Python ${version}, and ${wanted.file} asks for ${wanted.request}`,
    where: place,
    why: "uv makes it anew at the next sync, so what you installed by hand goes.",
    mend: again,
  };
}

/** `.venv` of another interpreter, or of one that is gone. */
export const virtualEnvironmentCheck: Check = {
  id: "virtual-environment",
  section: "repository",
  async examine(scene) {
    const judged = await Promise.all(environmentsOf(scene, "uv").map(({ cwd }) => judge(scene, cwd)));
    if (judged.every((one) => one === "absent")) return NOT_APPLICABLE;
    return found(
      judged.filter((one) => typeof one !== "string"),
      ".venv fits",
    );
  },
};
