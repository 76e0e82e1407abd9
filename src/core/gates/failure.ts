import { z } from "zod";
import { TurnpikeError } from "../../errors.ts";

/** Most problems that are handed on; what is over that is counted. */
const MOST_PROBLEMS = 50;

/** Most characters of a text that is handed on: a job's outputs may take 1 MB together. */
const TEXT_LIMIT = 2000;

/** Why a step of ours failed, schema `turnpike/failure/1`: the output `failure` of every action. Texts may be foreign. */
export const failureSchema = z.object({
  schema: z.literal("turnpike/failure/1"),
  code: z.string().describe("AREA_REASON, for programs."),
  kind: z
    .enum(["config", "user", "service", "bug"])
    .describe(
      "Whose move it is: a file or input is wrong, something must be granted or installed, a service failed, ours.",
    ),
  message: z.string().describe("What happened, one sentence."),
  problems: z.array(
    z.object({
      where: z.string().describe("A file, or the name of an input."),
      line: z.number().int().positive().nullable(),
      column: z.number().int().positive().nullable(),
      message: z.string().describe("What is wrong and what would be right."),
    }),
  ),
  problemsTotal: z.number().int().nonnegative(),
  hint: z.string().nullable().describe("Lines that mend it, fit to paste."),
  doc: z.string().nullable().describe("Where to read more: a path in this repository."),
});
export type Failure = z.infer<typeof failureSchema>;

function short(text: string): string {
  return text.length <= TEXT_LIMIT ? text : `${text.slice(0, TEXT_LIMIT - 1).toWellFormed()}…`;
}

/**
 * @param error anything thrown
 * @param hide takes secrets out of a text
 * @returns what another job may be told of it: bounded, without cause and stack
 */
export function toFailure(error: unknown, hide: (text: string) => string = (text) => text): Failure {
  const shown = (text: string): string => short(hide(text));
  const known = error instanceof TurnpikeError ? error : undefined;
  const problems = known?.problems ?? [];
  return {
    schema: "turnpike/failure/1",
    code: known?.code ?? "BUG_UNEXPECTED",
    kind: known?.kind ?? "bug",
    message: shown(error instanceof Error ? error.message : String(error)),
    problems: problems.slice(0, MOST_PROBLEMS).map((problem) => ({
      where: shown(problem.where),
      line: problem.line ?? null,
      column: problem.column ?? null,
      message: shown(problem.message),
    })),
    problemsTotal: problems.length,
    hint: known?.hint === undefined ? null : shown(known.hint),
    doc: known?.doc ?? null,
  };
}

/**
 * @param text the output `failure` of a step or job
 * @returns why it failed; undefined when there is none, or it is not what an action of ours writes
 */
export function readFailure(text: string | undefined): Failure | undefined {
  if (text === undefined || text === "") return undefined;
  try {
    return failureSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * @param failure why a step gave up
 * @returns what happened in a few words, for a heading: up to the first full stop or semicolon
 */
export function headOf({ message }: Failure): string {
  return message.split(/[.;](?:\s|$)/)[0] ?? message;
}
