import { childOf, itemsOf, passesFilter, type RefFilter, refType, type Trigger } from "../core/workflow/index.ts";
import type { RepositoryFacts } from "./facts.ts";

function patterns(trigger: Trigger, key: string): readonly string[] | undefined {
  const token = childOf(trigger.settings, key);
  if (token === undefined) return undefined;
  return token.isScalar ? [token.toString()] : itemsOf(token).map((item) => item.toString());
}

function filterOf(trigger: Trigger, kind: "branches" | "tags"): RefFilter {
  return { include: patterns(trigger, kind), ignore: patterns(trigger, `${kind}-ignore`) };
}

function isSet({ include, ignore }: RefFilter): boolean {
  return include !== undefined || ignore !== undefined;
}

/**
 * Whether GitHub would start the run. It is run here all the same, as somebody asked for it.
 *
 * @param path the workflow's file
 * @param trigger the trigger of the run's event
 * @param found what the run is of
 * @returns a remark, or undefined when the filters let the run pass
 */
export function filterNote(path: string, trigger: Trigger, found: RepositoryFacts): string | undefined {
  const at = `${path}:${trigger.token.line ?? 1}`;
  const paths = [patterns(trigger, "paths"), patterns(trigger, "paths-ignore")].some((list) => list !== undefined);
  if (paths) return `${at}: \`paths\` filters of ${trigger.event} are not looked at; the run starts here in any case.`;
  const [branches, tags] = [filterOf(trigger, "branches"), filterOf(trigger, "tags")];
  if (trigger.event === "pull_request" || trigger.event === "merge_group") {
    if (passesFilter(branches, found.defaultBranch)) return undefined;
    return `${at}: GitHub would not start this run; ${trigger.event} is for other branches than ${found.defaultBranch}.`;
  }
  if (trigger.event !== "push") return undefined;
  const name = found.pushedRef.replace(/^refs\/(heads|tags)\//, "");
  const isTag = refType(found.pushedRef) === "tag";
  const [own, other] = isTag ? [tags, branches] : [branches, tags];
  // With filters for one kind alone, pushes of the other kind start nothing (docs.github.com, Workflow syntax, `on.push`).
  const passes = isSet(own) ? passesFilter(own, name) : !isSet(other);
  return passes
    ? undefined
    : `${at}: GitHub would not start this run; push is not for ${isTag ? "tag" : "branch"} ${name}.`;
}
