import { rcompare, satisfies, valid, validRange } from "@renovatebot/pep440";

/** Which Python is wanted, and who says so. */
export interface PythonRequest {
  /** As uv takes it: `3.13`, `>=3.11`, `pypy3.11`, a path. */
  readonly text: string;
  /** `the input python-version`, `.python-version`, `requires-python of pyproject.toml`. */
  readonly source: string;
}

/**
 * @param text content of a .python-version file
 * @returns the first version in it, comments left out, or undefined
 */
export function readPythonVersionFile(text: string): string | undefined {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/#.*$/, "").trim());
  return lines.find((line) => line !== "");
}

function fits(version: string, request: string): boolean {
  if (/^\d+(\.\d+){0,2}$/.test(request)) return version === request || version.startsWith(`${request}.`);
  return satisfies(version, request);
}

/**
 * @param versions installed CPython versions, `3.13.1`
 * @param request what is wanted, as uv takes it
 * @returns the highest that fits; undefined when none does or when the request is not about versions of CPython alone
 */
export function bestPython(versions: readonly string[], request: string): string | undefined {
  const wish = request.trim().replace(/^(?:cpython|python)@?(?=\d)/i, "");
  if (valid(wish) === null && !validRange(wish)) return undefined;
  const fitting = versions.filter((version) => /^\d+\.\d+\.\d+$/.test(version) && fits(version, wish));
  return fitting.sort(rcompare)[0];
}
