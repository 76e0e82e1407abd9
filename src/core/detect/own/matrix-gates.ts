import { shellWord } from "../../../contract/index.ts";
import { type EnvironmentNeed, type Gate, pythonVariables } from "../../gates/index.ts";

/** Values by key, of a gate's `matrix`. */
export type Matrix = Readonly<Record<string, readonly string[]>>;

function combinationsOf(matrix: Matrix): readonly Readonly<Record<string, string>>[] {
  return Object.entries(matrix).reduce<readonly Readonly<Record<string, string>>[]>(
    (before, [key, values]) => before.flatMap((point) => values.map((value) => ({ ...point, [key]: value }))),
    [{}],
  );
}

/** A value as a part of a name. */
function nameOf(value: string): string {
  return value.replaceAll(/[^A-Za-z0-9._+-]+/g, "-");
}

/** `tests:python=3.12`, `tests:python=3.12:django=5.2`: nothing in it needs quotes in a shell. */
function idOf(id: string, values: Readonly<Record<string, string>>): string {
  return [id, ...Object.entries(values).map(([key, value]) => `${key}=${nameOf(value)}`)].join(":");
}

function filled<T>(value: T, values: Readonly<Record<string, string>>): T {
  if (typeof value === "string") {
    const text: string = value.replaceAll(/\$\{matrix\.([^}]*)\}/g, (whole, key: string) => values[key] ?? whole);
    return text as T;
  }
  if (Array.isArray(value)) return value.map((one) => filled(one, values)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, values)])) as T;
}

function needOf(need: EnvironmentNeed | null, python: string | undefined): EnvironmentNeed | null {
  return need === null || need.manager !== "uv" || python === undefined ? need : { ...need, python };
}

/** A line that also chooses the interpreter. */
function reproduceOf(gate: Gate, values: Readonly<Record<string, string>>): string {
  const line = filled(gate.reproduce, values);
  const python = values["python"];
  if (python === undefined) return line;
  const pairs = Object.entries(pythonVariables(python)).map(([name, value]) => `${name}=${shellWord(value)}`);
  const [, folder = "", command = line] = /^(cd \S+ && )?([\s\S]*)$/.exec(line) ?? [];
  const variables = pairs.join(" ");
  return `${folder}${/[;&|\n]/.test(command) ? `export ${variables};` : variables} ${command}`;
}

/**
 * @param gate the gate of an entry with a matrix
 * @param matrix its matrix
 * @returns one gate for each combination, in the order of the file, ids different
 */
export function expandMatrix(gate: Gate, matrix: Matrix): readonly Gate[] {
  const used = new Set<string>();
  return combinationsOf(matrix).map((values) => {
    const wanted = idOf(gate.id, values);
    let id = wanted;
    for (let number = 2; used.has(id); number += 1) id = `${wanted}-${number}`;
    used.add(id);
    const python = values["python"];
    return {
      ...gate,
      id,
      run: filled(gate.run, values),
      cwd: filled(gate.cwd, values),
      ...(gate.toolchains === undefined ? {} : { toolchains: filled(gate.toolchains, values) }),
      env: { ...(python === undefined ? {} : pythonVariables(python)), ...filled(gate.env, values) },
      reports: filled(gate.reports, values),
      reproduce: reproduceOf(gate, values),
      environment: needOf(gate.environment, python),
      matrix: { of: gate.id, values },
    };
  });
}

/**
 * @param gates all gates
 * @param matrices the matrix of each entry that has one, by its id
 * @returns the gates with every matrix unfolded; who needs an entry needs all of its gates
 */
export function unfoldMatrices(gates: readonly Gate[], matrices: ReadonlyMap<string, Matrix>): readonly Gate[] {
  if (matrices.size === 0) return gates;
  const unfolded = new Map(
    gates.map((gate) => {
      const matrix = matrices.get(gate.id);
      return [gate.id, matrix === undefined ? [gate] : expandMatrix(gate, matrix)] as const;
    }),
  );
  const idsOf = (id: string): readonly string[] => unfolded.get(id)?.map((one) => one.id) ?? [id];
  return [...unfolded.values()].flat().map((gate) => ({ ...gate, needs: gate.needs.flatMap(idsOf) }));
}
