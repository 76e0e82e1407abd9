import { type Finding, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import type { Check } from "../scene.ts";

const UNBROUGHT = /no dependency group, extra or dependency brings it/;

/** Tools that have settings, and that no environment brings. */
export const toolsCheck: Check = {
  id: "tools",
  section: "repository",
  examine({ plan }) {
    if (plan.kind === "invalid") return Promise.resolve(NOT_APPLICABLE);
    const { leftOut, plan: inner } = plan.planned;
    if (inner.environments.length === 0) return Promise.resolve(NOT_APPLICABLE);
    const findings = leftOut
      .filter(({ reason }) => UNBROUGHT.test(reason))
      .map(
        ({ what, file, line }): Finding => ({
          severity: "warning",
          message: `${what} has settings, but no dependency group, extra or dependency brings it`,
          where: { file, line },
          why: "it is not checked, because nothing says which version to run.",
          mend: `uv add --dev ${what}`,
        }),
      );
    return Promise.resolve(found(findings, "every tool with settings is in an environment"));
  },
};
