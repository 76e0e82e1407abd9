import type { DeclaredCommand } from "../declaration.ts";
import { type Doubt, toCommand, unsure } from "../drafts.ts";
import type { EnvValues, Item } from "./values.ts";

/** What installing an environment depends on beside its own settings. */
export interface InstallFacts {
  readonly file: string;
  readonly folder: string;
  readonly line: number;
  readonly python: string | null;
  readonly env: Readonly<Record<string, string>>;
  /** `[tox]` says that there is no package. */
  readonly noPackage: boolean;
  /** Folder of the package relative to tox's root. */
  readonly packageRoot: string;
}

const LOCK_RUNNER = "uv-venv-lock-runner";
const MODES =
  /^(?:wheel|sdist|editable|sdist-wheel|editable-legacy|skip|external|deps-only|uv|uv-editable|sdist-editable)$/;

/** Options of a requirement line that take a value, with it: `-r x`, `-rx`, `--constraint=x`. */
function requirementWords(text: string): readonly string[] {
  const match =
    /^(-r|-c|-e|--requirement|--constraint|--editable|-i|--index-url|--extra-index-url|-f|--find-links)(?:\s+|=|(?=[^-\s]))(.+)$/.exec(
      text,
    );
  if (match?.[1] !== undefined) return [match[1], (match[2] ?? "").trim()];
  if (text.startsWith("-")) return text.split(/\s+/);
  return [text.replace(/\s+--(?:hash|config-settings)\b.*$/, "")];
}

class Installs {
  readonly #values: EnvValues;
  readonly #facts: InstallFacts;

  constructor(values: EnvValues, facts: InstallFacts) {
    this.#values = values;
    this.#facts = facts;
  }

  all(): readonly DeclaredCommand[] {
    if (this.#values.text("runner")?.text === LOCK_RUNNER) return [this.#sync()];
    return [...this.#dependencies(), ...this.#groups(), ...this.#package()];
  }

  #command(words: readonly string[], line: number | undefined, doubts: readonly Doubt[] = []): DeclaredCommand {
    const { file, folder, env } = this.#facts;
    return toCommand({ place: { file, line: line ?? this.#facts.line }, words, cwd: folder, env, doubts });
  }

  #pip(args: readonly string[], line: number | undefined, doubts: readonly Doubt[]): DeclaredCommand {
    const before = this.#values.flag("pip_pre") ? ["--pre"] : [];
    const own = this.#values.commands("install_command")[0];
    if (own === undefined) return this.#command(["pip", "install", ...before, ...args], line, doubts);
    const words = own.words.flatMap((word) => (word === "{opts}" ? before : word === "{packages}" ? args : [word]));
    const short = /^python3?$/.test(words[0] ?? "") ? words.slice(words.indexOf("-m") + 1) : words;
    return this.#command(own.words.includes("{packages}") ? short : [...short, ...args], line, doubts);
  }

  #dependencies(): readonly DeclaredCommand[] {
    const lock = this.#values.text("pylock");
    if (lock !== undefined) return [this.#command(["uv", "pip", "install", "-r", lock.text], lock.line, lock.doubts)];
    const items = this.#values.lines("deps");
    if (items.length === 0) return [];
    const constraints = this.#values.lines("constraints").flatMap(({ text }) => ["-c", text.replace(/^-c\s*/, "")]);
    const args = items.flatMap(({ text }) => requirementWords(text));
    return [
      this.#pip(
        [...args, ...constraints],
        items[0]?.line,
        items.flatMap(({ doubts }) => doubts),
      ),
    ];
  }

  #groups(): readonly DeclaredCommand[] {
    const items = this.#values.list("dependency_groups");
    if (items.length === 0) return [];
    const args = items.flatMap(({ text }) => ["--group", text]);
    return [this.#command(["pip", "install", ...args], items[0]?.line, doubtsOf(items))];
  }

  #package(): readonly DeclaredCommand[] {
    const mode = this.#values.flag("use_develop") ? undefined : this.#values.text("package");
    const isSkipped = this.#facts.noPackage || this.#values.flag("skip_install") || mode?.text === "skip";
    if (isSkipped) return [];
    const extras = this.#values.list("extras");
    const named = extras.length === 0 ? "" : `[${extras.map(({ text }) => text).join(",")}]`;
    const isEditable = this.#values.flag("use_develop") || /editable/.test(mode?.text ?? "");
    const words = [...(isEditable ? ["-e"] : []), `${this.#facts.packageRoot}${named}`];
    const line = this.#values.lineOf("extras") ?? this.#values.lineOf("package") ?? this.#values.lineOf("use_develop");
    return [this.#pip(words, line, [...doubtsOf(extras), ...(mode === undefined ? [] : this.#modeDoubts(mode))])];
  }

  #modeDoubts({ text, doubts }: Item): readonly Doubt[] {
    if (/^(?:external|deps-only)$/.test(text))
      return [...doubts, unsure(`\`package = ${text}\` is not installed by pip`)];
    return MODES.test(text) ? doubts : [...doubts, unsure(`\`${text}\` is no way to install a package that tox knows`)];
  }

  /** What tox-uv's lock runner runs (tox-uv, `_run_lock.py`). */
  #sync(): DeclaredCommand {
    const values = this.#values;
    const [extras, groups] = [values.list("extras"), values.list("dependency_groups")];
    const mode = values.text("package")?.text;
    const flags = values.list("uv_sync_flags");
    const frozen = flags.some(({ text }) => text === "--frozen");
    const saysDefaults = values.raw("no_default_groups") !== undefined;
    const withoutDefaults = saysDefaults ? values.flag("no_default_groups") : groups.length > 0;
    const isLocked = values.raw("uv_sync_locked") === undefined || values.flag("uv_sync_locked");
    const words = [
      "uv",
      "sync",
      ...(isLocked && !frozen ? ["--locked"] : []),
      ...extras.flatMap(({ text }) => ["--extra", text]),
      ...(withoutDefaults ? ["--no-default-groups"] : []),
      ...(mode === "skip" ? ["--no-install-project"] : []),
      ...(mode === "wheel" || mode === "uv" ? ["--no-editable"] : []),
      ...groups.flatMap(({ text }) => ["--group", text]),
      ...values.list("only_groups").flatMap(({ text }) => ["--only-group", text]),
      ...flags.map(({ text }) => text),
      ...(this.#facts.python === null ? [] : ["-p", this.#facts.python]),
    ];
    const line = values.lineOf("dependency_groups") ?? values.lineOf("runner");
    return this.#command(words, line, doubtsOf([...extras, ...groups, ...flags]));
  }
}

function doubtsOf(items: readonly Item[]): readonly Doubt[] {
  return items.flatMap(({ doubts }) => doubts);
}

/**
 * @param values of the environment, read for the folder of the configuration
 * @param facts what they do not say
 * @returns what tox installs before it runs commands, in its order: dependencies, groups, the package
 */
export function installCommands(values: EnvValues, facts: InstallFacts): readonly DeclaredCommand[] {
  return new Installs(values, facts).all();
}
