import type { Launched } from "../launchers.ts";
import { toUvPip } from "./pip-words.ts";

/** What an installing command brings. */
export type Installing =
  /** Words that install into the virtual environment that is active; `isApart`: into one of its own, in truth. */
  | { readonly kind: "venv"; readonly words: readonly string[]; readonly isApart?: true }
  | {
      readonly kind: "uv-sync";
      readonly groups: readonly string[];
      readonly extras: readonly string[];
      readonly all: readonly string[];
      /** Options that must be kept: `--package x`. */
      readonly kept: readonly string[];
      readonly directory: string | null;
    }
  | { readonly kind: "node"; readonly manager: "npm" | "pnpm" | "yarn" | "bun"; readonly words: readonly string[] }
  /** Programs of Node that are there for the whole machine, as npm names them: `nyc@13`. */
  | { readonly kind: "programs"; readonly packages: readonly string[] }
  /** Brings a manager or nothing that a gate needs. */
  | { readonly kind: "nothing" }
  /** Makes an environment that is none of ours; what runs behind it finds other things there. */
  | { readonly kind: "elsewhere"; readonly reason: string }
  | { readonly kind: "unsure"; readonly reason: string };

/** Programs that run other things; what they run is started without them. Not coveralls, which brings coverage along. */
const MANAGERS =
  /^(?:pip|setuptools|wheel|uv|tox|tox-[a-z-]+|nox|nox-[a-z-]+|hatch|hatchling-?|poetry|poetry-plugin-[a-z-]+|poetry-core|pdm|pipenv|pipx|virtualenv|pre-commit|prek|pip-tools|build|poethepoet|just|rust-just|invoke|pnpm|yarn|npm|corepack|bun|npx|lerna|nx|turbo)(?:\[[^\]]*\])?(?:@.*|[=<>~!].*)?$/;

function ofPip(args: readonly string[]): Installing {
  const found = toUvPip(args);
  if (found.kind === "unsure") return found;
  if (found.packages.length === 0 || found.packages.every((one) => MANAGERS.test(one))) return { kind: "nothing" };
  return { kind: "venv", words: ["uv", "pip", "install", ...found.words] };
}

function apart(found: Installing): Installing {
  return found.kind === "venv" ? { ...found, isApart: true } : found;
}

const SYNC_VALUES =
  /^(?:--(?:group|extra|only-group|no-group|no-extra|package|python|directory|project|index|default-index|index-url|no-install-package|python-platform|resolution|prerelease)|-p|-i)$/;

function ofUvSync(args: readonly string[]): Installing {
  const groups: string[] = [];
  const extras: string[] = [];
  const kept: string[] = [];
  let directory: string | null = null;
  for (let index = 0; index < args.length; index += 1) {
    const [name = "", attached] = (args[index] ?? "").split("=", 2);
    const takesNext = attached === undefined && SYNC_VALUES.test(name);
    if (takesNext) index += 1;
    const value = attached ?? (takesNext ? args[index] : undefined) ?? "";
    if (name === "--group" || name === "--only-group") groups.push(value);
    else if (name === "--extra") extras.push(value);
    else if (name === "--directory" || name === "--project") directory = value;
    else if (name === "--package") kept.push("--package", value);
  }
  const all = args.filter((one) => /^--all-(?:groups|extras|packages)$/.test(one));
  if (args.some((one) => /[$*]/.test(one)))
    return { kind: "unsure", reason: "its options are known only when it runs" };
  return { kind: "uv-sync", groups, extras, all, kept, directory };
}

/** Managers that install into the virtual environment that is active, started through uv. */
function ofManager(program: string, words: readonly string[], version: string | null): Installing {
  const args = words
    .slice(1)
    .filter((one) => !/^(?:--no-interaction|-n|--no-ansi|-v+|-q|--quiet|--verbose|--no-cache|--system)$/.test(one));
  const started = version === null ? program : `${program}@${version}`;
  const more = program === "poetry" ? ["--no-interaction"] : [];
  return { kind: "venv", words: ["uvx", started, ...args, ...more] };
}

/** What `npm install --global x` brings; undefined for other commands. */
function globalPackages([program = "", ...args]: readonly string[]): readonly string[] | undefined {
  if (!/^(?:npm|pnpm|yarn|bun)$/.test(program)) return undefined;
  const isGlobal = args.some((one) => /^(?:-[a-z]*g[a-z]*|--global|--location=global)$/.test(one));
  if (!isGlobal && args[0] !== "global") return undefined;
  const [verb = "", ...names] = args.filter((one) => !one.startsWith("-") && one !== "global");
  return /^(?:install|i|add)$/.test(verb) ? names : undefined;
}

/** @returns true for a command that brings nothing but package managers: `npm install -g npm@latest` */
export function bringsManagersAlone(words: readonly string[]): boolean {
  const names = globalPackages(words);
  return names !== undefined && names.length > 0 && names.every((one) => MANAGERS.test(one));
}

function ofNode(words: readonly string[]): Installing {
  const [program = "npm", ...args] = words;
  const packages = globalPackages(words);
  if (packages !== undefined) {
    return bringsManagersAlone(words) ? { kind: "nothing" } : { kind: "programs", packages };
  }
  const names = args.filter((one) => !one.startsWith("-") && !/^(?:ci|install|i|clean-install)$/.test(one));
  if (names.length > 0) return { kind: "unsure", reason: "it installs packages beside those of the lock" };
  const manager = program === "pnpm" || program === "yarn" || program === "bun" ? program : "npm";
  return { kind: "node", manager, words };
}

/** Words behind a subcommand; options may stand before it: `pip --disable-pip-version-check install poetry`. */
function behind(words: readonly string[], verb: RegExp): readonly string[] {
  return words.slice(words.findIndex((word) => verb.test(word)) + 1);
}

function ofUv(args: readonly string[]): Installing {
  const verb = args.find((one) => !one.startsWith("-"));
  if (verb === "sync") return ofUvSync(behind(args, /^sync$/));
  if (verb === "tool") return apart(ofPip(behind(args, /^install$/)));
  if (verb !== "pip") return { kind: "unsure", reason: "how uv installs is not known" };
  const [second = "", ...rest] = behind(args, /^pip$/);
  if (second !== "sync") return ofPip(rest);
  return { kind: "venv", words: ["uv", "pip", "sync", ...rest.filter((one) => one !== "--system")] };
}

function ofPipSync(args: readonly string[]): Installing {
  const files = args.filter((one) => !one.startsWith("-"));
  return { kind: "venv", words: ["uv", "pip", "sync", ...(files.length === 0 ? ["requirements.txt"] : files)] };
}

function ofSetupPy(args: readonly string[]): Installing {
  return { kind: "venv", words: ["uv", "pip", "install", ...(args.includes("develop") ? ["-e"] : []), "."] };
}

/**
 * @param launched a command that `classify` takes for an installation
 * @param versions versions that the repository wants of managers
 */
export function readInstall(launched: Launched, versions: ReadonlyMap<string, string>): Installing {
  const [program = "", ...args] = launched.bare;
  if (/^pip[\d.]*$/.test(program)) return ofPip(behind(args, /^install$/));
  switch (program) {
    case "uv":
      return ofUv(args);
    case "pipx":
      return apart(ofPip(behind(args, /^(?:install|inject)$/)));
    case "pip-sync":
      return ofPipSync(args);
    case "poetry":
    case "pdm":
    case "pipenv":
      return ofManager(program, launched.bare, versions.get(program) ?? null);
    case "conda":
    case "mamba":
    case "micromamba":
    case "pixi":
      return { kind: "elsewhere", reason: `${program} makes the environment, which Turnpike does not` };
    case "npm":
    case "pnpm":
    case "yarn":
    case "bun":
      return ofNode(launched.bare);
    default:
      return program === "python" && args[0] === "setup.py"
        ? ofSetupPy(args)
        : { kind: "unsure", reason: `how ${program} installs is not known` };
  }
}

/**
 * @param words words after `pip install`, `npm install -g` and the like
 * @returns version by name of the managers that are pinned there
 */
export function pinnedManagers(words: readonly string[]): ReadonlyMap<string, string> {
  const pins = words.flatMap((one) => {
    const match = /^(?:(poetry|pdm|pipenv|hatch)(?:\[[^\]]*\])?==|(pnpm|yarn|bun)@)v?(\d[\w.-]*)$/.exec(one);
    const name = match?.[1] ?? match?.[2];
    return name === undefined || match?.[3] === undefined ? [] : [[name, match[3]] as const];
  });
  return new Map(pins);
}
