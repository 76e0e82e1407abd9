import { asList, asTable, asText, type Table, tableAt } from "../../documents/index.ts";
import type { TomlFile } from "../python-tasks/toml-files.ts";

/** One environment of hatch, with what it inherits and what its matrix gives it. */
export interface HatchEnvironment {
  /** `default`, `types`, `test.py3.13-fast`. */
  readonly name: string;
  readonly settings: Table;
  readonly scripts: Readonly<Record<string, unknown>>;
  /** Values of its matrix, by variable. */
  readonly matrix: Readonly<Record<string, string>>;
  readonly line: number;
  readonly doubts: readonly string[];
}

const MAX_ENVIRONMENTS = 200;
const MAX_DEPTH = 8;

/**
 * Environments that hatch has without being told, as of hatch 1.18; other releases bring other versions
 * (hatch.pypa.io, "Internal environments").
 */
const INTERNAL: Readonly<Record<string, Table>> = {
  "hatch-test": {
    dependencies: [
      "coverage-enable-subprocess==1.0",
      "coverage[toml]~=7.11",
      "pytest~=9.0",
      "pytest-mock~=3.12",
      "pytest-randomly~=3.15",
      "pytest-rerunfailures~=14.0",
      "pytest-xdist[psutil]~=3.5",
    ],
    scripts: {
      run: "pytest {args}",
      "run-cov": "coverage run -m pytest {args}",
      "cov-combine": "coverage combine",
      "cov-report": "coverage report",
    },
  },
};

/** Where hatch's settings of a folder stand. */
export interface HatchSettings {
  readonly file: TomlFile;
  /** Keys that lead to `envs`. */
  readonly path: readonly string[];
}

/** @returns hatch.toml's table of environments, or that of pyproject.toml */
export function settingsOf(files: readonly TomlFile[]): HatchSettings | undefined {
  for (const file of files.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    const path = file.file.endsWith("hatch.toml") ? ["envs"] : ["tool", "hatch", "envs"];
    if (tableAt(file.document, path) !== undefined) return { file, path };
  }
  return undefined;
}

class Environments {
  readonly #settings: HatchSettings;
  readonly #all: Table;

  constructor(settings: HatchSettings) {
    this.#settings = settings;
    this.#all = tableAt(settings.file.document, settings.path) ?? {};
  }

  names(): readonly string[] {
    const internal = Object.keys(INTERNAL).filter((name) => !Object.hasOwn(this.#all, name));
    const own = Object.keys(this.#all);
    return [...(own.includes("default") ? [] : ["default"]), ...own, ...internal];
  }

  #own(name: string): Table {
    return { ...(Object.hasOwn(INTERNAL, name) ? INTERNAL[name] : {}), ...asTable(this.#all[name]) };
  }

  /** Settings with those of the template put below them; the matrix is not inherited. */
  inherited(name: string, depth = 0): Table {
    const own = this.#own(name);
    const isDetached = own["detached"] === true;
    const template = isDetached
      ? name
      : (asText(own["template"]) ?? (Object.hasOwn(INTERNAL, name) ? name : "default"));
    if (template === name || depth > MAX_DEPTH) return { ...(isDetached ? { "skip-install": true } : {}), ...own };
    const { matrix: _, ...base } = this.inherited(template, depth + 1);
    const scripts = { ...asTable(base["scripts"]), ...asTable(own["scripts"]) };
    return { ...base, ...own, scripts };
  }

  line(name: string): number {
    return this.#settings.file.lineOf([...this.#settings.path, name]);
  }
}

/** Every combination of one matrix, variables in order, Python first. */
function combinations(matrix: Table): readonly Readonly<Record<string, string>>[] {
  const key = Object.hasOwn(matrix, "py") ? "py" : "python";
  const rest = Object.keys(matrix).filter((name) => name !== key);
  let found: Record<string, string>[] = [{}];
  for (const name of Object.hasOwn(matrix, key) ? [key, ...rest] : rest) {
    const values = asList(matrix[name]).filter((value) => typeof value === "string" || typeof value === "number");
    found = found.flatMap((one) =>
      values.map((value) => ({ ...one, [name === "py" ? "python" : name]: String(value) })),
    );
    found = found.slice(0, MAX_ENVIRONMENTS);
  }
  return found;
}

function matrixName(values: Readonly<Record<string, string>>, format: string): string {
  return Object.entries(values)
    .map(([name, value]) => {
      if (name === "python") return value.startsWith("py") ? value : `py${value}`;
      return format.replaceAll("{variable}", name).replaceAll("{value}", value);
    })
    .join("-");
}

function namedFor(name: string, values: Readonly<Record<string, string>>, format: string): string {
  const suffix = matrixName(values, format);
  return name === "default" ? suffix : `${name}.${suffix}`;
}

function scriptsOf(settings: Table): Readonly<Record<string, unknown>> {
  return { ...asTable(settings["scripts"]), ...asTable(settings["extra-scripts"]) };
}

/** @returns every environment, one for each combination of its matrix (hatch.pypa.io, "Advanced environment configuration") */
export function hatchEnvironments(settings: HatchSettings): readonly HatchEnvironment[] {
  const environments = new Environments(settings);
  return environments
    .names()
    .flatMap((name): HatchEnvironment[] => {
      const own = environments.inherited(name);
      const format = asText(own["matrix-name-format"]) ?? "{value}";
      const matrices = asList(own["matrix"]).flatMap((matrix) => combinations(asTable(matrix)));
      const doubts = [
        ...(own["overrides"] === undefined ? [] : ["its overrides are not followed"]),
        ...(/^(?:virtual)?$/.test(asText(own["type"]) ?? "")
          ? []
          : [`an environment of type ${asText(own["type"])} is made by a plugin`]),
        ...(Object.hasOwn(INTERNAL, name) ? ["other releases of hatch bring other versions of its own tools"] : []),
      ];
      const base = { settings: own, scripts: scriptsOf(own), line: environments.line(name), doubts };
      if (matrices.length === 0) return [{ ...base, name, matrix: {} }];
      return matrices.map((matrix) => ({ ...base, name: namedFor(name, matrix, format), matrix }));
    })
    .slice(0, MAX_ENVIRONMENTS);
}
