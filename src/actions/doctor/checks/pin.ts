import { usesLine } from "../../../core/adopt/index.ts";
import { type Finding, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import type { Caller, Check, Scene } from "../scene.ts";

const SHA = /^[0-9a-f]{40}$/;

function judge({ ownPin, texts }: Scene, { workflow, call }: Caller): readonly Finding[] {
  const where = { file: workflow.label, line: call.line };
  if (!SHA.test(call.ref)) {
    const isSame = ownPin.kind === "known" && ownPin.pin.version === call.ref;
    const ask = `git ls-remote https://github.com/${call.repository} ${call.ref}   # then write the commit, and behind it # ${call.ref}`;
    return [
      {
        severity: "warning",
        message: `the road is called by a name that can move: @${call.ref}`,
        where,
        why: "whoever may move it changes what runs with your permissions.",
        mend: isSame ? usesLine(call.lane, { ...ownPin.pin, repository: call.repository }) : ask,
      },
    ];
  }
  const line = (texts.get(workflow.label) ?? "").split("\n")[call.line - 1] ?? "";
  if (/#\s*v?\d/.test(line)) return [];
  return [
    {
      severity: "note",
      message: "no version is written behind the pinned commit",
      where,
      why: "people cannot read it, and Dependabot and Renovate name no version in their pull requests.",
      mend:
        ownPin.kind === "known" && ownPin.pin.sha === call.ref && ownPin.pin.version !== null
          ? usesLine(call.lane, ownPin.pin)
          : null,
    },
  ];
}

/** Whether the caller is pinned to a commit. */
export const pinCheck: Check = {
  id: "pin",
  section: "road",
  examine(scene) {
    const [first] = scene.callers;
    if (first === undefined) return Promise.resolve(NOT_APPLICABLE);
    const text = `pinned to ${first.call.ref.slice(0, 12)}`;
    return Promise.resolve(
      found(
        scene.callers.flatMap((caller) => judge(scene, caller)),
        text,
      ),
    );
  },
};
