import type { Plan } from "../gates/index.ts";
import { parseWorkflowFile, type WorkflowFile } from "../workflow/index.ts";
import { type CallerFacts, type Lane, renderCaller } from "./caller.ts";
import { joinProposals, NOTHING, type Proposal } from "./change.ts";
import { proposeDependabot } from "./dependabot.ts";
import { recognizeCaller, turnpikeCalls } from "./known-caller.ts";
import { type ConfigChoices, proposeConfig } from "./own-config.ts";
import type { Pin } from "./pin.ts";
import { proposeRenovate, RENOVATE_FILES } from "./renovate.ts";
import { releaseSigns, triggersFor } from "./triggers.ts";

/** What a repository shows of how it works with GitHub. */
export interface AdoptFacts {
  /** Texts by path: workflow files, the configurations of Dependabot and Renovate, turnpike.yml. */
  readonly texts: ReadonlyMap<string, string>;
  readonly defaultBranch: string;
  /** Newest first. */
  readonly tags: readonly string[];
  readonly plan: Plan;
}

/** What was asked for. */
export interface AdoptWishes {
  readonly pin: Pin;
  readonly checksOnly: boolean;
  /** File name of the caller below `.github/workflows/`. */
  readonly callerName: string;
  readonly choices: ConfigChoices;
}

/** All that `init` would do. */
export interface Adoption extends Proposal {
  readonly lane: Lane;
  /** A file with other content stands where the caller would; nothing can be written before that is settled. */
  readonly occupied: string | null;
  /** The repository shows releases, and nothing says how it is built. */
  readonly lacksBuild: boolean;
}

const WORKFLOWS = ".github/workflows/";

async function readWorkflows(texts: ReadonlyMap<string, string>): Promise<readonly WorkflowFile[]> {
  const files = [...texts].filter(([path]) => path.startsWith(WORKFLOWS) && /\.ya?ml$/.test(path)).sort();
  const parsed = await Promise.all(files.map(([path, text]) => parseWorkflowFile(path, text)));
  return parsed.flatMap((one) => (one.kind === "workflow" ? [one.workflow] : []));
}

/**
 * What keeps the pinned commit up to date, where nothing does yet.
 *
 * @param texts configurations of Dependabot and Renovate, and package.json, by path
 */
export function proposeUpdates(texts: ReadonlyMap<string, string>): Proposal {
  const renovate = RENOVATE_FILES.find((path) => texts.has(path));
  const path = [".github/dependabot.yml", ".github/dependabot.yaml"].find((name) => texts.has(name));
  if (renovate !== undefined) return proposeRenovate({ path: renovate, text: texts.get(renovate) ?? "" });
  const manifest = renovateInManifest(texts.get("package.json"));
  if (manifest !== undefined) return proposeInManifest(manifest);
  return proposeDependabot(path === undefined ? null : { path, text: texts.get(path) ?? "" });
}

/** Renovate reads a `renovate` key of package.json too. */
function renovateInManifest(text: string | undefined): unknown {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null && "renovate" in value ? value.renovate : undefined;
  } catch {
    return undefined;
  }
}

/** What a file of its own would get is said; package.json is not rewritten for it. */
function proposeInManifest(settings: unknown): Proposal {
  const { changes, remarks } = proposeRenovate({ path: "package.json", text: JSON.stringify(settings) });
  const message =
    'Renovate does not update workflows here. So that the pin stays up to date, write:\n  "enabledManagers": [..., "github-actions"]';
  return { changes: [], remarks: changes.length === 0 ? remarks : [{ where: "package.json", message }] };
}

/** Commands that hand a built package to the world (`what` of plan.neverRun). */
const PUBLISHES = /\b(?:upload|publish)$|^the package$|^a release$/;

/** Somebody else builds and publishes: what the road signs on a release would be files that nobody gets. */
function publishesElsewhere({ neverRun }: Plan, lane: Lane): Proposal {
  const found = (neverRun ?? []).find(
    ({ what, file }) => file.startsWith(WORKFLOWS) && PUBLISHES.test(what) && !/^docker/.test(what),
  );
  if (lane !== "pipeline" || found === undefined) return NOTHING;
  const message =
    "publishes what it builds itself, and the road would sign a build of its own. " +
    "`turnpike migrate` joins them where it can; `turnpike init --checks-only` leaves releases out";
  return { changes: [], remarks: [{ where: `${found.file}:${found.line}`, message }] };
}

function checksPullRequests(workflow: WorkflowFile): boolean {
  return workflow.triggers.some(({ event }) => event === "pull_request" || event === "pull_request_target");
}

/** A caller that only releases start, such as in the workflow that publishes: what is missing beside it are the checks. */
function releaseCaller(workflows: readonly WorkflowFile[], callerName: string): string | undefined {
  const others = workflows.filter(({ label }) => label !== WORKFLOWS + callerName);
  return others.find((one) => turnpikeCalls(one).length > 0 && !checksPullRequests(one))?.label;
}

interface CallerProposal extends Proposal {
  readonly occupied: string | null;
}

async function proposeCaller(
  facts: AdoptFacts,
  wishes: AdoptWishes,
  of: { readonly workflows: readonly WorkflowFile[]; readonly caller: CallerFacts },
): Promise<CallerProposal> {
  const path = WORKFLOWS + wishes.callerName;
  const text = facts.texts.get(path);
  if (text !== undefined) return await proposeForExisting(path, text, wishes.pin);
  const elsewhere = of.workflows.flatMap((workflow) =>
    turnpikeCalls(workflow).map((call) => ({ where: `${workflow.label}:${call.line}`, workflow, call })),
  );
  const [first] = elsewhere.filter(({ workflow }) => checksPullRequests(workflow));
  if (first !== undefined) {
    const message = `calls Turnpike already (job \`${first.call.jobId}\`); no second caller is written`;
    return { changes: [], remarks: [{ where: first.where, message }], occupied: null };
  }
  const why =
    of.caller.lane === "pipeline"
      ? "runs the road: checks on every change, and on a release the signed build"
      : "runs the road: checks on every change; it may only read";
  return { changes: [{ path, before: null, after: renderCaller(of.caller), why }], remarks: [], occupied: null };
}

function releasesElsewhere(where: string): Proposal {
  return {
    changes: [],
    remarks: [{ where, message: "calls Turnpike for releases already; the new caller only checks" }],
  };
}

async function proposeForExisting(path: string, text: string, pin: Pin): Promise<CallerProposal> {
  const known = await recognizeCaller(path, text, pin);
  switch (known.kind) {
    case "current":
      return { ...NOTHING, occupied: null };
    case "outdated": {
      const why = `moves the pin from ${known.call.ref.slice(0, 12)} to ${pin.version ?? pin.sha.slice(0, 12)}`;
      return { changes: [{ path, before: text, after: known.text, why }], remarks: [], occupied: null };
    }
    case "by-hand": {
      const message = `calls Turnpike and was written by hand; it is left alone (pin: ${known.call.ref})`;
      return { changes: [], remarks: [{ where: `${path}:${known.call.line}`, message }], occupied: null };
    }
    case "foreign":
      return { ...NOTHING, occupied: path };
  }
}

/**
 * All files that bring a repository onto the road, each as it is and as it would be. Nothing is proposed that stands
 * already, so a second time there is nothing to change.
 *
 * @param facts the repository
 * @param wishes what was asked for
 */
export async function proposeAdoption(facts: AdoptFacts, wishes: AdoptWishes): Promise<Adoption> {
  const workflows = await readWorkflows(facts.texts);
  const signs = releaseSigns({ workflows, tags: facts.tags });
  const isReleased = signs.release !== null || signs.tags.length > 0;
  const hasBuild = facts.plan.build !== null || wishes.choices.build !== null;
  const released = releaseCaller(workflows, wishes.callerName);
  const lane: Lane = hasBuild && !wishes.checksOnly && released === undefined ? "pipeline" : "checks";
  const triggers = triggersFor({ ...facts, workflows }, lane === "pipeline");
  const caller = await proposeCaller(facts, wishes, { workflows, caller: { lane, pin: wishes.pin, triggers } });
  const hasConfig = facts.texts.has("turnpike.yml");
  const config = hasConfig ? null : proposeConfig(facts.plan, wishes.choices, wishes.pin.repository);
  const makesCaller = caller.changes.some(({ before }) => before === null);
  const joined = joinProposals(
    caller,
    released !== undefined && makesCaller ? releasesElsewhere(released) : NOTHING,
    makesCaller ? publishesElsewhere(facts.plan, lane) : NOTHING,
    { changes: config === null ? [] : [config], remarks: [] },
    proposeUpdates(facts.texts),
  );
  return {
    ...joined,
    lane,
    occupied: caller.occupied,
    lacksBuild: isReleased && !hasBuild && !wishes.checksOnly && released === undefined,
  };
}
