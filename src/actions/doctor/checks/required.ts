import { z } from "zod";
import { shellWord } from "../../../contract/index.ts";
import { repositoryOfUrl } from "../../../core/adopt/index.ts";
import { type CheckResult, type Finding, found, NOT_APPLICABLE, notAsked } from "../../../core/doctor/index.ts";
import { ask, type Check, checkingCallers, isGood, type Scene } from "../scene.ts";
import { checkNameOf } from "./check-name.ts";

const rulesSchema = z.array(
  z.object({
    type: z.string(),
    parameters: z.object({ required_status_checks: z.array(z.object({ context: z.string() })).optional() }).optional(),
  }),
);

const protectionSchema = z.object({ contexts: z.array(z.string()) });

async function api(scene: Scene, gh: string, path: string): Promise<unknown> {
  const result = await ask(scene, gh, ["api", path]);
  if (!isGood(result)) return undefined;
  try {
    return JSON.parse(result.stdout);
  } catch {
    return undefined;
  }
}

/** Names that rulesets and branch protection require; undefined when GitHub said nothing. */
async function requiredNames(
  scene: Scene,
  gh: string,
  at: { repository: string; branch: string },
): Promise<readonly string[] | undefined> {
  const [rules, protection] = await Promise.all([
    api(scene, gh, `repos/${at.repository}/rules/branches/${encodeURIComponent(at.branch)}`),
    api(
      scene,
      gh,
      `repos/${at.repository}/branches/${encodeURIComponent(at.branch)}/protection/required_status_checks`,
    ),
  ]);
  const read = rulesSchema.safeParse(rules);
  if (!read.success) return undefined;
  const old = protectionSchema.safeParse(protection);
  const byRules = read.data.flatMap(({ parameters }) =>
    (parameters?.required_status_checks ?? []).map(({ context }) => context),
  );
  return [...byRules, ...(old.success ? old.data.contexts : [])];
}

function judge(names: readonly string[], name: string): CheckResult {
  const finding: Finding = {
    severity: "warning",
    message: `nothing requires the check "${name}"`,
    where: null,
    why: "a red pull request can be merged.",
    mend: 'turnpike init --ruleset | gh api "repos/{owner}/{repo}/rulesets" --input -',
  };
  return found(names.includes(name) ? [] : [finding], `"${name}" is required`);
}

/** Whether GitHub requires the road's check. Asks GitHub, through gh, only where the person allowed it. */
export const requiredCheck: Check = {
  id: "required",
  section: "road",
  async examine(scene) {
    const [caller] = checkingCallers(scene.callers);
    const name = caller === undefined ? undefined : checkNameOf(caller);
    if (name === undefined) return NOT_APPLICABLE;
    if (!scene.isOnline) return notAsked(`whether "${name}" is required was not asked: --online`);
    const gh = await scene.processes.which("gh", scene.env);
    if (gh === undefined) return notAsked(`whether "${name}" is required cannot be asked without gh`);
    const remote = await scene.git.remoteUrl(scene.top, "origin");
    const repository = remote === undefined ? undefined : repositoryOfUrl(remote);
    const branch = (await scene.git.remoteHead(scene.top)) ?? (await scene.git.branch(scene.top));
    if (repository === undefined || branch === undefined) return notAsked("the repository on GitHub is not known here");
    const names = await requiredNames(scene, gh, { repository, branch });
    if (names === undefined) {
      return notAsked(
        `GitHub did not say what is required: gh api ${shellWord(`repos/${repository}/rules/branches/${branch}`)}`,
      );
    }
    return judge(names, name);
  },
};
