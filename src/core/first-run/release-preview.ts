import { parse as parseToml } from "smol-toml";
import { packsNode } from "../detect/index.ts";
import { asTable, type Table } from "../documents/index.ts";
import type { Plan } from "../gates/index.ts";

/** What a release of a repository would sign. */
export interface ReleasePreview {
  readonly command: string;
  /** Where the command is declared; null when nothing says so. */
  readonly source: { readonly file: string; readonly line: number } | null;
  /** Names of the files that would be built; `*` stands for what only the build knows. */
  readonly subjects: readonly string[];
  /** Short names of the statements about them. */
  readonly statements: readonly string[];
}

/** Texts of the manifests beside the build command; undefined where there is none. */
export interface Manifests {
  readonly pyproject: string | undefined;
  readonly packageJson: string | undefined;
}

/** What people call the statements that the signing job makes; core/provenance names them by their types. */
export const STATEMENT_TITLES = {
  provenance: "SLSA provenance",
  sbom: "CycloneDX SBOM",
  testResult: "test result",
} as const;

function read(text: string | undefined, parse: (text: string) => unknown): Table {
  try {
    return text === undefined ? {} : asTable(parse(text));
  } catch {
    return {};
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Names as they stand in file names (packaging.python.org, binary distribution format, "Escaping and Unicode"). */
function pythonFiles(pyproject: Table): readonly string[] {
  const project = asTable(pyproject["project"]);
  const name =
    textOf(project["name"])
      ?.replaceAll(/[-_.]+/g, "_")
      .toLowerCase() ?? "*";
  // `1.0.dev` is written as `1.0.dev0` (packaging.python.org, version specifiers, "Implicit development release number").
  const version = textOf(project["version"])?.replace(/(dev|post)$/, (word) => `${word}0`) ?? "*";
  return [`${name}-${version}.tar.gz`, `${name}-${version}-*.whl`];
}

/** `@scope/name` becomes `scope-name` (npm documentation, npm pack). */
function npmFiles(manifest: Table): readonly string[] {
  const name = textOf(manifest["name"])?.replace(/^@/, "").replaceAll("/", "-") ?? "*";
  return [`${name}-${textOf(manifest["version"]) ?? "*"}.tgz`];
}

function subjectsOf(command: string, manifests: Manifests): readonly string[] {
  const [first = ""] = command.split("\n");
  if (packsNode(first)) return npmFiles(read(manifests.packageJson, JSON.parse));
  const isPython = /^(?:uv build|python3? -m build|hatch build|pdm build|poetry build|flit build)\b/.test(first);
  if (!isPython) return ["dist/*"];
  const files = pythonFiles(read(manifests.pyproject, parseToml));
  if (/ (?:--wheel|-w)\b/.test(first) && !/ (?:--sdist|-s)\b/.test(first)) return files.slice(1);
  return / (?:--sdist|-s)\b/.test(first) && !/ (?:--wheel|-w)\b/.test(first) ? files.slice(0, 1) : files;
}

/**
 * @param build the build command of the plan
 * @param manifests manifests of the folder that it runs in
 * @param hasLock whether there is a lock to make an SBOM from
 * @returns what would be built and signed; null when nothing is declared to be built
 */
export function previewRelease(build: Plan["build"], manifests: Manifests, hasLock: boolean): ReleasePreview | null {
  if (build === null) return null;
  const { provenance, sbom, testResult } = STATEMENT_TITLES;
  return {
    command: build.run,
    source: build.source,
    subjects: subjectsOf(build.run.trim(), manifests),
    statements: [provenance, ...(hasLock ? [sbom] : []), testResult],
  };
}
