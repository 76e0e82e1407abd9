import { stringify } from "yaml";
import type { z } from "zod";
import { type Problem, TurnpikeError } from "../../errors.ts";
import { firstProblems, type KeysAt, readYamlFile, toProblems } from "../config/index.ts";
import { type Policy, type PolicyInput, policySchema, SIGNER_KEYS, SOURCE_KEYS, THRESHOLD_KEYS } from "./policy.ts";

/** Largest policy in characters; hand-written ones are a hundredth of it. */
const POLICY_LIMIT = 128 * 1024;

const keysAt: KeysAt = ([first]) => {
  if (first === undefined) return { known: Object.keys(policySchema.shape) };
  if (first === "signer") return { known: SIGNER_KEYS };
  return { known: first === "source" ? SOURCE_KEYS : THRESHOLD_KEYS };
};

/** The schema's own words where it has some, else what would be right. */
function inWords(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (!issue.message.startsWith("Invalid ")) return issue;
  if (issue.code === "invalid_value") return { ...issue, message: `must be ${issue.values.map(String).join(", ")}` };
  if (issue.code !== "invalid_type") return issue;
  return { ...issue, message: `must be ${issue.expected === "array" ? "a list" : `of type ${issue.expected}`}` };
}

function invalid(problems: readonly Problem[]): TurnpikeError {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return new TurnpikeError("CONFIG_INVALID", "config", `${count} in the policy; nothing was verified.`, {
    problems: firstProblems(problems),
    doc: "docs/policy.md",
  });
}

/**
 * Reads a policy. Duplicate and unknown keys are refused.
 *
 * @param text YAML
 * @param where the file's name, for messages
 * @returns the policy with its defaults
 * @throws TurnpikeError `CONFIG_INVALID` with every problem, its line and column, and what would be right
 */
export function parsePolicy(text: string, where: string): Policy {
  const read = readYamlFile(text, where, POLICY_LIMIT);
  if (read.problems.length > 0 || read.kind === "unreadable") throw invalid(read.problems);
  const { tree } = read;
  if (tree.isEmpty) throw invalid([{ where, message: "is empty" }]);
  const parsed = policySchema.safeParse(tree.value);
  if (parsed.success) return parsed.data;
  throw invalid(toProblems({ issues: parsed.error.issues.map(inWords) }, tree, where, keysAt));
}

/**
 * @param policy what is asked for
 * @returns YAML that `parsePolicy` reads, with a comment that says what it is
 */
export function renderPolicy(policy: PolicyInput): string {
  const head = "# Who must have signed what. `turnpike verify` checks files and bundles against it.\n";
  return head + stringify(policy, { lineWidth: 0 });
}
