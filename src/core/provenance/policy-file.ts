import { stringify } from "yaml";
import type { z } from "zod";
import { nearestName } from "../../contract/index.ts";
import { type Problem, TurnpikeError } from "../../errors.ts";
import { type PathPart, readYamlTree, type YamlTree } from "../config/index.ts";
import { valueAt } from "../documents/index.ts";
import { type Policy, type PolicyInput, policySchema, SIGNER_KEYS, SOURCE_KEYS, THRESHOLD_KEYS } from "./policy.ts";

/** Largest policy in characters; hand-written ones are a hundredth of it. */
const POLICY_LIMIT = 128 * 1024;

function keysAt([first]: readonly PathPart[]): readonly string[] {
  if (first === undefined) return Object.keys(policySchema.shape);
  if (first === "signer") return SIGNER_KEYS;
  return first === "source" ? SOURCE_KEYS : THRESHOLD_KEYS;
}

function unknownKey(path: readonly PathPart[], key: string): string {
  const nearest = nearestName(key, keysAt(path));
  const advice = nearest === undefined ? `known are ${keysAt(path).join(", ")}` : `did you mean \`${nearest}\`?`;
  return `${[...path, key].join(".")} is not a key of a policy; ${advice}`;
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `must be ${issue.values.map((value) => String(value)).join(", ")}`;
  if (issue.code === "invalid_type")
    return `must be ${issue.expected === "array" ? "a list" : `of type ${issue.expected}`}`;
  return issue.message;
}

function problemsOf(tree: YamlTree, where: string, issue: z.core.$ZodIssue): readonly Problem[] {
  const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      where,
      ...tree.placeOf([...path, key], "key"),
      message: unknownKey(path, key),
    }));
  }
  const name = path.length === 0 ? "the policy" : path.join(".");
  const message = valueAt(tree.value, ...path) === undefined ? "is missing" : wordsOf(issue);
  return [{ where, ...tree.placeOf(path, "value"), message: `${name} ${message}` }];
}

function invalid(problems: readonly Problem[]): TurnpikeError {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const sorted = [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return new TurnpikeError("CONFIG_INVALID", "config", `${count} in the policy; nothing was verified.`, {
    problems: sorted,
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
  if (text.length > POLICY_LIMIT) {
    throw invalid([{ where, message: `is larger than ${POLICY_LIMIT / 1024} KiB; it was not read` }]);
  }
  const tree = readYamlTree(text);
  if (tree.problems.length > 0) throw invalid(tree.problems.map((problem) => ({ where, ...problem })));
  if (tree.isEmpty) throw invalid([{ where, message: "is empty" }]);
  const parsed = policySchema.safeParse(tree.value);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues.flatMap((issue) => problemsOf(tree, where, issue)));
}

/**
 * @param policy what is asked for
 * @returns YAML that `parsePolicy` reads, with a comment that says what it is
 */
export function renderPolicy(policy: PolicyInput): string {
  const head = "# Who must have signed what. `turnpike verify` checks files and bundles against it.\n";
  return head + stringify(policy, { lineWidth: 0 });
}
