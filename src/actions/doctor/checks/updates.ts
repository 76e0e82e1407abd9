import { proposeUpdates } from "../../../core/adopt/index.ts";
import { type Finding, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import type { Check } from "../scene.ts";

/** Whether somebody moves the pinned commit when Turnpike has a release. */
export const updatesCheck: Check = {
  id: "updates",
  section: "road",
  examine({ texts, callers }) {
    if (callers.length === 0) return Promise.resolve(NOT_APPLICABLE);
    const { changes, remarks } = proposeUpdates(texts);
    const why = "the pinned commit grows old, and mended faults do not arrive.";
    const missing = changes.map(
      ({ path, before }): Finding => ({
        severity: "warning",
        message: before === null ? "nothing updates workflows here" : "workflows are left out of the updates",
        where: { file: path, line: null },
        why,
        mend: "turnpike init",
      }),
    );
    const said = remarks.map(({ where, message }): Finding => {
      const [first = "", ...lines] = message.split("\n");
      const place = /^(.*?)(?::(\d+))?$/.exec(where);
      const line = place?.[2] === undefined ? null : Number(place[2]);
      return {
        severity: "note",
        message: first,
        where: { file: place?.[1] ?? where, line },
        why,
        mend: lines.join("\n") || null,
      };
    });
    return Promise.resolve(found([...missing, ...said], "the pin is kept up to date"));
  },
};
