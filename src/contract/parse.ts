import { closest, distance } from "fastest-levenshtein";
import { type Problem, TurnpikeError } from "../errors.ts";
import { type ActionContract, type InputsOf, toCamelCase } from "./action.ts";
import type { Field } from "./fields.ts";

/** Longest value that an error message repeats. */
const SHOWN_VALUE_LENGTH = 60;

function shown(field: Field<unknown>, value: string): string {
  if (field.kind === "secret") return "the value";
  const line = value.replaceAll(/[\r\n\t]+/g, " ");
  return `"${line.length > SHOWN_VALUE_LENGTH ? `${line.slice(0, SHOWN_VALUE_LENGTH)}…` : line}"`;
}

/**
 * The known name that a mistyped one most likely means.
 *
 * @param name what was written
 * @param known what exists
 * @returns the nearest, or undefined when none is near enough to be a likely slip
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const best = closest(name, [...known]);
  return distance(name, best) <= Math.max(2, Math.floor(name.length / 3)) ? best : undefined;
}

function readField(name: string, field: Field<unknown>, raw: string | undefined, problems: Problem[]): unknown {
  const isAbsent = raw === undefined || raw.trim() === "";
  // Only GitHub can fill an expression in; where nobody did, the text is empty.
  if (isAbsent && field.default?.includes("${{") === true) return "";
  const given = isAbsent ? field.default : raw;
  if (given === undefined) {
    if (field.required) problems.push({ where: name, message: `is required: ${field.description}` });
    return undefined;
  }
  if (given === "" && field.kind !== "list") return undefined;
  const parsed = field.schema.safeParse(field.kind === "list" ? given : given.trim());
  if (parsed.success) return parsed.data;
  problems.push({ where: name, message: `${shown(field, given)} is not right; write ${field.expects}` });
  return undefined;
}

/**
 * Reads the inputs of an action, all problems at once.
 *
 * @param contract what may be given
 * @param raw texts by input name (kebab-case); an empty text counts as absent
 * @returns typed values by camelCase name
 * @throws TurnpikeError `INPUT_INVALID` with one problem per wrong, missing or unknown input
 */
export function parseInputs<C extends ActionContract>(
  contract: C,
  raw: Readonly<Record<string, string | undefined>>,
): InputsOf<C> {
  const problems: Problem[] = [];
  const known = Object.keys(contract.inputs);
  for (const name of Object.keys(raw)) {
    if (known.includes(name)) continue;
    const nearest = nearestName(name, known);
    const advice = nearest === undefined ? `known are ${known.join(", ")}` : `did you mean \`${nearest}\`?`;
    problems.push({ where: name, message: `is not an input of ${contract.name}; ${advice}` });
  }
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(contract.inputs)) {
    values[toCamelCase(name)] = readField(name, field, raw[name], problems);
  }
  if (problems.length > 0) {
    const count = problems.length === 1 ? "1 input is" : `${problems.length} inputs are`;
    throw new TurnpikeError("INPUT_INVALID", "config", `${count} wrong; nothing was run.`, { problems });
  }
  return values as InputsOf<C>;
}

/**
 * @param contract the contract
 * @param raw texts by input name
 * @returns the non-empty texts of secret inputs, to be masked before anything may log
 */
export function secretsOf(
  contract: ActionContract,
  raw: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return Object.entries(contract.inputs)
    .filter(([, field]) => field.kind === "secret")
    .map(([name]) => raw[name] ?? "")
    .filter((value) => value !== "");
}
