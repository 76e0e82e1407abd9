import type { UnknownParts } from "../unknown-parts.ts";
import type { MakeVariables } from "./variables.ts";

/** Whether a condition of a Makefile holds. */
export type Truth = "yes" | "no" | "unknown";

/** What asks for the system has one answer here. */
const SYSTEM = /^\$[({](?:OS|shell\s+uname(?:\s+-s)?(?:\s+2>\s*\/dev\/null)?)[)}]$/;

function sidesOf(rest: string): readonly [string, string] | undefined {
  const round = /^\(((?:[^(),]|\$?\([^()]*\))*),((?:[^()]|\$?\([^()]*\))*)\)\s*$/s.exec(rest);
  const quoted = /^(?:"([^"]*)"|'([^']*)')\s+(?:"([^"]*)"|'([^']*)')\s*$/s.exec(rest);
  if (round !== null) return [round[1] ?? "", round[2] ?? ""];
  return quoted === null ? undefined : [quoted[1] ?? quoted[2] ?? "", quoted[3] ?? quoted[4] ?? ""];
}

function sideOf(side: string, variables: MakeVariables, unknown: UnknownParts): string | undefined {
  const text = side.trim();
  if (SYSTEM.test(text) && !/shell/.test(text) && !variables.has("OS")) return "";
  if (SYSTEM.test(text) && /shell/.test(text)) return "Linux";
  const expanded = variables.expand(text);
  return unknown.isIn(expanded.text) || expanded.unset.length > 0 ? undefined : expanded.text;
}

/**
 * @param name `ifeq`, `ifneq`, `ifdef` or `ifndef`
 * @param rest what stands behind it
 * @returns whether it holds on a Linux machine, where nobody set a variable
 */
export function conditionOf(name: string, rest: string, variables: MakeVariables, unknown: UnknownParts): Truth {
  if (name === "ifdef" || name === "ifndef") {
    if (!variables.has(rest) || variables.isOpen(rest)) return "unknown";
    return name === "ifdef" ? "yes" : "no";
  }
  const sides = sidesOf(rest);
  const [left, right] = (sides ?? []).map((side) => sideOf(side, variables, unknown));
  if (left === undefined || right === undefined) return "unknown";
  return (left === right) === (name === "ifeq") ? "yes" : "no";
}
