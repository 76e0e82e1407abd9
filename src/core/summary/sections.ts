import { type Block, code, heading, type Inline, type Inlines, link, prose, strong } from "./blocks.ts";
import type { Caps } from "./caps.ts";
import { countOf, formatDuration } from "./format.ts";
import type { SbomFacts, SigningFacts } from "./input.ts";
import type { PageModel } from "./model.ts";
import { oneLine } from "./text.ts";
import { timeline } from "./timeline.ts";
import { componentChange, coverageChange, loopSentences, slowerSentences } from "./trend.ts";

function setupSentences(model: PageModel, caps: Caps): Inlines[] {
  const setup = model.input.setup;
  if (setup === null || setup === undefined) return [];
  const tools = [
    ...(setup.uvVersion === null ? [] : [`uv ${oneLine(setup.uvVersion, caps.name)}`]),
    ...(setup.pythonVersion === null ? [] : [`Python ${oneLine(setup.pythonVersion, caps.name)}`]),
  ];
  const cache = {
    hit: "cache hit",
    partial: "cache hit in part",
    miss: "no cache yet",
    off: "cache off",
    unavailable: "cache not reachable",
  };
  // The cache is uv's: without uv nothing is said of it.
  const parts = setup.uvVersion === null && setup.cache === "off" ? tools : [...tools, cache[setup.cache]];
  return [[`Set-up took ${formatDuration(setup.durationMs)}${parts.length === 0 ? "" : ` (${parts.join(", ")})`}.`]];
}

/** What was not run again. */
function repeated(model: PageModel): Inlines[] {
  const count = model.gates.filter(({ result }) => result.outcome === "cached").length;
  return count === 0 ? [] : [[`${countOf(count, "gate")} passed before with the same inputs, and did not run again.`]];
}

function gatesSentences(model: PageModel, caps: Caps): Inlines[] {
  const { serialMs, wallMs, savedMs } = model.time;
  const timed = model.gates.filter((gate) => gate.result.durationMs !== null);
  const longest = timed.reduce<(typeof timed)[number] | undefined>(
    (best, gate) => ((gate.result.durationMs ?? 0) > (best?.result.durationMs ?? -1) ? gate : best),
    undefined,
  );
  if (longest === undefined) return repeated(model);
  const cores = model.details === null ? "" : ` on ${countOf(model.details.cores, "core")}`;
  const saved =
    savedMs === 0
      ? "."
      : `; one after another ${formatDuration(serialMs)}, as measured here where they share the machine: ${formatDuration(savedMs)} saved.`;
  const name = code(oneLine(longest.result.id, caps.name));
  if (timed.length === 1) {
    return [["One gate ran: ", name, `, ${formatDuration(longest.result.durationMs ?? 0)}.`], ...repeated(model)];
  }
  return [
    [`The gates took ${formatDuration(wallMs)} side by side${cores}${saved}`],
    ...repeated(model),
    ["The longest gate was ", name, ` with ${formatDuration(longest.result.durationMs ?? 0)}.`],
  ];
}

/**
 * @param model the page
 * @param caps how much may be shown
 * @returns what the run cost: set-up, gates, savings, timeline; nothing when nothing was timed
 */
export function costSection(model: PageModel, caps: Caps): readonly Block[] {
  const items = [
    ...setupSentences(model, caps),
    ...gatesSentences(model, caps),
    ...slowerSentences(model, caps),
    ...loopSentences(model, caps),
  ];
  const chart = timeline(model, caps);
  if (items.length === 0 && chart.length === 0) return [];
  const text: readonly Block[] = items.length === 0 ? [] : [{ kind: "list", items }];
  return [heading(3, "What it cost"), ...text, ...chart];
}

function sbomItem(sbom: SbomFacts, caps: Caps): Inlines {
  const unknown =
    sbom.licensesUnknown === 0 ? "every licence known" : `${countOf(sbom.licensesUnknown, "licence")} unknown`;
  const counted = `${countOf(sbom.components, "component")}, ${countOf(sbom.edges, "dependency edge")}, ${unknown}`;
  return [
    strong("SBOM"),
    ` of ${oneLine(sbom.subject ?? "this repository", caps.name)}: `,
    `${sbom.components === 0 ? "no component, nothing is shipped beside the project itself" : counted} (`,
    code(oneLine(sbom.file, caps.name)),
    ")",
  ];
}

function signingItems(signing: SigningFacts, caps: Caps): Inlines[] {
  const kinds = [...new Set(signing.statements)].slice(0, caps.entries).map((kind) => oneLine(kind, caps.name));
  const subjects = signing.subjects
    .slice(0, caps.entries)
    .flatMap((name, index): Inline[] => [...(index === 0 ? [] : [", "]), code(oneLine(name, caps.name))]);
  const more = signing.subjects.length - Math.min(signing.subjects.length, caps.entries);
  const stored = signing.storedAt.slice(0, 1).flatMap((url): Inline[] => [", ", ...link(url, "shown by GitHub")]);
  return [
    [
      strong("Signed"),
      `: ${countOf(signing.statements.length, "statement")} (${kinds.join(", ")}) about `,
      ...subjects,
      ...(more > 0 ? [` and ${countOf(more, "more", "more")}`] : []),
      signing.isVerified ? ", verified in this run" : "",
      ...stored,
    ],
  ];
}

/**
 * @param model the page
 * @param caps how much may be shown
 * @returns what came of the run: coverage, SBOM, signatures with the command that verifies them
 */
export function resultSection(model: PageModel, caps: Caps): readonly Block[] {
  const coverage = model.details?.coverage ?? null;
  const signing = model.input.signing ?? null;
  const sboms = model.input.sboms ?? [];
  const items: Inlines[] = [
    ...(coverage === null
      ? []
      : [[strong("Coverage"), `: ${coverage.toFixed(1)} % of lines`, ...coverageChange(model, caps)]]),
    ...sboms.slice(0, caps.entries).map((sbom) => sbomItem(sbom, caps)),
    ...(sboms.length > caps.entries ? [[`${countOf(sboms.length - caps.entries, "more SBOM")}`]] : []),
    ...componentChange(model, sboms, caps),
    ...(signing === null || signing.statements.length === 0 ? [] : signingItems(signing, caps)),
  ];
  if (items.length === 0) return [];
  const commands = (signing?.verifyCommands ?? []).slice(0, caps.entries).map((line) => oneLine(line, 4 * caps.text));
  return [
    heading(3, "What came of it"),
    { kind: "list", items },
    ...(commands.length === 0 ? [] : [{ kind: "code", language: "sh", text: commands.join("\n") } as const]),
  ];
}

/**
 * @param model the page
 * @param caps how much may be shown
 * @returns gates that could be switched on, each with the lines of turnpike.yml that do it
 */
export function suggestionSection(model: PageModel, caps: Caps): readonly Block[] {
  const suggestions = model.details?.suggestions ?? [];
  if (suggestions.length === 0 || caps.blocks === 0) return [];
  const shown = suggestions.slice(0, caps.entries);
  const rest = suggestions.length - shown.length;
  const blocks = shown.flatMap((suggestion): Block[] => [
    {
      kind: "paragraph",
      content: [
        code(oneLine(suggestion.id, caps.name)),
        ": ",
        code(oneLine(suggestion.command, caps.text)),
        `. ${oneLine(suggestion.why, caps.text)}`,
      ],
    },
    { kind: "code", language: "yaml", text: suggestion.enable.slice(0, 10 * caps.text) },
  ]);
  const more: readonly Block[] =
    rest > 0 ? [{ kind: "paragraph", content: [`${countOf(rest, "more", "more")} in the plan.`] }] : [];
  const isOpen = model.joined.verdict === "nothing-to-check";
  const summary: Inlines = [`${countOf(suggestions.length, "gate")} could be switched on in turnpike.yml`];
  return [{ kind: "details", open: isOpen, summary, blocks: [...blocks, ...more] }];
}

/** Gates that took the most time, for the page of a run that went over its budget. */
function slowest(model: PageModel, caps: Caps): Inlines {
  return [...model.gates]
    .filter((gate) => gate.result.durationMs !== null)
    .sort((a, b) => (b.result.durationMs ?? 0) - (a.result.durationMs ?? 0))
    .slice(0, 3)
    .flatMap((gate, index): Inline[] => [
      index === 0 ? "" : ", ",
      code(oneLine(gate.result.id, caps.name)),
      ` ${formatDuration(gate.result.durationMs ?? 0)}`,
    ]);
}

function budgetEffect(model: PageModel): string {
  if (model.details?.budgetEnforced !== true) return "Nothing fails for it: the budget is not enforced.";
  if (model.time.wallMs <= (model.time.budgetMs ?? 0))
    return "The gates alone stayed below it, so nothing fails for it.";
  return "The budget is enforced, so this fails the run.";
}

/** Packages that were installed otherwise than the project asks for. */
function setupRemarks({ input }: PageModel): readonly string[] {
  return (input.setup?.environments ?? []).flatMap(({ outcome, reason }) =>
    outcome === "installed" && reason !== null ? [`${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`] : [],
  );
}

/**
 * What has to be said before the table.
 *
 * @param model the page
 * @param caps how much may be shown
 * @returns alerts: over budget, nothing to check, checked files that differ from the commit, remarks on packages
 */
export function alertSection(model: PageModel, caps: Caps): readonly Block[] {
  const { spentMs, budgetMs } = model.time;
  const alerts: Block[] = [];
  if (model.joined.verdict === "nothing-to-check") {
    const content = [
      "No gate was found in this repository, so nothing was checked. Declare one in ",
      code("turnpike.yml"),
      model.details !== null && model.details.suggestions.length > 0 ? "; these would fit:" : ", for example:",
    ];
    alerts.push({ kind: "alert", level: "WARNING", content });
    if (model.details === null || model.details.suggestions.length === 0) {
      alerts.push({ kind: "code", language: "yaml", text: "gates:\n  tests: { run: make test }" });
    }
  }
  if (budgetMs !== null && spentMs > budgetMs) {
    const content = [
      `The run went over its budget by ${formatDuration(spentMs - budgetMs)}. ${budgetEffect(model)} Slowest: `,
      ...slowest(model, caps),
      ".",
    ];
    alerts.push({ kind: "alert", level: "WARNING", content });
  }
  if (model.input.verdict?.dirty === true) {
    alerts.push({ kind: "alert", level: "NOTE", content: ["The checked files differ from the commit."] });
  }
  for (const remark of [...(model.details?.remarks ?? []), ...setupRemarks(model)].slice(0, caps.entries)) {
    alerts.push({ kind: "alert", level: "WARNING", content: prose(remark, caps.text) });
  }
  return alerts;
}

/**
 * @param model the page
 * @param caps how much may be shown
 * @returns one small line: commit, ref, event
 */
export function footer(model: PageModel, caps: Caps): readonly Block[] {
  const run = model.input.run;
  const sha = model.input.verdict?.commit ?? run?.sha ?? "";
  const url =
    run?.webUrl === null || run?.webUrl === undefined || !/^[0-9a-f]{40,64}$/.test(sha)
      ? undefined
      : `${run.webUrl}/commit/${sha}`;
  const parts: Inlines[] = [
    ...(sha === "" ? [] : [link(url, code(oneLine(sha, 64).slice(0, 12)))]),
    ...(run === undefined || run.refName === "" ? [] : [[oneLine(run.refName, caps.name)]]),
    ...(run === undefined || run.eventName === "" ? [] : [[oneLine(run.eventName, caps.name)]]),
  ];
  if (parts.length === 0) return [];
  return [{ kind: "small", content: parts.flatMap((part, index): Inlines => (index === 0 ? part : [" · ", ...part])) }];
}
