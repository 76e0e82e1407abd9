/** A workflow command that a step printed. */
export interface WorkflowCommand {
  /** As written: names are compared exactly. */
  readonly name: string;
  /** Names in lower case. */
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Commands of the runner (actions/runner src/Runner.Worker/ActionCommandManager.cs). */
export const COMMANDS = [
  "stop-commands",
  "set-env",
  "set-output",
  "save-state",
  "add-mask",
  "add-path",
  "add-matcher",
  "remove-matcher",
  "debug",
  "warning",
  "error",
  "notice",
  "group",
  "endgroup",
  "echo",
] as const;

/** `%25` comes last, so that `%250A` is `%0A` and no line break (src/Runner.Common/ActionCommand.cs). */
function unescapeText(text: string, further: readonly (readonly [string, string])[]): string {
  let plain = text;
  for (const [escaped, meant] of [["%0D", "\r"], ["%0A", "\n"], ...further, ["%25", "%"]] as const) {
    plain = plain.replaceAll(escaped, meant);
  }
  return plain;
}

const IN_PROPERTY = [
  ["%3A", ":"],
  ["%2C", ","],
] as const;

const IN_OLD_SYNTAX = [
  ["%3B", ";"],
  ["%5D", "]"],
] as const;

function readProperties(
  text: string,
  separator: string,
  unescapeValue: (value: string) => string,
): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const part of text.split(separator)) {
    const at = part.indexOf("=");
    if (at > 0 && at < part.length - 1) {
      properties[part.slice(0, at).toLowerCase()] = unescapeValue(part.slice(at + 1));
    }
  }
  return properties;
}

/** `::name key=value,…::data` at the beginning of a line, blanks allowed before it (ActionCommand.cs, TryParseV2). */
function parseNew(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  const text = line.trimStart();
  if (!text.startsWith("::")) return undefined;
  const end = text.indexOf("::", 2);
  if (end < 0) return undefined;
  const info = text.slice(2, end);
  const blank = info.indexOf(" ");
  const name = blank < 0 ? info : info.slice(0, blank);
  if (!known.has(name)) return undefined;
  const properties = blank > 0 ? info.slice(blank + 1).trim() : "";
  return {
    name,
    properties: readProperties(properties, ",", (value) => unescapeText(value, IN_PROPERTY)),
    data: unescapeText(text.slice(end + 2), []),
  };
}

/** `##[name key=value;…]data` anywhere in a line (ActionCommand.cs, TryParse). */
function parseOld(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  const start = line.indexOf("##[");
  const end = start < 0 ? -1 : line.indexOf("]", start);
  if (end < 0) return undefined;
  const info = line.slice(start + 3, end);
  const blank = info.indexOf(" ");
  const name = blank < 0 ? info : info.slice(0, blank);
  if (!known.has(name)) return undefined;
  return {
    name,
    properties: readProperties(blank > 0 ? info.slice(blank + 1) : "", ";", (value) =>
      unescapeText(value, IN_OLD_SYNTAX),
    ),
    data: unescapeText(line.slice(end + 1), IN_OLD_SYNTAX),
  };
}

/**
 * Reads a line of a step's output in both syntaxes.
 *
 * @param line without its line break
 * @param known names that are commands now: the runner's, and the token that ends `stop-commands`
 * @returns the command, or undefined when the line is plain output
 */
export function parseCommand(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  return parseNew(line, known) ?? parseOld(line, known);
}

/**
 * @param token data of a `stop-commands`
 * @returns true when it may not end the stop: empty, or the name of a command (ActionCommandManager.cs, ValidateStopToken)
 */
export function isBadStopToken(token: string): boolean {
  return token === "" || token.toLowerCase() === "pause-logging" || COMMANDS.some((name) => name === token);
}
