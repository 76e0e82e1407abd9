import { CHECK_NAME } from "./caller.ts";

/**
 * The App that reports the checks of workflow runs on github.com. With it, nobody else's status of the same name counts.
 * (GET https://api.github.com/apps/github-actions, `id`.)
 */
const GITHUB_ACTIONS_APP = 15368;

/**
 * A repository ruleset that lets nothing onto the default branch without the road's check
 * (docs.github.com/rest/repos/rules, "Create a repository ruleset").
 *
 * @returns the body of `POST /repos/{owner}/{repo}/rulesets`
 */
export function rulesetFor(checkName: string = CHECK_NAME) {
  return {
    name: "turnpike",
    target: "branch",
    enforcement: "active",
    conditions: { ref_name: { include: ["~DEFAULT_BRANCH"], exclude: [] } },
    rules: [
      {
        type: "required_status_checks",
        parameters: {
          strict_required_status_checks_policy: false,
          do_not_enforce_on_create: true,
          required_status_checks: [{ context: checkName, integration_id: GITHUB_ACTIONS_APP }],
        },
      },
    ],
  };
}
