import { shellLine } from "../../../contract/index.ts";
import { asTable, asText, type Table, textList } from "../../documents/index.ts";
import type { DeclaredCommand, DeclaredEntry, FileSelection, Place } from "../declaration.ts";
import { type Doubt, likely, toCommand, toEntry, unsure } from "../drafts.ts";
import { splitWords } from "../words.ts";
import { type KnownHook, knownHook } from "./known-hooks.ts";
import type { ConfiguredHook, HookConfig } from "./read-config.ts";

/** Every stage that a hook can be of (pre-commit.com, "Confining hooks to run at certain stages"). */
const ALL_STAGES = ["pre-commit", "pre-merge-commit", "pre-push", "manual"];
const OLD_STAGES: Readonly<Record<string, string>> = {
  commit: "pre-commit",
  "merge-commit": "pre-merge-commit",
  push: "pre-push",
};

function list(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((one) => typeof one === "string" || typeof one === "number").map(String)
    : [];
}

function stagesOf(hook: ConfiguredHook, known: KnownHook | undefined, top: Table): readonly string[] {
  const said = [hook.settings["stages"], known?.stages, top["default_stages"]].find((one) => textList(one).length > 0);
  const stages = textList(said).map((stage) => OLD_STAGES[stage] ?? stage);
  return stages.length === 0 ? ALL_STAGES : stages;
}

function patterns(...values: readonly unknown[]): readonly string[] {
  return values
    .map(asText)
    .filter((pattern): pattern is string => pattern !== undefined && pattern !== "" && pattern !== "^$");
}

function selectionOf(hook: ConfiguredHook, known: KnownHook | undefined, top: Table): FileSelection {
  const { settings } = hook;
  const files = asText(settings["files"]) ?? known?.files;
  const said = (key: string, fallback: readonly string[] | undefined): readonly string[] =>
    settings[key] === undefined ? (fallback ?? []) : list(settings[key]);
  return {
    files: [...patterns(top["files"]), ...(files === undefined || files === "" ? [] : [files])],
    exclude: patterns(top["exclude"], settings["exclude"] ?? known?.exclude),
    types: said("types", known?.types ?? ["file"]),
    typesOr: said("types_or", known?.typesOr),
    excludeTypes: said("exclude_types", []),
    passFilenames:
      typeof settings["pass_filenames"] === "boolean" ? settings["pass_filenames"] : (known?.passFilenames ?? true),
    alwaysRun: typeof settings["always_run"] === "boolean" ? settings["always_run"] : (known?.alwaysRun ?? false),
  };
}

/** pre-commit as a package whose module is started; by its plain name it is taken for a manager. */
const SEARCHER = "pre_commit";

/** Commands of one hook, and why all of it is doubtful. */
interface HookCommands {
  readonly commands: readonly DeclaredCommand[];
  readonly isolated: boolean;
}

class HookReader {
  readonly #hook: ConfiguredHook;
  readonly #place: Place;

  constructor(hook: ConfiguredHook, file: string) {
    this.#hook = hook;
    this.#place = { file, line: hook.line };
  }

  #command(words: readonly string[] | null, doubts: readonly Doubt[] = [], text?: string): DeclaredCommand {
    return toCommand({ place: this.#place, words, cwd: ".", doubts, ...(text === undefined ? {} : { text }) });
  }

  #dependencies(): readonly string[] {
    return list(this.#hook.settings["additional_dependencies"]);
  }

  #args(fallback: readonly string[] | undefined): readonly string[] {
    return this.#hook.settings["args"] === undefined ? (fallback ?? []) : list(this.#hook.settings["args"]);
  }

  known(known: KnownHook): HookCommands {
    const { install, doubts } = this.#install(known);
    const { words, doubts: own } = checkForm(this.#entry(known.entry), this.#args(known.args), known);
    const reasons = [...doubts, ...own, ...(known.doubt === undefined ? [] : [unsure(known.doubt)])];
    return { commands: [this.#command(install, doubts), this.#command(words, reasons)], isolated: true };
  }

  /** A configuration may give another entry. */
  #entry(fallback: readonly string[]): readonly string[] {
    const said = asText(this.#hook.settings["entry"]);
    return said === undefined ? fallback : (splitWords(said) ?? fallback);
  }

  #install(known: KnownHook): { readonly install: readonly string[]; readonly doubts: readonly Doubt[] } {
    const more = this.#dependencies();
    if (known.registry === "npm") return npmInstall(known, more, this.#hook.version);
    const dependencies =
      this.#hook.settings["additional_dependencies"] === undefined ? (known.dependencies ?? []) : more;
    const { version } = this.#hook;
    const pinned =
      version === undefined ? known.package : `${known.package}==${version}${known.isRepackaged === true ? ".*" : ""}`;
    const doubts = version === undefined ? [likely(`no version can be read of the revision of ${known.package}`)] : [];
    return { install: ["pip", "install", pinned, ...dependencies], doubts };
  }

  local(): HookCommands {
    const { settings } = this.#hook;
    const language = asText(settings["language"]) ?? "";
    const entry = asText(settings["entry"]) ?? "";
    const split = splitWords(entry);
    const words = split === undefined ? null : [...split, ...this.#args([])];
    const text = words === null ? entry : shellLine(words);
    const broken = words === null ? [unsure("a quote in its entry is not closed")] : [];
    const install = this.#dependencies();
    switch (language) {
      case "system":
      case "unsupported":
      case "script":
      case "unsupported_script":
        return { commands: [this.#command(words, broken, text)], isolated: false };
      case "python": {
        const first = install.length === 0 ? [] : [this.#command(["pip", "install", ...install])];
        return { commands: [...first, this.#command(words, broken, text)], isolated: true };
      }
      case "node": {
        const first = install.length === 0 ? [] : [this.#command(["npm", "install", "--no-save", ...install])];
        return { commands: [...first, this.#command(words, broken, text)], isolated: true };
      }
      case "pygrep":
        return this.#search(entry);
      default:
        return this.#byPreCommit(languageDoubt(language));
    }
  }

  /** pre-commit's own search, by the module that pre-commit starts for it (pre_commit/languages/pygrep.py). */
  #search(pattern: string): HookCommands {
    const words = ["python", "-m", "pre_commit.languages.pygrep", ...this.#args([]), pattern];
    return { commands: [this.#command(["pip", "install", SEARCHER]), this.#command(words)], isolated: true };
  }

  unknown(): HookCommands {
    return this.#byPreCommit(`what the hook runs stands in ${this.#hook.repo}`);
  }

  #byPreCommit(reason: string): HookCommands {
    const words = ["pre-commit", "run", this.#hook.id, "--all-files"];
    return { commands: [this.#command(words, [unsure(reason)])], isolated: true };
  }
}

function languageDoubt(language: string): string {
  if (language === "fail") return "it fails for every file that it is given";
  return language.startsWith("docker")
    ? "it runs in a container"
    : `pre-commit builds it with ${language || "a language that it does not name"}`;
}

function npmInstall(known: KnownHook, more: readonly string[], version: string | undefined): ReturnType<HookInstall> {
  const named = more.find((one) => one.startsWith(`${known.package}@`));
  const others = more.filter((one) => one !== named);
  const own =
    named ??
    (version === undefined || known.versionInDependencies === true ? undefined : `${known.package}@${version}`);
  const doubts = own === undefined ? [likely(`no version of ${known.package} is named`)] : [];
  return { install: ["npm", "install", "--no-save", own ?? known.package, ...others], doubts };
}

type HookInstall = () => { readonly install: readonly string[]; readonly doubts: readonly Doubt[] };

function checkForm(
  entry: readonly string[],
  args: readonly string[],
  { writes, rewritesWith = [] }: KnownHook,
): { readonly words: readonly string[]; readonly doubts: readonly Doubt[] } {
  const rewrites = writes === "never" || args.some((one) => rewritesWith.includes(one));
  if (rewrites) return { words: [...entry, ...args], doubts: [unsure("it rewrites files")] };
  const drop = new Set(writes?.drop);
  const add = (writes?.add ?? []).filter((one) => !args.includes(one));
  return { words: [...entry, ...add, ...args.filter((one) => !drop.has(one))], doubts: [] };
}

function commandsOf(hook: ConfiguredHook, known: KnownHook | undefined, file: string): HookCommands {
  const reader = new HookReader(hook, file);
  if (hook.repo === "local") return reader.local();
  return known === undefined ? reader.unknown() : reader.known(known);
}

function knownOf({ repo, id }: ConfiguredHook): KnownHook | undefined {
  return knownHook(repo === "builtin" ? "https://github.com/pre-commit/pre-commit-hooks" : repo, id);
}

function pythonOf(hook: ConfiguredHook, top: Table): string | null {
  const said = asText(hook.settings["language_version"]) ?? asText(asTable(top["default_language_version"])["python"]);
  return /^(?:python)?(\d+\.\d+)(?:\.\d+)?$/.exec(said ?? "")?.[1] ?? null;
}

/** True for a hook that is known to look and not to write, whatever it is called. */
function isCheck({ repo, settings }: ConfiguredHook, known: KnownHook | undefined): boolean {
  const isSearch = repo === "local" && settings["language"] === "pygrep";
  return isSearch || (known !== undefined && known.writes === undefined);
}

/** @returns each hook that runs on files as an entry; those of messages and checkouts are none */
export function hookEntries({ file, top, hooks }: HookConfig): readonly DeclaredEntry[] {
  const names = new Map<string, number>();
  const ci = top["ci"] === undefined ? undefined : new Set(textList(asTable(top["ci"])["skip"]));
  return hooks.flatMap((hook) => {
    if (hook.repo === "meta") return [];
    const known = knownOf(hook);
    const stages = stagesOf(hook, known, top).filter((stage) => ALL_STAGES.includes(stage));
    if (stages.length === 0) return [];
    const said = asText(hook.settings["alias"]) ?? hook.id;
    const count = (names.get(said) ?? 0) + 1;
    names.set(said, count);
    const name = count === 1 ? said : `${said}#${count}`;
    const entry = toEntry({
      system: "pre-commit",
      name,
      folder: ".",
      place: { file, line: hook.line },
      ...commandsOf(hook, known, file),
      python: pythonOf(hook, top),
      runsOn: stages.includes("pre-commit") ? ["default"] : [],
      tags: [...new Set([hook.id, ...stages])],
      fileSelection: selectionOf(hook, known, top),
      ...(isCheck(hook, known) ? { checks: true as const } : {}),
      ...(ci === undefined || ci.has(said) || ci.has(hook.id) ? {} : { service: "pre-commit.ci" }),
    });
    return [entry];
  });
}
