import { releaseTagsInput } from "../../adopt/index.ts";
import { isTable } from "../../documents/index.ts";
import type { Plan } from "../../gates/index.ts";
import { legsOf } from "../job-conditions.ts";
import type { JobFacts, StepFacts, WorkflowFacts } from "../model.ts";
import { commandsOf, unwrapped } from "./commands.ts";
import { kindOfAction } from "./known-actions.ts";

/** A workflow that releases, whose build the road can take over. */
export interface Releasing {
  readonly file: string;
  /** Value of the road's input `release-tags`; null where its default does. */
  readonly releaseTags: string | null;
}

function listOf(value: unknown): readonly string[] {
  return value === undefined || value === null ? [] : (Array.isArray(value) ? value : [value]).map(String);
}

/** Tags of a workflow that nothing else starts than tags and published releases: whenever it runs, it is a release. */
function releaseTagsOf(on: WorkflowFacts["on"]): readonly string[] | undefined {
  const events = [...on.keys()];
  if (events.length === 0 || events.some((event) => event !== "push" && event !== "release")) return undefined;
  const release = on.get("release");
  if (on.has("release") && (!isTable(release) || listOf(release["types"]).join() !== "published")) return undefined;
  if (!on.has("push")) return [];
  const push = on.get("push");
  if (!isTable(push)) return undefined;
  const keys = Object.keys(push).filter((key) => key !== "tags");
  const onlyTags = keys.every((key) => key === "branches-ignore" && listOf(push[key]).join() === "**");
  return onlyTags && push["tags"] !== undefined ? listOf(push["tags"]) : undefined;
}

const PYTHON_BUILD = /^(?:uv build|build|pyproject-build|hatch build|poetry build|pdm build|flit build)$/;

/** Options that say where to or what of the two that are built anyway; `.` is where the project is. */
const SAME_RESULT =
  /^(?:\.|--sdist|--wheel|-s|-w|dist|dist\/|--(?:out-?dir|output)(?:=dist\/?)?|-o|--no-sources|--ansi|--verbose|-v)$/;

function buildsAlike(words: readonly string[], run: string): boolean {
  const bare = unwrapped(words).filter((word) => word !== "--ansi");
  const [first = "", second = ""] = bare;
  const own = ["uv", "hatch", "poetry", "pdm", "flit", "npm"].includes(first) ? 2 : 1;
  const name = own === 2 ? `${first} ${second}` : first;
  if (run === "npm pack") return name === "npm pack" && bare.length === 2;
  const rest = bare.slice(own);
  const halves = rest.filter((word) => /^(?:--sdist|--wheel|-s|-w)$/.test(word)).length;
  return run === "uv build" && PYTHON_BUILD.test(name) && halves !== 1 && rest.every((word) => SAME_RESULT.test(word));
}

/**
 * @param step a step that builds
 * @param build what the road builds on a release
 * @returns whether both make the same files: every front end of a Python project calls the same build system
 */
export function isRoadsBuild(step: StepFacts, job: JobFacts, build: Plan["build"]): boolean {
  if (build === null || build.cwd !== "." || legsOf(job).count !== 1) return false;
  if (step.uses !== null)
    return (
      kindOfAction(step.uses) === "build" && Object.keys(step.with).every((key) => /^attest|^skip-wheel$/.test(key))
    );
  const folder = step.cwd ?? job.cwd ?? ".";
  if (step.run === null || (folder !== "." && folder !== "./")) return false;
  const commands = commandsOf(step.run, ".") ?? [];
  const building = commands.filter(({ words }) => buildsAlike(words, build.run));
  return (
    commands.length > 0 &&
    building.length === 1 &&
    commands.every(
      (one) => building.includes(one) || /^(?:echo|ls|mkdir|pip|uv pip|npm ci)\b|^python\S* -m pip\b/.test(one.text),
    )
  );
}

/**
 * Finds the one workflow that releases and nothing else, where the road can build.
 *
 * @param workflows the repository's
 * @param build what the road builds on a release
 * @returns undefined when there is none, or more than one
 */
export function releasingWorkflow(workflows: readonly WorkflowFacts[], build: Plan["build"]): Releasing | undefined {
  const found = workflows.flatMap((workflow): readonly Releasing[] => {
    const tags = releaseTagsOf(workflow.on);
    if (tags === undefined) return [];
    const builds = workflow.jobs.some((job) => job.steps.some((step) => isRoadsBuild(step, job, build)));
    const filters = tags.map((pattern) => ({ pattern, why: "" }));
    return builds ? [{ file: workflow.file, releaseTags: tags.length === 0 ? null : releaseTagsInput(filters) }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}
