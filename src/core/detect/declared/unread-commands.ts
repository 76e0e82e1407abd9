import type { DeclaredEntry } from "../../declarations/index.ts";
import type { Note } from "../notes.ts";
import { isChecking } from "./counting.ts";
import type { Run, Step } from "./resolve.ts";
import { isCheckingScript } from "./script-tools.ts";

/** @returns the first line of a text, for a sentence */
export function oneLine(text: string): string {
  return text.trim().split("\n")[0]?.slice(0, 200) ?? "";
}

/** What starts checks somewhere else, in a text that only a shell can run. */
const STARTS_CHECKS =
  /(?:^|[\s;&|(])(?:tox|nox|make|just|hatch|pdm|poe|pytest|npm|pnpm|yarn|bun|pre-commit|prek|cargo|go|invoke|task|turbo|nx)\s/;

/** Programs that run tasks of files that no reader knows. */
const OTHER_RUNNERS =
  /^(?:nx|turbo|lerna|rush|moon|lage|task|doit|mage|bazel|pants|earthly|dagger|mise|deno|rake|ant|grunt|gulp)$/;

/** Programs whose files are read, where the call leads to nothing that was found in them. */
const KNOWN_RUNNERS = /^(?:g?make|just|invoke|inv|poe|tox|nox)$/;

function openReason({ launched, command, doubts, parts }: Step): string | undefined {
  if (launched !== null || !STARTS_CHECKS.test(command.text)) return undefined;
  if (parts.some(({ use }) => use.kind === "gate" || use.kind === "install")) return undefined;
  return doubts[0] ?? "only a shell can tell what it runs";
}

function runnerReason(step: Step, run: Run): string | undefined {
  const [program = ""] = step.launched?.bare ?? [];
  if (step.classified.use.kind !== "other" || isCheckingScript(step, run)) return undefined;
  if (KNOWN_RUNNERS.test(program)) return `what it calls of ${program} was not found`;
  if (!OTHER_RUNNERS.test(program)) return undefined;
  return `tasks of ${program} are not read; what of them checks can be a gate of turnpike.yml`;
}

/**
 * @param runs commands that count
 * @returns those that lead nowhere: what they check is not checked here
 */
export function unreadCommands(runs: readonly Run[]): readonly Note[] {
  return runs.flatMap((run) =>
    run.steps.flatMap((step) => {
      const reason = openReason(step) ?? runnerReason(step, run);
      if (reason === undefined) return [];
      const { place, text } = step.command;
      const message = `runs \`${oneLine(text).slice(0, 100)}\`, and what it checks is not known: ${reason}`;
      return [{ file: place.file, line: place.line, message }];
    }),
  );
}

/**
 * @param entries what was read, where nothing of it checks the code
 * @returns workflows that run on pushes: a green tick would say too much
 */
export function silentWorkflows(entries: readonly DeclaredEntry[]): readonly Note[] {
  const files = new Map(entries.filter(isChecking).map(({ place }) => [place.file, place.line]));
  return [...files].map(([file, line]) => ({
    file,
    line,
    message: "runs on pushes or pull requests, and no check of the code could be read in it",
  }));
}
