import { shellLine } from "../../../contract/index.ts";
import type { Language } from "../../toolchains/index.ts";

/** Reads the inputs of one call of an action. */
export interface ActionInputs {
  /** @returns the input's value; the fallback when it is absent, empty, or known only when it runs */
  text(name: string, fallback?: string): string;
  /** @returns the input split at white space */
  words(name: string, fallback?: string): readonly string[];
  /** Version behind `@` when the input that pins the tool is a plain one, such as `ruff@0.14.1`. */
  pinned(tool: string, name?: string): string;
}

/** A toolchain that an action puts on the path. */
export interface ActionToolchain {
  readonly language: Language;
  /** As the call says it; empty where it does not, or only a run can tell. */
  readonly version: string;
  /** File that names it instead; empty when none does. */
  readonly file: string;
  /** The input that says it, so that its line can be shown. */
  readonly input: string;
}

/** What a well-known action stands for. */
export interface ActionMeaning {
  /** A plain command. */
  readonly words?: readonly string[];
  /** A shell text. */
  readonly script?: string;
  /** Input that names the folder it runs in. */
  readonly folder?: string;
  readonly python?: string;
  /** File that names the version of Python. */
  readonly pythonFile?: string;
  readonly toolchain?: ActionToolchain;
  /** What it sets up for commands after it, and the road does not: `GraalVM 21`. */
  readonly setsUp?: string;
  /** Why no command stands for it; it is said. */
  readonly unread?: string;
}

type Meaning = (inputs: ActionInputs, version: string | undefined, ref: string | undefined) => ActionMeaning;

const NOTHING: Meaning = () => ({});
const ON_GITHUB: Meaning = () => ({ unread: "does its work on GitHub alone" });

/** The last of several versions is the one that `python` starts (github.com/actions/setup-python, docs/advanced-usage.md). */
function lastOf(versions: string): string {
  return versions.trim().split(/\s+/).at(-1) ?? "";
}

function python(input = "python-version"): Meaning {
  return (inputs) => ({ python: lastOf(inputs.text(input)), pythonFile: inputs.text("python-version-file") });
}

/** An action with the inputs `x-version` and `x-version-file`. */
function toolchain(language: Language, input = `${language}-version`): Meaning {
  return (inputs) => {
    // Of several versions the last one is on the path (github.com/actions/setup-java, "Install multiple JDKs").
    const version = language === "java" ? lastOf(inputs.text(input)) : inputs.text(input).trim();
    return { toolchain: { language, version, file: inputs.text(`${input}-file`), input } };
  };
}

/** GraalVM brings programs that no other Java has. */
const java: Meaning = (inputs, version, ref) => {
  const meaning = toolchain("java")(inputs, version, ref);
  const asked = meaning.toolchain?.version ?? "";
  return /^graalvm/i.test(inputs.text("distribution")) ? { ...meaning, setsUp: `GraalVM ${asked}`.trim() } : meaning;
};

const graal: Meaning = (inputs, version, ref) => ({
  ...toolchain("java")(inputs, version, ref),
  setsUp: `GraalVM ${lastOf(inputs.text("java-version"))}`.trim(),
});

/** Refs of the actions themselves, which are no names of toolchains. */
const NO_TOOLCHAIN = /^(?:master|main|v\d[\w.]*|[0-9a-f]{40})$/;

/** dtolnay/rust-toolchain takes the toolchain as its own version. Stable is what runners have, and an unstable one they have not. */
const rust: Meaning = (inputs, _, ref = "") => {
  // Its refs `miri` and `clippy` are nightly with that component.
  const named = /^(?:miri|clippy)$/.test(ref) ? "nightly" : ref;
  const asked = inputs.text("toolchain", NO_TOOLCHAIN.test(ref) ? "" : named);
  const version = asked === "stable" ? "" : asked;
  const toolchain = { language: "rust", version, file: "", input: "toolchain" } as const;
  return /^nightly|^beta/.test(asked) ? { toolchain, setsUp: `Rust ${asked}` } : { toolchain };
};

function tool(...words: readonly string[]): Meaning {
  return () => ({ words });
}

const ruff: Meaning = (inputs) => ({
  words: ["uvx", inputs.pinned("ruff"), ...inputs.words("args", "check"), ...inputs.words("src", ".")],
});

/** The action leaves ruff on the path for the steps behind it (github.com/astral-sh/ruff-action, "Use to install ruff"). */
const ruffForAll: Meaning = (inputs, ...more) => {
  const { words = [] } = ruff(inputs, ...more);
  const version = inputs.pinned("ruff").replace("@", "==");
  return { script: `${shellLine(["uv", "tool", "install", version])}\n${shellLine(words)}` };
};

/** What an earlier job made is not there: commands behind it stand on files that nobody has. */
const downloaded: Meaning = () => ({ words: ["unzip", "artifact.zip"] });

const preCommit: Meaning = (inputs) => ({
  words: [
    "pre-commit",
    "run",
    "--show-diff-on-failure",
    "--color=always",
    ...inputs.words("extra_args", "--all-files"),
  ],
});

const shellOf =
  (name: string): Meaning =>
  (inputs) => ({ script: inputs.text(name), folder: "working-directory" });

/** With packages of conda nothing behind it is what pip alone would bring; without them it is one more Python. */
const conda =
  (program: string): Meaning =>
  (inputs) => {
    const file = option(inputs, "environment-file", "--file");
    const isPlain = file.length === 0 && /^(?:\s*python\S*)?\s*$/.test(inputs.text("create-args"));
    return isPlain ? { python: inputs.text("python-version") } : { words: [program, "env", "create", ...file] };
  };

/** A program that has its releases on the package index too, under the action's own version. */
function fetched(program: string, version: string | undefined): readonly string[] {
  return version === undefined ? [program] : ["uvx", `${program}@${version}`];
}

/** What an action that brings a package manager stands for: its version is the one that later commands mean. */
function managerInstall(name: string, version: string): readonly string[] {
  return /^\d[\w.]*$/.test(version) ? [`npm install --global ${name}@${version}`] : [];
}

function option(inputs: ActionInputs, name: string, flag: string): readonly string[] {
  const value = inputs.text(name);
  return value === "" ? [] : [flag, value];
}

/** Actions that set something up, keep something, or tell somebody: no command of the repository stands behind them. */
const SILENT = `
  abatilo/actions-poetry actions/add-to-project
  actions/attest actions/attest-build-provenance actions/attest-sbom actions/cache actions/cache/restore
  actions/cache/save actions/configure-pages actions/create-github-app-token actions/create-release-asset
  actions/first-interaction actions/labeler actions/setup-dotnet
  actions/stale actions/upload-artifact actions/upload-artifact/merge
  actions/upload-pages-artifact adamchainz/actions-sqlite anchore/sbom-action/download-syft
  asottile/workflows/.github/actions/fast-checkout astral-sh/setup-ruff 
  arduino/setup-task aws-actions/configure-aws-credentials azure/login azure/setup-helm biomejs/setup-biome
  browser-actions/setup-chrome browser-actions/setup-firefox cachix/install-nix-action codecov/test-results-action
  deadsnakes/action denoland/setup-deno dessant/lock-threads
  determinatesystems/nix-installer-action docker/login-action docker/metadata-action docker/setup-buildx-action
  docker/setup-qemu-action dorny/paths-filter eifinger/setup-rye erlef/setup-beam
  extractions/setup-just google-github-actions/auth google-github-actions/setup-gcloud google/wireit
  go-task/setup-task gradle/actions/setup-gradle gradle/actions/wrapper-validation gradle/wrapper-validation-action haskell-actions/setup haskell/actions/setup hendrikmuhs/ccache-action
  hynek/setup-cached-uv ilammy/msvc-dev-cmd jdx/mise-action jetify-com/devbox-install-action
  jlumbroso/free-disk-space jwlawson/actions-setup-cmake
  marocchino/sticky-pull-request-comment maxim-lobanov/setup-xcode microsoft/setup-msbuild
  mozilla-actions/sccache-action mxschmitt/action-tmate nodesource/setup-nsolid
  peter-evans/create-or-update-comment peter-evans/find-comment
  pyvista/setup-headless-display-action r-lib/actions/setup-r re-actors/alls-green re-actors/cache-python-deps
  re-actors/checkout-python-sdist reactivecircus/android-emulator-runner ruby/setup-ruby
  shivammathur/setup-php sigstore/cosign-installer slackapi/slack-github-action snok/install-poetry
  step-security/harden-runner 
  swatinem/rust-cache swift-actions/setup-swift taiki-e/install-action taiki-e/setup-cross-toolchain-action
  thollander/actions-comment-pull-request tibdex/github-app-token tj-actions/changed-files webfactory/ssh-agent
  wntrblm/nox xt0rted/markdownlint-problem-matcher yezz123/setup-uv`
  .trim()
  .split(/\s+/);

const GITHUB_ONLY = `
  actions-cool/issues-helper actions/ai-inference actions/dependency-review-action actions/dependency-submission
  actions/deploy-pages actions/github-script actions/publish-action actions/publish-immutable-action
  advanced-security/maven-dependency-submission-action amannn/action-semantic-pull-request ana06/get-changed-files
  andymckay/labeler anthropics/claude-code-action autofix-ci/action benc-uk/workflow-dispatch
  dawidd6/action-download-artifact dependabot/fetch-metadata dessant/support-requests endbug/add-and-commit
  enricomi/publish-unit-test-result-action eps1lon/actions-label-merge-conflict
  fastify/github-action-merge-dependabot github/codeql-action/analyze github/codeql-action/autobuild
  github/codeql-action/init github/codeql-action/upload-sarif lee-dohm/no-response
  mheap/github-action-required-labels micnncim/action-label-syncer octokit/request-action ossf/scorecard-action
  peter-evans/create-pull-request pre-commit-ci/lite-action readthedocs/actions/preview
  release-drafter/release-drafter release-drafter/release-drafter/autolabeler stefanzweifel/git-auto-commit-action
  tiangolo/issue-manager`
  .trim()
  .split(/\s+/);

const MEANINGS: Readonly<Record<string, Meaning>> = {
  ...Object.fromEntries(SILENT.map((name) => [name, NOTHING])),
  ...Object.fromEntries(GITHUB_ONLY.map((name) => [name, ON_GITHUB])),
  "py-actions/py-dependency-install": (inputs) => ({
    words: ["python", "-m", "pip", "install", "-r", inputs.text("path") || "requirements.txt"],
  }),
  "actions/setup-python": python(),
  "astral-sh/setup-uv": python(),
  "pdm-project/setup-pdm": python(),
  "actions/setup-node": toolchain("node"),
  "volta-cli/action": toolchain("node"),
  "actions/setup-go": toolchain("go"),
  "conda-incubator/setup-miniconda": conda("conda"),
  "mamba-org/setup-micromamba": conda("micromamba"),
  "mamba-org/provision-with-micromamba": conda("micromamba"),
  "prefix-dev/setup-pixi": tool("pixi", "install"),
  "pypa/hatch": (inputs) =>
    inputs.text("version") === "" ? {} : { words: ["pip", "install", `hatch==${inputs.text("version")}`] },
  "pnpm/action-setup": (inputs) => {
    const script = [
      ...managerInstall("pnpm", inputs.text("version")),
      ...(inputs.text("run_install", "false") === "true" ? ["pnpm install"] : []),
    ].join("\n");
    return script === "" ? {} : { script };
  },
  "pnpm/setup": (inputs) => ({
    script: managerInstall("pnpm", inputs.text("version")).join("\n"),
    toolchain: {
      language: "node",
      version: /^node@(\S+)$/.exec(inputs.text("runtime"))?.[1] ?? "",
      file: "",
      input: "runtime",
    },
  }),
  "oven-sh/setup-bun": (inputs) => ({ script: managerInstall("bun", inputs.text("bun-version")).join("\n") }),
  "bahmutov/npm-install": () => ({ words: ["npm", "ci"], folder: "working-directory" }),
  "borales/actions-yarn": (inputs) => ({ words: ["yarn", ...inputs.words("cmd")], folder: "dir" }),
  "astral-sh/ruff-action": ruffForAll,
  "chartboost/ruff-action": ruff,
  "psf/black": (inputs) => ({
    words: ["uvx", inputs.pinned("black"), ...inputs.words("options", "--check --diff"), ...inputs.words("src", ".")],
  }),
  "isort/isort-action": (inputs) => ({
    words: [
      "uvx",
      inputs.pinned("isort", "isort-version"),
      ...inputs.words("configuration", "--check-only --diff"),
      ...inputs.words("sort-paths", "."),
    ],
  }),
  "jakebailey/pyright-action": (inputs) => ({
    words: ["npx", inputs.pinned("pyright"), ...option(inputs, "project", "--project"), ...inputs.words("extra-args")],
    folder: "working-directory",
  }),
  "actions/download-artifact": downloaded,
  "actions/setup-java": java,
  "graalvm/setup-graalvm": graal,
  "actions-rs/toolchain": rust,
  "actions-rust-lang/setup-rust-toolchain": rust,
  "dtolnay/rust-toolchain": rust,
  "supercharge/mongodb-github-action": tool("docker", "run", "mongo"),
  "supercharge/redis-github-action": tool("docker", "run", "redis"),
  "rrainn/dynamodb-action": tool("docker", "run", "dynamodb"),
  "awalsh128/cache-apt-pkgs-action": tool("apt-get", "install"),
  "pre-commit/action": preCommit,
  "tox-dev/action-pre-commit-uv": preCommit,
  "j178/prek-action": (inputs) => ({ words: ["prek", "run", ...inputs.words("extra-args", "--all-files")] }),
  "pypa/gh-action-pip-audit": (inputs) => ({
    words: ["pip-audit", ...inputs.words("inputs").flatMap((file) => ["-r", file])],
  }),
  "pypa/cibuildwheel": (inputs) => ({
    words: [
      "pipx",
      "run",
      "cibuildwheel",
      ...inputs.words("package-dir", "."),
      "--output-dir",
      inputs.text("output-dir", "wheelhouse"),
      ...option(inputs, "only", "--only"),
    ],
  }),
  "pypa/gh-action-pypi-publish": (inputs) => ({
    words: [
      "twine",
      "upload",
      `${inputs.text("packages-dir", inputs.text("packages_dir", "dist")).replace(/\/$/, "")}/*`,
    ],
  }),
  "hynek/build-and-inspect-python-package": (inputs) => ({
    words: ["python", "-m", "build", ...inputs.words("path", ".")],
  }),
  "codecov/codecov-action": tool("codecovcli", "upload-process"),
  "coverallsapp/github-action": tool("coveralls", "report"),
  "crate-ci/typos": (inputs, version) => ({
    words: [...fetched("typos", version), ...inputs.words("files", "."), ...option(inputs, "config", "--config")],
  }),
  "codespell-project/actions-codespell": (inputs) => ({
    words: [
      "uvx",
      "codespell",
      ...(inputs.text("check_filenames") === "true" ? ["--check-filenames"] : []),
      ...(inputs.text("check_hidden") === "true" ? ["--check-hidden"] : []),
      ...option(inputs, "exclude_file", "--exclude-file"),
      ...option(inputs, "uri_ignore_words_list", "--uri-ignore-words-list"),
      ...option(inputs, "builtin", "--builtin"),
      ...inputs.words("path", "."),
      ...option(inputs, "skip", "--skip"),
      ...option(inputs, "ignore_words_list", "--ignore-words-list"),
      ...option(inputs, "ignore_words_file", "--ignore-words"),
    ],
  }),
  "raven-actions/actionlint": tool("actionlint"),
  "reviewdog/action-actionlint": tool("actionlint"),
  "rhysd/actionlint": tool("actionlint"),
  "docker://rhysd/actionlint": tool("actionlint"),
  "zizmorcore/zizmor-action": (inputs) => {
    const words = [
      "uvx",
      inputs.pinned("zizmor"),
      ...option(inputs, "persona", "--persona"),
      ...option(inputs, "min-severity", "--min-severity"),
      ...inputs.words("inputs", "."),
    ];
    // Where its findings do not go to code scanning, they fail the step (github.com/zizmorcore/zizmor-action).
    return inputs.text("advanced-security", "true") === "false" ? { script: shellLine(words) } : { words };
  },
  "davidanson/markdownlint-cli2-action": (inputs) => ({
    words: ["npx", "markdownlint-cli2", ...inputs.words("globs", "*.{md,markdown}")],
  }),
  "ibiqlik/action-yamllint": (inputs) => ({
    words: ["uvx", "yamllint", ...option(inputs, "config_file", "-c"), ...inputs.words("file_or_dir", ".")],
  }),
  "pycqa/bandit-action": (inputs) => ({ words: ["uvx", "bandit", "-r", ...inputs.words("targets", ".")] }),
  "golangci/golangci-lint-action": (inputs) => ({
    words: ["golangci-lint", "run", ...inputs.words("args")],
    folder: "working-directory",
  }),
  "embarkstudios/cargo-deny-action": tool("cargo", "deny", "check"),
  "lycheeverse/lychee-action": (inputs) => ({ words: ["lychee", ...inputs.words("args")] }),
  "cypress-io/github-action": tool("cypress", "run"),
  "docker/build-push-action": (inputs) => ({ words: ["docker", "build", ...inputs.words("context", ".")] }),
  "softprops/action-gh-release": tool("gh", "release", "create"),
  "ncipollo/release-action": tool("gh", "release", "create"),
  "actions/create-release": tool("gh", "release", "create"),
  "changesets/action": (inputs) => ({ words: inputs.words("publish", "changeset version") }),
  "googleapis/release-please-action": tool("release-please"),
  "google-github-actions/release-please-action": tool("release-please"),
  "python-semantic-release/python-semantic-release": tool("semantic-release", "version"),
  "peaceiris/actions-gh-pages": tool("gh-pages"),
  "jamesives/github-pages-deploy-action": tool("gh-pages"),
  "nick-fields/retry": shellOf("command"),
  "nick-invision/retry": shellOf("command"),
  "gabrielbb/xvfb-action": shellOf("run"),
  "coactions/setup-xvfb": shellOf("run"),
  "pyo3/maturin-action": (inputs) => ({
    words: ["maturin", ...inputs.words("command", "build"), ...inputs.words("args")],
    folder: "working-directory",
  }),
  "andremiras/coveralls-python-action": tool("coveralls", "report"),
  "sigstore/gh-action-sigstore-python": tool("sigstore", "sign"),
  "codspeedhq/action": shellOf("run"),
};

/**
 * @param uses what `uses:` says
 * @param inputs of the call
 * @returns what the action stands for; undefined when it is not known
 */
export function meaningOf(uses: string, inputs: ActionInputs): ActionMeaning | undefined {
  const name = uses
    .toLowerCase()
    .replace(/(?<=.)@[^@]*$/, "")
    .replace(/^(docker:\/\/[^:]+):.*$/, "$1");
  const version = /@v?(\d+\.\d+\.\d+)$/.exec(uses)?.[1];
  const ref = /.@([^@]+)$/.exec(uses)?.[1];
  return Object.hasOwn(MEANINGS, name) ? MEANINGS[name]?.(inputs, version, ref) : undefined;
}
