/**
 * Words of a shell line, quotes taken off: enough to see which program it starts, never to run it.
 *
 * @param line one command
 */
export function roughWords(line: string): readonly string[] {
  const words = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return words.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));
}
