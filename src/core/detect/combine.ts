import type { DeclaredPlan } from "./declared/plan-declared.ts";
import type { Draft } from "./draft.ts";
import type { LeftOut } from "./notes.ts";

/** Order in which people read gates; kinds of their own come last. */
const KINDS = [
  "lock",
  "format",
  "lint",
  "types",
  "build",
  "tests",
  "docs",
  "packaging",
  "sast",
  "deps",
  "audit",
  "secrets",
];

/** What all readers came to together. */
export interface Combined {
  readonly drafts: readonly Draft[];
  readonly leftOut: readonly LeftOut[];
}

type Family = "python" | "node" | "other";

function familyOf({ environment, run }: Draft): Family {
  if (environment !== null) return environment.manager === "uv" || environment.manager === "venv" ? "python" : "node";
  const words = run("x");
  const program = typeof words === "string" ? "" : words[0];
  if (program === "uv" || program === "uvx") return "python";
  return program === "npm" || program === "npx" || program === "pnpm" || program === "yarn" || program === "bun"
    ? "node"
    : "other";
}

const rank = ({ kind }: Draft): number => {
  const index = KINDS.indexOf(kind);
  return index === -1 ? KINDS.length : index;
};

function left(draft: Draft, reason: string): LeftOut {
  return { kind: draft.kind, what: draft.tool ?? draft.kind, ...draft.source, reason };
}

/** The declared gate that comes from the same line: a script whose name says `lint` and that checks the format. */
function ofSameLine({ source }: Draft, declared: readonly Draft[]): Draft | undefined {
  const isThere = (link: { readonly file: string; readonly line: number }): boolean =>
    link.file === source.file && link.line === source.line;
  return declared.find((one) => isThere(one.source) || (one.declaredBy?.chain ?? []).some(isThere));
}

function isCovered(draft: Draft, declared: readonly Draft[]): Draft | undefined {
  const same = ofSameLine(draft, declared);
  if (same !== undefined) return same;
  return declared.find(
    (one) =>
      one.kind === draft.kind &&
      one.cwd === draft.cwd &&
      (one.tool === draft.tool || familyOf(one) === familyOf(draft)),
  );
}

function judge(draft: Draft, { drafts, source, unrun }: DeclaredPlan, leftOut: LeftOut[]): Draft | undefined {
  const same = isCovered(draft, drafts);
  if (same !== undefined) {
    leftOut.push(left(draft, `${same.source.file}:${same.source.line} says how it is run here`));
    return undefined;
  }
  // Where scripts say what is checked, a script that only its name tells is one of them.
  if (draft.kind === "lock" || source === null || source === "scripts" || draft.blockers.length > 0) return draft;
  const isSpokenFor =
    source === "workflows" || drafts.some((one) => one.blockers.length === 0 && familyOf(one) === familyOf(draft));
  if (!isSpokenFor) return draft;
  const why = source === "workflows" ? unrun : `what ${source} runs counts here, and it does not run this`;
  return { ...draft, blockers: [why] };
}

/**
 * What stands in workflows, Makefiles and their like comes before what settings of tools and names of scripts suggest.
 *
 * @param detected drafts from manifests and settings
 * @param declared what commands of the repository say
 * @returns drafts in the order in which people read them, and what gave way
 */
export function combine(detected: readonly Draft[], declared: DeclaredPlan): Combined {
  const leftOut: LeftOut[] = [];
  const kept = detected.map((draft) => judge(draft, declared, leftOut)).filter((draft) => draft !== undefined);
  if (declared.drafts.length === 0) return { drafts: kept, leftOut };
  const place = ({ cwd }: Draft): string => (cwd === "." ? "" : cwd);
  const drafts = [...declared.drafts, ...kept].toSorted(
    (a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0) || rank(a) - rank(b),
  );
  return { drafts, leftOut };
}
