import { BANDIT_JSON, PIP_AUDIT_JSON, PYTEST_JUNIT } from "../../report-ways.ts";
import { fixer, gatesOf, row, type ToolRule, without, withWords } from "./rules.ts";
import type { ReportWay } from "./use.ts";

const gate = gatesOf("python");

/** xunit1 keeps file and line, which xunit2, the default, drops. */
const JUNIT: ReportWay = { ...PYTEST_JUNIT, own: /^--junit-?xml/ };

const RUFF_SARIF: ReportWay = {
  format: "sarif",
  extension: "sarif",
  args: (path) => ["--output-format", "sarif", "-o", path],
  own: /^(?:--output-format|--format|-o|--output-file|--statistics|--diff|--show-files|--watch|-w)(?:=|$)/,
  since: [0, 2],
};

const MYPY_JSON: ReportWay = {
  format: "mypy-json",
  extension: "jsonl",
  args: () => ["-O", "json"],
  fromStdout: true,
  own: /^(?:-O|--output|--junit-xml|--pretty|--install-types|--[a-z-]+-report)(?:=|$)/,
  since: [1, 11],
};

const PYRIGHT_JSON: ReportWay = {
  format: "pyright-json",
  extension: "json",
  args: () => ["--outputjson"],
  fromStdout: true,
  own: /^(?:--outputjson|--verifytypes|--stats|--createstub|--writebaseline)/,
};

const BANDIT: ReportWay = { ...BANDIT_JSON, own: /^(?:-f|--format|-o|--output|--exit-zero)/ };

const PIP_AUDIT: ReportWay = { ...PIP_AUDIT_JSON, own: /^(?:-f|--format|-o|--output|--fix$|--dry-run$|-d$)/ };

const HELP = /^(?:--version|-V|--help|-h|version|help)$/;
const imports = true;

const LINTERS: readonly ToolRule[] = [
  row("ruff", { kind: "noise" }, { needs: HELP }),
  row("ruff", { kind: "noise" }, { sub: /^(?:clean|rule|config|linter|version|server|analyze)$/ }),
  fixer(
    "ruff",
    "`--fix` rewrites files",
    { sub: /^(?!format$)/, needs: /^(?:--fix|--fix-only|--add-noqa|--unsafe-fixes)$/, unless: /^--diff$/ },
    without(/^(?:--fix|--fix-only|--unsafe-fixes|--exit-non-zero-on-fix|--show-fixes)$/),
  ),
  gate("lint", "ruff", { sub: /^check$/ }, { report: RUFF_SARIF }),
  gate("format", "ruff", { sub: /^format$/, needs: /^(?:--check|--diff)$/ }),
  fixer("ruff", "it rewrites files", { sub: /^format$/ }, withWords(2, "--check")),
  gate("lint", "ruff"),
  gate("format", "black", { needs: /^(?:--check|--diff)$/ }),
  fixer("black", "it rewrites files", {}, withWords(1, "--check")),
  gate("format", "isort", { needs: /^(?:--check|--check-only|-c|--diff)$/ }, { tier: "fast" }),
  fixer("isort", "it rewrites files", {}, withWords(1, "--check-only")),
  gate("format", /^(?:yapf|autopep8)$/, { needs: /^(?:--diff|-d)$/, unless: /^(?:--in-place|-i)$/ }),
  fixer(
    /^(?:yapf|autopep8|autoflake|docformatter|pyupgrade|unify|ssort|add-trailing-comma|reorder-python-imports)$/,
    "it rewrites files",
    { unless: /^(?:--check|-c|--diff|--check-only)$/ },
  ),
  gate("lint", /^(?:autoflake|docformatter)$/, { needs: /^(?:--check|-c|--check-diff|-cd)$/ }),
  gate(
    "lint",
    /^(?:flake8|pflake8|pyflakes|pycodestyle|pydocstyle|pydoclint|darglint|wemake-python-styleguide|fixit|refurb|slotscheck|curlylint|vermin|tryceratops|perflint)$/,
    { unless: HELP },
  ),
  gate("lint", /^(?:flakehell|flakeheaven|prospector|pylama|ruff-check)$/, { unless: HELP }),
  gate(
    "lint",
    "pylint",
    { unless: /^(?:--version|--help|-h|--list-msgs|--generate-rcfile)$/ },
    { exitCodes: null, imports, tier: "normal", cpu: 1 },
  ),
  gate("docstrings", "interrogate", { unless: HELP }, { tier: "fast" }),
  gate("docstrings", "docstr-coverage"),
  gate("lint", /^(?:djlint|djhtml)$/, { needs: /^(?:--check|--lint)$/ }),
  gate("lint", /^(?:vulture|dead|eradicate|pyroma-lint)$/, { unless: HELP }, { exitCodes: null }),
  gate("lint", "lint-imports", {}, { tool: "import-linter", imports }),
  gate("complexity", /^(?:xenon|lizard|flake8-cognitive)$/),
  gate("lint", /^(?:nbqa)$/, {}, { exitCodes: null }),
  gate("lint", "semgrep", {}, { network: true, doubt: "it fetches rules from a service" }),
];

const TYPES: readonly ToolRule[] = [
  row("mypy", { kind: "noise" }, { needs: HELP }),
  gate("types", "mypy", {}, { imports, report: MYPY_JSON }),
  gate("types", "dmypy", { sub: /^(?:run|check)$/ }, { imports }),
  gate(
    "types",
    /^(?:basedpyright|pyright)$/,
    { unless: HELP },
    { tool: "pyright", imports, cpu: 2, report: PYRIGHT_JSON },
  ),
  gate("types", "ty", { sub: /^check$/ }, { imports, cpu: 2 }),
  gate("types", "pyrefly", { sub: /^check$/ }, { imports, cpu: 2, exitCodes: null }),
  gate("types", /^(?:pytype|pyre|zuban|stubtest|typecheck|mypy\.stubtest)$/, {}, { imports, exitCodes: null }),
];

const TESTS: readonly ToolRule[] = [
  row(
    /^(?:pytest|py\.test)$/,
    { kind: "benchmark" },
    { needs: /^--(?:benchmark-(?:only|compare|save|autosave)|codspeed)/ },
  ),
  row(/^(?:pytest|py\.test)$/, { kind: "noise" }, { needs: /^(?:--version|--help|-h|--fixtures|--markers)$/ }),
  gate("tests", /^(?:pytest|py\.test)$/, {}, { tool: "pytest", imports, report: JUNIT, coverage: true }),
  gate("tests", "unittest", { unless: HELP }, { imports }),
  gate(
    "tests",
    /^(?:nosetests|nose2|stestr|zope-testrunner|trial|twisted\.trial|green|ward|behave|lettuce|robot|testr|avocado|sybil|doctest|virtue)$/,
    { unless: HELP },
    { imports, exitCodes: null },
  ),
  gate("tests", "xdoctest", {}, { imports }),
  row("coverage", { kind: "follow-up", tool: "coverage" }, { sub: /^(?:report|combine)$/ }),
  row("coverage", { kind: "noise" }, { sub: /^(?:erase|debug|help)$/ }),
  row("coverage", { kind: "report" }, { sub: /^(?:html|xml|json|lcov|annotate)$/ }),
  gate(
    "tests",
    "coverage",
    { sub: /^run$/, needs: /^(?:pytest|py\.test)$/ },
    { tool: "pytest", imports, report: JUNIT, coverage: true },
  ),
  gate("tests", "coverage", { sub: /^run$/ }, { imports, coverage: true, exitCodes: null }),
  row("slipcover", { kind: "other" }),
  gate("coverage", /^(?:diff-cover|diff-quality|diff_cover\..*)$/, {}, { doubt: "it compares with another commit" }),
];

const SAFETY: readonly ToolRule[] = [
  gate("sast", "bandit", { unless: /^(?:--version|--help|-h|--exit-zero)$/ }, { report: BANDIT }),
  row("bandit", { kind: "noise" }),
  gate("sast", "bandit-baseline", { unless: HELP }, { doubt: "it checks out the commit before, and resets the tree" }),
  gate("audit", "safety", { unless: HELP }, { network: true, inconclusive: "warn" }),
  gate("audit", "pip-audit", { unless: HELP }, { network: true, inconclusive: "warn", report: PIP_AUDIT }),
  gate("secrets", "detect-secrets-hook", {}, { cpu: 2 }),
  row(
    "detect-secrets",
    { kind: "fixer", why: "a scan with a baseline rewrites it and accepts what is new" },
    { sub: /^scan$/ },
  ),
  gate("secrets", "detect-secrets", { sub: /^audit$/ }, { doubt: "it asks a person" }),
  gate("deps", "deptry", { unless: HELP }),
  gate("deps", /^(?:creosote|fawltydeps|pip-check-reqs|pip-missing-reqs|pip-extra-reqs)$/),
  gate("deps", "pip", { sub: /^check$/ }, { tool: "pip check" }),
  gate("licenses", /^(?:pip-licenses|liccheck|licensecheck)$/, {
    needs: /^--(?:fail-on|allow-only|sfile|only-licenses)/,
  }),
];

const PACKAGING: readonly ToolRule[] = [
  row("twine", { kind: "publish", what: "twine upload" }, { sub: /^upload$/ }),
  gate("packaging", "twine", { sub: /^check$/ }, { doubt: "it checks files that a build before it makes" }),
  gate(
    "packaging",
    /^(?:check-wheel-contents|abi3audit|auditwheel|pydistcheck)$/,
    { unless: HELP },
    { doubt: "it checks files that a build before it makes" },
  ),
  gate("packaging", "check-manifest", {}, { network: false }),
  gate("packaging", /^(?:pyroma|validate-pyproject|pyproject-fmt-check|pyproject-lint)$/, {
    unless: HELP,
  }),
  fixer("pyproject-fmt", "it rewrites files", { unless: /^--check$/ }, withWords(1, "--check")),
  gate("format", /^(?:pyproject-fmt|toml-sort|taplo)$/, { needs: /^(?:--check|-c)$/ }),
  gate("packaging", "python", { needs: /^(?:check|sdist_check)$/, sub: /^setup\.py$/ }, { tool: "setup.py check" }),
  row(
    "python",
    { kind: "publish", what: "setup.py upload" },
    { sub: /^setup\.py$/, needs: /^(?:upload|register|upload_docs)$/ },
  ),
  row("python", { kind: "install" }, { sub: /^setup\.py$/, needs: /^(?:develop|install)$/ }),
  gate(
    "tests",
    "python",
    { sub: /^setup\.py$/, needs: /^(?:test|pytest|nosetests)$/ },
    { tool: "setup.py test", imports, exitCodes: null },
  ),
  row("python", { kind: "build", what: "setup.py" }, { sub: /^setup\.py$/ }),
  row(
    /^(?:build|pyproject-build|pypa-build|cibuildwheel|maturin|flit|hatchling)$/,
    { kind: "build", what: "a distribution" },
    { unless: /^(?:publish|upload)$/ },
  ),
  row(/^(?:flit|maturin)$/, { kind: "publish", what: "the package" }),
];

const MANAGERS: readonly ToolRule[] = [
  gate("lock", "uv", { sub: /^lock$/, needs: /^(?:--check|--locked)$/ }, { tool: "uv lock" }),
  gate("audit", "uv", { sub: /^audit$/ }, { tool: "uv audit", network: true, inconclusive: "warn" }),
  gate("types", "uv", { sub: /^check$/ }, { tool: "uv check", cpu: 2 }),
  gate("format", "uv", { sub: /^format$/, needs: /^(?:--check|--diff)$/ }, { tool: "uv format" }),
  row("uv", { kind: "publish", what: "uv publish" }, { sub: /^publish$/ }),
  row("uv", { kind: "build", what: "a distribution" }, { sub: /^build$/ }),
  row("uv", { kind: "install" }, { sub: /^sync$/ }),
  row("uv", { kind: "install" }, { sub: /^pip$/, needs: /^(?:install|sync)$/ }),
  gate("deps", "uv", { sub: /^pip$/, needs: /^check$/ }, { tool: "uv pip check" }),
  row("uv", { kind: "install" }, { sub: /^tool$/, needs: /^install$/ }),
  fixer("uv", "it changes the lock", { sub: /^(?:lock|add|remove|version)$/ }),
  row("uv", { kind: "noise" }),
  gate("lock", "poetry", { sub: /^(?:check|lock)$/, needs: /^(?:--lock|--check|check)$/ }, { tool: "poetry check" }),
  row("poetry", { kind: "publish", what: "poetry publish" }, { sub: /^publish$/ }),
  row("poetry", { kind: "build", what: "a distribution" }, { sub: /^build$/ }),
  row("poetry", { kind: "install" }, { sub: /^(?:install|sync)$/ }),
  row("poetry", { kind: "noise" }),
  gate("lock", "pdm", { sub: /^lock$/, needs: /^--check$/ }, { tool: "pdm lock" }),
  row("pdm", { kind: "publish", what: "pdm publish" }, { sub: /^publish$/ }),
  row("pdm", { kind: "build", what: "a distribution" }, { sub: /^(?:build|pack)$/ }),
  row("pdm", { kind: "install" }, { sub: /^(?:install|sync)$/ }),
  row("pdm", { kind: "noise" }, { sub: /^(?:info|config|use|venv|list|show|self|plugin|update|lock|export|cache)$/ }),
  gate("lock", "pipenv", { sub: /^verify$/ }, { tool: "pipenv verify" }),
  row("pipenv", { kind: "install" }, { sub: /^(?:install|sync)$/ }),
  gate("audit", "pipenv", { sub: /^(?:check|audit)$/ }, { tool: "pipenv check", network: true, inconclusive: "warn" }),
  row("hatch", { kind: "publish", what: "hatch publish" }, { sub: /^publish$/ }),
  row("hatch", { kind: "build", what: "a distribution" }, { sub: /^build$/ }),
  row("hatch", { kind: "noise" }, { sub: /^(?:env|version|config|python|self|status|project|dep|clean|shell|new)$/ }),
  gate("lint", "hatch", { sub: /^fmt$/, needs: /^--check$/ }, { tool: "hatch fmt" }),
  fixer("hatch", "it rewrites files", { sub: /^fmt$/ }, (words) => [...words, "--check"]),
  fixer("hatch", "`--fix` rewrites files", { sub: /^check$/, needs: /^--fix$/ }, without(/^--fix$/)),
  gate("format", "hatch", { sub: /^check$/, needs: /^fmt$/ }, { tool: "hatch check" }),
  gate("types", "hatch", { sub: /^check$/, needs: /^types$/ }, { tool: "hatch check", imports }),
  gate("lint", "hatch", { sub: /^check$/ }, { tool: "hatch check", tier: "normal", imports }),
  row("hatch", { kind: "noise" }, { sub: /^test$/, needs: /^(?:-s|--show|-h|--help)$/ }),
  gate("tests", "hatch", { sub: /^test$/ }, { tool: "hatch test", imports, coverage: true }),
  row(/^pip[\d.]*$/, { kind: "install" }, { sub: /^(?:install|sync)$/ }),
  row(/^pip[\d.]*$/, { kind: "noise" }),
  row("pip-sync", { kind: "install" }),
  gate("lock", "pip-compile", { needs: /^--dry-run$/ }, { network: true, doubt: "its answer changes with the index" }),
  fixer("pip-compile", "it rewrites requirement files", {}),
  row("pipx", { kind: "install" }, { sub: /^(?:install|inject)$/ }),
  row(
    /^(?:pipx|virtualenv|venv|ensurepip|pip-tools|conda|mamba|micromamba|pixi)$/,
    { kind: "noise" },
    { unless: /^(?:install|create|update|env|run|add|sync)$/ },
  ),
  row(/^(?:conda|mamba|micromamba)$/, { kind: "install" }),
  row("pixi", { kind: "install" }, { sub: /^(?:install|add|sync|update)$/ }),
  row("rye", { kind: "install" }, { sub: /^sync$/ }),
];

const DOCS: readonly ToolRule[] = [
  // What `make clean` of a Makefile by sphinx-quickstart runs.
  row("sphinx-build", { kind: "noise" }, { needs: /^(?:clean|help)$/ }),
  gate(
    "docs",
    /^(?:sphinx-build|sphinx)$/,
    { unless: /^(?:--version|(?:-[bM])?linkcheck)$/ },
    { tool: "sphinx-build", imports, exitCodes: null },
  ),
  gate(
    "links",
    /^(?:sphinx-build|sphinx)$/,
    { needs: /^(?:-[bM])?linkcheck$/ },
    { tool: "sphinx-build", network: true, doubt: "it asks the sites that documents link to" },
  ),
  row("mkdocs", { kind: "publish", what: "mkdocs gh-deploy" }, { sub: /^gh-deploy$/ }),
  row("mike", { kind: "publish", what: "mike deploy" }, { sub: /^(?:deploy|set-default|alias|delete)$/ }),
  row(
    /^(?:mkdocs|sphinx-autobuild)$/,
    { kind: "service", what: "a server for documents" },
    { needs: /^(?:serve|-H|--port|docs)$/, sub: /^(?:serve|docs)$/ },
  ),
  gate("docs", "mkdocs", { sub: /^build$/ }, { imports, exitCodes: null }),
  gate("docs", "zensical", { sub: /^build$/ }, { imports, exitCodes: null }),
  gate(
    "docs",
    /^(?:doc8|rstcheck|sphinx-lint|rst-lint|restructuredtext-lint|mdformat|blacken-docs|pymarkdown|pymarkdownlnt)$/,
    { unless: HELP },
    { tier: "fast" },
  ),
  gate("docs", "jupyter-book", { sub: /^build$/ }, { imports, exitCodes: null }),
  gate("docs", /^(?:towncrier)$/, { sub: /^check$/ }, { doubt: "it compares with another branch" }),
  row("towncrier", { kind: "publish", what: "the changelog" }, { sub: /^build$/ }),
  row("scriv", { kind: "publish", what: "the changelog" }),
];

/** `django-admin test`, `python -m django test`. */
const DJANGO_ADMIN = /^(?:django|django-admin)$/;

const DJANGO: readonly ToolRule[] = [
  row("python", { kind: "service", what: "a server" }, { sub: /(?:^|\/)manage\.py$/, needs: /^(?:runserver|celery)$/ }),
  gate("tests", "python", { sub: /(?:^|\/)manage\.py$/, needs: /^test$/ }, { tool: "manage.py test", imports }),
  gate(
    "migrations",
    "python",
    { sub: /(?:^|\/)manage\.py$/, needs: /^(?:--check|--check-changes)$/ },
    { tool: "manage.py makemigrations", imports },
  ),
  gate("checks", "python", { sub: /(?:^|\/)manage\.py$/, needs: /^check$/ }, { tool: "manage.py check", imports }),
  row("python", { kind: "build", what: "manage.py" }, { sub: /(?:^|\/)manage\.py$/ }),
  gate("tests", DJANGO_ADMIN, { sub: /^test$/ }, { tool: "django test", imports }),
  gate(
    "migrations",
    DJANGO_ADMIN,
    { sub: /^makemigrations$/, needs: /^--check(?:-changes)?$/ },
    { tool: "django makemigrations", imports },
  ),
  gate("checks", DJANGO_ADMIN, { sub: /^check$/ }, { tool: "django check", imports }),
  row(DJANGO_ADMIN, { kind: "service", what: "a server" }, { sub: /^(?:runserver|testserver)$/ }),
];

const RELEASES: readonly ToolRule[] = [
  row(
    /^(?:semantic-release|python-semantic-release|psr|bump2version|bumpversion|bump-my-version|tbump|zest\.releaser|fullrelease|punch|commitizen-release)$/,
    { kind: "publish", what: "a release" },
  ),
  row(/^(?:cz|commitizen)$/, { kind: "publish", what: "cz bump" }, { needs: /^(?:bump|changelog|ch)$/ }),
  gate(
    "commits",
    /^(?:cz|commitizen)$/,
    { needs: /^check$/ },
    { doubt: "it needs the range of commits of a pull request", tool: "commitizen" },
  ),
  row("asv", { kind: "benchmark" }),
  row(/^(?:codecov|coveralls|codacy|codeclimate|cc-test-reporter|deepsource|sonar-scanner|genbadge|coverage-badge)$/, {
    kind: "report",
  }),
  row(/^(?:gunicorn|uvicorn|flask|celery|jupyter-lab|http\.server|SimpleHTTPServer|localstack|moto_server)$/, {
    kind: "service",
    what: "a server",
  }),
];

/** What Python's tools are for. The first row that fits counts. */
export const PYTHON_RULES: readonly ToolRule[] = [
  ...LINTERS,
  ...TYPES,
  ...TESTS,
  ...SAFETY,
  ...PACKAGING,
  ...MANAGERS,
  ...DOCS,
  ...DJANGO,
  ...RELEASES,
];
