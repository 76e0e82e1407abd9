import type { Language } from "../../toolchains/index.ts";

/** Programs that are, or run on, the toolchain of a language. */
const PROGRAMS: Readonly<Record<Language, RegExp>> = {
  node: /^(?:node|npm|npx|pnpm|pnpx|yarn|corepack)$/,
  java: /^(?:mvnw?|gradlew?|javac?|sbt|ant|kotlinc?)$/,
  go: /^(?:go|gofmt|goimports|golangci-lint|staticcheck|govulncheck|gotestsum|mage)$/,
  rust: /^(?:cargo(?:-[\w-]+)?|rustc|rustfmt|rustdoc)$/,
};

/** The first word of each simple command of a shell text, as far as that can be told without a shell. */
function programsOf(text: string): readonly string[] {
  return text.split(/[\n;|&(){}`]+/).map((command) => {
    const bare = command
      .trim()
      .replace(/^(?:(?:[A-Za-z_]\w*=\S*|if|then|else|do|while|until|!|exec|time|env)\s+)+/, "");
    return /^[^\s"'$]+/.exec(bare)?.[0] ?? "";
  });
}

/**
 * @param run words of a plain command, or a shell text
 * @returns languages whose toolchains it starts by their own names
 */
export function languagesOf(run: string | readonly string[]): readonly Language[] {
  const programs = typeof run === "string" ? programsOf(run) : run.slice(0, 1);
  const names = programs.map((program) => program.slice(program.lastIndexOf("/") + 1));
  return (Object.keys(PROGRAMS) as Language[]).filter((language) =>
    names.some((name) => PROGRAMS[language].test(name)),
  );
}
