import { join } from "node:path/posix";
import { asTable } from "../../documents/index.ts";
import type { CheckingTool } from "./rules/use.ts";
import { isPlain } from "./script-tools.ts";
import type { Chosen, Situation } from "./situation.ts";

/** Kinds of gates that read sources and nothing around them. */
export const STATIC = new Set([
  "lock",
  "format",
  "lint",
  "spelling",
  "types",
  "secrets",
  "workflows",
  "sast",
  "docstrings",
  "licenses",
  "packaging",
  "deps",
  "commits",
]);

/** Secrets of steps that upload results, publish, comment or name a cache: no test reads them. */
const REPORTING =
  /^(?:GITHUB_TOKEN|GH_TOKEN)$|CODECOV|COVERALLS|SONAR|CODACY|CODECLIMATE|CC_TEST|CODSPEED|DEEPSOURCE|SNYK|PYPI|TWINE|NPM_TOKEN|NODE_AUTH|SLACK|DISCORD|DOCKER|DEPLOY|RELEASE|PAGES|NETLIFY|VERCEL|BOT|CACHIX|NX_CLOUD|^TURBO_|^CACHE_|SENTRY|BROWSERSTACK_REPORT/i;

/** The action shows its findings in GitHub's code scanning and fails nothing. */
const CODE_SCANNING = /`(?:zizmorcore\/zizmor-action|github\/codeql-action|ossf\/scorecard-action)/;

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

function surroundingBlockers({ run, step }: Situation, tool: CheckingTool): readonly string[] {
  const entries = [run.root, run.home, ...step.chain.map(({ entry }) => entry)];
  const around = entries.map(({ surroundings }) => surroundings);
  const container = around.find((one) => one.container !== null)?.container;
  const blockers = container == null ? [] : [`its job runs in the container ${container}`];
  if (STATIC.has(tool.kind)) return blockers;
  const services = unique(around.flatMap((one) => one.services));
  const secrets = unique(around.flatMap((one) => one.secrets)).filter((name) => !REPORTING.test(name));
  for (const name of step.wrappers) blockers.push(`\`${name}\` starts what it stands in`);
  if (services.length > 0) blockers.push(`its job needs the service ${services.join(", ")}`);
  if (secrets.length > 0) blockers.push(`its job reads the secret ${secrets.join(", ")}`);
  return blockers;
}

function stepBlockers({ step }: Situation): readonly string[] {
  const blockers = [...step.doubts];
  const isScan = step.command.doubts.some((doubt) => CODE_SCANNING.test(doubt));
  if (isScan) blockers.push("the action shows its findings in code scanning and fails nothing by itself");
  if (step.launched?.isPrivileged === true) blockers.push("it asks for the rights of the administrator");
  return blockers;
}

function stateBlockers(situation: Situation, tool: CheckingTool, chosen: Chosen): readonly string[] {
  const { state } = situation;
  const isHook = situation.run.home.system === "pre-commit";
  const usesInstalls = isHook || (chosen.environment !== null && chosen.environment.manager !== "uv");
  const unsure = usesInstalls || chosen.blockers.length > 0 ? state.unsure : [];
  const setUps = tool.ecosystem === "system" ? state.setUps : [];
  // A linter that compiles stands on the compiler that its job sets up.
  if (STATIC.has(tool.kind) && tool.kind !== "types")
    return tool.tool === "cargo clippy" ? [...unsure, ...setUps.slice(0, 2)] : unsure;
  return [...unsure, ...[...state.outside, ...setUps].slice(0, 2)];
}

/** Programs of every system; another one must come from the repository or from what it installs. */
const EVERYWHERE =
  /^(?:bash|sh|make|python|node|diff|cmp|test|sha\d+sum|shasum|cmake|ctest|cpack|ninja|gcc|g\+\+|cc|c\+\+|clang|clang\+\+|autoreconf|autoconf|automake|aclocal|libtoolize|bison|flex|swig|go|cargo|mvn|gradle|java|javac|perl)$|\//;

/** Programs that an action installs for its own job, and that GitHub's runner images do not have (actions/runner-images). */
const NOT_ON_RUNNERS =
  /^(?:golangci-lint|staticcheck|revive|errcheck|gosec|govulncheck|actionlint|gitleaks|hadolint|buf|tflint|shfmt|taplo|typos|lychee|ktlint|detekt|swiftlint|dprint|editorconfig-checker|ec|reuse|bats|urchin|shellspec|busted|luacheck|selene|stylua|cppcheck|mdl)$/;

function isNobodys({ step }: Situation, tool: CheckingTool): boolean {
  return NOT_ON_RUNNERS.test(step.launched?.bare[0] ?? "") || (tool.exitCodes === null && isPlain(tool));
}

function isFromNowhere({ step, state }: Situation): boolean {
  const [program = ""] = step.launched?.bare ?? [];
  const installs = state.installs.length + state.syncs.length + state.node.length > 0;
  return !installs && (step.launched?.launchers.length ?? 0) === 0 && !EVERYWHERE.test(program) && !step.entry.isolated;
}

/** What an action or a download brings is not nowhere; it is only not here. */
function whyForeign({ step }: Situation, { tool }: CheckingTool): string {
  return NOT_ON_RUNNERS.test(step.launched?.bare[0] ?? "")
    ? `GitHub's runners do not have ${tool}, and Turnpike does not install it`
    : `nothing there says where ${tool} comes from`;
}

/** size-limit measures time, too, where it is told to (github.com/ai/size-limit). */
function timesInBrowser({ scene, step }: Situation, { tool }: CheckingTool): boolean {
  if (tool !== "size-limit") return false;
  const document = scene.packageAt(step.command.cwd)?.pack.document ?? {};
  const names = Object.keys({ ...asTable(document["dependencies"]), ...asTable(document["devDependencies"]) });
  return names.some((name) => /^@size-limit\/(?:preset-app|preset-big-lib|time)$/.test(name));
}

/** Variables that tell what a script of the repository's own is to start with tox or nox, which no gate installs for it. */
const FOR_STARTERS = /^(?:TOXENV|TOX_ENV|NOXSESSION)$/;

function startsOther({ step, run }: Situation, tool: CheckingTool): readonly string[] {
  const name =
    run.home.system === "workflow" && isPlain(tool)
      ? Object.keys(step.env).find((one) => FOR_STARTERS.test(one))
      : undefined;
  return name === undefined ? [] : [`\`${name}\` tells its script what to start, which is not known`];
}

/** Of Python 2 nothing is left on runners, and uv brings none (docs.astral.sh/uv, "Python support"). */
function isOfPython2({ environment }: Chosen): readonly string[] {
  const python = environment?.recipe?.python ?? "";
  return /^2(?:\.|$)/.test(python) ? [`it runs on Python ${python}, which neither uv nor GitHub's runners bring`] : [];
}

/** Where an installation could not be read, that is the reason, and not that nothing installs. */
function unknownPlace({ state }: Situation, { blockers }: Chosen): readonly string[] {
  return state.unsure.length === 0
    ? blockers
    : blockers.filter((one) => !/^nothing there says where \S+ comes from$/.test(one));
}

/** A shell script that was not read may install into whatever is there, and do anything else. */
function isUnknownScript({ step }: Situation, tool: CheckingTool, chosen: Chosen): boolean {
  const line = (step.launched?.bare ?? []).slice(0, 2).join(" ");
  if (!isPlain(tool) || tool.ecosystem !== "system") return false;
  return /\.(?:ba|z)?sh$/.test(line) || (chosen.environment === null && line.includes("/"));
}

/** A word that names a file or folder: with an ending, with a slash, or what builds are called. */
const PATH_LIKE =
  /^(?!-|.*[*?[\]{}$=:,]|.*\.\.\.)(?:\S*\/\S*|[\w.-]+\.[A-Za-z]{1,6}|dist|build|out|lib|site|target|public|_site)$/;

/** `shop.orders` names shop/orders.py, or src/shop/orders. */
function isModule(word: string, hasPath: (path: string) => boolean): boolean {
  if (!/^\w+(?:\.\w+)+$/.test(word)) return false;
  const path = word.replaceAll(".", "/");
  return [path, `src/${path}`].some((one) => hasPath(one) || hasPath(`${one}.py`));
}

/** What a checker of sources is to look at and is not there: something before it makes it, or brings it along. */
function missingPath({ step, scene, run }: Situation, { kind }: CheckingTool): string | undefined {
  if (!STATIC.has(kind) || run.home.system === "pre-commit") return undefined;
  const [program = "", ...words] = step.launched?.bare ?? [];
  const { cwd } = step.launched ?? step.command;
  // Go names packages, of which many are no folders of the repository.
  if (program === "go") return undefined;
  if (/^(?!\/).*\//.test(program) && !scene.hasPath(join(cwd, program))) return program;
  return words.find((word, index) => {
    const isValue = /^-[^=]*$/.test(words[index - 1] ?? "");
    if (isValue || !PATH_LIKE.test(word) || word.startsWith("/")) return false;
    return !scene.hasPath(join(cwd, word)) && !isModule(word, (path) => scene.hasPath(join(cwd, path)));
  });
}

/** A folder that something before the command makes; tox makes its own. */
function missingFolder({ step, scene, run }: Situation): readonly string[] {
  const cwd = step.launched?.cwd ?? step.command.cwd;
  const isMade = run.home.system === "tox" && /(?:^|\/)\.tox(?:\/|$)/.test(cwd);
  if (isMade || cwd.startsWith("/")) return [];
  // git lists a submodule as if it were a file.
  if (cwd !== "." && scene.has(cwd)) return [`its folder ${cwd} is a submodule, which is not looked at`];
  return scene.hasPath(cwd) ? [] : [`its folder ${cwd} is not in the repository`];
}

/**
 * @param situation a command
 * @param tool what it is
 * @param chosen how it would be started
 * @param hasBuild true when it needs a build, which may make what it looks at
 * @returns why it is no gate that runs by itself, clauses
 */
export function blockersOf(
  situation: Situation,
  tool: CheckingTool,
  chosen: Chosen,
  hasBuild: boolean,
): readonly string[] {
  const isUnknown = isUnknownScript(situation, tool, chosen);
  const missing = hasBuild ? undefined : missingPath(situation, tool);
  const isForeign = tool.ecosystem === "system" && isFromNowhere(situation) && isNobodys(situation, tool);
  return [
    ...(tool.doubt === undefined ? [] : [tool.doubt]),
    ...(timesInBrowser(situation, tool)
      ? ["it times the package in a browser, which no package manager installs"]
      : []),
    ...stepBlockers(situation),
    ...surroundingBlockers(situation, tool),
    ...unknownPlace(situation, chosen),
    ...isOfPython2(chosen),
    ...startsOther(situation, tool),
    ...(isUnknown ? ["what the script installs and changes is not known"] : []),
    ...(missing === undefined ? [] : [`${missing} is not in the repository`]),
    ...missingFolder(situation),
    ...(isForeign ? [whyForeign(situation, tool)] : []),
    ...stateBlockers(situation, tool, chosen),
  ];
}
