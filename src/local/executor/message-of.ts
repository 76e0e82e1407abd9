import { TurnpikeError } from "../../errors.ts";

/** @returns what a person should read of a failure */
export function messageOf(error: unknown): string {
  if (error instanceof TurnpikeError) {
    const problems = error.problems.map(
      ({ where, line, message }) => `${where}${line === undefined ? "" : `:${line}`} ${message}`,
    );
    return [error.message, ...problems, ...(error.hint === undefined ? [] : [error.hint])].join("\n");
  }
  return error instanceof Error ? error.message : String(error);
}
