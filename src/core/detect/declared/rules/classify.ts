import { bringsManagersAlone } from "../environment/installs.ts";
import { withoutNodeOptions } from "../launchers.ts";
import { NODE_RULES } from "./node-rules.ts";
import { PYTHON_RULES } from "./python-rules.ts";
import { roughWords } from "./rough-words.ts";
import { findRule, type ToolRule } from "./rules.ts";
import { SYSTEM_RULES } from "./system-rules.ts";
import { useOfTaskRunner } from "./task-runners.ts";
import type { Use } from "./use.ts";

const RULES: readonly ToolRule[] = [...PYTHON_RULES, ...NODE_RULES, ...SYSTEM_RULES];

/** What a script's own name says that it does. */
const PUBLISHING =
  /(?:^|[-_./:])(?:deploy|release|publish|upload|push|ship|promote|rollout|notify|announce|bump|tag)(?:[-_./:]|$|ing|er)/i;
const BENCHMARK = /(?:^|[-_./:])(?:bench|benchmark|benchmarks|perf|profile)(?:[-_./:]|$)/i;
const SERVING = /(?:^|[-_./:])(?:serve|server|dev|watch|start|preview|runserver)(?:[-_./:]|$)/i;
const SETTING_UP = /(?:^|[-_./:])(?:install|setup|set-up|bootstrap|provision)(?:[-_./:]|$)/i;
const CHECKING =
  /(?:^|[-_./: ])(?:lint|linters?|linting|tests?|testing|unittests?|pytest|checks?|checker|checking|ci|qa|quality|styles?|format|formatting|types?|typing|typecheck|mypy|pyright|audit|security|docs?|spell|spelling|verify|verification|validate|validation|coverage|unit|integration|e2e|smoke|static|analysis|pre-?commit)(?:[-_./: ]|$|\d)/i;

/** Names of what only prints: `OpenSSL.debug`, `show-versions`. */
const TELLING =
  /(?:^|[-_./:])(?:debug(?:[-_]info)?|sys-?info|(?:show|print)[-_]versions?|versions?|platform)(?:\.py)?$/i;
/** First words of names that say what is made, fetched or told, also where it is for checks: `generate-test-matrix`. */
const MAKING =
  /^(?:add|archive|build|bundle|cache|calculate|clean|clone|collect|combine|comment|compile|compute|configure|convert|copy|create|delete|detect|determine|download|dump|expand|export|extract|fetch|filter|find|free|gather|gen|generate|get|import|init|initialize|kill|label|link|list|load|make|merge|mirror|move|pack|package|parse|patch|plot|post|prepare|print|provide|pull|regen|regenerate|remove|rename|render|replace|report|reset|resolve|restore|save|seed|send|set|show|split|start|stop|summarize|sync|touch|transform|unpack|update|wait|write|zip)(?:[-_ .]|$)/i;
/** Words that say so all the same: `build-check`, `generate-and-diff`. */
const JUDGING =
  /(?:^|[-_ ])(?:check(?:s|ed|er)?|verify|verified|validate|validated|ensure|assert|diff|lint|drift)(?:[-_ ]|$)/i;

/**
 * @param name of a job, a target or a script
 * @returns true when it says that something is checked there
 */
export function isAboutChecking(name: string): boolean {
  return CHECKING.test(name) && !isAboutMaking(name);
}

/**
 * @param title of a step
 * @returns true when it says that something is made, fetched or told there, and nothing of checks
 */
export function saysMaking(title: string): boolean {
  return MAKING.test(title.trim()) && !CHECKING.test(title);
}

/**
 * @param name of a script
 * @returns true when it says that something is made, fetched or told there, and nothing judged
 */
export function isAboutMaking(name: string): boolean {
  return MAKING.test(name) && !JUDGING.test(name);
}

/** A file that an interpreter runs. */
export const SCRIPT_FILE = /^(?!-)[\w@./-]+\.(?:[cm]?[jt]sx?|py|rb|pl)$/;

/** `make clean`: what it removes was made by nobody where a run begins. */
function cleansUp([program = "", ...rest]: readonly string[]): boolean {
  const targets = rest.filter((one) => !/^-|=/.test(one));
  return /^g?make$/.test(program) && targets.length > 0 && targets.every((one) => /^(?:[a-z]+-?)?clean$/.test(one));
}

/** Where cargo puts what it builds, in its profile's folder: `target/release/`. */
const CARGO_OUTPUT = /^(?:.*\/)?target\/(?:[\w.-]+\/)?(?:release|debug)[\w-]*\//;

/** Programs that run what their words name. */
const INTERPRETER =
  /^(?:python|node|bash|sh|zsh|ruby|perl|pwsh|tsx|ts-node|esno|jiti|deno|bun|make|gmake|just|task|invoke|inv|nox|tox|poe|doit|nx|turbo|lerna|npm|pnpm|yarn|npm-run-all|run-s|run-p|hatch|pdm|pipenv|npx|wireit)$/;

/** `python -c …` and `node --version` check nothing. */
function saysNothing(program: string, rest: readonly string[]): boolean {
  if (program === "node") return rest.every((one) => /^(?:-v|--version)$/.test(one));
  if (program !== "python") return false;
  return /^-[A-Za-z]*c$/.test(rest[0] ?? "") || rest.every((one) => /^(?:-V|--version|-VV)$/.test(one));
}

/** What the name of a script says that it does. */
function useOfName(script: string): Use | undefined {
  if (TELLING.test(script)) return { kind: "noise" };
  if (SETTING_UP.test(script)) return { kind: "machine", what: "what its gates need" };
  return SERVING.test(script) ? { kind: "service", what: script } : undefined;
}

/** `node -e 'require("fs").rmSync("dist")'`: a text of a line removes, writes or prints something. */
function useOfInlineCode(text: string): Use {
  return /\b(?:rm|rmdir|unlink|rename|cp|copyFile|writeFile|appendFile|mkdir|symlink)(?:Sync)?\s*\(/.test(text)
    ? { kind: "tree", what: "files" }
    : { kind: "noise" };
}

/** A command whose program no table knows: its name may tell. */
function useOfUnknown(words: readonly string[]): Use {
  const [program = "", ...rest] = withoutNodeOptions(words);
  const isInterpreter = INTERPRETER.test(program);
  const first = rest.find((one) => !one.startsWith("-") && one !== "run") ?? "";
  // A program of the repository's own that runs a file is as good as an interpreter.
  const script = isInterpreter || SCRIPT_FILE.test(first) ? first : program;
  if (PUBLISHING.test(script.replace(CARGO_OUTPUT, ""))) return { kind: "publish", what: script };
  if (BENCHMARK.test(script)) return { kind: "benchmark" };
  if (rest[0] === "install" || rest[0] === "setup") return { kind: "machine", what: program };
  const [verb = ""] = rest.slice(rest.indexOf(script) + 1).filter((one) => !one.startsWith("-"));
  if (isInterpreter && /^(?:install|uninstall|setup|download)$/.test(verb)) return { kind: "machine", what: script };
  if (cleansUp(words)) return { kind: "noise" };
  if (program === "node" && /^(?:-e|--eval|-p|--print|-pe)$/.test(rest[0] ?? "")) return useOfInlineCode(rest[1] ?? "");
  return useOfName(script) ?? { kind: saysNothing(program, rest) ? "noise" : "other" };
}

/** What a command is for, and the form of it that only checks. */
export interface Classified {
  readonly use: Use;
  readonly check?: (words: readonly string[]) => readonly string[];
}

/** `ruff --version`, `cargo clippy --version`: it says something of the program. */
function isQuestion(rest: readonly string[]): boolean {
  const [last = "", ...before] = rest.toReversed();
  return (
    /^(?:--version|-V|--help)$/.test(last) && before.every((one) => /^[a-z][\w-]*$/.test(one)) && before.length < 2
  );
}

/** `find . -name '*.pyc' -delete`: what Python writes for itself, and writes again. */
function isBytecode([program, ...rest]: readonly string[]): boolean {
  const isFound = (word: string, at: number): boolean =>
    /^-i?name$/.test(rest[at - 1] ?? "") && /^(?:\*\.py\[?[cod]+\]?|__pycache__|\*\.pyc|\*\.pyo)$/.test(word);
  const names = rest.filter((_, at) => /^-i?name$/.test(rest[at - 1] ?? ""));
  const deletes = rest.includes("-delete") || /(?:^| )-exec rm (?:-r?f?r? )?\{\}/.test(rest.join(" "));
  return program === "find" && deletes && names.length > 0 && rest.filter(isFound).length === names.length;
}

/** `go run mvdan.cc/gofumpt@v0.8 -l .` and `go tool gofumpt -l .` are gofumpt, which Go builds for it. */
function goProgram([first, verb, ...rest]: readonly string[]): readonly string[] | undefined {
  if (first !== "go" || (verb !== "run" && verb !== "tool")) return undefined;
  const at = rest.findIndex((one) => !one.startsWith("-"));
  const [path = "", ...args] = rest.slice(Math.max(at, 0));
  const isModule = /^[\w-]+(?:\.[\w-]+)+\//.test(path);
  if (at === -1 || (verb === "run" && !isModule)) return undefined;
  const parts = path.replace(/@.*$/, "").split("/");
  const name = parts.findLast((part) => !/^v\d+$/.test(part)) ?? "";
  return [name, ...args];
}

/** What `bundle exec` and the like start; undefined for anything else, and where nothing is known of it. */
function innerCommand(words: readonly string[]): readonly string[] | undefined {
  const [first = "", second = ""] = words;
  const go = goProgram(words);
  if (go !== undefined) return findRule(RULES, go) === undefined ? undefined : go;
  const isStarter = /^(?:bundle|composer|rbenv|asdf|opam) exec$/.test(`${first} ${second}`);
  const inner = words.slice(words[2] === "--" ? 3 : 2);
  return isStarter && inner.length > 0 && findRule(RULES, inner) !== undefined ? inner : undefined;
}

/**
 * @param words a command from the tool's name on, as `unwrap` gives it
 */
export function classify(words: readonly string[]): Classified {
  const [program = "", ...rest] = words;
  const name = program.replace(/\.(?:exe|cmd)$/, "");
  if (isQuestion(rest) || isBytecode([name, ...rest]) || `${name} ${rest.join(" ")}` === "git tag")
    return { use: { kind: "noise" } };
  if (rest.length > 0 && rest.every((one) => /^(?:--version|-V|-vV|--verbose)$/.test(one))) {
    return { use: { kind: "noise" } };
  }
  const inner = innerCommand([name, ...rest]);
  if (inner !== undefined) return classify(inner);
  const ofTasks = useOfTaskRunner([name, ...rest]);
  if (ofTasks !== undefined) return { use: ofTasks };
  const rule = findRule(RULES, [name, ...rest]);
  if (rule === undefined) return { use: useOfUnknown([name, ...rest]) };
  const { use } = rule;
  // A row of several programs leaves it to the program what the gate is called.
  const named: Use =
    use.kind === "gate" && use.tool.tool === "" ? { kind: "gate", tool: { ...use.tool, tool: name } } : use;
  return { use: named, ...(rule.check === undefined ? {} : { check: rule.check }) };
}

/** TypeScript's compiler checks where a script of such a name starts it: that nothing is written stands in its settings. */
const CHECKING_TYPES = /types?|typecheck|tsc|lint|check|(?:^|[-_:])(?:tests?|check)[-_:]dts/i;

/**
 * @param words a command from the tool's name on
 * @param name of the script, target or job that it stands in
 */
export function classifyIn(words: readonly string[], name: string): Classified {
  const isCompiler = /^(?:vue-tsc|tsc|tsgo)$/.test(words[0] ?? "");
  return classify(isCompiler && CHECKING_TYPES.test(name) ? [...words, "--noEmit"] : words);
}

/** A manager's own script of installation; Turnpike brings the manager itself. */
const INSTALLS_MANAGER =
  /^\s*(?:curl|wget)\s[^|;&]*(?:install\.python-poetry\.org|astral\.sh\/uv|get-poetry\.py|install-pdm\.py|pdm-project\.org|pdm\.fming\.dev)[^|;&]*\|\s*[^|;&\n]*$/;

/** The old way to set an output: `echo "::set-output name=a::$(…)"`. */
const TELLS_RUNNER =
  /^\s*(?:echo|printf)\s+["']?::(?:set-output|set-env|add-path|add-mask|group|endgroup|notice|warning)\b[^\n]*$/;

/** What stands in front of a command and changes nothing about what it is for. */
const PART_START = /^(?:(?:if|!|while|until|\{|time)\s+|[(!]+\s*|xargs\s+(?:-(?:[0rt]+|[nPLI]\s*\S+)\s+)*(?=[a-z]))+/;

/** Parts of a shell text, each as rough words: enough to see which programs it starts, never to run them. */
function roughParts(text: string): readonly (readonly string[])[] {
  return text
    .replaceAll(/\\\n/g, " ")
    .replaceAll(/'[^'\n]*'|"[^"\n$`]*"/g, (quoted) => quoted.replaceAll(/[&|;]/g, " "))
    .replaceAll(/\d?>>?\s*(?:\/dev\/null|&\d)/g, " ")
    .split(/&&|\|\||(?<!>)\||[;\n]|\bthen\b|\bdo\b|\belse\b|\$\((?!\()/)
    .map((part) => part.trim().replace(PART_START, ""))
    .filter((part) => !/^(?:$|#|for\s+\w+\s+in(?:\s|$)|(?:fi|done|esac|\}|\))(?:\s|$))/.test(part))
    .map((part) => roughWords(part).map((word) => word.replace(/(?<=[^(])\)+$/, "")));
}

/**
 * @param text what only a shell can run
 * @param unwrapped takes launchers off
 * @returns what its parts are for, in their order
 */
export function classifyShell(
  text: string,
  unwrapped: (words: readonly string[]) => readonly string[],
): readonly Classified[] {
  if (INSTALLS_MANAGER.test(text) || TELLS_RUNNER.test(text)) return [{ use: { kind: "noise" } }];
  return roughParts(text).map((words) => {
    const start = words.findIndex((word) => !/^[A-Za-z_]\w*\+?=/.test(word));
    if (start === -1) return { use: { kind: "noise" } };
    const bare = unwrapped(words.slice(start));
    return bringsManagersAlone(bare) ? { use: { kind: "noise" } } : classify(bare);
  });
}
