import { z } from "zod";
import { type Interpret, optionalText } from "./json-reader.ts";
import { Tally } from "./tally.ts";

/** The protocol for a team's own gate scripts: what they checked, and what passed. */
export const gatesJsonSchema = z.object({
  gates: z.array(
    z.object({
      id: z.string(),
      name: optionalText,
      passed: z.boolean(),
      message: optionalText,
      duration_seconds: z.number().nonnegative().nullish(),
    }),
  ),
});

/** Checks that are kept; all are counted. */
const MOST_CHECKS = 200;
const LONGEST_TEXT = 2000;

function kept(text: string | null | undefined): string | null {
  if (text === undefined || text === null || text === "") return null;
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1).toWellFormed()}…`;
}

/** @see gatesJsonSchema */
export const readGatesJson: Interpret<z.infer<typeof gatesJsonSchema>> = ({ gates }, context) => {
  const tally = new Tally(context);
  const failed = gates.filter((gate) => !gate.passed);
  for (const { id, name, message } of failed)
    tally.add({ severity: "error", rule: id, message: message ?? name ?? "failed" });
  const tests = { executed: gates.length, failed: failed.length, skipped: 0, flaky: 0 };
  const checks = [...failed, ...gates.filter((gate) => gate.passed)].slice(0, MOST_CHECKS).map((gate) => ({
    id: kept(gate.id) ?? "",
    name: kept(gate.name),
    passed: gate.passed,
    message: kept(gate.message),
    durationMs: typeof gate.duration_seconds === "number" ? gate.duration_seconds * 1000 : null,
  }));
  return tally.toResult({ checks, tests, work: { amount: gates.length, unit: "checks" } });
};
