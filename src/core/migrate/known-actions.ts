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
  [/^(?:docker\/build-push-action|actions\/create-release|actions\/upload-release-asset)$/, "publish"],
  [
    /^(?:actions\/deploy-pages|peaceiris\/actions-gh-pages|cloudflare\/wrangler-action|JamesIves\/github-pages-deploy-action)$/,
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

/** Actions that only start a tool: the command that they stand for, as their own documentation says. */
export function commandOfAction(uses: string, inputs: Readonly<Record<string, string>>): readonly string[] | undefined {
  const split = (text: string | undefined, fallback: string): readonly string[] =>
    (text ?? fallback).split(/\s+/).filter((word) => word !== "");
  switch (actionName(uses)) {
    case "pre-commit/action":
      return ["pre-commit", "run", ...split(inputs["extra_args"], "--all-files")];
    case "astral-sh/ruff-action":
      return ["ruff", ...split(inputs["args"], "check"), ...split(inputs["src"], "")];
    case "chartboost/ruff-action":
      return ["ruff", ...split(inputs["args"], "check"), ...split(inputs["src"], ".")];
    case "psf/black":
      return ["black", ...split(inputs["options"], "--check --diff"), ...split(inputs["src"], ".")];
    case "zizmorcore/zizmor-action":
      return ["zizmor", ...split(inputs["inputs"], ".")];
    case "codespell-project/actions-codespell":
      return ["codespell", ...split(inputs["path"], "")];
    default:
      return undefined;
  }
}
