import picomatch from "picomatch";
import { childOf, itemsOf, type Template, type Trigger, type WorkflowFile } from "../workflow/index.ts";
import { type Filter, tagPatternsOf } from "./tag-patterns.ts";

/** What starts the road in a repository. */
export interface Triggers {
  readonly branches: readonly Filter[];
  /** Of release tags; empty when nothing is released by tags. */
  readonly tags: readonly Filter[];
  /** Why published releases start it; null: they do not. */
  readonly release: string | null;
  readonly mergeGroup: string | null;
  readonly dispatch: string | null;
}

/** What the triggers are read from. */
export interface TriggerFacts {
  /** Name of the default branch. */
  readonly defaultBranch: string;
  readonly workflows: readonly WorkflowFile[];
  /** Tags of the repository, newest first. */
  readonly tags: readonly string[];
}

const MOST_BRANCHES = 10;

function triggerOf(workflow: WorkflowFile, event: string): Trigger | undefined {
  return workflow.triggers.find((trigger) => trigger.event === event);
}

/** For a comment; without a line, because lines move. */
function asHas({ label }: WorkflowFile): string {
  return `as ${label.split("/").at(-1) ?? label} has it`;
}

function patternsOf(trigger: Trigger | undefined, key: string): readonly Template[] {
  const value = childOf(trigger?.settings, key);
  if (value === undefined) return [];
  return value.isScalar ? [value] : itemsOf(value);
}

function withoutRepeats(filters: readonly Filter[]): readonly Filter[] {
  const seen = new Set<string>();
  return filters.filter(({ pattern }) => !seen.has(pattern) && seen.add(pattern) !== undefined);
}

/** Further branches that workflows check on a push beside pull requests: release lines, mostly. */
function branchesOf(facts: TriggerFacts): readonly Filter[] {
  const { defaultBranch, workflows } = facts;
  const further = workflows
    .filter((workflow) => triggerOf(workflow, "pull_request") !== undefined)
    .flatMap((workflow) =>
      patternsOf(triggerOf(workflow, "push"), "branches").map((token) => ({
        pattern: token.toString(),
        why: asHas(workflow),
      })),
    )
    // A pattern that takes every branch would check each commit of a pull request twice.
    .filter(
      ({ pattern }) => !/^!|^\*+$|^\*\*\/\*+$/.test(pattern) && !/dependabot|renovate|gh-readonly-queue/.test(pattern),
    )
    .filter(({ pattern }) => !isOtherDefault(pattern, defaultBranch));
  return withoutRepeats([{ pattern: defaultBranch, why: "the default branch" }, ...further]).slice(0, MOST_BRANCHES);
}

/** `master` beside `main` is a leftover of a rename or a template. */
function isOtherDefault(pattern: string, defaultBranch: string): boolean {
  return (
    pattern !== defaultBranch && ["main", "master"].includes(pattern) && ["main", "master"].includes(defaultBranch)
  );
}

function isPositive({ pattern }: Filter): boolean {
  return !pattern.startsWith("!");
}

/**
 * The tags that workflows wait for. What a list takes out again is taken over only where one workflow says it all: in a
 * list of several the later pattern wins, and would take out what another workflow waits for.
 */
function declaredTags(workflows: readonly WorkflowFile[]): readonly Filter[] {
  const lists = workflows
    .map((workflow) =>
      patternsOf(triggerOf(workflow, "push"), "tags").map((token) => ({
        pattern: token.toString(),
        why: asHas(workflow),
      })),
    )
    .filter((list) => list.some(isPositive));
  const [only] = lists;
  return only !== undefined && lists.length === 1 ? only : withoutRepeats(lists.flat().filter(isPositive));
}

/** Published releases start a workflow that names the type, or names none, which is all of them. */
function publishedReleases(workflows: readonly WorkflowFile[]): string | null {
  for (const workflow of workflows) {
    const trigger = triggerOf(workflow, "release");
    if (trigger === undefined) continue;
    const types = patternsOf(trigger, "types").map((token) => token.toString());
    if (types.length === 0 || types.some((type) => ["published", "released", "created"].includes(type))) {
      return asHas(workflow);
    }
  }
  return null;
}

function eventOf(workflows: readonly WorkflowFile[], event: string, beside?: string): string | null {
  for (const workflow of workflows) {
    const trigger = triggerOf(workflow, event);
    if (trigger !== undefined && (beside === undefined || triggerOf(workflow, beside) !== undefined)) {
      return asHas(workflow);
    }
  }
  return null;
}

/** Whether a repository shows that it releases, and by what. */
export interface ReleaseSigns {
  readonly tags: readonly Filter[];
  readonly release: string | null;
}

/**
 * How the repository releases: by the tags or releases that its workflows wait for, else by the tags that it has.
 * Where both exist the published release wins, because a release also pushes its tag and the road would run twice.
 */
export function releaseSigns({ workflows, tags }: Pick<TriggerFacts, "workflows" | "tags">): ReleaseSigns {
  const release = publishedReleases(workflows);
  if (release !== null) return { tags: [], release };
  const declared = declaredTags(workflows);
  if (declared.length > 0) return { tags: declared, release: null };
  return { tags: tagPatternsOf(tags), release: null };
}

/**
 * What starts the road: pull requests, pushes to the default branch and to the branches that workflows check, the merge
 * queue where workflows know it, and what releases.
 *
 * @param facts the repository
 * @param isReleased whether the caller shall take releases
 */
export function triggersFor(facts: TriggerFacts, isReleased: boolean): Triggers {
  const signs = releaseSigns(facts);
  const byConvention = signs.tags.length === 0 && signs.release === null;
  const tags = byConvention ? [{ pattern: "v*", why: "releases, by the usual name of their tags" }] : signs.tags;
  return {
    branches: branchesOf(facts),
    tags: isReleased ? tags : [],
    release: isReleased ? signs.release : null,
    mergeGroup: eventOf(facts.workflows, "merge_group"),
    dispatch: eventOf(facts.workflows, "workflow_dispatch", "pull_request"),
  };
}

/**
 * Which of these tags the road takes for releases by itself (input `release-tags`, default `v*`).
 *
 * @returns the value that the input needs; null when its default does
 */
export function releaseTagsInput(tags: readonly Filter[]): string | null {
  const positive = tags.filter(isPositive);
  if (positive.every(({ pattern }) => picomatch.isMatch(pattern.replaceAll(/[[\]*?+!]/g, "0"), "v*"))) return null;
  // Only tags that the triggers let through ever arrive.
  return "**";
}
