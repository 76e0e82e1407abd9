import { coerce, gte } from "semver";
import { type Finding, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import { parseVersionRequest, readRequiredVersion, satisfies } from "../../../core/uv/index.ts";
import { ask, type Check, isGood, type Scene, wantsUv } from "../scene.ts";

/** The oldest that the commands of the road were tried with; 0.4.30 cannot read the locks that uv writes today. */
const LEAST = "0.5.31";

interface Required {
  readonly text: string;
  readonly file: string;
  readonly line: number | null;
}

/** uv.toml wins over pyproject.toml (uv, "Configuration files"). */
async function requiredVersion(scene: Scene): Promise<Required | undefined> {
  for (const path of ["uv.toml", "pyproject.toml"]) {
    const text = await scene.files.readText(path);
    const required = text === undefined ? undefined : readRequiredVersion({ path, text });
    if (text === undefined || required === undefined) continue;
    const index = text.split("\n").findIndex((line) => /^\s*required-version\s*=/.test(line));
    return { text: required, file: path, line: index === -1 ? null : index + 1 };
  }
  return undefined;
}

function install(required: string | undefined): string {
  const exact = required === undefined ? "uv" : `"uv${/^\d/.test(required) ? `==${required}` : required}"`;
  return `pipx install ${exact}   # or: python3 -m pip install ${exact}`;
}

function tooOld(version: string, required: Required): Finding | undefined {
  const request = parseVersionRequest(required.text, `required-version of ${required.file}`, "exact");
  if (!request.ok || satisfies(version, request.request)) return undefined;
  return {
    severity: "error",
    message: `uv ${version} is not what required-version asks for: ${required.text}`,
    where: { file: required.file, line: required.line },
    why: "uv refuses to work in this project.",
    mend: `pipx install --force "uv${/^\d/.test(required.text) ? `==${required.text}` : required.text}"   # or, where uv installed itself: uv self update`,
  };
}

function older(version: string): Finding | undefined {
  const known = coerce(version)?.version;
  if (known === undefined || gte(known, LEAST)) return undefined;
  return {
    severity: "warning",
    message: `uv ${version} is older than ${LEAST}`,
    where: null,
    why: "it does not read the lock files that newer ones write, and knows fewer options.",
    mend: "pipx install --force uv   # or, where uv installed itself: uv self update",
  };
}

/** uv, in a version that the project allows. */
export const uvCheck: Check = {
  id: "uv",
  section: "machine",
  async examine(scene) {
    if (!wantsUv(scene)) return NOT_APPLICABLE;
    const required = await requiredVersion(scene);
    const program = await scene.processes.which("uv", scene.env);
    if (program === undefined) {
      const finding: Finding = {
        severity: "error",
        message: "uv is not installed",
        where: null,
        why: "`turnpike gates` installs packages with it. On GitHub it is fetched.",
        mend: install(required?.text),
      };
      return found([finding], "");
    }
    const result = await ask(scene, program, ["--version", "--no-config"]);
    const version = /uv (\d+\.\d+\.\d+\S*)/.exec(result.stdout)?.[1];
    if (!isGood(result) || version === undefined) {
      const finding: Finding = {
        severity: "error",
        message: `${program} does not say its version`,
        where: null,
        why: "packages are installed with it.",
        mend: install(required?.text),
      };
      return found([finding], "");
    }
    const findings = [required === undefined ? undefined : tooOld(version, required), older(version)];
    const wanted = required === undefined ? "" : ` (required: ${required.text})`;
    return found(
      findings.filter((one) => one !== undefined),
      `uv ${version}${wanted}`,
    );
  },
};
