import { unreachable } from "../../../errors.ts";
import { type Decision, type Evidence, type GateEnd, toolError } from "./evidence.ts";
import { type ToolFacts, toolFacts, toolOf } from "./tools.ts";

/** @returns what a command came to that did not end by itself */
export function judgeEnd(end: Exclude<GateEnd, { kind: "exited" }>): Decision {
  switch (end.kind) {
    case "signalled":
      return toolError(explainSignal(end.signal));
    case "timed-out":
      return { outcome: "timed-out", reason: `took longer than ${formatLimit(end.afterMs)}` };
    case "stopped":
      return { outcome: "cancelled", reason: "somebody stopped it" };
    case "not-started":
      return toolError(end.message);
    default:
      return unreachable(end);
  }
}

function formatLimit(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 60 || seconds % 60 !== 0) return `${seconds} s`;
  return seconds % 3600 === 0 ? `${seconds / 3600} h` : `${seconds / 60} min`;
}

function explainSignal(signal: string): string {
  if (signal === "SIGKILL") return "was killed, most likely because memory ran out";
  if (signal === "SIGSEGV" || signal === "SIGBUS" || signal === "SIGILL") return `crashed (${signal})`;
  return `was ended by ${signal}, which Turnpike did not send`;
}

/** A shell reports a child's signal as 128 and its number (POSIX.1-2024, 2.8.2). */
const SHELL_CODES: Readonly<Record<number, string>> = {
  126: "the command could not be executed (exit code 126)",
  127: "the command was not found (exit code 127)",
  130: "was interrupted (exit code 130)",
  134: "crashed (exit code 134, abort)",
  137: "was killed, most likely because memory ran out (exit code 137)",
  139: "crashed (exit code 139, segmentation fault)",
  141: "a program wrote into a pipe that nobody read on (exit code 141; a text is run with `pipefail`)",
  143: "was terminated (exit code 143)",
};

/** What an exit code says; `either`: the report tells. */
export type Meaning = "clean" | "findings" | "either" | "error";

/** @returns what is known of the exit codes of a gate; what is declared of them goes first */
export function factsOf(gate: Evidence["gate"]): ToolFacts | undefined {
  const known = toolFacts(gate.tool);
  if (gate.exitCodes === null) return known;
  const findings = [...new Set([...gate.exitCodes.findings, ...(known?.findings ?? [])])];
  return { ...known, clean: gate.exitCodes.clean, findings };
}

/** Whether the exit code means findings and nothing else. Of a program that nobody knows, 1 is what most mean by it. */
export function saysFindings({ end }: Evidence, facts: ToolFacts | undefined): boolean {
  if (end.kind !== "exited") return false;
  return facts === undefined ? end.code === 1 : facts.findings.includes(end.code);
}

/**
 * @param evidence how a gate ended
 * @returns true when its exit code is the one by which its tool says that it found something, or that tests failed
 */
export function saysTestsFailed({ gate, end, reports }: Pick<Evidence, "gate" | "end" | "reports">): boolean {
  if (end.kind !== "exited") return false;
  const facts = factsOf({ ...gate, tool: toolOf(gate.tool, reports) });
  return facts?.findings.includes(end.code) === true && !facts.clean.includes(end.code);
}

/** @returns what an exit code says; of a tool that nobody knows, 0 is clean and the rest are findings */
export function meaningOf(code: number, facts: ToolFacts | undefined, hasReports: boolean): Meaning {
  const isClean = facts === undefined ? code === 0 : facts.clean.includes(code);
  const isFindings = facts === undefined ? code !== 0 : facts.findings.includes(code);
  const isSpoken = facts !== undefined && (isClean || isFindings);
  if (!isSpoken && code in SHELL_CODES) return "error";
  if (isClean && isFindings) return hasReports ? "either" : "clean";
  if (isClean) return "clean";
  return isFindings ? "findings" : "error";
}

/** @returns a code in words */
export function explainCode(code: number, facts: ToolFacts | undefined): string {
  const words = facts?.words?.[code];
  if (words !== undefined) return `${words} (exit code ${code})`;
  return SHELL_CODES[code] ?? `ended with exit code ${code}, which says neither clean nor findings`;
}
