import { gte } from "semver";
import { editing, type Finding, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import { childOf } from "../../../core/workflow/index.ts";
import type { Caller, Check, Scene } from "../scene.ts";

/** `$/` in steps, by which the road finds its own actions (actions/runner, release 2.336.0). */
const WANTED = "2.336.0";

const HOSTED = /^(?:ubuntu|windows|macos)-/;
const IMAGE = /(?:actions-runner:v?|RUNNER_VERSION\s*[=:]\s*["']?v?)(\d+\.\d+\.\d+)/;
const MOST_FILES = 50;

function ownRunners({ workflow, call }: Caller): readonly Finding[] {
  const job = workflow.jobs.find(({ id }) => id === call.jobId);
  const runner = childOf(job?.call?.with, "runner");
  if (runner === undefined || HOSTED.test(runner.toString())) return [];
  return [
    {
      severity: "note",
      message: `the runners \`${runner.toString()}\` must be of version ${WANTED} or newer`,
      where: { file: workflow.label, line: runner.line ?? null },
      why: "older ones do not know `$/`, by which the road finds its own actions; GitHub's own runners are newer.",
      mend: null,
    },
  ];
}

/** Images of runners that the repository itself makes or deploys. */
async function images(scene: Scene): Promise<readonly Finding[]> {
  const names = [...scene.names].filter((name) =>
    /(?:^|\/)(?:Dockerfile|Containerfile)[^/]*$|runner[^/]*\.ya?ml$/i.test(name),
  );
  const texts = await Promise.all(names.slice(0, MOST_FILES).map((name) => scene.files.readText(name)));
  return names.slice(0, MOST_FILES).flatMap((file, index): readonly Finding[] => {
    const lines = (texts[index] ?? "").split("\n");
    const line = lines.findIndex((text) => IMAGE.test(text));
    const version = IMAGE.exec(lines[line] ?? "")?.[1];
    if (version === undefined || gte(version, WANTED)) return [];
    return [
      {
        severity: "warning",
        message: `this runner is of version ${version}, and the road needs ${WANTED}`,
        where: { file, line: line + 1 },
        why: "older runners do not know `$/`, by which the road finds its own actions.",
        mend: editing({ file, line: line + 1 }, `take ${WANTED} or newer`),
      },
    ];
  });
}

/** Versions of runners that the repository chooses itself. */
export const runnerCheck: Check = {
  id: "runner",
  section: "road",
  async examine(scene) {
    const findings = [...scene.callers.flatMap(ownRunners), ...(await images(scene))];
    return findings.length === 0 ? NOT_APPLICABLE : found(findings, "");
  },
};
