/** How much of a file of records is kept. */
export interface RecordBounds {
  readonly records: number;
  /** The whole file. */
  readonly characters: number;
}

/**
 * Reads a file of one JSON object a line.
 *
 * @param content the file; undefined when there is none
 * @param bounds what it may hold; a file of more than twice as many characters was written by somebody else
 * @param read takes one value; undefined for what is no record
 * @returns the records; what is none is left out, because losing it decides nothing
 */
export function parseRecords<T>(
  content: string | undefined,
  bounds: RecordBounds,
  read: (value: unknown) => T | undefined,
): readonly T[] {
  if (content === undefined || content.length > 2 * bounds.characters) return [];
  return content.split("\n").flatMap((line) => {
    if (line.trim() === "") return [];
    try {
      return read(JSON.parse(line)) ?? [];
    } catch {
      return [];
    }
  });
}

/**
 * @param records from several places
 * @param identity what tells a record from the others; the last of the same counts
 * @returns each once, the newest last
 */
export function newestLast<T extends { readonly at: string }>(
  records: readonly T[],
  identity: (record: T) => readonly unknown[],
): readonly T[] {
  const unique = new Map(records.map((one) => [JSON.stringify(identity(one)), one]));
  return [...unique.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/**
 * @param records the newest last
 * @param bounds what the file may hold
 * @returns a file of the newest of them, one a line
 */
export function renderRecords(records: readonly object[], bounds: RecordBounds): string {
  const lines: string[] = [];
  let size = 0;
  for (const record of records.slice(-bounds.records).reverse()) {
    const line = `${JSON.stringify(record)}\n`;
    size += line.length;
    if (size > bounds.characters) break;
    lines.push(line);
  }
  return lines.reverse().join("");
}
