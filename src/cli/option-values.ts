import { InvalidArgumentError } from "commander";

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

/**
 * Reads a count, for commander.
 *
 * @param value what was given
 * @returns a number from 1 to 999,999
 * @throws InvalidArgumentError for anything else
 */
export function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError("A whole number from 1 up is needed.");
  return Number(value);
}
