/** What an action is for, as far as a migration cares. */
export type ActionKind =
  | "checkout"
  | "set-up"
  | "cache"
  | "upload"
  | "download"
  | "sign"
  | "sbom"
  | "coverage"
  | "aggregate"
  | "filter"
  | "publish"
  | "build"
  | "deploy"
  | "scan"
  | "automation";

/** By repository (and path, where it matters); the first that fits counts. */
const ACTIONS: readonly (readonly [RegExp, ActionKind])[] = [
  [/^actions\/checkout$/, "checkout"],
  [/^actions\/cache(?:\/(?:restore|save))?$/, "cache"],
  [/^actions\/upload-artifact$/, "upload"],
  [/^actions\/download-artifact$/, "download"],
  [/^actions\/(?:attest|attest-build-provenance|attest-sbom)$/, "sign"],
  [/^(?:slsa-framework\/|sigstore\/(?:cosign-installer|gh-action-sigstore-python))/, "sign"],
  [/^anchore\/sbom-action$|^cyclonedx\/gh-/i, "sbom"],
  [/^(?:codecov\/codecov-action|coverallsapp\/github-action|AndreMiras\/coveralls-python-action)$/, "coverage"],
  [/^re-actors\/alls-green$/, "aggregate"],
  [/^(?:dorny\/paths-filter|tj-actions\/changed-files|Ana06\/get-changed-files)$/, "filter"],
  [/^hynek\/build-and-inspect-python-package$/, "build"],
  [
    /^(?:pypa\/gh-action-pypi-publish|JS-DevTools\/npm-publish|softprops\/action-gh-release|ncipollo\/release-action)$/,
    "publish",
  ],
  [
    /^(?:google[\w-]*\/release-please-action|changesets\/action|getsentry\/(?:craft|action-prepare-release)|goreleaser\/goreleaser-action|cycjimmy\/semantic-release-action|python-semantic-release\/[\w-]+)$/,
    "publish",
  ],
  [/^(?:docker\/build-push-action|actions\/create-release|actions\/upload-release-asset)$/, "publish"],
  [
    /^(?:actions\/deploy-pages|peaceiris\/actions-gh-pages|cloudflare\/wrangler-action|crazy-max\/ghaction-github-pages|actions\/(?:configure-pages|upload-pages-artifact)|JamesIves\/github-pages-deploy-action)$/,
    "deploy",
  ],
  [/^(?:github\/codeql-action|ossf\/scorecard-action|actions\/dependency-review-action)/, "scan"],
  [/^(?:dessant\/lock-threads|actions\/(?:stale|labeler|github-script|add-to-project)|peter-evans\/)/, "automation"],
  [/^actions\/setup-(?:python|node)$/, "set-up"],
  [/^(?:astral-sh\/setup-uv|hynek\/setup-cached-uv|yezz123\/setup-uv)$/, "set-up"],
  [/^(?:snok\/install-poetry|abatilo\/actions-poetry|pdm-project\/setup-pdm|pypa\/hatch|wntrblm\/nox)$/, "set-up"],
  [/^(?:pnpm\/action-setup|oven-sh\/setup-bun|actions\/setup-(?:go|java|dotnet))$/, "set-up"],
];

/**
 * @param uses as it is written
 * @returns owner, name and path, without the ref
 */
export function actionName(uses: string): string {
  return uses.replace(/@[^@]*$/, "").trim();
}

/**
 * @param uses as it is written
 * @returns what the action is for; undefined when it is not known
 */
export function kindOfAction(uses: string): ActionKind | undefined {
  const name = actionName(uses);
  return ACTIONS.find(([pattern]) => pattern.test(name))?.[1];
}

/** @returns whether a job that calls this workflow is the road */
export function isRoadCall(uses: string): boolean {
  return /\/turnpike\/\.github\/workflows\/(?:pipeline|checks)\.ya?ml@/i.test(uses);
}

/** What only prepares the runner, by the last part of its name: `setup-just`, `rust-toolchain`, `install-action`. */
const PREPARES =
  /(?:^|[-/])(?:set-?up|install|toolchain)(?:[-/]|$)|[-/](?:rust|deps|ccache|sccache|ccache-action|apt-pkgs)-?cache|-cache-action$/i;

/** Preparations with other names: they guard, open or unlock the runner, or bring tools. */
const ALSO_PREPARES =
  /^(?:step-security\/harden-runner|jdx\/mise-action|docker\/login-action|mxschmitt\/action-tmate|jlumbroso\/free-disk-space|hendrikmuhs\/ccache-action|mozilla-actions\/sccache-action|swatinem\/rust-cache|awalsh128\/cache-apt-pkgs-action|webfactory\/ssh-agent|actions\/create-github-app-token|tibdex\/github-app-token)$/i;

/** @returns whether an action only prepares the job that it is in */
export function preparesRunner(uses: string): boolean {
  const name = actionName(uses);
  return PREPARES.test(name.split("/").slice(1).join("/")) || ALSO_PREPARES.test(name);
}
