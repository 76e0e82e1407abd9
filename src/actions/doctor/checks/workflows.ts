import { editing, type Finding, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import { oneLine } from "../../../core/summary/index.ts";
import type { Check } from "../scene.ts";

const MOST_A_FILE = 3;
const MOST_MESSAGE = 300;

/** Whether GitHub's own parser takes the workflow files. */
export const workflowsCheck: Check = {
  id: "workflows",
  section: "road",
  examine({ workflows, texts, unreadable }) {
    if (workflows.length + unreadable.length === 0) return Promise.resolve(NOT_APPLICABLE);
    const findings = workflows.flatMap(({ path, parsed }): readonly Finding[] => {
      if (parsed.kind === "workflow") return [];
      const isCaller = (texts.get(path) ?? "").includes("/turnpike/.github/workflows/");
      return parsed.problems.slice(0, MOST_A_FILE).map(({ line, message }) => ({
        severity: isCaller ? "error" : "warning",
        message: oneLine(message, MOST_MESSAGE),
        where: { file: path, line: line ?? null },
        why: "GitHub refuses the file, and none of its jobs run.",
        mend: editing({ file: path, line: line ?? null }, "then: turnpike doctor"),
      }));
    });
    const unread = unreadable.map(
      ({ path, why }): Finding => ({
        severity: "warning",
        message: why,
        where: { file: path, line: null },
        why: "what it says is not known here.",
        mend: null,
      }),
    );
    const text = workflows.length === 1 ? "1 workflow file is valid" : `${workflows.length} workflow files are valid`;
    return Promise.resolve(found([...findings, ...unread], text));
  },
};
