import { z } from "zod";
import { parseDuration } from "../../contract/index.ts";

/** Longest time that a gate or the whole may be given: a self-hosted job ends after five days (docs.github.com, "Usage limits"). */
const MAX_DURATION_MS = 5 * 24 * 3600 * 1000;

const DURATION_PATTERN = /^(?:\d{1,6}h)?(?:\d{1,6}m)?(?:\d{1,6}s)?$/;
const RELATIVE_PATTERN = /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\0]+$/;

/** @returns options that make every fault of a value read the same */
export function says(expectation: string) {
  return { error: () => expectation };
}

/** A length of time, read into ms. */
export function duration(description: string, examples: readonly string[]) {
  const expectation = "is not a duration; write 90s, 10m or 1h";
  return z
    .string(says(expectation))
    .min(1, says(expectation))
    .regex(DURATION_PATTERN, says(expectation))
    .transform((value, context) => {
      const ms = parseDuration(value) ?? 0;
      if (ms > 0 && ms <= MAX_DURATION_MS) return ms;
      context.addIssue({ code: "custom", message: "is out of range; write a duration from 1s to 120h" });
      return z.NEVER;
    })
    .meta({ description, examples: [...examples] });
}

/** A path that stays inside the repository. */
export function relativePath(description: string, examples: readonly string[]) {
  const expectation = "is not a path inside the repository; write it relative, without `..`";
  return z
    .string(says(expectation))
    .max(1000, says(expectation))
    .regex(RELATIVE_PATTERN, says(expectation))
    .meta({ description, examples: [...examples] });
}

/**
 * Text that is not blank.
 *
 * @param expectation what a message says of anything else
 */
export function line(description: string, examples: readonly string[], expectation: string) {
  return z
    .string(says(expectation))
    .regex(/\S/, says(expectation))
    .meta({ description, examples: [...examples] });
}

/** True or false. */
export function flag(description: string) {
  return z.boolean(says("is not true or false")).meta({ description, examples: [true, false] });
}
