import type { Pin } from "./pin.ts";
import { remark, scalar } from "./plain-scalar.ts";
import type { Filter } from "./tag-patterns.ts";
import { releaseTagsInput, type Triggers } from "./triggers.ts";

/** Which reusable workflow a caller calls: with signing, or reading only. */
export type Lane = "pipeline" | "checks";

/** What a caller says. */
export interface CallerFacts {
  readonly lane: Lane;
  readonly pin: Pin;
  readonly triggers: Triggers;
  /** Python that the road is called with; absent where the repository says it. */
  readonly python?: string | null;
}

/** The first line of every caller that `init` wrote; the pin of a file that begins with it is kept up to date. */
export const CALLER_MARK = "# Written by `turnpike init`";

/** Job id, and first half of the name of the check to require. */
export const CALLER_JOB = "turnpike";

/** The one check to require (docs/architecture.md, section 1). */
export const CHECK_NAME = `${CALLER_JOB} / gate`;

function filterLines(key: string, filters: readonly Filter[]): readonly string[] {
  if (filters.length === 0) return [];
  const [only] = filters;
  if (filters.length === 1 && only !== undefined) {
    return [`    ${key}: [${scalar(only.pattern)}]${remark(only.why)}`];
  }
  return [`    ${key}:`, ...filters.map(({ pattern, why }) => `      - ${scalar(pattern)}${remark(why)}`)];
}

function onLines({ branches, tags, release, mergeGroup, dispatch }: Triggers): readonly string[] {
  return [
    "on:",
    "  pull_request:",
    "  push:",
    ...filterLines("branches", branches),
    ...filterLines("tags", tags),
    ...(release === null ? [] : ["  release:", `    types: [published]${remark(release)}`]),
    ...(mergeGroup === null ? [] : [`  merge_group:${remark(mergeGroup)}`]),
    ...(dispatch === null ? [] : [`  workflow_dispatch:${remark(dispatch)}`]),
  ];
}

const GRANTS: Readonly<Record<Lane, readonly string[]>> = {
  checks: ["contents: read # to check the repository out"],
  pipeline: [
    "contents: read # to check the repository out",
    "id-token: write # the identity that signs a release; the signing job alone takes it, and runs no code of yours",
    "attestations: write # to keep the signatures in GitHub's attestation store",
  ],
};

/**
 * @param pin a commit
 * @returns `# v1.2.3` for the end of the line, by which Dependabot and Renovate know the version; empty when it is unknown
 */
function versionRemark({ version }: Pin): string {
  return version === null ? "" : ` # ${version}`;
}

/**
 * @param lane which reusable workflow
 * @param pin a commit
 * @returns the value of `uses:` with its version behind it
 */
export function usesLine(lane: Lane, pin: Pin): string {
  return `uses: ${pin.repository}/.github/workflows/${lane}.yml@${pin.sha}${versionRemark(pin)}`;
}

/** Inputs of the call; null where the default does. */
export interface RoadInputs {
  readonly releaseTags: string | null;
  /** `3.12`, where nothing in the repository says it. */
  readonly python: string | null;
}

/**
 * The call of the road as a job: what it may do, and one `uses:` line.
 *
 * @param lane which reusable workflow
 * @param pin a commit
 * @param inputs of the workflow, those that are not null
 * @returns lines without indentation
 */
export function roadJob(lane: Lane, pin: Pin, { releaseTags, python }: RoadInputs): readonly string[] {
  const inputs = [
    ...(releaseTags === null
      ? []
      : [`release-tags: ${scalar(releaseTags)} # each tag that starts this workflow is a release`]),
    ...(python === null ? [] : [`python-version: "${python}" # as the jobs that it replaces`]),
  ];
  return [
    `name: ${CALLER_JOB}`,
    "permissions:",
    ...GRANTS[lane].map((grant) => `  ${grant}`),
    usesLine(lane, pin),
    ...(inputs.length === 0 ? [] : ["with:", ...inputs.map((line) => `  ${line}`)]),
  ];
}

/**
 * The caller: what starts the road, the least that it may do, and one `uses:` line.
 *
 * @param facts what the repository needs
 * @returns the workflow file
 */
export function renderCaller({ lane, pin, triggers, python = null }: CallerFacts): string {
  const releaseTags = releaseTagsInput(triggers.tags);
  const lines = [
    `${CALLER_MARK}, which keeps the pin in it up to date and leaves the rest to you.`,
    `# What is checked: \`turnpike plan\`. The one check to require: "${CHECK_NAME}".`,
    "name: turnpike",
    "",
    ...onLines(triggers),
    "",
    "permissions: {} # the job below says what it needs",
    "",
    "concurrency: # a newer push to a pull request stops the run of the older one; nothing else is ever stopped",
    "  group: turnpike-${{ github.event.pull_request.number || github.run_id }}",
    "  cancel-in-progress: true",
    "",
    "jobs:",
    `  ${CALLER_JOB}: # the first half of the check's name`,
    ...roadJob(lane, pin, { releaseTags, python }).map((line) => `    ${line}`),
  ];
  return `${lines.join("\n")}\n`;
}
