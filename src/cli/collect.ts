/**
 * Lets an option be given several times, for commander.
 *
 * @param value what was given now
 * @param before what was given before
 * @returns all of it, in the order given
 */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
