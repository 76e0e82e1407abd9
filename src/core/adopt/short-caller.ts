import { parseWorkflowFile, type WorkflowFile } from "../workflow/index.ts";
import { CALLER_JOB, type Lane } from "./caller.ts";
import { turnpikeCalls } from "./known-caller.ts";
import type { Pin } from "./pin.ts";
import { scalar } from "./plain-scalar.ts";
import type { Filter } from "./tag-patterns.ts";
import { releaseTagsInput, type Triggers, triggersFor } from "./triggers.ts";

/** What the lines are made from. */
export interface ShortCallerFacts {
  /** Texts of workflow files by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly defaultBranch: string;
  /** Newest first. */
  readonly tags: readonly string[];
  /** Whether something is built that a release could sign. */
  readonly signs: boolean;
  /** The commit to name; undefined where it is not known. */
  readonly pin: Pin | undefined;
}

/** The caller in a few lines, to be read and pasted. */
export interface ShortCaller {
  readonly text: string;
  /** Places that call Turnpike already, `file:line`. */
  readonly already: readonly string[];
}

function list(filters: readonly Filter[]): string {
  return `[${filters.map(({ pattern }) => scalar(pattern)).join(", ")}]`;
}

function onText({ branches, tags, release, mergeGroup, dispatch }: Triggers): string {
  const push = [`branches: ${list(branches)}`, ...(tags.length === 0 ? [] : [`tags: ${list(tags)}`])];
  const events = [
    `push: { ${push.join(", ")} }`,
    "pull_request: {}",
    ...(release === null ? [] : ["release: { types: [published] }"]),
    ...(mergeGroup === null ? [] : ["merge_group: {}"]),
    ...(dispatch === null ? [] : ["workflow_dispatch: {}"]),
  ];
  return `on: { ${events.join(", ")} }`;
}

function usesText(lane: Lane, pin: Pin | undefined): string {
  const path = `.github/workflows/${lane}.yml`;
  if (pin === undefined) return `OWNER/turnpike/${path}@v1`;
  return `${pin.repository}/${path}@${pin.sha}${pin.version === null ? "" : ` # ${pin.version}`}`;
}

async function readWorkflows(texts: ReadonlyMap<string, string>): Promise<readonly WorkflowFile[]> {
  const files = [...texts].filter(([path]) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)).sort();
  const parsed = await Promise.all(files.map(([path, text]) => parseWorkflowFile(path, text)));
  return parsed.flatMap((one) => (one.kind === "workflow" ? [one.workflow] : []));
}

/**
 * The caller that `init` would write, without its comments and what a first look does not need.
 *
 * @param facts the repository
 */
export async function shortCaller(facts: ShortCallerFacts): Promise<ShortCaller> {
  const workflows = await readWorkflows(facts.texts);
  const already = workflows.flatMap((workflow) =>
    turnpikeCalls(workflow).map(({ line }) => `${workflow.label}:${line}`),
  );
  const { defaultBranch, tags, signs, pin } = facts;
  const triggers = triggersFor({ defaultBranch, workflows, tags }, signs);
  const releaseTags = releaseTagsInput(triggers.tags);
  const permissions = signs ? "{ contents: read, id-token: write, attestations: write }" : "{ contents: read }";
  const lines = [
    "name: turnpike",
    onText(triggers),
    `permissions: ${permissions}`,
    "jobs:",
    `  ${CALLER_JOB}:`,
    `    uses: ${usesText(signs ? "pipeline" : "checks", pin)}`,
    ...(releaseTags === null ? [] : [`    with: { release-tags: ${scalar(releaseTags)} }`]),
  ];
  return { text: `${lines.join("\n")}\n`, already };
}
