import { fromRoot, shellLine } from "../../contract/index.ts";
import type { EnvironmentNeed, Gate, GateSource, ReportFormat, ReportSpec, Tier } from "../gates/index.ts";
import type { ToolchainWish } from "../toolchains/index.ts";

/** Exit codes with a meaning, as the gates engine reads them. */
export type ExitCodes = NonNullable<Gate["exitCodes"]>;

/** 0 clean, 1 findings: what most checkers do. */
export const ZERO_ONE: ExitCodes = { clean: [0], findings: [1] };

/** Wall time in ms that a gate may take when nobody says otherwise. */
export const DEFAULT_TIMEOUT_MS = 30 * 60 * 1000;

/** Cores of a gate that asks a service: it mostly waits, and must not keep a core from the others. */
export const WAITING_CPU = 0.1;

/** A gate that detection found, before ids are given out. */
export interface Draft {
  /** Kind of gate, which becomes its id: `tests`. */
  readonly kind: string;
  /** Tells two of one kind in one root apart: `mypy`. */
  readonly label: string;
  readonly tool: string | null;
  /** Relative to the repository's root. */
  readonly cwd: string;
  /** The command for a gate whose files in the report folder begin with `slug`. */
  readonly run: (slug: string) => string | readonly string[];
  /** Arguments for a person, without reports; or a line that pastes at the repository's root. */
  readonly reproduce: string | readonly string[];
  /** The id that it should have; without it {@link giveIds} makes one. */
  readonly id?: string;
  /** Tells it from all others, for {@link needs}. */
  readonly key?: string;
  /** Keys of drafts that must pass first. */
  readonly needs?: readonly string[];
  readonly locks?: readonly string[];
  /** A report that the command writes by itself. */
  readonly ownReport?: ReportSpec;
  /** What declarations say of it beyond that. */
  readonly declaredBy?: Pick<Gate, "shows" | "chain" | "certainty" | "cache">;
  readonly env?: (slug: string) => Readonly<Record<string, string>>;
  readonly report?: { readonly format: ReportFormat; readonly extension: string; readonly fromStdout?: boolean };
  readonly tier: Tier;
  readonly cpu?: number;
  readonly exitCodes: ExitCodes | null;
  readonly source: GateSource;
  readonly why: string;
  /** Why it is only a suggestion; none when it is declared. */
  readonly blockers: readonly string[];
  /** False for a gate that shows its findings and does not block; default true. */
  readonly required?: boolean;
  readonly inconclusive?: "fail" | "warn";
  readonly network?: boolean;
  readonly environment: EnvironmentNeed | null;
  /** What its job sets up for it; what files ask for is added later. */
  readonly toolchains?: readonly ToolchainWish[];
}

/**
 * @param id a gate's id
 * @returns the id as a part of a file name
 */
export function slugOf(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9._-]+/g, "-");
}

function reportsOf({ report }: Draft, slug: string): readonly ReportSpec[] {
  if (report === undefined) return [];
  const path = `\${reports}/${slug}.${report.extension}`;
  return [{ format: report.format, path, ...(report.fromStdout === true ? { fromStdout: true } : {}) }];
}

/**
 * @param draft a detected gate
 * @param id the id that it got
 * @returns the whole gate
 */
function toGate(draft: Draft, id: string): Gate {
  const slug = slugOf(id);
  const declared = draft.blockers.length === 0;
  return {
    id,
    tool: draft.tool,
    run: draft.run(slug),
    reproduce: typeof draft.reproduce === "string" ? draft.reproduce : fromRoot(draft.cwd, shellLine(draft.reproduce)),
    cwd: draft.cwd,
    env: draft.env?.(slug) ?? {},
    needs: [],
    tier: draft.tier,
    required: draft.required ?? true,
    timeoutMs: DEFAULT_TIMEOUT_MS,
    cpu: draft.cpu ?? (draft.network === true ? WAITING_CPU : 1),
    memoryBytes: null,
    locks: draft.locks ?? [],
    reports: [...reportsOf(draft, slug), ...(draft.ownReport === undefined ? [] : [draft.ownReport])],
    inconclusive: draft.inconclusive ?? "fail",
    exitCodes: draft.exitCodes,
    source: draft.source,
    why: declared ? `${draft.why}.` : `${draft.why}; only suggested, because ${draft.blockers.join(", and ")}.`,
    declared,
    environment: draft.environment,
    ...(draft.toolchains === undefined ? {} : { toolchains: draft.toolchains }),
    ...(draft.network === true ? { network: true } : {}),
    ...draft.declaredBy,
  };
}

/**
 * Gives out ids: the kind; with the tool where one root has two of a kind, declared or suggested, so that switching a
 * suggestion on renames nothing; with the folder for further roots.
 *
 * @param drafts gates in the order of detection
 * @returns the same gates with ids
 */
export function giveIds(drafts: readonly Draft[]): readonly Gate[] {
  const used = new Set<string>();
  const place = (draft: Draft): string => `${draft.kind}\0${draft.cwd}`;
  const counts = new Map<string, number>();
  for (const draft of drafts) counts.set(place(draft), (counts.get(place(draft)) ?? 0) + 1);
  const named = drafts.map((draft) => {
    const kind = draft.id ?? (counts.get(place(draft)) === 1 ? draft.kind : `${draft.kind}-${draft.label}`);
    const wanted = `${kind}${atFolder(draft.cwd)}`;
    let id = wanted;
    for (let number = 2; used.has(id); number += 1) id = `${wanted}-${number}`;
    used.add(id);
    return { draft, id };
  });
  const idOf = new Map(named.flatMap(({ draft, id }) => (draft.key === undefined ? [] : [[draft.key, id] as const])));
  const needs = withoutCircles(
    named.map(({ draft, id }) => {
      const ids = (draft.needs ?? []).map((key) => idOf.get(key)).filter((need) => need !== undefined);
      return [id, [...new Set(ids)]] as const;
    }),
  );
  return named.map(({ draft, id }) => ({ ...toGate(draft, id), needs: needs.get(id) ?? [] }));
}

/**
 * One command that stands in two jobs, or twice in one, is one gate: before and behind what it needs. What comes first in
 * the plan keeps what it needs; a need that would close a circle is left out.
 */
function withoutCircles(
  wanted: readonly (readonly [string, readonly string[]])[],
): ReadonlyMap<string, readonly string[]> {
  const kept = new Map<string, string[]>(wanted.map(([id]) => [id, []]));
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (kept.get(from) ?? []).some((next) => reaches(next, to, seen));
  };
  for (const [id, needs] of wanted) {
    for (const need of needs) if (!reaches(need, id)) kept.get(id)?.push(need);
  }
  return kept;
}

/** Only what turnpike.yml takes for an id, so that every gate can be named there. */
function atFolder(cwd: string): string {
  return cwd === "." ? "" : `@${cwd.replaceAll(/[^A-Za-z0-9._/-]+|^\//g, "-")}`;
}
