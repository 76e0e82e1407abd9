/** Python versions of one digit and the rest: `py313`, `3.13`, `pypy3.11`, `cpython3.12`, `py3.13t`. */
const FACTOR = /^(py|pypy|cpython|graalpy|python)?([23])\.?(\d{1,2})?(t?)d?$/;

/**
 * @param spec a factor of a name, or an entry of `base_python`
 * @returns the interpreter that uv calls so, such as `3.13` or `pypy3.11`; null when any serves or it is no interpreter
 */
export function interpreterOf(spec: string): string | null {
  const match = FACTOR.exec(spec.trim());
  const other = /^(pypy|graalpy)[23]?$/.exec(spec.trim())?.[1];
  if (other !== undefined) return other;
  if (match?.[3] === undefined) return null;
  const [, implementation = "", major, minor, threaded = ""] = match;
  const prefix = /^(?:pypy|graalpy)$/.test(implementation) ? implementation : "";
  return `${prefix}${major}.${minor}${threaded}`;
}

/**
 * @param env an environment's name
 * @returns the interpreter that its factors ask for: `py313-cov` -> `3.13`
 */
export function interpreterIn(env: string): string | null {
  for (const factor of env.split("-")) {
    const found = /^python/.test(factor) ? null : interpreterOf(factor);
    if (found !== null && /^(?:py|pypy|cpython|graalpy|[23]\.)/.test(factor)) return found;
  }
  return null;
}
