import type { CommandNode, PipelineNode, Redirected, Redirection } from "unbash";

/** Commands that do nothing a reader of declarations wants to know. */
export const SILENT: ReadonlySet<string> = new Set([
  "set",
  "shopt",
  ":",
  "true",
  "umask",
  "ulimit",
  "trap",
  "wait",
  "hash",
]);

/** Names that a compound command gives a value. */
export const LOOP_VARIABLES = /(?:\b(?:for|select)\s+([A-Za-z_]\w*)\s|(?:^|[\s;])([A-Za-z_]\w*)\+?=)/g;

type Compound = Exclude<CommandNode, Redirected>["type"];

interface FormDoubt {
  readonly doubt: string;
  /** True when what runs depends on what is known only then. */
  readonly unsure: boolean;
}

const CONDITION: FormDoubt = { doubt: "it stands in a condition (`if`) that is known only when it runs", unsure: true };
const LOOP: FormDoubt = { doubt: "only a shell can run a loop", unsure: true };
const GROUP: FormDoubt = { doubt: "only a shell can run a group whose output is redirected", unsure: false };

/** Why a compound command stays whole. */
export const COMPOUND_DOUBTS: Readonly<Record<Compound, FormDoubt>> = {
  Command: GROUP,
  If: CONDITION,
  Case: { doubt: "it stands in a condition (`case`) that is known only when it runs", unsure: true },
  For: LOOP,
  ArithmeticFor: LOOP,
  Select: LOOP,
  While: LOOP,
  Subshell: GROUP,
  BraceGroup: GROUP,
  TestCommand: { doubt: "only a shell can run a test (`[[`)", unsure: false },
  ArithmeticCommand: { doubt: "only a shell can compute (`((`)", unsure: false },
  Function: GROUP,
  Coproc: { doubt: "only a shell can run a coprocess", unsure: true },
};

/** What stands behind `||`: it makes the failure harmless, it only says that there was one, or it is something else. */
export type Alternative = "ignored" | "failure" | "other";

const SPEAKS = /^(?:echo|printf)$/;

/** @returns what the last command behind `||` means for the ones before it */
export function alternativeOf(node: PipelineNode): Alternative {
  if (node.type === "BraceGroup" || node.type === "Subshell") {
    const meanings = node.body.commands.map(({ command }) =>
      command.type === "AndOr" ? "other" : alternativeOf(command),
    );
    if (meanings.includes("other")) return "other";
    return meanings.includes("failure") ? "failure" : "ignored";
  }
  if (node.type !== "Command") return "other";
  const name = node.name?.value ?? "";
  const [code] = node.suffix.map((one) => (one.type === "Word" ? one.value : ""));
  if (name === "true" || name === ":" || SPEAKS.test(name)) return "ignored";
  if (name === "false") return "failure";
  if (name !== "exit" && name !== "return") return "other";
  return code === "0" ? "ignored" : "failure";
}

const TESTS = /^(?:\[|test|which|type|hash|grep)$/;

/** @returns whether the command only asks something, so that what `&&` joins to it depends on the answer */
export function isTest(node: PipelineNode): boolean {
  if (node.type === "TestCommand" || node.type === "ArithmeticCommand") return true;
  if (node.type === "Pipeline") return node.commands.length === 1 && node.commands.every(isTest);
  if (node.type !== "Command") return false;
  const [first] = node.suffix;
  const asksForCommand = node.name?.value === "command" && first?.type === "Word" && /^-[vV]$/.test(first.value);
  return asksForCommand || TESTS.test(node.name?.value ?? "");
}

/** @returns whether a redirection changes nothing of what is run: it joins the two streams or throws output away */
export function isHarmless(redirect: Redirection): boolean {
  if (redirect.type !== "Redirect") return false;
  const target = redirect.target?.value ?? "";
  return target === "/dev/null" || (redirect.operator === ">&" && /^[12]$/.test(target));
}
