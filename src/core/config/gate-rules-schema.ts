import picomatch from "picomatch";
import { z } from "zod";
import { type Retries, SEVERITIES, TRANSIENT_CLASSES, WHEN_EVENTS } from "../gates/index.ts";
import { line, says } from "./fields.ts";

/** Most patterns of one list; each is matched against each file. */
const MAX_PATTERNS = 200;

/** Longest pattern in characters. */
const MAX_PATTERN = 300;

/** Gates that one entry may become: GitHub's own limit of a matrix (docs.github.com, "Actions limits"). */
const MAX_MATRIX = 256;

/** Longest text that is looked for in an output. */
const MAX_OUTPUT_TEXT = 200;

function isGlob(text: string): boolean {
  try {
    picomatch.makeRe(text.replace(/^!/, ""));
    return true;
  } catch {
    return false;
  }
}

/** A list of globs relative to the repository's root. */
export function globs(description: string, example: readonly string[]) {
  const expectation = 'is not a pattern of files; write it relative, such as "src/**" or "!docs/**"';
  return z
    .array(
      z
        .string(says(expectation))
        .max(MAX_PATTERN, says(expectation))
        .regex(/^!?(?![/!])(?!(?:.*\/)?\.\.(?:\/|$))[^\0]+$/, says(expectation))
        .refine(isGlob, says(expectation)),
      says(`is not a list of patterns; write \`[${example.map((one) => JSON.stringify(one)).join(", ")}]\``),
    )
    .min(1, says("is empty; write a pattern or leave the key out"))
    .max(MAX_PATTERNS, says(`has more than ${MAX_PATTERNS} patterns; write them shorter with \`**\``))
    .refine(
      (list) => list.length === 0 || !list.every((one) => one.startsWith("!")),
      says('only takes out; write "**" first'),
    )
    .meta({ description, examples: [[...example]] });
}

const branchGlobs = z
  .array(
    z
      .string(says("is not a branch; write a name or a pattern such as `release/*`"))
      .min(1, says("is not a branch; write a name or a pattern such as `release/*`"))
      .max(MAX_PATTERN, says("is not a branch; it is too long")),
    says("is not a list of branches; write `[main]`"),
  )
  .min(1, says("is empty; write a branch or leave the key out"))
  .meta({
    description:
      "Globs of branches; for a pull request and a merge queue the branch that is merged into. Holds where there is no branch, such as on a tag.",
    examples: [["main", "release/*"]],
  });

/** `when` of a gate. */
export const when = z
  .strictObject(
    {
      paths: globs(
        "Globs of files of which one must have changed; `!` takes out again. Where it is not known what changed, the gate runs.",
        ["src/**", "!src/docs/**"],
      ).optional(),
      events: z
        .array(
          z.enum(WHEN_EVENTS, says(`is not an event; write one of ${WHEN_EVENTS.join(", ")}`)),
          says("is not a list of events; write `[pull_request, push]`"),
        )
        .min(1, says("is empty; write an event or leave the key out"))
        .optional()
        .meta({
          description: "Events; `local` is a run without GitHub, `release` a tag or a published release.",
          examples: [["pull_request", "release"]],
        }),
      branches: branchGlobs.optional(),
    },
    says("is not a condition; write `{ paths: [src/**], events: [pull_request], branches: [main] }`"),
  )
  .refine((value) => Object.keys(value).length > 0, says("says nothing; write paths, events or branches in it"))
  .meta({
    description: "When the gate runs; every part that is written must hold. Default: always.",
    examples: [{ paths: ["src/**"] }],
  });

const RETRY_REASON = `is no reason to try again; write one of ${TRANSIENT_CLASSES.join(", ")}, an exit code, or \`{ output: "some text" }\``;
const RETRY_COUNT = "is not a number of further attempts; write 1, 2 or 3";

const retryReason = z.union(
  [
    z.enum(TRANSIENT_CLASSES, says(RETRY_REASON)),
    z.number(says(RETRY_REASON)).int(says(RETRY_REASON)).min(1, says(RETRY_REASON)).max(255, says(RETRY_REASON)),
    z.strictObject(
      {
        output: z
          .string(says("is not text; write what must stand in the output"))
          .min(3, says("is too short to mean anything; write at least 3 characters"))
          .max(MAX_OUTPUT_TEXT, says(`is longer than ${MAX_OUTPUT_TEXT} characters; write a part of it`))
          .meta({ description: "Plain text that must stand in the output.", examples: ["Connection reset by peer"] }),
      },
      says(RETRY_REASON),
    ),
  ],
  says(RETRY_REASON),
);

type RetryReason = z.output<typeof retryReason>;

function toRetries(max: number, on: readonly RetryReason[]): Retries {
  const outputs = on.flatMap((one) => (typeof one === "object" ? [one.output] : []));
  const classes = on.filter((one) => typeof one === "string");
  const exitCodes = on.filter((one) => typeof one === "number");
  return { max, classes, exitCodes, outputs };
}

const retryCount = z
  .number(says(RETRY_COUNT))
  .int(says(RETRY_COUNT))
  .min(1, says(RETRY_COUNT))
  .max(3, says(RETRY_COUNT));

/** `retries` of a gate. */
export const retries = z
  .union(
    [
      retryCount.transform((max) => toRetries(max, ["network", "rate-limit"])),
      z
        .strictObject(
          {
            max: retryCount.optional().meta({ description: "Further attempts, 1 to 3. Default: 1.", examples: [2] }),
            on: z
              .array(retryReason, says("is not a list of reasons; write `[network, timeout]`"))
              .min(1, says("is empty; write a reason or leave the key out"))
              .max(20, says("has more than 20 reasons"))
              .optional()
              .meta({
                description: `Reasons: ${TRANSIENT_CLASSES.map((one) => `\`${one}\``).join(", ")}, an exit code, or \`{ output: text }\`. Default: network and rate-limit.`,
                examples: [["network", 75, { output: "Connection reset by peer" }]],
              }),
          },
          says("is not known; write 1, 2, 3, or `{ max: 2, on: [network, timeout] }`"),
        )
        .transform(({ max, on }) => toRetries(max ?? 1, on ?? ["network", "rate-limit"])),
    ],
    says("is not known; write 1, 2, 3, or `{ max: 2, on: [network, timeout] }`"),
  )
  .meta({
    description:
      "How often, and for which reasons, the gate is tried again. A pass after that is `flaky-passed`. Default: never.",
    examples: [{ max: 2, on: ["network", "timeout"] }],
  });

const wholeNumber = (description: string, least: number) => {
  const expectation = `is not a number; write a whole one from ${least} up`;
  return z
    .number(says(expectation))
    .int(says(expectation))
    .min(least, says(expectation))
    .max(10_000_000, says(expectation))
    .optional()
    .meta({ description, examples: [least] });
};

const PERCENT = "is not a percentage; write a number from 0 to 100";

/** `threshold` of a gate. */
export const threshold = z
  .strictObject(
    {
      findings: wholeNumber("Findings that are let through at most. Default, when `severity` is written: 0.", 0),
      severity: z
        .enum(SEVERITIES, says("is not a severity; write error, warning or note"))
        .optional()
        .meta({
          description: "The least severity that counts. Default: note, so every finding.",
          examples: ["warning"],
        }),
      coverage: z
        .number(says(PERCENT))
        .min(0, says(PERCENT))
        .max(100, says(PERCENT))
        .optional()
        .meta({ description: "Least coverage of lines in percent.", examples: [90] }),
      tests: wholeNumber("Least number of tests that must have run.", 1),
    },
    says("is not a threshold; write `{ findings: 10 }`, `{ coverage: 90 }` or `{ tests: 100 }`"),
  )
  .refine((value) => Object.keys(value).length > 0, says("says nothing; write findings, severity, coverage or tests"))
  .meta({
    description: "What the report is held to beside the exit code. Default: nothing.",
    examples: [{ coverage: 90 }],
  });

const DAY = "is not a day; write it as 2026-12-31";
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** `waiver` of a gate. */
/** A day of the calendar. */
export const waiverDay = z
  .string(says(DAY))
  .regex(DAY_PATTERN, says(DAY))
  .refine(
    (text) => !DAY_PATTERN.test(text) || new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true,
    says("is not a day of the calendar"),
  );

export const waiver = z
  .strictObject(
    {
      owner: line("Who sees to it.", ["@team/payments"], "is not text; write who sees to it"),
      reason: line("Why it may be so for now.", ["the new API lands in May"], "is not text; write why it may be so"),
      expires: waiverDay.meta({
        description: "Last day on which it holds (UTC), at most 90 days ahead.",
        examples: ["2026-12-31"],
      }),
      issue: line("Where the work is tracked.", ["#123"], "is not text").optional(),
    },
    says('is not a waiver; write `{ owner: "@me", reason: why, expires: 2026-12-31 }`'),
  )
  .meta({
    description: "Until a day, a gate that fails, runs out of time or cannot judge does not block. Default: none.",
    examples: [{ owner: "@team/payments", reason: "the new API lands in May", expires: "2026-12-31" }],
  });

const TOOLCHAIN = 'is not a version; write one such as "22", "21" or "1.25.x", in quotes';

/** A version of a toolchain; what it may be is for each language to say. */
const version = (example: string) =>
  z
    .union([z.string(), z.number().int()], says(TOOLCHAIN))
    .transform(String)
    .refine((text) => /^(?!.*\.\.)[\w.*^~<>=|+\-/ ${}]{1,80}$/.test(text), says(TOOLCHAIN))
    .optional()
    .meta({ description: "Its version, as its own set-up action takes it.", examples: [example] });

/** `toolchain` of a gate. */
export const toolchain = z
  .strictObject(
    { node: version("22"), java: version("21"), go: version("1.25"), rust: version("1.90") },
    says('is not a map of versions; write `{ node: "22" }`, with node, java, go or rust'),
  )
  .refine((value) => Object.keys(value).length > 0, says("says nothing; write node, java, go or rust"))
  .meta({
    description:
      "Versions of Node, Java, Go and Rust that the gate runs on, taken from what the machine has. Default: what its job, `.nvmrc` and the like say.",
    examples: [{ node: "22" }],
  });

const MATRIX_VALUE = "is not a value; write one line of text";

/** `matrix` of a gate. */
export const matrix = z
  .record(
    z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]{0,39}$/, says("is not a name; write letters, digits, `_` and `-`")),
    z
      .array(
        z
          .union([z.string(), z.number(), z.boolean()], says(MATRIX_VALUE))
          .transform(String)
          .refine((text) => /^[^\p{Cc}]{1,100}$/u.test(text), says(MATRIX_VALUE)),
        says('is not a list of values; write `["3.12", "3.13"]`'),
      )
      .min(1, says("is empty; write a value"))
      .refine((values) => new Set(values).size === values.length, says("has a value twice"))
      .meta({ description: "Its values.", examples: [["3.12", "3.13"]] }),
    says('is not a matrix; write `{ python: ["3.12", "3.13"] }`'),
  )
  .refine((value) => Object.keys(value).length > 0, says("says nothing; write a name and its values"))
  .refine(
    (value) => Object.values(value).reduce((product, values) => product * values.length, 1) <= MAX_MATRIX,
    says("makes more than 256 gates"),
  )
  .meta({
    description:
      "Makes a gate for each combination of values, which `${matrix.NAME}` stands for in `run`, `cwd`, `env`, `toolchain` and `report`. `python` also chooses the interpreter.",
    examples: [{ python: ["3.12", "3.13"] }],
  });
