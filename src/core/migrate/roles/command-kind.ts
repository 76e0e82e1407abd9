import { type SimpleCommand, unwrapped } from "./commands.ts";

/** What a command is for, as far as a migration cares. */
export type CommandKind = "set-up" | "build" | "inspect" | "coverage" | "sbom" | "sign" | "publish" | "other";

const SET_UP: readonly RegExp[] = [
  /^(?:pip[\d.]*|uv pip|pipx|uv tool|poetry|pdm|rye) (?:install|upgrade|inject|ensurepath|sync)\b/,
  /^uv (?:sync|venv|python install|self update|lock --check)\b/,
  /^(?:npm|pnpm) (?:ci|clean-install|install-clean|i|install|config|cache)(?![\w-])/,
  /^yarn(?: install)?(?: --\S+)*$/,
  /^bun install\b/,
  /^corepack (?:enable|prepare)\b/,
  /^(?:sudo )?(?:apt-get|apt|brew|dnf|yum|apk|choco|winget)(?: -\S+)* (?:install|update|upgrade|add)\b/,
  /^(?:poetry|pdm|hatch) (?:config|env|self)\b/,
  /^(?:poetry|pdm)(?: --\S+)* install\b/,
  /^(?:echo|printf|mkdir|ls|pwd|which|env|printenv|cat|date|true|virtualenv|git fetch|git config)\b/,
  /^(?:python[\d.]*|pip[\d.]*|uv|node|npm|pnpm|yarn|tox|nox|git|which) (?:-V+|-v|--version|list|freeze|debug)(?![\w-])/,
  /^(?:uv pip|pip[\d.]*|pdm|poetry|npm|pnpm) (?:list|ls|freeze|show|tree)(?![\w-])|^uv tree(?![\w-])/,
  /^source \S*activate$|^\. \S*activate$/,
  /^(?:tox|nox)\b.*\s(?:--notest|--install-only)\b/,
];

const BUILD = /^(?:uv build|build|pyproject-build|hatch build|poetry(?: --\S+)* build|pdm build|flit build|npm pack)\b/;
const INSPECT = /^(?:twine check|check-wheel-contents|wheel-inspect)\b/;
const COVERAGE = /^(?:coverage|codecov|coveralls|smokeshow|diff-cover|genbadge)\b/;
const SBOM = /^(?:cyclonedx-py|cyclonedx-npm|syft|npm sbom|uv export --format cyclonedx\S*)\b/;
const SIGN = /^(?:sigstore sign|cosign (?:sign|attest)|gpg)\b/;
const PUBLISH =
  /^(?:twine upload|uv publish|poetry publish|pdm publish|hatch publish|flit publish|npm publish|pnpm publish|gh release|docker push|docker buildx|semantic-release|release-please|changeset publish|lerna publish)\b/;

/**
 * @param command one command
 * @returns what it is for; `other` when nothing is known of it
 */
export function kindOfCommand(command: SimpleCommand): CommandKind {
  const whole = command.words.join(" ");
  const inner = unwrapped(command.words).join(" ");
  const fits = (pattern: RegExp): boolean => pattern.test(inner) || pattern.test(whole);
  if (SET_UP.some(fits)) return "set-up";
  if (fits(PUBLISH)) return "publish";
  if (fits(BUILD)) return "build";
  if (fits(INSPECT)) return "inspect";
  if (fits(SBOM)) return "sbom";
  if (fits(SIGN)) return "sign";
  return fits(COVERAGE) ? "coverage" : "other";
}

/** True when the tool's answer does not depend on the interpreter that happens to be there, nor on the system. */
export function isSameEverywhere(command: SimpleCommand): boolean {
  return /^(?:ruff|prettier|biome|codespell|typos|black|isort|eslint|zizmor|actionlint|yamllint|taplo|markdownlint(?:-cli2)?|shellcheck|uv lock)\b/.test(
    unwrapped(command.words).join(" "),
  );
}
