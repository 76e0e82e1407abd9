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

/** @see gatesJsonSchema */
export const readGatesJson: Interpret<z.infer<typeof gatesJsonSchema>> = ({ gates }, context) => {
  const tally = new Tally(context);
  const failed = gates.filter((gate) => !gate.passed);
  for (const { id, name, message } of failed)
    tally.add({ severity: "error", rule: id, message: message ?? name ?? "failed" });
  const tests = { executed: gates.length, failed: failed.length, skipped: 0, flaky: 0 };
  return tally.toResult({ tests, work: { amount: gates.length, unit: "checks" } });
};
