import { fixer, gatesOf, row, type ToolFacts, type ToolRule } from "./rules.ts";

const gate = gatesOf("system");
const HELP = /^(?:--version|-v|-V|--help|-h|version|help)$/;

const GO_FORMATTERS = /^(?:gofmt|gofumpt|goimports|gci)$/;

const GO: readonly ToolRule[] = [
  gate(
    "tests",
    "go",
    { sub: /^test$/, needs: /^-bench/, unless: /^-run/ },
    { doubt: "it measures and does not check" },
  ),
  gate("tests", "go", { sub: /^test$/ }, { tool: "go test", imports: true, cpu: 2 }),
  gate("lint", "go", { sub: /^vet$/ }, { tool: "go vet", exitCodes: null }),
  gate("build", "go", { sub: /^build$/ }, { tool: "go build", cpu: 2 }),
  row("go", { kind: "build", what: "go generate" }, { sub: /^generate$/ }),
  row("go", { kind: "noise" }, { sub: /^(?:version|env|mod|list|get|clean|tool|work|doc|help)$/ }),
  row("go", { kind: "machine", what: "a Go program" }, { sub: /^install$/ }),
  fixer("golangci-lint", "it rewrites files", { needs: /^--fix$/ }),
  gate("lint", "golangci-lint", { sub: /^run$/, unless: /^--fix$/ }, { cpu: 2 }),
  gate("lint", /^(?:staticcheck|revive|errcheck|gosec|govulncheck)$/, {}, { exitCodes: null }),
  fixer(GO_FORMATTERS, "it rewrites files", { needs: /^-(?:w|[ls]+w|w[ls]+)$/ }),
  gate("format", GO_FORMATTERS, { needs: /^-(?:l|d)$/ }, { doubt: "it exits with 0 whatever it finds" }),
];

/** Exit codes of cargo: 101 is what the compiler and tests found, 100 what nextest did. */
const OF_CARGO = { cpu: 2, exitCodes: { clean: [0], findings: [101, 100, 1] } } satisfies ToolFacts;

const RUST: readonly ToolRule[] = [
  row("cargo", { kind: "noise" }, { needs: /^(?:--version|-V|--help)$/ }),
  gate("format", "cargo", { sub: /^fmt$/, needs: /^--check$/ }, { tool: "cargo fmt" }),
  fixer("cargo", "it rewrites files", { sub: /^clippy$/, needs: /^--fix$/ }),
  fixer("cargo", "it rewrites files", { sub: /^(?:fmt|fix)$/ }, (words) => [...words, "--check"]),
  gate("tests", "cargo", { sub: /^(?:test|nextest|t)$/ }, { tool: "cargo test", ...OF_CARGO }),
  gate("lint", "cargo", { sub: /^clippy$/ }, { tool: "cargo clippy", ...OF_CARGO }),
  gate("types", "cargo", { sub: /^(?:check|c)$/ }, { tool: "cargo check", ...OF_CARGO }),
  gate("docs", "cargo", { sub: /^(?:doc|rustdoc)$/ }, { tool: "cargo doc", ...OF_CARGO }),
  gate(
    "audit",
    "cargo",
    { sub: /^(?:audit|deny|vet)$/ },
    { tool: "cargo audit", network: true, exitCodes: null, doubt: "it asks an advisory service" },
  ),
  row("cargo", { kind: "publish", what: "cargo publish" }, { sub: /^(?:publish|release|yank|owner|login)$/ }),
  row("cargo", { kind: "noise" }, { sub: /^llvm-cov$/, needs: /^(?:clean|show-env|report)$/ }),
  gate(
    "tests",
    "cargo",
    { sub: /^llvm-cov$/ },
    { tool: "cargo llvm-cov", ...OF_CARGO, doubt: "GitHub's runners do not have cargo-llvm-cov" },
  ),
  row("cargo", { kind: "benchmark" }, { sub: /^bench$/ }),
  row("cargo", { kind: "machine", what: "a cargo program" }, { sub: /^(?:install|binstall)$/ }),
  row("cargo", { kind: "noise" }, { sub: /^(?:metadata|tree|fetch|clean|update|locate-project|pkgid|help)$/ }),
  gate(
    "lint",
    "cargo",
    {
      sub: /^(?:machete|udeps|shear|semver-checks|msrv|hack|outdated|spellcheck|sort|public-api|dylint|miri|mutants|careful|geiger|features|minimal-versions|insta)$/,
    },
    { tool: "cargo plugin", exitCodes: null, doubt: "GitHub's runners do not have that plugin of cargo" },
  ),
  gate("build", "cargo", { sub: /^(?:build|b)$/ }, { tool: "cargo build", ...OF_CARGO }),
  row(/^(?:rustc|rustdoc)$/, { kind: "noise" }, { needs: /^(?:--version|-V|-vV|--print.*)$/ }),
  row("rustup", { kind: "machine", what: "a Rust toolchain" }),
];

const MAVEN = /^(?:\.\/)?mvnw?$|^mvnd$/;
const GRADLE = /^(?:\.\/)?gradlew?$/;
/** Phases and goals without tests: what is asked is that it compiles. */
const NO_TESTS = /^(?:-DskipTests|-Dmaven\.test\.skip)(?:=true)?$/;
/** Maven's phases up to the one that runs tests, and those behind it (maven.apache.org, "Lifecycle Reference"). */
const MAVEN_TESTS = /^(?:test|package|verify|integration-test|install)$/;

const OF_MAVEN = { tool: "maven", cpu: 2 } satisfies ToolFacts;
const OF_GRADLE = { tool: "gradle", cpu: 2 } satisfies ToolFacts;

/** Java stands on every runner of GitHub's, with Maven and Gradle (actions/runner-images). */
const JAVA: readonly ToolRule[] = [
  row(MAVEN, { kind: "publish", what: "mvn deploy" }, { needs: /^(?:deploy|site-deploy|release:.*|.*:deploy)$/ }),
  // `-V` shows the version and goes on.
  row(MAVEN, { kind: "noise" }, { needs: /^(?:--version|-v|--help|-h|help)$/ }),
  gate("lint", MAVEN, { needs: /:(?:check|verify|cmp|compare|lint|validate)\b/ }, OF_MAVEN),
  gate("build", MAVEN, { needs: NO_TESTS }, OF_MAVEN),
  gate("tests", MAVEN, { needs: MAVEN_TESTS }, OF_MAVEN),
  gate("build", MAVEN, { needs: /^(?:test-)?compile$/ }, OF_MAVEN),
  // Without a goal or a phase Maven runs the `defaultGoal` of pom.xml, and refuses to start where there is none.
  gate(
    "tests",
    MAVEN,
    { unless: /^(?:[\w.-]+:\S+|clean|site|validate|initialize|wrapper|prepare-package|(?:generate|process)-\S+)$/ },
    OF_MAVEN,
  ),
  row(
    GRADLE,
    { kind: "publish", what: "gradle publish" },
    { needs: /^(?:\S*:)?(?:publish|upload|deploy|release)\w*$/ },
  ),
  row(GRADLE, { kind: "noise" }, { needs: /^(?:--version|--help|-h|tasks|wrapper|--stop)$/ }),
  gate(
    "lint",
    GRADLE,
    { needs: /^(?:\S*:)?(?:spotless|checkstyle|ktlint|detekt|spotbugs|pmd|lint)\w*$/, unless: /Apply$|Format$/ },
    OF_GRADLE,
  ),
  gate("tests", GRADLE, { needs: /^(?:\S*:)?(?:\w*[tT]ests?|check|verify|build)$/ }, OF_GRADLE),
  gate("build", GRADLE, { needs: /^(?:\S*:)?(?:assemble|compile|classes|jar|testClasses)\w*$/ }, OF_GRADLE),
];

const NATIVE: readonly ToolRule[] = [
  gate("tests", "ctest", { unless: HELP }, { exitCodes: null, imports: true, cpu: 2 }),
  gate("tests", "cmake", { needs: /^(?:test|check)$/, unless: /^-[EPS]$/ }, { tool: "cmake", exitCodes: null, cpu: 2 }),
  gate("tests", "meson", { sub: /^test$/ }, { exitCodes: null, imports: true, cpu: 2 }),
  gate("tests", "ninja", { needs: /^(?:test|check)$/ }, { exitCodes: null, imports: true, cpu: 2 }),
  gate("tests", /^(?:.*\/)?bats$/, { unless: HELP }, { tool: "bats", exitCodes: null, imports: true }),
  gate("tests", /^(?:prove|shellspec|busted|urchin)$/, { unless: HELP }, { exitCodes: null, imports: true }),
  gate("lint", /^(?:luacheck|selene|cppcheck|iwyu_tool|markdownlint-rb|mdl)$/, { unless: HELP }, { exitCodes: null }),
  gate("format", "stylua", { needs: /^(?:--check|-c)$/ }),
  gate("lint", "buf", { sub: /^(?:lint|breaking)$/ }, { exitCodes: null }),
];

interface Toolchain {
  /** What does not come with Turnpike, for a sentence. */
  readonly name: string;
  readonly gates: readonly (readonly [kind: string, program: RegExp, when?: Omit<ToolRule, "program" | "use">])[];
}

const inFolder = (names: string): RegExp => new RegExp(`^(?:.*/)?(?:${names})(?:\\.phar)?$`);
const OWN_TASKS =
  /^(?:exec|test|tests|spec|rake|check|checks|lint|ci|qa|phpstan|phpcs|cs|cs-check|analyse|analyze|stan)$/;

/** Languages whose tools stand on what a job sets up: their versions are not chosen here, so that nothing runs unasked. */
const TOOLCHAINS: readonly Toolchain[] = [
  {
    name: "Ruby",
    gates: [
      ["lint", /^(?:rubocop|standardrb|reek|erb_lint|haml-lint|slim-lint|brakeman)$/],
      ["tests", /^(?:rspec|cucumber|minitest|rake|bundle)$/, { needs: /^(?:.*rubocop.*|standardrb)$/ }],
      ["tests", /^(?:rspec|cucumber|minitest)$/],
      ["tests", /^(?:rake|bundle)$/, { needs: OWN_TASKS }],
    ],
  },
  {
    name: "PHP",
    gates: [
      ["tests", inFolder("phpunit|pest|codecept|paratest|behat|phpspec|infection")],
      ["types", inFolder("phpstan|psalm|phan|mago")],
      ["lint", inFolder("phpcs|parallel-lint|phpmd|deptrac|rector"), { unless: /^--fix$/ }],
      ["format", inFolder("php-cs-fixer|pint|ecs"), { needs: /^(?:--dry-run|--test|check)$/ }],
      ["lint", /^php$/, { needs: /^-l$/ }],
      ["lint", /^composer$/, { sub: /^(?:validate|audit|normalize)$/ }],
      ["tests", /^composer$/, { needs: OWN_TASKS }],
    ],
  },
  {
    name: ".NET",
    gates: [
      ["tests", /^dotnet$/, { sub: /^(?:test|vstest)$/ }],
      ["format", /^dotnet$/, { sub: /^format$/, needs: /^--verify-no-changes$/ }],
      ["build", /^dotnet$/, { sub: /^build$/ }],
    ],
  },
  {
    name: "Haskell",
    gates: [
      ["tests", /^(?:cabal|stack)$/, { needs: /^(?:test|check|v2-test)$/ }],
      ["lint", /^(?:hlint|stan|weeder)$/],
      ["format", /^(?:fourmolu|ormolu)$/, { needs: /^(?:check|--mode=check|--check)$/ }],
    ],
  },
  {
    name: "Elixir",
    gates: [
      ["format", /^mix$/, { sub: /^format$/, needs: /^--check-formatted$/ }],
      ["lint", /^mix$/, { sub: /^(?:credo|dialyzer|sobelow|doctor|xref)$/ }],
      ["tests", /^(?:mix|rebar3)$/, { sub: /^(?:test|eunit|ct|check)$/ }],
    ],
  },
  {
    name: "Swift",
    gates: [
      ["tests", /^swift$/, { sub: /^(?:test|build)$/ }],
      ["lint", /^swiftlint$/],
    ],
  },
  {
    name: "Dart",
    gates: [
      ["types", /^(?:dart|flutter)$/, { sub: /^analyze$/ }],
      ["tests", /^(?:dart|flutter)$/, { sub: /^test$/ }],
      ["format", /^dart$/, { sub: /^format$/, needs: /^--set-exit-if-changed$/ }],
    ],
  },
  {
    name: "Zig",
    gates: [
      ["format", /^zig$/, { sub: /^fmt$/, needs: /^--check$/ }],
      ["tests", /^zig$/, { sub: /^(?:build|test)$/ }],
    ],
  },
  {
    name: "the Java virtual machine's Scala or Clojure",
    gates: [["tests", /^(?:sbt|\.\/sbt|lein|clj|clojure|mill|\.\/mill)$/, { needs: /(?:^|:|\b)(?:test|check)/ }]],
  },
  { name: "Kotlin's tools", gates: [["lint", /^(?:ktlint|detekt)$/]] },
  {
    name: "Bazel",
    gates: [["tests", /^(?:bazel|bazelisk|buck2?|pants|\.\/pants)$/, { needs: /^(?:test|check|lint)$/ }]],
  },
  {
    name: "Nix",
    gates: [
      ["checks", /^nix$/, { needs: /^(?:check|build|run|develop|fmt)$/ }],
      ["checks", /^(?:nix-build|nix-shell|nix-instantiate|statix|deadnix|nixfmt|alejandra|nixpkgs-fmt)$/],
    ],
  },
  {
    name: "Terraform",
    gates: [
      ["format", /^(?:terraform|tofu|packer|terragrunt)$/, { sub: /^(?:fmt|hclfmt)$/, needs: /^-{1,2}(?:check|diff)/ }],
      ["lint", /^(?:terraform|tofu|packer|terragrunt)$/, { sub: /^validate$/ }],
      ["tests", /^(?:terraform|tofu)$/, { sub: /^test$/ }],
      ["sast", /^(?:tfsec|terrascan)$/],
    ],
  },
  {
    name: "Ansible",
    gates: [
      ["lint", /^ansible-playbook$/, { needs: /^--syntax-check$/ }],
      ["tests", /^ansible-test$/],
    ],
  },
  {
    name: "Helm",
    gates: [
      ["lint", /^(?:helm|ct)$/, { sub: /^(?:lint|unittest|template)$/ }],
      ["lint", /^(?:kubeconform|kubeval|conftest|pluto|polaris)$/],
    ],
  },
  { name: "R", gates: [["tests", /^R$/, { sub: /^CMD$/, needs: /^check$/ }]] },
  { name: "Julia", gates: [["tests", /^julia$/, { needs: /Pkg\.test|runtests/ }]] },
  { name: "Foundry", gates: [["tests", /^forge$/, { sub: /^(?:test|fmt|build)$/ }]] },
  { name: "a site generator", gates: [["docs", /^(?:hugo|zola|mdbook|antora|jekyll)$/, { unless: HELP }]] },
];

function rulesOf({ name, gates }: Toolchain): readonly ToolRule[] {
  const facts = { exitCodes: null, doubt: `it needs ${name}, which Turnpike does not set up` };
  return gates.map(([kind, program, when]) => gate(kind, program, { unless: HELP, ...when }, facts));
}

/** It starts containers of its own, so that it needs more than the machine. */
const CONTAINERS: readonly ToolRule[] = [
  gate(
    "tests",
    "molecule",
    { sub: /^(?:test|converge|verify|check)$/ },
    { exitCodes: null, doubt: "it starts containers" },
  ),
  gate(
    "tests",
    /^(?:dgoss|container-structure-test|testinfra)$/,
    {},
    { exitCodes: null, doubt: "it starts containers" },
  ),
  gate(
    "audit",
    /^(?:trivy|grype|osv-scanner|snyk)$/,
    { unless: HELP },
    { network: true, exitCodes: null, doubt: "it asks an advisory service" },
  ),
];

/** What prepares such checks, and deploys nothing. */
const PREPARING: readonly ToolRule[] = [
  row(
    "composer",
    { kind: "machine", what: "PHP packages" },
    { sub: /^(?:install|update|require|remove|bin|config|global|dump-autoload|create-project)$/ },
  ),
  row("cabal", { kind: "machine", what: "Haskell packages" }, { sub: /^(?:update|freeze|configure|install)$/ }),
  row("mix", { kind: "machine", what: "Elixir packages" }, { sub: /^(?:deps\S*|local\S*|compile)$/ }),
  row("dotnet", { kind: "machine", what: ".NET packages" }, { sub: /^(?:restore|tool|workload|nuget)$/ }),
  row(/^(?:terraform|tofu|packer|terragrunt|helm|ansible\S*|kubectl)$/, { kind: "noise" }, { needs: HELP }),
  row(
    /^(?:terraform|tofu|packer|tflint)$/,
    { kind: "machine", what: "Terraform" },
    { sub: /^(?:init|get|providers)$/ },
  ),
  row("tflint", { kind: "machine", what: "Terraform" }, { needs: /^--init$/ }),
  row("helm", { kind: "machine", what: "Helm" }, { sub: /^(?:repo|dependency|dep|plugin|registry)$/ }),
  row("ansible-galaxy", { kind: "machine", what: "Ansible" }, { needs: /^install$/ }),
];

/** What compilers and build tools of languages other than Python's and Node's are for. The first row that fits counts. */
export const LANGUAGE_RULES: readonly ToolRule[] = [
  ...GO,
  ...RUST,
  ...JAVA,
  ...NATIVE,
  ...CONTAINERS,
  ...PREPARING,
  ...TOOLCHAINS.flatMap(rulesOf),
];
