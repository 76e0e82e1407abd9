import { z } from "zod";
import { REPORT_FORMATS } from "../gates/index.ts";
import { duration, flag, line, relativePath, says } from "./fields.ts";
import { globs, matrix, retries, threshold, toolchain, waiver, when } from "./gate-rules-schema.ts";
import { parseSize, SIZE_PATTERN } from "./size.ts";

/** Parts of a gate's id: letters, digits and `. _ -`; `@` and `/` for further roots. */
const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:@[A-Za-z0-9._-][A-Za-z0-9._/-]*)?$/;
const ENV_NAME_PATTERN = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Variables that belong to the runner or to Turnpike; a gate cannot be given them. */
const RESERVED_ENV_PATTERN = /^(?:ACTIONS_|GITHUB_|RUNNER_|INPUT_|TURNPIKE_)/;

/** Id of a gate. */
export const gateId = z
  .string(says("is not a gate's id"))
  .max(200, says("is too long for a gate's id; 200 characters are the most"))
  .regex(
    ID_PATTERN,
    says("is not a gate's id; write letters, digits, `.`, `_` and `-`, such as `tests` or `tests@src/git`"),
  )
  .meta({ description: "Id of a gate.", examples: ["tests", "lint", "types-mypy", "tests@src/git"] });

const command = z
  .union(
    [
      line("A command line for `bash -eo pipefail`.", ["uv run ruff check src"], "is not a command"),
      z
        .array(z.string(says("is not text; each word of a command is one")), says("is not a list of words"))
        .min(1, says("is empty; write the program first"))
        .refine((words) => words[0] !== "", says("has no program; write it first"))
        .meta({ description: "A program and its arguments; no shell is involved.", examples: [["npm", "test"]] }),
    ],
    says("is not a command; write a line for the shell, or a program and its arguments in brackets"),
  )
  .meta({
    description:
      "The command. A text goes through `bash -eo pipefail`, a list is started as it is. With `run` the entry replaces a detected gate of that id whole.",
    examples: ["uv run ruff check src", ["uv", "run", "python", "-m", "checks.contract"]],
  });

const report = z
  .strictObject(
    {
      format: z
        .enum(REPORT_FORMATS, says(`is not a report format; write one of ${REPORT_FORMATS.join(", ")}`))
        .meta({ description: "What the report is.", examples: ["junit", "sarif"] }),
      path: relativePath("Where the command writes it, relative to the gate's folder.", ["out/contract.xml"]),
    },
    says("is not a report; write `{ format: junit, path: out/report.xml }`"),
  )
  .meta({ description: "One report.", examples: [{ format: "junit", path: "out/report.xml" }] });

const resources = z
  .strictObject(
    {
      cpu: z
        .number(says("is not a number of cores; write 1, 2 or 0.5"))
        .positive(says("is not a number of cores; write 1, 2 or 0.5"))
        .max(256, says("is not a number of cores; 256 are the most"))
        .optional()
        .meta({ description: "Cores that the gate keeps busy. Default: 1.", examples: [1, 2] }),
      memory: z
        .string(says("is not a size; write 512MiB or 2GiB"))
        .regex(SIZE_PATTERN, says("is not a size; write 512MiB or 2GiB"))
        .transform((value) => parseSize(value) ?? 0)
        .optional()
        .meta({ description: "Memory that the gate needs. Default: unknown.", examples: ["512MiB", "2GiB"] }),
      locks: z
        .array(
          z
            .string(says("is not the name of a lock"))
            .regex(
              /^[A-Za-z0-9._-]{1,64}$/,
              says("is not the name of a lock; write letters, digits, `.`, `_` and `-`"),
            ),
          says("is not a list of names; write `[database]`"),
        )
        .optional()
        .meta({ description: "Names; two gates that share one never run at once.", examples: [["database"]] }),
    },
    says("is not a map; write `{ cpu: 2, memory: 1GiB, locks: [database] }`"),
  )
  .meta({
    description: "What the gate needs of the machine.",
    examples: [{ cpu: 2, memory: "1GiB", locks: ["database"] }],
  });

const environment = z
  .record(
    z.string().regex(ENV_NAME_PATTERN, says("is not the name of a variable")),
    z
      .union([z.string(), z.number(), z.boolean()], says("is not text; write the value in quotes"))
      .transform(String)
      .meta({ description: "Its value." }),
    says("is not a map of variables; write `{ NAME: value }`"),
  )
  .meta({
    description: "Variables that the gate gets beside its surroundings.",
    examples: [{ DATABASE_URL: "sqlite://" }],
  });

/** The keys of one gate. */
export const gateShape = {
  run: command.optional(),
  cwd: relativePath("The folder that the command runs in. Default: the repository's root.", ["src/git"]).optional(),
  env: environment.optional(),
  toolchain: toolchain.optional(),
  needs: z
    .array(gateId, says("is not a list of gates; write names in brackets, such as `[lint]`"))
    .optional()
    .meta({ description: "Gates that must pass before this one starts.", examples: [["lint"]] }),
  tier: z
    .enum(["fast", "normal", "slow"], says("is not a tier; write fast, normal or slow"))
    .optional()
    .meta({ description: "How early the gate starts; it stops nothing. Default: normal.", examples: ["slow"] }),
  required: flag("Whether the gate can block. Default: true when it is declared.").optional(),
  timeout: duration("How long the gate may take. Default: 30m.", ["90s", "10m", "1h"]).optional(),
  resources: resources.optional(),
  report: z
    .union(
      [
        report,
        z.array(report, says("is not a list of reports")).min(1, says("is empty; write a report or leave the key out")),
      ],
      says("is not a report; write `{ format: junit, path: out/report.xml }`"),
    )
    .optional()
    .meta({
      description: "The report that the command writes, or a list. Default: what is known of a detected gate.",
      examples: [{ format: "junit", path: "out/report.xml" }],
    }),
  inconclusive: z
    .enum(["fail", "warn"], says("is not known; write fail or warn"))
    .optional()
    .meta({
      description:
        "What a gate that ran but could not judge does to the verdict outside releases. Default: fail; for `audit` warn.",
      examples: ["warn"],
    }),
  when: when.optional(),
  retries: retries.optional(),
  threshold: threshold.optional(),
  matrix: matrix.optional(),
  inputs: globs("Globs of the files that the gate depends on. Default: all files that git does not ignore.", [
    "src/**",
    "tests/**",
  ]).optional(),
  cache: flag(
    "Whether a pass may be taken from the result cache. Default: true, but false for audits and other gates that ask a service.",
  ).optional(),
  waiver: waiver.optional(),
  owner: line("Who answers for the gate; shown by `turnpike plan`.", ["@team/payments"], "is not text").optional(),
  docs: line(
    "Where to read about the gate; shown by `turnpike plan`.",
    ["docs/contract-tests.md"],
    "is not text",
  ).optional(),
};

/** The settings of one gate. */
export const gateSettings = z
  .strictObject(gateShape, says("is not a gate; write a map such as `{ run: make test }`, or `off`"))
  .meta({
    description:
      "With `run`: the whole gate, in place of a detected one of that id. Without: changes to the detected or suggested gate, key by key.",
    examples: [{ run: "make contract", timeout: "10m", needs: ["lint"] }, { timeout: "20m" }],
  });

/** What may stand below `gates:` under an id. */
export const gateEntry = z
  .union(
    [z.enum(["off"]), z.literal(false), gateSettings],
    says("is not a gate; write a map such as `{ run: make test }`, or `off`"),
  )
  .meta({
    description: "One gate, or `off` (or false) to switch a detected one off.",
    examples: [{ run: "make test" }, "off"],
  });

/** @returns true for a variable that gates cannot be given */
export function isReservedVariable(name: string): boolean {
  return RESERVED_ENV_PATTERN.test(name);
}
