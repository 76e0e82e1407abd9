import type { readDeclarations } from "../../src/core/declarations/index.ts";

/**
 * @param reading what was read of one file
 * @param text the file
 * @returns what does not hold: places that are no line of the file, and ids that stand twice; empty when all is well
 */
export function faultyPlaces(
  { entries, unread }: Pick<ReturnType<typeof readDeclarations>, "entries" | "unread">,
  text: string,
): readonly string[] {
  const last = text.split("\n").length;
  const places = entries.flatMap(({ place, commands }) => [place, ...commands.map((one) => one.place)]);
  const ids = entries.map(({ id }) => id);
  return [
    ...[...places, ...unread]
      .filter(({ line }) => line !== null && (line < 1 || line > last))
      .map(({ file, line }) => `${file}:${line}`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at),
  ];
}
