import { childNode, textsOf, type YamlNode } from "../yaml-nodes.ts";
import type { KnownContexts } from "./partial.ts";
import { type Facts, UNKNOWN } from "./partial.ts";

/**
 * A kind of run that a workflow declares: a name of an event, `tag` for the push of a tag, which is a release more often
 * than a check, or an event with `.activity` for what happens around a pull request.
 */
export type RunKind = string;

/** Behind the name of an event: not the change is what it is about. */
const ACTIVITY = ".activity";

/** Facts of this repository that a workflow's own conditions give away. */
export interface OwnNames {
  /** `owner/name`; undefined when no condition names it. */
  readonly repository: string | undefined;
  readonly branch: string;
}

/** @returns the names of a workflow's events in order; a push is told apart by what is pushed */
export function runKindsOf(on: YamlNode | undefined): readonly RunKind[] {
  if (on === undefined) return [];
  const events = on.kind === "map" ? [...on.entries.keys()] : textsOf(on);
  return events.flatMap((event) => {
    if (event === "push") return pushKinds(childNode(on, "push"));
    return /^pull_request(?:_target)?$/.test(event) ? [pullKind(event, childNode(on, event, "types"))] : [event];
  });
}

/** What happens to a pull request when its change does: opened, pushed to, ready (docs.github.com, "pull_request"). */
const CHANGING = /^(?:opened|synchronize|reopened|ready_for_review|enqueued)$/;

/** `types: [labeled]` runs because of a label, and checks no change. */
function pullKind(event: string, types: YamlNode | undefined): RunKind {
  const named = types === undefined ? [] : textsOf(types);
  return named.length === 0 || named.some((type) => CHANGING.test(type)) ? event : `${event}${ACTIVITY}`;
}

function pushKinds(push: YamlNode | undefined): readonly RunKind[] {
  const filters = push === undefined ? [] : [...push.entries.keys()];
  const names = (prefix: string): boolean => filters.some((filter) => filter.startsWith(prefix));
  if (names("tags") && !names("branches")) return filters.includes("tags") ? ["tag"] : ["push", "tag"];
  return names("branches") && !names("tags") ? ["push"] : ["push", "tag"];
}

/** @returns what conditions of the file compare the repository and its branch with */
export function ownNames(text: string): OwnNames {
  const repository =
    /github\.repository\s*[!=]=\s*['"]([^'"/\s]+\/[^'"\s]+)['"]/.exec(text)?.[1] ??
    ownerOf(/github\.repository_owner\s*[!=]=\s*['"]([^'"\s]+)['"]/.exec(text)?.[1]);
  const branch = /github\.ref\s*[!=]=\s*['"]refs\/heads\/([^'"\s]+)['"]/.exec(text)?.[1];
  const name = /github\.ref_name\s*[!=]=\s*['"]([^'"\s]+)['"]/.exec(text)?.[1];
  return { repository, branch: branch ?? (name !== undefined && !/^v?\d/.test(name) ? name : "main") };
}

function ownerOf(owner: string | undefined): string | undefined {
  return owner === undefined ? undefined : `${owner}/${owner}`;
}

function refOf(kind: RunKind, branch: string): Facts {
  const isTag = kind === "tag" || kind === "release";
  const isPull = kind.startsWith("pull_request");
  const name = isTag ? "v1.0.0" : isPull ? "1/merge" : branch;
  const folder = isTag ? "tags" : isPull ? "pull" : "heads";
  return {
    ref: `refs/${folder}/${name}`,
    ref_name: name,
    ref_type: isTag ? "tag" : "branch",
    base_ref: isPull ? branch : "",
    head_ref: isPull ? UNKNOWN : "",
  };
}

/** What an event brings along as far as an ordinary run of the repository itself has it. */
const NO_PAYLOAD: Readonly<Record<string, Facts>> = {
  action: null,
  comment: null,
  commits: null,
  head_commit: null,
  inputs: null,
  issue: null,
  label: null,
  pull_request: null,
  release: null,
  schedule: null,
  workflow_run: null,
};

/** Facts by kind, over {@link NO_PAYLOAD}; kinds that are not here bring what is known only when they run. */
function payloadOf(kind: RunKind, { repository, branch }: OwnNames): Facts {
  const own: Facts = { fork: false, full_name: repository ?? UNKNOWN, default_branch: branch };
  const pull: Facts = { draft: false, base: { ref: branch }, head: { ref: UNKNOWN, repo: own }, number: 1 };
  const payloads: Readonly<Record<string, Readonly<Record<string, Facts>>>> = {
    push: { head_commit: { message: "" }, commits: [{ message: "" }], created: false, deleted: false, forced: false },
    tag: { head_commit: { message: "" }, commits: [{ message: "" }], created: true, deleted: false, forced: false },
    pull_request: { pull_request: { ...pull, title: "", body: "" }, action: "synchronize", number: UNKNOWN },
    pull_request_target: { pull_request: { ...pull, title: "", body: "" }, action: "synchronize", number: UNKNOWN },
    schedule: { schedule: UNKNOWN },
    workflow_dispatch: { inputs: UNKNOWN },
    release: { release: UNKNOWN, action: "published" },
    merge_group: { action: "checks_requested" },
  };
  const rest = Object.hasOwn(payloads, kind) ? { ...NO_PAYLOAD, ...payloads[kind] } : {};
  return { repository: own, ...rest };
}

/** A name that no condition compares with, so that conditions on bots and maintainers come out as for a person. */
const SOMEBODY = "somebody";

/** @returns the name of the event that a kind of run has */
export function eventOf(kind: RunKind): string {
  return kind === "tag" ? "push" : kind.replace(ACTIVITY, "");
}

/** @returns the `github` context of a run, for conditions alone: its values are examples */
export function conditionFacts(kind: RunKind, names: OwnNames): Facts {
  const [owner] = names.repository?.split("/") ?? [];
  const ref = refOf(kind, names.branch);
  return {
    event_name: eventOf(kind),
    repository: names.repository ?? UNKNOWN,
    repository_owner: owner ?? UNKNOWN,
    actor: SOMEBODY,
    triggering_actor: SOMEBODY,
    ...(typeof ref === "object" ? ref : {}),
    event: payloadOf(kind, names),
  };
}

/** Kinds whose runs are checks of a change, best first. */
const CHECKS = ["pull_request", "push", "merge_group", "pull_request_target"];

/** @returns the kind of run that texts are read for */
export function mainKind(kinds: readonly RunKind[]): RunKind | undefined {
  return CHECKS.find((kind) => kinds.includes(kind)) ?? kinds[0];
}

/** @returns true for a run that checks a change: what holds in one kind of them is checked, whatever is open of the others */
export function isChange(kind: RunKind): boolean {
  return CHECKS.includes(kind);
}

/** @returns contexts that are the same for all runs here: a Linux machine */
export function machineContexts(): KnownContexts {
  const facts = { os: "Linux", arch: "X64", environment: "github-hosted", debug: "" };
  return { runner: { facts, isWhole: false } };
}
