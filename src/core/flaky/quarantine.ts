import { z } from "zod";
import type { TestCase } from "../gates/index.ts";

/** Where the file stands, relative to the repository's root. */
export const QUARANTINE_FILE = ".github/turnpike/quarantine.yml";
/** Most entries of the file: a suite that needs more is not to be believed. */
const MOST_ENTRIES = 50;
/** Longest time that an entry holds, in days. */
export const LONGEST_DAYS = 30;
/** Days after its end in which an expired entry is only told of. */
export const GRACE_DAYS = 7;
/** Share of a suite's tests that may be forgiven in one run; one test always may. */
const MOST_FORGIVEN = 0.05;

/**
 * @param executed tests that ran
 * @returns how many failures are forgiven at most, of all of them together
 */
export function mostForgiven(executed: number): number {
  return Math.max(1, Math.floor(executed * MOST_FORGIVEN));
}

const DAY_MS = 24 * 3600 * 1000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with a value reads on after its name. */
function says(expectation: string) {
  return { error: () => expectation };
}

function words(description: string, expectation: string) {
  return z
    .string(says(expectation))
    .trim()
    .min(1, says(expectation))
    .max(1000, says("is longer than 1000 characters"))
    .meta({ description });
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function date(description: string) {
  const expectation = "is not a date; write it as 2026-11-21";
  return z
    .string(says(expectation))
    .regex(DATE, { ...says(expectation), abort: true })
    .refine(isDate, says(expectation))
    .meta({ description });
}

/** The keys of one entry. */
export const entryShape = {
  id: z
    .string(says("is not the id of a test; write its 64 hexadecimal digits"))
    .regex(/^[0-9a-f]{64}$/, says("is not the id of a test; write its 64 hexadecimal digits"))
    .optional()
    .meta({ description: "The test's id, as `turnpike quarantine list` shows it. Either this or `name`." }),
  file: words("The test's file, relative to the repository's root.", "is not a path").optional(),
  class: words(
    "The test's class as its report names it: `tests.test_stock.TestSold`.",
    "is not the name of a class",
  ).optional(),
  name: words("The test's name, parameters included: `test_sold[3]`.", "is not the name of a test").optional(),
  gate: words("Only in this gate.", "is not the id of a gate").optional(),
  variant: words("Only on this operating system and interpreter: `linux/py3.12`.", "is not a variant").optional(),
  owner: words("Who mends the test.", "is not an owner; write who mends the test"),
  issue: words("Where the work on it is told.", "is not an issue; write its address or number"),
  reason: words("Why it is here.", "is not a reason; write a sentence"),
  added: date("The day it was added, UTC."),
  expires: date("The last day on which the entry holds, UTC; at most 30 days after `added`."),
  evidence: words("What is known of the test: what the page said.", "is not evidence; write a sentence").optional(),
};

const entrySchema = z.strictObject(entryShape, says("is not an entry; write its keys below each other"));

/** quarantine.yml, whole. */
export const quarantineSchema = z.strictObject(
  {
    quarantine: z
      .array(entrySchema, says("is not a list of entries; begin each with `- `"))
      .max(MOST_ENTRIES, says(`has more than ${MOST_ENTRIES} entries; mend tests, or delete them`))
      .nullable()
      .meta({ description: "Tests whose failure is forgiven for a while. They run all the same." }),
  },
  says("is not a map; write `quarantine:` and the entries below it"),
);

/** One entry, and where it stands. */
export type QuarantineEntry = z.output<typeof entrySchema> & { readonly line: number };

/** Where a test ran. */
export interface TestPlace {
  readonly gate: string;
  readonly variant: string;
}

/**
 * @param date a day as the file has it
 * @returns the first moment after it, in ms since 1970
 */
function endOfDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) + DAY_MS;
}

/**
 * @param entry an entry
 * @returns days from `added` to `expires`
 */
export function daysOf({ added, expires }: Pick<QuarantineEntry, "added" | "expires">): number {
  return (endOfDay(expires) - endOfDay(added)) / DAY_MS;
}

/**
 * @param entry an entry
 * @param at the moment that counts, in ms since 1970
 * @returns true when the entry says nothing any more
 */
export function isExpired({ expires }: Pick<QuarantineEntry, "expires">, at: number): boolean {
  return at >= endOfDay(expires);
}

/**
 * @param entry an entry
 * @param test a test
 * @param place where it ran
 * @returns whether the entry is about the test
 */
export function concerns(entry: QuarantineEntry, test: TestCase, place: TestPlace): boolean {
  if (entry.gate !== undefined && entry.gate !== place.gate) return false;
  if (entry.variant !== undefined && entry.variant !== place.variant) return false;
  if (entry.id !== undefined) return entry.id === test.id;
  const same = (wanted: string | undefined, is: string) => wanted === undefined || wanted === is;
  return same(entry.file, test.file) && same(entry.class, test.className) && entry.name === test.name;
}

/**
 * @param entry an entry
 * @returns what it is about, for people: `tests/test_stock.py::test_sold`
 */
export function nameOfEntry({ id, file, class: className, name }: QuarantineEntry): string {
  if (name === undefined) return `test ${(id ?? "").slice(0, 12)}`;
  return [file ?? className, name].filter((part) => part !== undefined).join("::");
}
