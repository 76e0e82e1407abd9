import { delimiter } from "node:path";
import { type Finding, found } from "../../../core/doctor/index.ts";
import { ask, type Check, isGood, type Scene, wantsUv } from "../scene.ts";

/** The first program of that name on PATH, as a shell finds it. */
async function firstOnPath(scene: Scene, name: string): Promise<string | undefined> {
  for (const folder of (scene.env["PATH"] ?? "").split(delimiter)) {
    if (folder.startsWith("/") && (await scene.files.exists(`${folder}/${name}`))) return `${folder}/${name}`;
  }
  return undefined;
}

async function judge(scene: Scene, name: string): Promise<readonly Finding[]> {
  const file = await firstOnPath(scene, name);
  const manager = /\/\.?([\w-]+)\/shims\/[^/]+$/.exec(file ?? "")?.[1];
  if (file === undefined || manager === undefined) return [];
  if (isGood(await ask(scene, file, ["--version"]))) return [];
  return [
    {
      severity: "warning",
      message: `\`${name}\` is a shim of ${manager} that has nothing behind it in this folder`,
      where: null,
      why: "Turnpike looks behind shims, but commands that you paste do not work here.",
      mend: `${manager} install   # the version that this folder asks for`,
    },
  ];
}

/** Shims of version managers decide by the folder that they are called in. */
export const shimsCheck: Check = {
  id: "shims",
  section: "machine",
  async examine(scene) {
    const names = wantsUv(scene) ? ["uv", "python3", "python"] : ["node", "npm"];
    const findings = await Promise.all(names.map((name) => judge(scene, name)));
    return found(findings.flat(), `${names.join(", ")} answer here`);
  },
};
