/** A name and its value in a file such as `GITHUB_OUTPUT`. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
}

/** What a file says, up to its first fault. */
export interface ReadAssignments {
  readonly assignments: readonly Assignment[];
  /** Set when the file is wrong; then the step fails, and what stands before the fault counts. */
  readonly fault: string | undefined;
}

interface Line {
  readonly text: string;
  /** Where the next line begins. */
  readonly next: number;
  /** Where the line's text ends. */
  readonly end: number;
}

/** Lines end with CRLF, LF or a lone CR (actions/runner src/Runner.Worker/FileCommandManager.cs, ReadLine). */
function lineAt(text: string, from: number): Line | undefined {
  if (from >= text.length) return undefined;
  const match = /\r\n|\n|\r/.exec(text.slice(from));
  if (match === null) return { text: text.slice(from), end: text.length, next: text.length };
  const end = from + match.index;
  return { text: text.slice(from, end), end, next: end + match[0].length };
}

/** The text up to the line that is the delimiter, and where the line behind it begins; undefined when there is no such line. */
function readUntil(text: string, start: number, delimiter: string): { value: string; next: number } | undefined {
  let end = start;
  for (let line = lineAt(text, start); line !== undefined; line = lineAt(text, line.next)) {
    if (line.text === delimiter) return { value: text.slice(start, end), next: line.next };
    end = line.end;
  }
  return undefined;
}

/**
 * Reads `NAME=value` and `NAME<<DELIMITER` … `DELIMITER`; which of the two marks comes first decides. Rules and messages
 * are those of actions/runner src/Runner.Worker/FileCommandManager.cs, EnvFileKeyValuePairs.
 *
 * @param text content of a `GITHUB_OUTPUT`, `GITHUB_ENV` or `GITHUB_STATE` file
 */
export function readAssignments(text: string): ReadAssignments {
  const assignments: Assignment[] = [];
  const stop = (fault: string): ReadAssignments => ({ assignments, fault });
  let line = lineAt(text, 0);
  while (line !== undefined) {
    const [equals, heredoc] = [line.text.indexOf("="), line.text.indexOf("<<")];
    if (line.text === "") {
      line = lineAt(text, line.next);
    } else if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      assignments.push({ name: line.text.slice(0, equals), value: line.text.slice(equals + 1) });
      line = lineAt(text, line.next);
    } else if (heredoc >= 0) {
      const [name, delimiter] = [line.text.slice(0, heredoc), line.text.slice(heredoc + 2)];
      if (name === "" || delimiter === "") {
        return stop(`Invalid format '${line.text}'. Name must not be empty and delimiter must not be empty`);
      }
      const read = readUntil(text, line.next, delimiter);
      if (read === undefined) return stop(`Invalid value. Matching delimiter not found '${delimiter}'`);
      assignments.push({ name, value: read.value });
      line = lineAt(text, read.next);
    } else {
      return stop(`Invalid format '${line.text}'`);
    }
  }
  return { assignments, fault: undefined };
}

/** Variables that `GITHUB_ENV` must not set (FileCommandManager.cs, SetEnvFileCommand). */
export function isBlockedVariable(name: string): boolean {
  return name.toUpperCase() === "NODE_OPTIONS";
}

/**
 * @param text content of a `GITHUB_PATH` file
 * @returns folders, in the order written
 */
export function readPaths(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/).filter((line) => line !== "");
}

/**
 * @param paths folders in front of PATH, the last one first
 * @param added folder to put in front
 * @returns all, each once (FileCommandManager.cs, AddPathFileCommand)
 */
export function prependPath(paths: readonly string[], added: string): readonly string[] {
  return [...paths.filter((path) => path !== added), added];
}

/** Most bytes of one step's summary (FileCommandManager.cs, CreateStepSummaryCommand). */
export const SUMMARY_LIMIT_BYTES = 1024 * 1024;
