import fc from "fast-check";

const SURROGATES = { first: 0xd800, count: 0x800 };
const LAST_CODE_POINT = 0x10ffff;

function toCharacter(index: number): string {
  return String.fromCodePoint(index < SURROGATES.first ? index : index + SURROGATES.count);
}

function toIndex(character: unknown): number {
  if (typeof character !== "string") throw new Error("no text");
  const point = character.codePointAt(0);
  if (point === undefined || String.fromCodePoint(point) !== character) throw new Error("not one character");
  return point < SURROGATES.first ? point : point - SURROGATES.count;
}

const anyCharacter = fc.nat({ max: LAST_CODE_POINT - SURROGATES.count }).map(toCharacter, toIndex);

/**
 * Text of any characters of Unicode, controls and unassigned ones among them. The same values as fast-check's unit
 * `binary`, which first writes down all 1.1 million characters: a second of each test file, and 100 MB.
 *
 * @param constraints lengths in characters
 */
export function anyText(constraints: Omit<fc.StringConstraints, "unit"> = {}): fc.Arbitrary<string> {
  return fc.string({ ...constraints, unit: anyCharacter });
}
