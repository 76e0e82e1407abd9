/**
 * A part of a text keeps the whole piece in memory that it was cut from; a text that was joined does not.
 *
 * @param text a part of a report
 * @param longest characters that are kept
 * @returns the same text, standing for itself
 */
export function copied(text: string, longest = text.length): string {
  return ` ${text.slice(0, longest)}`.slice(1);
}
