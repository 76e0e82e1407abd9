import type { Command } from "commander";

/** Two columns: what stands there, and what it means. */
type Rows = readonly (readonly [string, string])[];

/** Headings of the list of commands, in its order. */
export const GROUPS = {
  begin: "Come onto the road:",
  daily: "Every day:",
  release: "Releases:",
} as const;

/** Exit codes that several commands share. */
export const EXITS = {
  passed: ["0", "passed, or nothing to check"],
  failed: ["1", "a required gate failed"],
  input: ["2", "turnpike.yml, the folder or an option is wrong; nothing was run"],
  unclear: ["3", "a required gate could not be judged: a tool or a service failed"],
  budget: ["4", "over a budget that turnpike.yml enforces"],
  stopped: ["130, 143", "stopped by Ctrl-C or SIGTERM"],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

/** What stands below the options of a command. */
export interface HelpNotes {
  readonly examples: Rows;
  readonly exits: Rows;
  /** Where to read more. */
  readonly page?: string;
}

/** Widest left column; what is longer has a line of its own. */
const MOST_LEFT = 36;

function table(rows: Rows): string {
  const width = Math.max(0, ...rows.map(([left]) => left.length).filter((length) => length <= MOST_LEFT));
  const line = ([left, right]: Rows[number]): string => {
    const gap = left.length <= width ? "".padEnd(width - left.length + 2) : `\n${"".padEnd(width + 4)}`;
    return `  ${left}${right === "" ? "" : gap + right}`;
  };
  return rows.map(line).join("\n");
}

function notesText({ examples, exits, page }: HelpNotes): string {
  const parts = [
    `\nExamples:\n${table(examples)}`,
    ...(exits.length === 0 ? [] : [`\nExit codes:\n${table(exits)}`]),
    ...(page === undefined ? [] : [`\nMore: ${page}`]),
  ];
  return parts.join("\n");
}

/**
 * Adds examples, exit codes and a page to read to a command's help. The text is made when somebody asks for it.
 *
 * @param command the command
 * @param notes what stands below its options
 * @returns the same command
 */
export function withNotes(command: Command, notes: HelpNotes): Command {
  return command.addHelpText("after", () => notesText(notes));
}
