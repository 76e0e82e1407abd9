import { type Block, code, heading, type Inlines, prose } from "./blocks.ts";
import type { Caps } from "./caps.ts";
import { countOf } from "./format.ts";
import { gatesOf, type PageModel } from "./model.ts";
import { resultOf } from "./standing.ts";
import { oneLine } from "./text.ts";

function notJudged(model: PageModel, caps: Caps): Inlines[] {
  return gatesOf(model, "problem")
    .filter((gate) => gate.result.outcome === "inconclusive")
    .map(
      (gate): Inlines => [
        code(oneLine(gate.result.id, caps.name)),
        ": ",
        ...prose(resultOf(gate.result, gate.details), caps.text),
      ],
    );
}

function cacheNote(model: PageModel, caps: Caps): Inlines[] {
  const setup = model.input.setup;
  switch (setup?.cache) {
    case "off": {
      // Without uv there is nothing to keep.
      if (setup.uvVersion === null) return [];
      if (model.details?.release === true) return [["No cache was used: a release is made from scratch"]];
      const why = setup.cacheReason === null ? [] : [": ", ...prose(setup.cacheReason, caps.text)];
      return [["The package cache was off", ...why]];
    }
    case "unavailable":
      return [["The package cache was not reachable; everything was downloaded"]];
    default:
      return [];
  }
}

function environmentNotes(model: PageModel, caps: Caps): Inlines[] {
  return (model.input.setup?.environments ?? [])
    .filter(
      (environment) =>
        environment.outcome === "skipped" || (environment.outcome === "failed" && model.input.verdict !== null),
    )
    .map((environment): Inlines => {
      const verb = environment.outcome === "failed" ? "could not be installed" : "were not installed";
      const reason = environment.reason === null ? [] : [": ", ...prose(environment.reason, caps.text)];
      return [
        `The ${environment.manager} packages `,
        ...(environment.cwd === "." ? [] : ["of ", code(oneLine(environment.cwd, caps.name)), " "]),
        verb,
        ...reason,
      ];
    });
}

/**
 * @param model the page
 * @param caps how much may be shown
 * @returns what was not done, and why; nothing when everything was
 */
export function notDoneSection(model: PageModel, caps: Caps): readonly Block[] {
  const items = [
    ...notJudged(model, caps),
    ...cacheNote(model, caps),
    ...environmentNotes(model, caps),
    ...(model.input.notDone ?? []).map((note) => prose(note, caps.text)),
  ];
  if (items.length === 0) return [];
  const rest = items.length - caps.entries;
  const shown = items.slice(0, caps.entries);
  return [
    heading(3, "What was not done"),
    { kind: "list", items: rest > 0 ? [...shown, [countOf(rest, "more", "more")]] : shown },
  ];
}
