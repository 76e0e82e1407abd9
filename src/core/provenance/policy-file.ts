import { type Document, LineCounter, parseDocument, stringify } from "yaml";
import type { z } from "zod";
import { nearestName } from "../../contract/index.ts";
import { type Problem, TurnpikeError } from "../../errors.ts";
import { type Policy, type PolicyInput, policySchema } from "./policy.ts";

/** Largest policy in characters. */
const POLICY_LIMIT = 1024 * 1024;

type Path = readonly (string | number)[];

interface Source {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly where: string;
}

/** The place of a value, or of the nearest thing around it that is written down. */
function placeOf({ document, lines }: Source, path: Path): { line?: number; column?: number } {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
    if (Array.isArray(range) && typeof range[0] === "number") {
      const { line, col } = lines.linePos(range[0]);
      return { line, column: col };
    }
  }
  return {};
}

function keysAt(path: Path): readonly string[] {
  if (path.length === 0) return Object.keys(policySchema.shape);
  const [first] = path;
  if (first === "signer") return ["identity", "workflow", "refs", "commits"];
  if (first === "source") return ["repository", "refs", "commit"];
  return first === "thresholds" ? ["logEntries", "timestamps", "certificateLogs"] : [];
}

function problemsOf(source: Source, issue: z.core.$ZodIssue): readonly Problem[] {
  const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  const name = path.join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const nearest = nearestName(key, keysAt(path));
      const advice = nearest === undefined ? `known are ${keysAt(path).join(", ")}` : `did you mean \`${nearest}\`?`;
      const full = [...path, key];
      return {
        where: source.where,
        ...placeOf(source, full),
        message: `${full.join(".")} is not a key of a policy; ${advice}`,
      };
    });
  }
  const isMissing = issue.code === "invalid_type" && source.document.getIn(path) === undefined;
  const message = isMissing ? "is missing" : issue.message.replace(/^Invalid input: /, "is not right: ");
  return [
    { where: source.where, ...placeOf(source, path), message: `${name === "" ? "the policy" : name} ${message}` },
  ];
}

function invalid(problems: readonly Problem[]): TurnpikeError {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return new TurnpikeError("CONFIG_INVALID", "config", `${count} in the policy; nothing was verified.`, {
    problems,
    doc: "docs/policy.md",
  });
}

/**
 * Reads a policy. Aliases, duplicate keys, tags and unknown keys are refused.
 *
 * @param text YAML
 * @param where the file's name, for messages
 * @returns the policy with its defaults
 * @throws TurnpikeError `CONFIG_INVALID` with every problem, its line and column, and what would be right
 */
export function parsePolicy(text: string, where: string): Policy {
  if (text.length > POLICY_LIMIT) {
    throw invalid([{ where, message: `has ${text.length} characters; a policy has at most ${POLICY_LIMIT}` }]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: "1.2", schema: "core" });
  const syntax = [...document.errors, ...document.warnings].map(({ message, pos }): Problem => {
    const { line, col } = lines.linePos(pos[0]);
    return { where, line, column: col, message: message.split("\n")[0] ?? "is not YAML" };
  });
  if (syntax.length > 0) throw invalid(syntax);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    throw invalid([{ where, message: "holds aliases (`*name`); write each value where it belongs" }]);
  }
  const parsed = policySchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const source = { document, lines, where };
  throw invalid(parsed.error.issues.flatMap((issue) => problemsOf(source, issue)));
}

/**
 * @param policy what is asked for
 * @returns YAML that `parsePolicy` reads, with a comment that says what it is
 */
export function renderPolicy(policy: PolicyInput): string {
  const head = "# Who must have signed what. Check artifacts against it with `turnpike verify`; see docs/policy.md.\n";
  return head + stringify(policy, { lineWidth: 0 });
}
