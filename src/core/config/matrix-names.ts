/** A place where a value of the matrix is put in. */
const PLACEHOLDER = /\$\{matrix\.([^}]*)\}/g;

/** A key of a gate that placeholders may stand in, with the texts in it. */
interface Text {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

function textsOf(value: unknown, path: readonly (string | number)[]): readonly Text[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((one, index) => textsOf(one, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, [...path, key]));
}

/** What is wrong with the names of a matrix in one gate. */
export interface MatrixFault {
  /** Below the gate. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * @param gate an entry of turnpike.yml as it was read
 * @returns placeholders that no key of its matrix fills, and keys that nothing asks for; `python` chooses the interpreter by itself
 */
export function matrixFaults(gate: Readonly<Record<string, unknown>>): readonly MatrixFault[] {
  const matrix = gate["matrix"];
  const known = typeof matrix === "object" && matrix !== null ? Object.keys(matrix) : [];
  const texts = ["run", "cwd", "env", "toolchain", "report"].flatMap((key) => textsOf(gate[key], [key]));
  const used = texts.flatMap(({ path, text }) =>
    [...text.matchAll(PLACEHOLDER)].map((match) => ({ path, name: match[1] ?? "" })),
  );
  const strangers = used
    .filter(({ name }) => !known.includes(name))
    .map(({ path, name }) => ({
      path,
      message: `names \${matrix.${name.slice(0, 40)}}, which the gate's \`matrix\` does not have`,
    }));
  const idle = known
    .filter((name) => name !== "python" && !used.some((one) => one.name === name))
    .map((name) => ({
      path: ["matrix", name],
      message: `is asked for nowhere; write \${matrix.${name}} in run, cwd, env, toolchain or report`,
    }));
  return [...strangers, ...idle];
}
