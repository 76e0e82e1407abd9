import { equals } from "@actions/expressions/result";
import { TurnpikeError } from "../../errors.ts";
import { type Json, toValue } from "./values.ts";

/** One job of a matrix. */
export interface MatrixLeg {
  /** The `matrix` context. */
  readonly values: Readonly<Record<string, Json>>;
  /** Values of the vectors, for the job's name: `3.12, ubuntu`. */
  readonly label: string;
}

/** Most legs of a matrix (docs.github.com, Workflow syntax, `jobs.<job_id>.strategy.matrix`). */
const MAX_LEGS = 256;

/** Most legs before exclusions: a bound against files written to be slow. */
const MAX_CROSS = 10_000;

type Row = Record<string, Json>;

function fault(message: string): TurnpikeError {
  return new TurnpikeError("WORKFLOW_EXPRESSION", "config", message);
}

function isRow(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function rowsOf(value: Json | undefined, name: string): readonly Row[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw fault(`strategy.matrix.${name} must be a list of maps.`);
  return value.map((row: Json) => {
    if (!isRow(row) || Object.keys(row).length === 0)
      throw fault(`strategy.matrix.${name} must hold maps with values.`);
    return { ...row };
  });
}

/**
 * @param matrix value of `strategy.matrix`
 * @returns the cross product less `exclude` and plus `include` (actions/runner
 * src/Sdk/WorkflowParser/Conversion/MatrixBuilder.cs). An include adds its further keys to every leg whose vectors it
 * matches, without replacing a value of theirs; one that matches none is a leg of its own.
 * @throws TurnpikeError `WORKFLOW_EXPRESSION`
 */
export function unfoldMatrix(matrix: Json): readonly MatrixLeg[] {
  if (!isRow(matrix)) throw fault("strategy.matrix must be a map.");
  const vectors = Object.entries(matrix).filter(([key]) => key !== "include" && key !== "exclude");
  for (const [key, value] of vectors) {
    if (!Array.isArray(value) || value.length === 0) throw fault(`Matrix vector '${key}' does not contain any values.`);
  }
  const names = new Set(vectors.map(([key]) => key));
  const excludes = rowsOf(matrix["exclude"], "exclude");
  for (const key of excludes.flatMap(Object.keys)) {
    if (!names.has(key)) throw fault(`Matrix exclude key '${key}' does not match any key within the matrix.`);
  }
  const includes = rowsOf(matrix["include"], "include").map((row) => split(row, names));
  const used = new Set<Include>();
  const product = cross(vectors).filter((row) => !excludes.some((filter) => matches(filter, row)));
  const legs = product.map((row) => {
    const extra: Row = {};
    for (const include of includes.filter((one) => matches(one.filter, row))) {
      used.add(include);
      Object.assign(extra, include.extra);
    }
    return { values: { ...row, ...extra }, label: labelOf(row) };
  });
  const own = includes.filter((include) => !used.has(include)).map(({ filter, extra }) => ({ ...filter, ...extra }));
  const all = [...legs, ...own.map((values) => ({ values, label: labelOf(values) }))];
  if (all.length > MAX_LEGS) throw fault(`The matrix has ${all.length} legs; GitHub allows ${MAX_LEGS}.`);
  return all;
}

interface Include {
  readonly filter: Row;
  readonly extra: Row;
}

function split(row: Row, names: ReadonlySet<string>): Include {
  const entries = Object.entries(row);
  return {
    filter: Object.fromEntries(entries.filter(([key]) => names.has(key))),
    extra: Object.fromEntries(entries.filter(([key]) => !names.has(key))),
  };
}

function cross(vectors: readonly (readonly [string, Json])[]): readonly Row[] {
  if (vectors.length === 0) return [];
  const count = vectors.reduce((product, [, values]) => product * (Array.isArray(values) ? values.length : 0), 1);
  if (count > MAX_CROSS)
    throw fault(`The matrix has ${count} legs before exclusions; at most ${MAX_CROSS} are unfolded.`);
  return vectors.reduce<readonly Row[]>(
    (rows, [name, values]) =>
      rows.flatMap((row) => (Array.isArray(values) ? values : []).map((value: Json) => ({ ...row, [name]: value }))),
    [{}],
  );
}

/** Every leaf of the filter equals the row's, by GitHub's loose equality (MatrixBuilder.cs, MatrixFilter). */
function matches(filter: Json, value: Json | undefined): boolean {
  if (Array.isArray(filter)) {
    return filter.every((inner: Json, index) => matches(inner, Array.isArray(value) ? value[index] : undefined));
  }
  if (isRow(filter)) {
    return Object.entries(filter).every(([key, inner]) => matches(inner, isRow(value) ? value[key] : undefined));
  }
  return equals(toValue(filter), toValue(value));
}

/** Leaves of the vectors, maps and lists unfolded, as the job's name shows them (MatrixBuilder.cs, CreateConfiguration). */
function labelOf(row: Json): string {
  const leaves = (value: Json): readonly string[] => {
    if (value === null) return [];
    if (typeof value === "object") return Object.values(value).flatMap(leaves);
    return [String(value)];
  };
  return leaves(row)
    .filter((leaf) => leaf !== "")
    .join(", ");
}
