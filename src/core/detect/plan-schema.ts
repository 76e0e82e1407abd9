import { z } from "zod";
import {
  gateResultSchema,
  SEVERITIES,
  TRANSIENT_CLASSES,
  VERDICTS,
  verdictFileSchema,
  WHEN_EVENTS,
} from "../gates/index.ts";

const place = z.object({
  file: z
    .string()
    .describe(
      "Relative to the folder that is planned, with `/`; `../` leads to what stands above it in its repository.",
    ),
  line: z.number().int().positive().nullable().describe("Counts from 1; null when it is about the whole file."),
});

const environment = z.object({
  manager: z
    .enum(["uv", "npm", "pnpm", "yarn", "bun", "venv"])
    .describe("Program that installs the packages; `venv` is a virtual environment outside the tree."),
  cwd: z.string().describe("Relative to the repository's root; `.` for the root."),
  groups: z.array(z.string()).describe("Dependency groups beyond the default ones."),
  extras: z.array(z.string()).describe("Extras of the project."),
  python: z.string().optional().describe("Version of the interpreter, where the environment is one of its own."),
  options: z.array(z.string()).optional().describe("Further options of `uv sync`."),
  recipe: z
    .object({
      name: z.string().describe("What people call it: `tox:lint`, `ci.yml test`."),
      python: z.string().nullable().describe("Python version that is asked for; null when any serves."),
      requiresPython: z.string().nullable().describe("`requires-python` of the project; null when unknown."),
      installs: z
        .array(
          z.object({
            words: z.array(z.string()),
            cwd: z.string(),
            env: z.record(z.string(), z.string()),
            source: place,
          }),
        )
        .describe("The repository's own installs, in their order."),
    })
    .optional()
    .describe("How it is made where no lock of uv or npm says so."),
});

const toolchain = z.object({
  language: z.enum(["node", "java", "go", "rust"]),
  version: z.string().describe("As the repository writes it: `22.11.0`, `lts/*`, `>=20`."),
  source: place.extend({ line: z.number().int().positive() }).describe("Where it says so."),
  isLimit: z
    .literal(true)
    .optional()
    .describe("It only says which versions serve: the one on the path is taken when it does."),
  isFollowed: z.literal(true).optional().describe("The language's own programs read the file themselves."),
});

const when = z.object({
  paths: z.array(z.string()).optional(),
  events: z.array(z.enum(WHEN_EVENTS)).optional(),
  branches: z.array(z.string()).optional(),
});

const retries = z.object({
  max: z.number().int().positive().describe("Further attempts."),
  classes: z.array(z.enum(TRANSIENT_CLASSES)),
  exitCodes: z.array(z.number().int()),
  outputs: z.array(z.string()),
});

const threshold = z.object({
  findings: z.number().int().nonnegative().optional(),
  severity: z.enum(SEVERITIES).optional(),
  coverage: z.number().optional(),
  tests: z.number().int().positive().optional(),
});

const waiver = z.object({
  owner: z.string(),
  reason: z.string(),
  expires: z.string().describe("Last day on which it holds, UTC."),
  issue: z.string().optional(),
});

const gate = gateResultSchema.extend({
  tool: z.string().nullable().describe("The tool, when it is one that Turnpike knows."),
  command: z.string().describe("What a person types in `cwd` to run the same, without report options."),
  cwd: z.string().describe("Folder of the command, relative to the repository's root; `.` for the root."),
  source: place.describe("The file and line that declare the gate."),
  declared: z.boolean().describe("False for a suggestion, which never runs."),
  run: z
    .union([z.string(), z.array(z.string())])
    .describe(
      "Exactly what is started: a text by `bash -eo pipefail`, a list as it is. `${reports}` is the report folder.",
    ),
  reproduce: z.string().describe("What a person pastes at the repository's root to run the same."),
  env: z.record(z.string(), z.string()).describe("Variables that the gate gets beside its surroundings."),
  needs: z.array(z.string()).describe("Gates that must pass first."),
  tier: z.enum(["fast", "normal", "slow"]).describe("How early it starts."),
  timeoutMs: z.number().positive().describe("Wall time that it may take, in ms."),
  cpu: z.number().positive().describe("Cores that it keeps busy."),
  memoryBytes: z.number().nonnegative().nullable().describe("Memory that it needs; null when unknown."),
  locks: z.array(z.string()).describe("Names that it shares with no gate at the same time."),
  reports: z
    .array(z.object({ format: z.string(), path: z.string(), fromStdout: z.boolean().optional() }))
    .describe("Reports that it writes."),
  inconclusive: z.enum(["fail", "warn"]).describe("What it does when it cannot judge, outside releases."),
  environment: environment.nullable().describe("Packages that it needs; null when none are known."),
  toolchains: z
    .array(toolchain)
    .describe("Toolchains besides Python that it is to run on; the others are those on the path."),
  network: z.boolean().describe("True when it asks a service on the network."),
  why: z.string().describe("Why it is in the plan, one sentence."),
  enable: z.string().nullable().describe("For a suggestion the lines of turnpike.yml that switch it on."),
  owner: z.string().nullable().describe("Who answers for it."),
  docs: z.string().nullable().describe("Where to read about it."),
  shows: z.string().nullable().describe("The command that does the work, where `command` is what calls it; else null."),
  chain: z
    .array(place.extend({ text: z.string().describe("The command that stands there.") }))
    .describe("From what runs by itself to the command, outermost first; empty when nothing calls it."),
  certainty: z
    .enum(["certain", "likely", "unsure"])
    .describe("How sure the reading is: the text says it, a convention was needed, or it is known only when it runs."),
  when: when.nullable().describe("When it runs; null: always."),
  retries: retries.nullable().describe("When it is tried again; null: never."),
  threshold: threshold.nullable().describe("What its report is held to beside the exit code; null: nothing."),
  waiver: waiver.nullable().describe("Until when it is excused; null: not at all."),
  inputs: z.array(z.string()).nullable().describe("Globs of files that it depends on; null: all of the repository."),
  cache: z.boolean().nullable().describe("False when its passes must not be remembered; null: nobody says."),
  matrix: z
    .object({ of: z.string(), values: z.record(z.string(), z.string()) })
    .nullable()
    .describe("The entry that it comes from, and its values; null without a matrix."),
});

const ms = z.number().nonnegative();

const trial = z.object({
  exitCode: z.number().int().describe("Exit code of `turnpike try`."),
  times: z
    .object({
      copyMs: ms.describe("Copying and planning."),
      setUpMs: ms.describe(
        "Installing, from its start to the end of the last of it; gates that need none of it run meanwhile.",
      ),
      gatesMs: ms.describe("From the start of set-up and gates to the verdict."),
      totalMs: ms.describe("From the start to the verdict, proofs not counted."),
      sequential: z
        .object({ copyMs: ms, setUpMs: ms, commandsMs: ms })
        .nullable()
        .describe(
          "A copy of its own, its set-up and the repository's own commands one after another, measured; null when they were not all run, or one could not run here.",
        ),
    })
    .describe("Wall times in ms."),
  proofs: z
    .array(
      z.object({
        id: z.string().describe("The gate."),
        command: z.string().describe("The repository's own command."),
        verdict: z
          .enum(["agrees", "ours-is-wrong", "ours-is-blind", "other-count", "unsteady", "unproven"])
          .describe(
            "Whether both runs say the same; `ours-is-wrong`: only ours is red, `ours-is-blind`: only its own; `unsteady`: the red one was green when it was run again.",
          ),
        sentence: z.string(),
        ourExitCode: z.number().int().nullable(),
        ownExitCode: z.number().int().nullable(),
        ourTests: z.number().int().nullable(),
        ownTests: z.number().int().nullable(),
        ownMs: ms.describe("Wall time of the repository's own command."),
      }),
    )
    .describe("Gates that were run by their own commands too."),
  release: z
    .object({
      command: z.string(),
      source: place.nullable(),
      subjects: z.array(z.string()).describe("Names of files; `*` stands for what only the build knows."),
      statements: z.array(z.string()).describe("What would be signed about them."),
    })
    .nullable()
    .describe("What a release would build and sign; null when nothing is declared to be built."),
  caller: z
    .object({
      path: z.string(),
      text: z.string(),
      already: z.array(z.string()).describe("Places that call Turnpike already."),
    })
    .describe("The workflow that puts the repository on the road."),
  results: z.string().nullable().describe("Folder of logs and reports on this machine; null when none was kept."),
});

const remark = z.string().describe("One sentence.");

/** What `turnpike plan --json` prints, schema `turnpike/plan/1`. Fields that a reader does not know are ignored. */
export const planFileSchema = z.object({
  schema: z.literal("turnpike/plan/1").describe("Name and major version of this format."),
  verdict: z
    .enum(VERDICTS)
    .nullable()
    .describe("Of a plan: `nothing-to-check` without any gate, else null. Of a try: what all gates came to."),
  commit: verdictFileSchema.shape.commit,
  tree: verdictFileSchema.shape.tree,
  dirty: z.boolean().nullable().describe("True when the files differ from the commit; null outside a repository."),
  startedAt: z.iso.datetime().nullable().describe("Start of the gates, UTC; null when nothing was run."),
  durationMs: z.number().nonnegative().nullable().describe("Wall time of all gates in ms; null when nothing was run."),
  gates: z.array(gate).describe("Gates that would run, then suggestions."),
  setup: z
    .array(
      environment.extend({
        lock: z.string().nullable().describe("Lock file; null when there is none, and then nothing is installed."),
        outcome: z
          .enum(["installed", "skipped", "failed"])
          .nullable()
          .describe("What became of it; null when nothing was installed."),
        reason: z.string().nullable().describe("Why it was not installed, one sentence; else null."),
      }),
    )
    .describe("What would be installed before the gates."),
  sbom: z
    .object({ components: z.number().int().nonnegative(), edges: z.number().int().nonnegative() })
    .nullable()
    .describe("What the SBOM of the locks holds; null when there is no lock."),
  build: z
    .object({ run: z.string(), cwd: z.string(), source: place.nullable() })
    .nullable()
    .describe("The build command; null when there is none."),
  neverRun: z
    .array(place.extend({ what: z.string(), text: z.string().describe("The command, one line.") }))
    .describe("Commands that publish or deploy; they are never run."),
  budget: z
    .object({ totalMs: z.number().positive(), enforce: z.boolean() })
    .describe("Wall time of all gates together."),
  notes: z.array(place.extend({ message: remark })).describe("What could not be read or is not done."),
  leftOut: z
    .array(place.extend({ kind: z.string(), what: z.string(), reason: remark }))
    .describe("What was looked at and is no gate, and why."),
  trial: trial.nullable().describe("What only a try knows; null in a plan."),
});
