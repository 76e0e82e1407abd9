import { editing, type Finding, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import type { Check } from "../scene.ts";

/** turnpike.yml. */
export const configCheck: Check = {
  id: "config",
  section: "repository",
  examine({ plan, texts }) {
    if (plan.kind === "planned") {
      return Promise.resolve(texts.has("turnpike.yml") ? found([], "turnpike.yml") : NOT_APPLICABLE);
    }
    const findings = plan.problems.map(
      ({ where, line, message }): Finding => ({
        severity: "error",
        message,
        where: { file: where, line: line ?? null },
        why: "nothing runs until it is right.",
        mend: editing({ file: where, line: line ?? null }, "then: turnpike plan"),
      }),
    );
    return Promise.resolve(found(findings, ""));
  },
};
