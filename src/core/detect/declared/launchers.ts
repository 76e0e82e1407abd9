import { type Launcher as StartedBy, unwrapLaunchers } from "../../declarations/index.ts";

/** A program that starts another one in an environment of packages. */
export interface Launcher {
  /** `uv run`, `uvx`, `poetry run`, `npx`, … */
  readonly name: string;
  readonly family: "python" | "node";
  readonly options: readonly string[];
  readonly groups: readonly string[];
  readonly extras: readonly string[];
  /** Options that choose all groups, all extras or all packages. */
  readonly all: readonly string[];
  /** True when it makes an environment of its own for this one command. */
  readonly makesOwn: boolean;
}

/** A command taken apart. */
export interface Launched {
  /** Outermost first. */
  readonly launchers: readonly Launcher[];
  /** Variables set by `env` or `cross-env` before the program. */
  readonly env: Readonly<Record<string, string>>;
  /** What runs inside the environment: `python -m pytest -q`. */
  readonly own: readonly string[];
  /** The same from the tool's name on: `pytest -q`. */
  readonly bare: readonly string[];
  readonly cwd: string;
  /** True when it asks for the rights of the administrator. */
  readonly isPrivileged: boolean;
  /** Programs around it that give it what is not there otherwise: `xvfb-run`, `sudo`. */
  readonly wrappers: readonly string[];
}

const PYTHON =
  /^(?:uv run|uv tool run|uvx|pipx run|poetry run|pdm run|pipenv run|rye run|hatch run|conda run|mamba run|micromamba run|pixi run)$/;
const NODE = /^(?:npx|npm exec|npm x|pnpm exec|pnpm dlx|pnpx|yarn exec|yarn dlx|yarn run|bunx|bun x|pnpm|yarn)$/;
/** Alone they change nothing about what runs. */
const PASSING = /^(?:env|cross-env|time|nice|ionice|nohup|exec|command|stdbuf|corepack|catchsegv|sudo)$/;

/** What they start may need what they bring. */
const PROVIDING = /^(?:sudo|xvfb-run|dbus-run-session)$/;

const ASSIGNMENT = /^[A-Za-z_]\w*=/;

function valuesOf(options: readonly string[], names: RegExp): readonly string[] {
  return options.flatMap((word, index) => {
    const [name = "", attached] = word.split("=", 2);
    return names.test(name) ? [attached ?? options[index + 1] ?? ""] : [];
  });
}

function toLauncher({ name, options }: StartedBy): Launcher {
  return {
    name: name === "uv tool run" ? "uvx" : name,
    family: PYTHON.test(name) ? "python" : "node",
    options,
    groups: valuesOf(options, /^--(?:only-)?group$/),
    extras: valuesOf(options, /^--extra$/),
    all: options.filter((word) => /^--all-(?:groups|extras|packages)$/.test(word)),
    makesOwn:
      name === "uvx" ||
      name === "uv tool run" ||
      options.some((word) => /^(?:--isolated|--no-project|--script|-s)$/.test(word)),
  };
}

/** What a wrapper was, in words; of an environment's own launcher nothing is left. */
function wrapperWords({ name, options }: StartedBy): readonly string[] {
  if (name === "python -m") return [...options, "-m"];
  // A variable that is taken away for this command alone, whatever sets it around.
  const isTaking = name === "env" && options.some((word) => /^(?:-u|--unset(?:=.*)?)$/.test(word));
  if (isTaking) return ["env", ...options.filter((word) => !ASSIGNMENT.test(word))];
  return PASSING.test(name) ? [] : [...name.split(" "), ...options];
}

/** `hatch run types:mypy src` runs mypy in the environment `types`. */
function withoutEnvironment(
  [first = "", ...rest]: readonly string[],
  launcher: StartedBy | undefined,
): readonly string[] {
  return launcher?.name === "hatch run" ? [first.replace(/^[\w.+-]+:(?=.)/, ""), ...rest] : [first, ...rest];
}

/** `python script.py`, whatever the interpreter is called. */
function plainPython(words: readonly string[]): readonly string[] {
  const [first = "", ...rest] = words;
  // Django's script starts itself.
  if (/(?:^|\/)manage\.py$/.test(first)) return ["python", ...words];
  if (!/^(?:.*\/)?(?:python|pypy)[\d.]*t?$/.test(first)) return words;
  let index = 0;
  while (/^-(?:[bBdEiIOPqsSuvx]+|[WX].*)$/.test(rest[index] ?? "")) index += /^-[WX]$/.test(rest[index] ?? "") ? 2 : 1;
  return ["python", ...rest.slice(index)];
}

/** Options of node that take the next word (nodejs.org/api/cli.html). */
const NODE_VALUES =
  /^(?:-r|--require|--import|--loader|--experimental-loader|-C|--conditions|--env-file|--env-file-if-exists)$/;
/** Names of files that say nothing of the program: `uvu/bin.js`, `eslint/lib/cli.js`. */
const ANY_PROGRAM = /^(?:bin|cli|index|main|run|start)$/;

/**
 * @param words a command
 * @returns the words of `node` without its own options: the file and what that is given; all words of another program, and
 * of node where its options say what runs (`-e`, `--test`)
 */
export function withoutNodeOptions(words: readonly string[]): readonly string[] {
  if (words[0] !== "node") return words;
  let index = 1;
  while (/^-./.test(words[index] ?? "")) {
    if (/^(?:-e|--eval|-p|--print|-pe|-c|--check|--test|--run)(?:=|$)/.test(words[index] ?? "")) return words;
    index += NODE_VALUES.test(words[index] ?? "") ? 2 : 1;
  }
  return ["node", ...words.slice(index)];
}

/** `node --no-warnings ./node_modules/jest/bin/jest.js -i` is jest. */
function plainNode(words: readonly string[]): readonly string[] {
  if (words[0] !== "node") return words;
  let index = 1;
  while (/^-./.test(words[index] ?? "")) index += NODE_VALUES.test(words[index] ?? "") ? 2 : 1;
  const [, pack = "", file = ""] = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(words[index] ?? "") ?? [];
  if (file === "") return words;
  const name = file
    .replace(/^.*\//, "")
    .replace(/\.[cm]?[jt]s$/, "")
    .replace(/^_/, "");
  return [ANY_PROGRAM.test(name) ? pack.replace(/^@[^/]+\//, "") : name, ...words.slice(index + 1)];
}

/**
 * Takes off what only says where a command runs.
 *
 * @param words one plain command
 * @param cwd the folder it runs in
 */
export function unwrap(words: readonly string[], cwd: string): Launched {
  const whole = unwrapLaunchers(words, cwd);
  const isOfPackages = ({ name }: StartedBy): boolean => PYTHON.test(name) || NODE.test(name);
  const last = whole.launchers.findLastIndex(isOfPackages);
  const own = whole.launchers.slice(last + 1).flatMap(wrapperWords);
  const inside = withoutEnvironment(whole.words, whole.launchers[last]);
  // `uv run -m pytest` is `uv run python -m pytest`.
  const isModule = whole.launchers[last]?.options.some((word) => word === "-m" || word === "--module") === true;
  return {
    launchers: whole.launchers.filter(isOfPackages).map(toLauncher),
    env: whole.env,
    own: [...(isModule ? ["python", "-m"] : []), ...own, ...inside],
    bare: plainNode(plainPython(inside)),
    cwd: whole.cwd,
    isPrivileged: whole.launchers.some(({ name }) => name === "sudo"),
    wrappers: whole.launchers.map(({ name }) => name).filter((name) => PROVIDING.test(name)),
  };
}
