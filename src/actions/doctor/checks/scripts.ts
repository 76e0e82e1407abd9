import { shellWord } from "../../../contract/index.ts";
import { type Finding, found, NOT_APPLICABLE, readTracked, startedFiles } from "../../../core/doctor/index.ts";
import { type Check, isGood, type Scene } from "../scene.ts";

const SHELL_SCRIPTS = ["*.sh", "*.bash", "gradlew", "*/gradlew", "mvnw", "*/mvnw"];

/** Files that gates and the build start by their path. */
function started({ plan }: Scene): readonly string[] {
  if (plan.kind === "invalid") return [];
  const { gates, build } = plan.planned.plan;
  return startedFiles([...gates, ...(build === null ? [] : [build])]);
}

function notExecutable(path: string): Finding {
  return {
    severity: "error",
    message: "the file is started by its path, and may not be executed",
    where: { file: path, line: null },
    why: 'the gate ends with "permission denied" on GitHub, whatever the file\'s rights are here.',
    mend: `git update-index --chmod=+x ${shellWord(path)}`,
  };
}

function windowsLines(path: string): Finding {
  return {
    severity: "warning",
    message: "the script has line ends of Windows in git",
    where: { file: path, line: 1 },
    why: "a shell on Linux takes the carriage return for part of each command.",
    mend: `echo '${/\.(?:ba)?sh$/.test(path) ? "*.sh" : path} text eol=lf' >> .gitattributes && git add --renormalize ${shellWord(path)}`,
  };
}

/** Rights and line ends of scripts, as git keeps them. */
export const scriptsCheck: Check = {
  id: "scripts",
  section: "repository",
  async examine(scene) {
    if (!scene.isRepository) return NOT_APPLICABLE;
    const wanted = started(scene);
    const result = await scene.askGit(
      "ls-files",
      "-z",
      "--stage",
      "--eol",
      "--",
      ...SHELL_SCRIPTS,
      ...wanted.map((path) => `:(literal)${path}`),
    );
    if (!isGood(result)) return NOT_APPLICABLE;
    const tracked = readTracked(result.stdout);
    if (tracked.length === 0) return NOT_APPLICABLE;
    const findings = tracked.flatMap(({ path, mode, lineEnds }) => [
      ...(wanted.includes(path) && mode === "100644" ? [notExecutable(path)] : []),
      ...(lineEnds === "crlf" || lineEnds === "mixed" ? [windowsLines(path)] : []),
    ]);
    return found(
      findings,
      `rights and line ends of ${tracked.length === 1 ? "1 script" : `${tracked.length} scripts`}`,
    );
  },
};
