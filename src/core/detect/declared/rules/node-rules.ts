import { fixer, gatesOf, row, type ToolRule, without, withWords } from "./rules.ts";
import type { ReportWay } from "./use.ts";

const gate = gatesOf("node");

const VITEST_JUNIT: ReportWay = {
  format: "junit",
  extension: "xml",
  args: (path) => ["--reporter=default", "--reporter=junit", `--outputFile.junit=${path}`],
  own: /^(?:--reporter|--outputFile|bench|typecheck|--typecheck\.only|list)/,
  since: [1],
};

const ESLINT_JSON: ReportWay = {
  format: "eslint-json",
  extension: "json",
  args: (path) => ["-f", "json", "-o", path],
  own: /^(?:-f|--format|-o|--output-file)(?:=|$)/,
};

const HELP = /^(?:--version|-v|-V|--help|-h|version|help)$/;
const WATCH = /^(?:-w|--watch|--watchAll|--watch-all|watch|dev|--ui)$/;
const imports = true;
/** TypeScript 5 reports findings as 2 and its own trouble as 1, TypeScript 7 both as 1. */
const TSC = { clean: [0], findings: [1, 2] };

const LINTERS: readonly ToolRule[] = [
  fixer("eslint", "`--fix` rewrites files", { needs: /^--fix$/ }, without(/^(?:--fix|--fix-type(?:=.*)?)$/)),
  fixer("eslint", "it rewrites its list of known findings", { needs: /^--(?:prune-suppressions|suppress-all)$/ }),
  // Its output goes back into the files; `-qfo` is `-q -f -o` (github.com/remarkjs/remark, "remark-cli").
  fixer("remark", "`-o` rewrites files", { needs: /^(?:--output|-[a-z]*o)$/ }, (words) =>
    words.flatMap((one) => (/^(?:--output|-o)$/.test(one) ? [] : [/^-[a-z]+$/.test(one) ? one.replace("o", "") : one])),
  ),
  gate("lint", "eslint", { unless: /^(?:--version|-v|--help|-h|--init|--print-config)$/ }, { report: ESLINT_JSON }),
  fixer(
    /^(?:oxlint|xo|standard|ts-standard|semistandard|stylelint|markdownlint|markdownlint-cli2|tslint|jshint|sort-package-json|rome|ls-lint|textlint|secretlint)$/,
    "`--fix` rewrites files",
    { needs: /^(?:--fix|--write|-w|--fix-suggestions)$/ },
    without(/^(?:--fix|--write|-w)$/),
  ),
  gate(
    "lint",
    /^(?:oxlint|xo|standard|ts-standard|semistandard|tslint|jshint|jscs|dtslint|lintel|quick-lint-js|deno-lint|alex|ls-lint|eclint|htmlhint|html-validate|svelte-lint|solhint|buf|spectral|redocly|graphql-eslint|secretlint|rslint)$/,
    { unless: HELP },
  ),
  gate("lint", "gts", { sub: /^(?:lint|check)$/ }, { exitCodes: null }),
  fixer("gts", "it rewrites files", { sub: /^fix$/ }, (words) => words.map((one) => (one === "fix" ? "lint" : one))),
  gate("lint", "stylelint", { unless: HELP }, { exitCodes: { clean: [0], findings: [2] } }),
  gate("docs", /^(?:markdownlint|markdownlint-cli2|remark|textlint)$/, { unless: HELP }, { tier: "fast" }),
  gate("format", "prettier", { needs: /^(?:--check|-c|--list-different|-l)$/, unless: /^(?:--write|-w)$/ }),
  fixer("prettier", "it rewrites files", { needs: /^(?:--write|-w)$/ }, (words) =>
    words.map((one) => (/^(?:--write|-w)$/.test(one) ? "--check" : one)),
  ),
  row("prettier", { kind: "noise" }),
  fixer(
    /^(?:biome|rome)$/,
    "it rewrites files",
    { needs: /^(?:--write|--apply|--apply-unsafe|--fix|--unsafe)$/ },
    without(/^(?:--write|--apply|--apply-unsafe|--fix|--unsafe)$/),
  ),
  gate("lint", /^(?:biome|rome)$/, { sub: /^(?:ci|check|lint)$/ }, { tool: "biome" }),
  gate("format", /^(?:biome|rome)$/, { sub: /^format$/ }, { tool: "biome" }),
  gate("format", "dprint", { sub: /^check$/ }),
  fixer("dprint", "it rewrites files", { sub: /^fmt$/ }, (words) =>
    words.map((one) => (one === "fmt" ? "check" : one)),
  ),
  gate("format", "oxfmt", { needs: /^(?:--check|--list-different)$/ }),
  fixer("oxfmt", "it rewrites files", {}, withWords(1, "--check")),
  gate("format", "sort-package-json", { needs: /^(?:--check|-c)$/ }),
];

const TYPES: readonly ToolRule[] = [
  row(/^(?:vue-)?tsc$/, { kind: "service", what: "a watcher" }, { needs: WATCH }),
  gate("types", /^(?:vue-tsc|tsc|tsgo)$/, { needs: /^--?no-?emit$/i }, { tool: "tsc", imports, exitCodes: TSC }),
  row(/^(?:vue-tsc|tsc|tsgo)$/, { kind: "build", what: "TypeScript" }, { unless: HELP }),
  gate(
    "types",
    /^(?:tsd|svelte-check|astro-check|expect-type|tstyche|type-coverage|dtslint|attest|flow|check-dts)$/,
    { unless: /^(?:--watch|server|stop)$/ },
    { imports, exitCodes: null },
  ),
  gate("types", "astro", { sub: /^check$/ }, { imports, exitCodes: null }),
  gate("types", "nuxi", { sub: /^typecheck$/ }, { imports, exitCodes: null }),
];

const BROWSERS = "it needs browsers, which no package manager installs";

/** Why what deno runs is a suggestion, a clause. */
export const DENO = "it needs deno, which Turnpike does not install";

const TESTS: readonly ToolRule[] = [
  row("vitest", { kind: "benchmark" }, { sub: /^bench$/ }),
  row(/^(?:vitest|jest|ava|mocha|tap)$/, { kind: "service", what: "a watcher" }, { needs: WATCH }),
  gate("tests", "vitest", { needs: /^--browser/ }, { imports, doubt: BROWSERS }),
  gate("tests", "vitest", {}, { imports, report: VITEST_JUNIT }),
  gate("tests", "jest", { unless: HELP }, { imports }),
  gate(
    "tests",
    /^(?:mocha|ava|tap|taprun|tape|uvu|jasmine|lab|qunit|japa|borp|bnt|better-node-test|poku|brittle|tsx-test|mocha-parallel-tests|node-tap|bdd|cucumber-js|@japa|web-test-runner-node|zx-test|zora|pta|riteway|buster|vows|nodeunit|aegir-test)$/,
    { unless: HELP },
    { imports, exitCodes: null },
  ),
  gate("tests", "node", { needs: /^--test(?:$|[-=])/ }, { tool: "node --test", imports }),
  gate("tests", "bun", { sub: /^test$/ }, { tool: "bun test", imports }),
  gate("tests", "deno", { sub: /^test$/ }, { imports, exitCodes: null, doubt: DENO }),
  gate("types", "deno", { sub: /^check$/ }, { imports, exitCodes: null, doubt: DENO }),
  gate("lint", "deno", { sub: /^lint$/, unless: /^--fix$/ }, { exitCodes: null, doubt: DENO }),
  gate("format", "deno", { sub: /^fmt$/, needs: /^--check$/ }, { exitCodes: null, doubt: DENO }),
  fixer("deno", "it rewrites files", { sub: /^(?:fmt|lint)$/ }),
  row("deno", { kind: "publish", what: "deno publish" }, { sub: /^(?:publish|deploy)$/ }),
  row("deno", { kind: "noise" }, { sub: /^(?:info|doc|cache|install|add|upgrade|version|completions)$/ }),
  gate(
    "tests",
    /^(?:c8|nyc)$/,
    { unless: /^(?:report|check-coverage|merge|instrument)$/ },
    { imports, exitCodes: null },
  ),
  row(/^(?:c8|nyc)$/, { kind: "follow-up", tool: "coverage" }, { sub: /^check-coverage$/ }),
  row(/^(?:c8|nyc)$/, { kind: "report" }),
  gate("tests", "playwright", { sub: /^test$/ }, { imports, doubt: BROWSERS }),
  row("playwright", { kind: "machine", what: "browsers" }),
  gate(
    "tests",
    /^(?:cypress|wdio|testcafe|nightwatch|karma|web-test-runner|wtr|jasmine-browser-runner|start-server-and-test|test-storybook|storybook|puppeteer|airtap|browser-run)$/,
    {},
    { imports, exitCodes: null, doubt: BROWSERS },
  ),
  gate("tests", "react-scripts", { sub: /^test$/ }, { imports, exitCodes: null }),
];

const PACKAGES: readonly ToolRule[] = [
  gate(
    "deps",
    /^(?:knip|depcheck|madge|dpdm|dependency-cruiser|depcruise|skott|unimported|syncpack|manypkg|sherif|npm-check-dependencies|installed-check|lockfile-lint|license-checker|ts-prune|ts-unused-exports|are-the-types-wrong-deps)$/,
    { unless: /^(?:fix|fix-mismatches|format|--fix)$/ },
    { exitCodes: null },
  ),
  gate(
    "packaging",
    /^(?:publint|attw|arethetypeswrong|check-export-map|api-extractor|es-check|are-types-wrong|package-check|pkg-check)$/,
    { unless: /^--local$/ },
    { exitCodes: null },
  ),
  gate("size", "size-limit", { unless: HELP }, { exitCodes: null }),
  gate(
    "size",
    /^(?:bundlesize|bundlewatch|bundlemon)$/,
    {},
    { exitCodes: null, doubt: "it measures what a build makes and may ask a service" },
  ),
  gate("docs", "typedoc", { needs: /^none$/ }, { exitCodes: null }),
  gate("spelling", "cspell", { unless: HELP }),
  gate("commits", "commitlint", {}, { doubt: "it needs the range of commits of a pull request" }),
  gate("commits", "danger", {}, { doubt: "it speaks to the pull request" }),
  gate(
    "audit",
    /^(?:npm|pnpm|yarn|bun)$/,
    { sub: /^audit$/, unless: /^(?:fix|signatures)$/ },
    { tool: "npm audit", network: true, inconclusive: "warn" },
  ),
  gate(
    "audit",
    /^(?:better-npm-audit|audit-ci|npm-audit-resolver|snyk)$/,
    {},
    { network: true, inconclusive: "warn", doubt: "it asks a service" },
  ),
  row(
    /^(?:npm|pnpm|yarn|bun)$/,
    { kind: "publish", what: "npm publish" },
    { sub: /^(?:publish|version|dist-tag|unpublish|deprecate)$/ },
  ),
  row("yarn", { kind: "publish", what: "npm publish" }, { sub: /^npm$/ }),
  row(/^(?:npm|pnpm|yarn|bun)$/, { kind: "install" }, { sub: /^(?:ci|install|i|clean-install)$/ }),
  row("yarn", { kind: "install" }, { unless: /^[^-]/ }),
  row(/^(?:npm|pnpm|yarn|bun)$/, { kind: "build", what: "the package" }, { sub: /^(?:pack|build|rebuild)$/ }),
  row(/^(?:npm|pnpm|yarn|bun)$/, { kind: "service", what: "a server" }, { sub: /^(?:start|dev|serve|preview|watch)$/ }),
  row(
    /^(?:npm|pnpm|yarn)$/,
    { kind: "noise" },
    {
      sub: /^(?:config|set|get|list|ls|why|info|view|store|cache|bin|root|prefix|ping|whoami|--version|version|plugin|env|setup|dedupe|outdated|prune)$/,
    },
  ),
  row(/^(?:npm|pnpm|yarn|bun)$/, { kind: "noise" }, { needs: /^(?:-v|--version)$/, unless: /^\w/ }),
  row(
    /^(?:npm|pnpm|yarn|bun)$/,
    { kind: "machine", what: "links between packages" },
    { sub: /^(?:link|unlink|add|remove|uninstall|update|upgrade)$/ },
  ),
  row(/^(?:corepack|nvm|fnm|volta|n)$/, { kind: "noise" }),
];

const BUILDS: readonly ToolRule[] = [
  row(
    /^(?:semantic-release|release-it|np|standard-version|release-please|lerna-publish|gh-pages|vercel|netlify|wrangler|firebase|surge|auto|shipjs|conventional-changelog|bumpp|changelogen|changelogithub|pkg-pr-new|vsce|ovsx|electron-builder|expo|eas)$/,
    { kind: "publish", what: "a release" },
  ),
  row(
    /^(?:changeset|changesets|lerna|nx-release|beachball|rush)$/,
    { kind: "publish", what: "a release" },
    { sub: /^(?:publish|version|tag|change|pre|release)$/ },
  ),
  gate("changes", "changeset", { sub: /^status$/ }, { doubt: "it compares with another branch" }),
  row(
    /^(?:vite|next|nuxt|nuxi|astro|webpack-dev-server|http-server|serve|live-server|parcel|nodemon|concurrently-dev|remix|gatsby|docusaurus|vitepress|vuepress|storybook-dev|ng)$/,
    { kind: "service", what: "a server" },
    {
      unless: /^(?:build|generate|prepare|check|lint|test|typegen|sync)$/,
      needs: /^(?:dev|serve|start|preview|-p|--port)$/,
    },
  ),
  gate("lint", "next", { sub: /^lint$/ }),
  gate("tests", "ng", { sub: /^test$/ }, { doubt: BROWSERS }),
  gate("lint", "ng", { sub: /^lint$/ }, { exitCodes: null }),
  row(
    /^(?:tsup|tsdown|rollup|webpack|esbuild|vite|next|nuxt|nuxi|astro|parcel|swc|babel|unbuild|bunchee|microbundle|ncc|pkgroll|rolldown|rspack|rslib|rsbuild|turbopack|gatsby|docusaurus|vitepress|vuepress|typedoc|svelte-kit|svelte-package|obuild|tshy|preconstruct|zshy|gulp|grunt|ng|jsdoc|sass|postcss|tailwindcss|copyfiles|cpx|shx|ncp|node-gyp|prebuildify|cmake-js|napi|wasm-pack|size|downlevel-dts|graphql-codegen|prisma|husky|patch-package|lefthook|is-ci|simple-git-hooks|electron-rebuild|storybook|remix|react-scripts|api-extractor|expo-module|bob)$/,
    { kind: "build", what: "the package" },
  ),
  row(/^(?:rimraf|premove|trash|del-cli|del|mkdirp|cross-env-shell|sleep|wait-on|kill-port)$/, { kind: "noise" }),
  row(/^(?:tinybench|benchmark|bench|autocannon|mitata)$/, { kind: "benchmark" }),
];

/** What Node's tools are for. The first row that fits counts. */
export const NODE_RULES: readonly ToolRule[] = [...LINTERS, ...TYPES, ...TESTS, ...PACKAGES, ...BUILDS];
