import { type CDEvent, cdeventSchema } from "./cdevent.ts";

/** A line that is no event, and why. */
export interface BrokenLine {
  /** As it is in the file, without the line break. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  readonly reason: string;
}

/** What a file of events holds. */
export interface ParsedEvents {
  readonly events: readonly CDEvent[];
  readonly broken: readonly BrokenLine[];
}

function parseLine(text: string, isLast: boolean): CDEvent | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return isLast ? "the line is cut short: whoever wrote it was stopped" : "it is not JSON";
  }
  const parsed = cdeventSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return `it is not a CDEvent: ${issue?.path.join(".") || "the line"}: ${issue?.message ?? "unknown"}`;
}

/**
 * Reads events, one a line. A line that cannot be read hides no other.
 *
 * @param text of the file; a missing line break at its end is no fault as long as the line is whole
 */
export function parseEvents(text: string): ParsedEvents {
  const events: CDEvent[] = [];
  const broken: BrokenLine[] = [];
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const parsed = parseLine(line, index === lines.length - 1);
    if (typeof parsed === "string") broken.push({ text: line, line: index + 1, reason: parsed });
    else events.push(parsed);
  }
  return { events, broken };
}

/** @returns one line an event, each with a line break */
export function renderEvents(events: readonly CDEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}

/** @returns what an event is known by: its id is unique within its source */
export function identityOf(event: CDEvent): string {
  return JSON.stringify([event.context.source, event.context.id]);
}
