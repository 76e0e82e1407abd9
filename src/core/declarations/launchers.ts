import { enterFolder } from "./folders.ts";

/** A program that only starts another one. */
export interface Launcher {
  /** `uv run`, `uvx`, `python -m`, `npx`, `sudo`, … */
  readonly name: string;
  /** Its own options, as they are written: `["--group", "dev"]`. */
  readonly options: readonly string[];
}

/** A command without what starts it. */
export interface Unwrapped {
  readonly words: readonly string[];
  /** Outermost first. */
  readonly launchers: readonly Launcher[];
  /** What `env A=b` and `cross-env A=b` set. */
  readonly env: Readonly<Record<string, string>>;
  /** Where it runs, when a launcher was told (`uv run --directory x`); else the folder that was given. */
  readonly cwd: string;
}

interface Rule {
  readonly words: readonly string[];
  /** Options that take the next word as their value. */
  readonly values?: RegExp;
  /** Options whose value names the folder to run in. */
  readonly folder?: RegExp;
  /** Words behind the options that belong to the launcher, such as the seconds of `timeout`. */
  readonly operands?: number;
  /** True when `A=b` may stand before the command. */
  readonly assigns?: boolean;
  /** Takes the version off `ruff@0.14`, which the launcher installs. */
  readonly versioned?: boolean;
  /** Options after which the program that is started is a module's name, as behind `python -m`. */
  readonly module?: RegExp;
  /** Words behind it that are its own commands and no program. */
  readonly commands?: RegExp;
}

/** docs.astral.sh/uv/reference/cli, "uv run". */
const UV_VALUES =
  /^(?:--(?:group|extra|no-group|only-group|no-extra|with|with-editable|with-requirements|package|python|env-file|index|default-index|directory|project|resolution|config-file|cache-dir|python-platform|color|link-mode|index-url|extra-index-url|find-links|refresh-package|upgrade-package|reinstall-package|no-build-package|no-binary-package|no-build-isolation-package|config-setting|config-settings-package|exclude-newer|exclude-newer-package|keyring-provider|index-strategy|prerelease|fork-strategy|allow-insecure-host|from|constraints|overrides|build-constraints|torch-backend|w)|-[wpCPfcb])$/;
const UV_FOLDER = /^--directory$/;

/** yarnpkg.com/cli and classic.yarnpkg.com/docs/cli. */
const YARN_COMMANDS =
  /^(?:add|audit|autoclean|bin|cache|check|config|constraints|create|dedupe|dlx|exec|explain|generate-lock-entry|global|help|import|info|init|install|licenses|link|list|login|logout|node|npm|outdated|owner|pack|patch|patch-commit|plugin|policies|prune|publish|rebuild|remove|run|search|set|stage|start|tag|team|test|unlink|unplug|up|upgrade|upgrade-interactive|version|versions|why|workspace|workspaces)$/;

/** pnpm.io/cli. */
const PNPM_COMMANDS =
  /^(?:add|approve-builds|audit|bin|cache|ci|config|c|create|dedupe|deploy|dlx|doctor|env|exec|fetch|help|import|init|install|i|install-test|it|licenses|link|list|ls|ll|outdated|pack|patch|patch-commit|patch-remove|prune|publish|rebuild|rb|recursive|remove|rm|root|run|run-script|self-update|server|setup|start|store|test|t|tst|unlink|uninstall|update|up|upgrade|why)$/;

const RULES: readonly Rule[] = [
  { words: ["uv", "run"], values: UV_VALUES, folder: UV_FOLDER, module: /^(?:-m|--module)$/ },
  { words: ["uv", "tool", "run"], values: UV_VALUES, folder: UV_FOLDER, versioned: true },
  { words: ["uvx"], values: UV_VALUES, folder: UV_FOLDER, versioned: true },
  {
    words: ["pipx", "run"],
    values: /^--(?:spec|python|pip-args|index-url|with|fetch-missing-python)$/,
    versioned: true,
  },
  { words: ["poetry", "run"], values: /^(?:-C|--directory|-P|--project)$/ },
  { words: ["pdm", "run"], values: /^(?:-p|--project|--venv)$/ },
  { words: ["pipenv", "run"] },
  { words: ["rye", "run"] },
  { words: ["hatch", "run"] },
  { words: ["conda", "run"], values: /^(?:-n|--name|-p|--prefix|--cwd)$/ },
  { words: ["mamba", "run"], values: /^(?:-n|--name|-p|--prefix|--cwd)$/ },
  { words: ["micromamba", "run"], values: /^(?:-n|--name|-p|--prefix|--cwd)$/ },
  { words: ["pixi", "run"], values: /^(?:-e|--environment|--manifest-path|-m)$/ },
  { words: ["mise", "exec"], values: /^(?:-C|--cd|-j|--jobs)$/ },
  { words: ["mise", "x"], values: /^(?:-C|--cd|-j|--jobs)$/ },
  { words: ["npx"], values: /^(?:-p|--package|-w|--workspace)$/, versioned: true },
  { words: ["npm", "exec"], values: /^(?:-p|--package|-w|--workspace)$/, versioned: true },
  { words: ["npm", "x"], values: /^(?:-p|--package|-w|--workspace)$/, versioned: true },
  { words: ["pnpm", "exec"], values: /^(?:--filter|-F|-C|--dir)$/, folder: /^(?:-C|--dir)$/ },
  { words: ["pnpm", "dlx"], values: /^(?:--package)$/, versioned: true },
  { words: ["pnpx"], versioned: true },
  { words: ["yarn", "exec"] },
  { words: ["yarn", "dlx"], values: /^(?:-p|--package)$/, versioned: true },
  { words: ["yarn", "run"], values: /^--cwd$/, folder: /^--cwd$/ },
  { words: ["bunx"], versioned: true },
  { words: ["bun", "x"], versioned: true },
  { words: ["pnpm"], values: /^(?:--filter|-F|-C|--dir)$/, folder: /^(?:-C|--dir)$/, commands: PNPM_COMMANDS },
  { words: ["yarn"], values: /^--cwd$/, folder: /^--cwd$/, commands: YARN_COMMANDS },
  { words: ["corepack"], commands: /^(?:enable|disable|install|use|up|pack|hydrate|prepare)$/ },
  { words: ["env"], values: /^(?:-u|--unset|-C|--chdir|-S)$/, folder: /^(?:-C|--chdir)$/, assigns: true },
  { words: ["cross-env"], assigns: true },
  { words: ["time"] },
  { words: ["nice"], values: /^-n$/ },
  { words: ["ionice"], values: /^-[cnp]$/ },
  { words: ["nohup"] },
  { words: ["exec"] },
  { words: ["command"] },
  { words: ["sudo"], values: /^(?:-u|--user|-g|--group|-h|-p|-C|-T)$/, assigns: true },
  { words: ["timeout"], values: /^(?:-s|--signal|-k|--kill-after)$/, operands: 1 },
  { words: ["stdbuf"], values: /^-[ioe]$/ },
  { words: ["xvfb-run"], values: /^(?:-s|--server-args|-n|--server-num|-e|--error-file|-f|-w|-p)$/ },
  { words: ["dbus-run-session"] },
  { words: ["catchsegv"] },
  { words: ["xargs"], values: /^-[aEIdLnPs]$/ },
];

const PYTHON = /^(?:python|pypy)(?:\d+(?:\.\d+)?)?t?(?:\.exe)?$/;
/** `-m`, also behind flags without a value: `python -Im build`. */
const PYTHON_MODULE = /^-[bBdEiIOPqsSuvx]*m$/;
/** `-mpytest`: Python takes the module from the same word, too. */
const JOINED_MODULE = /^(-[bBdEiIOPqsSuvx]*m)([A-Za-z_][\w.]*)$/;
const PYTHON_VALUES = /^-[XWQ]$/;
/** A path into an environment's programs, or into the machine's: `.venv/bin/pytest`, `/opt/tools/bin/pytest`. */
const BINARY = /^(?:(?:.*\/)?(?:[^/]*v?env[^/]*\/(?:bin|Scripts)|node_modules\/\.bin)|\/(?:.+\/)?bin)\/([^/]+)$/;
const ASSIGNMENT = /^[A-Za-z_]\w*=/;

interface Step {
  readonly words: readonly string[];
  readonly launcher: Launcher;
  readonly env: Record<string, string>;
  readonly folder: string | undefined;
}

function withoutPath(words: readonly string[]): readonly string[] {
  const name = BINARY.exec(words[0] ?? "")?.[1];
  return name === undefined ? words : [name.replace(/\.exe$/, ""), ...words.slice(1)];
}

function startOf(words: readonly string[], rule: Rule): number | undefined {
  if (!rule.words.every((word, index) => words[index] === word)) return undefined;
  return rule.words.length;
}

/** Reads the launcher's options: where the command begins, and what they say. */
function optionsOf(words: readonly string[], start: number, rule: Rule) {
  let index = start;
  let folder: string | undefined;
  const env: Record<string, string> = {};
  for (; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (word === "--") return { index: index + 1, folder, env };
    if (rule.module?.test(word) === true) return { index: index + 1, folder, env };
    if (rule.assigns === true && ASSIGNMENT.test(word)) {
      env[word.slice(0, word.indexOf("="))] = word.slice(word.indexOf("=") + 1);
      continue;
    }
    if (!/^[-+]./.test(word)) break;
    const [name = "", attached] = word.split("=", 2);
    const takesNext = attached === undefined && rule.values?.test(name) === true;
    if (rule.folder?.test(name) === true) folder = attached ?? words[index + 1];
    if (takesNext) index += 1;
  }
  return { index, folder, env };
}

function applyRule(words: readonly string[], rule: Rule): Step | undefined {
  const start = startOf(words, rule);
  if (start === undefined) return undefined;
  const { index, folder, env } = optionsOf(words, start, rule);
  const [program = "", ...rest] = words.slice(index + (rule.operands ?? 0));
  if (program === "" || rule.commands?.test(program) === true) return undefined;
  const bare = rule.versioned === true ? program.replace(/(?<=.)@[^/]*$/, "") : program;
  const options = words.slice(start, index);
  return { words: [bare, ...rest], launcher: { name: rule.words.join(" "), options }, env, folder };
}

function applyPython(words: readonly string[]): Step | undefined {
  if (!PYTHON.test(words[0] ?? "")) return undefined;
  const isModule = (word: string): boolean => PYTHON_MODULE.test(word) || JOINED_MODULE.test(word);
  let index = 1;
  while (index < words.length && !isModule(words[index] ?? "") && /^-[A-Za-z]/.test(words[index] ?? "")) {
    index += PYTHON_VALUES.test(words[index] ?? "") ? 2 : 1;
  }
  const [, joinedFlag, joinedModule] = JOINED_MODULE.exec(words[index] ?? "") ?? [];
  const [flag = "", ...started] =
    joinedFlag === undefined ? words.slice(index) : [joinedFlag, joinedModule ?? "", ...words.slice(index + 1)];
  if (!PYTHON_MODULE.test(flag) || started.length === 0) return undefined;
  const more = flag === "-m" ? [] : [flag.slice(0, -1)];
  const launcher = { name: "python -m", options: [words[0] ?? "", ...words.slice(1, index), ...more] };
  return { words: started, launcher, env: {}, folder: undefined };
}

function unwrapStep(words: readonly string[]): Step | undefined {
  for (const rule of RULES) {
    const step = applyRule(words, rule);
    if (step !== undefined) return step;
  }
  return applyPython(words);
}

/** More than people stack; a bound against words written to be slow. */
const MAX_LAUNCHERS = 8;

/**
 * @param words a plain command
 * @param cwd the folder it runs in
 * @returns the command itself and everything between, outermost first: `sudo uv run pytest`, `uv run pytest`, `pytest`
 */
export function unwrapLayers(words: readonly string[], cwd: string): readonly Unwrapped[] {
  const layers: Unwrapped[] = [{ words: withoutPath(words), launchers: [], env: {}, cwd }];
  for (let depth = 0; depth < MAX_LAUNCHERS; depth += 1) {
    const outer = layers.at(-1);
    const step = outer === undefined ? undefined : unwrapStep(outer.words);
    if (outer === undefined || step === undefined) break;
    layers.push({
      words: withoutPath(step.words),
      launchers: [...outer.launchers, step.launcher],
      env: { ...outer.env, ...step.env },
      cwd: step.folder === undefined ? outer.cwd : (enterFolder(outer.cwd, step.folder) ?? outer.cwd),
    });
  }
  return layers;
}

/**
 * Takes off everything that only starts another program: `uv run --group test python -m pytest -q` is `pytest -q`.
 *
 * @param words a plain command
 * @param cwd the folder it runs in
 */
export function unwrapLaunchers(words: readonly string[], cwd = "."): Unwrapped {
  return unwrapLayers(words, cwd).at(-1) ?? { words, launchers: [], env: {}, cwd };
}
