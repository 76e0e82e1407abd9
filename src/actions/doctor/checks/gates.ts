import { type Finding, fine, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import { countOf } from "../../../core/summary/index.ts";
import type { Check } from "../scene.ts";

/** Whether there is anything to check. */
export const gatesCheck: Check = {
  id: "gates",
  section: "repository",
  examine({ plan }) {
    if (plan.kind === "invalid") return Promise.resolve(NOT_APPLICABLE);
    const { gates, suggestions } = plan.planned.plan;
    if (gates.length > 0) return Promise.resolve(fine(`${countOf(gates.length, "gate")} to run`));
    const [first] = suggestions;
    const finding: Finding = {
      severity: "warning",
      message: "nothing is checked here",
      where: null,
      why:
        suggestions.length === 0
          ? "nothing that the repository declares is known to Turnpike as a gate."
          : `${countOf(suggestions.length, "gate")} could run, but something is open about each: \`turnpike plan\` says what.`,
      mend: `# turnpike.yml\n${first === undefined ? "gates:\n  tests:\n    run: THE COMMAND OF YOUR TESTS" : first.enable}`,
    };
    return Promise.resolve(found([finding], ""));
  },
};
