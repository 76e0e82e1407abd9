import {
  type Call,
  callOf as callOfReaders,
  type DeclaredCommand,
  type DeclaredEntry,
  readShell,
} from "../../src/core/declarations/index.ts";
import type { Declarations } from "../../src/core/detect/index.ts";

/** What a hand-made entry says besides its commands. */
export type EntryParts = Partial<Omit<DeclaredEntry, "commands">> & {
  readonly commands: readonly (string | Partial<DeclaredCommand>)[];
};

function command(given: string | Partial<DeclaredCommand>, file: string, line: number): DeclaredCommand {
  const text = typeof given === "string" ? given : (given.text ?? "");
  const read = readShell(text, { cwd: "." }).commands[0];
  const base = { place: { file, line }, text, words: read?.words ?? null, env: read?.env ?? {}, cwd: "." };
  const more = typeof given === "string" ? {} : given;
  return { ...base, mayFail: false, certainty: "certain", doubts: [], ...more };
}

/**
 * A hand-made entry of a system.
 *
 * @param id `workflow:ci.yml#test`, `make:lint`; the system and the name come from it
 * @param parts its commands, each on a line of its own, and what is not as usual
 */
export function entry(id: string, parts: EntryParts | readonly string[]): DeclaredEntry {
  const { commands, ...more }: EntryParts = "commands" in parts ? parts : { commands: parts };
  const system = id.slice(0, id.indexOf(":")) as DeclaredEntry["system"];
  const name = id
    .replace(/^[^:]*:/, "")
    .replace(/^.*#/, "")
    .replace(/@.*$/, "");
  const files: Record<string, string> = {
    workflow: ".github/workflows/ci.yml",
    make: "Makefile",
    tox: "tox.ini",
    nox: "noxfile.py",
    scripts: "package.json",
  };
  const file = more.place?.file ?? files[system] ?? system;
  const base = { python: null, surroundings: { services: [], container: null, secrets: [] }, doubts: [] };
  const first = more.place?.line ?? 1;
  return {
    ...{ id, system, name, place: { file, line: first }, isolated: system === "tox" || system === "nox", ...base },
    runsOn: system === "workflow" ? ["push"] : [],
    ...more,
    commands: commands.map((one, index) => command(one, file, first + index + 1)),
  };
}

const CALLS: readonly (readonly [RegExp, string])[] = [
  [/^make (\S+)$/, "make"],
  [/^tox (?:run )?-e (\S+)$/, "tox"],
  [/^nox -s (\S+)$/, "nox"],
  [/^npm run (\S+)$/, "scripts"],
  [/^npm (test)$/, "scripts"],
];

function handMadeCall(words: readonly string[], entries: readonly DeclaredEntry[]): Call | undefined {
  const line = words.join(" ");
  for (const [pattern, system] of CALLS) {
    const names = pattern.exec(line)?.[1]?.split(",") ?? [];
    const ids = names.map((name) => `${system}:${name}`).filter((id) => entries.some((one) => one.id === id));
    if (ids.length > 0) return { system: system as Call["system"], entries: ids, passedOn: [] };
  }
  return undefined;
}

/** Declarations of hand-made entries; calls of make, tox, nox and npm are recognised. */
export function declarations(...entries: readonly DeclaredEntry[]): Declarations {
  return {
    reading: { entries, unread: [] },
    callOf: (words, cwd, all) => handMadeCall(words, all) ?? callOfReaders(words, cwd, all),
  };
}
