import type { LeftOut } from "./notes.ts";

/** Manifests at a repository's root that say in which language its gates are, with the command that most of them have. */
const MANIFESTS: readonly { readonly file: string; readonly language: string; readonly command: string }[] = [
  { file: "go.mod", language: "Go", command: "go test ./..." },
  { file: "Cargo.toml", language: "Rust", command: "cargo test" },
  { file: "pom.xml", language: "Java with Maven", command: "mvn -B verify" },
  { file: "build.gradle", language: "Gradle", command: "./gradlew check" },
  { file: "build.gradle.kts", language: "Gradle", command: "./gradlew check" },
  { file: "Gemfile", language: "Ruby", command: "bundle exec rake" },
  { file: "composer.json", language: "PHP", command: "composer test" },
  { file: "mix.exs", language: "Elixir", command: "mix test" },
  { file: "CMakeLists.txt", language: "CMake", command: "ctest --test-dir build" },
  { file: "deno.json", language: "Deno", command: "deno task test" },
  { file: "deno.jsonc", language: "Deno", command: "deno task test" },
  { file: "environment.yml", language: "conda", command: "conda run --name NAME pytest" },
  { file: "environment.yaml", language: "conda", command: "conda run --name NAME pytest" },
  { file: "pixi.toml", language: "pixi", command: "pixi run test" },
  { file: "setup.py", language: "Python without pyproject.toml", command: "python -m pytest" },
  {
    file: "requirements.txt",
    language: "Python without pyproject.toml",
    command: "uv run --no-project --with-requirements requirements.txt --with pytest pytest",
  },
];

/** Files that say less than a manifest of the same language. */
const BESIDE_MANIFEST = new Set(["setup.py", "requirements.txt"]);

/**
 * Languages without a preset: their gates are to be written down, and a person should read so.
 *
 * @param files every file of the repository
 * @returns one entry a language that stands at the root
 */
export function otherLanguages(files: readonly string[]): readonly LeftOut[] {
  const all = new Set(files);
  return MANIFESTS.filter(({ file }) => all.has(file) && !(BESIDE_MANIFEST.has(file) && all.has("pyproject.toml"))).map(
    ({ file, language, command }) => ({
      kind: "tests",
      what: file,
      file,
      line: 1,
      reason: `${language} has no preset; declare its gates in turnpike.yml, such as \`tests: { run: ${command} }\``,
    }),
  );
}
