import { posix } from "node:path";
import { asList, asTable, isTable } from "../../documents/index.ts";
import type { DeclaredCommand, DeclaredEntry } from "../declaration.ts";
import { type Doubt, toCommand, toEntry, unsure } from "../drafts.ts";
import type { NamedLine, ToxConfig } from "./config.ts";
import { lookUp } from "./config.ts";
import { expandNames } from "./factors.ts";
import { installCommands } from "./installs.ts";
import { interpreterIn, interpreterOf } from "./interpreter.ts";
import { combine, factorValues } from "./toml-config.ts";
import { EnvValues, type ToxCommand } from "./values.ts";

/** More environments than this are not read. */
const MAX_ENVIRONMENTS = 500;

/** Plugins that change nothing of what is run. */
const HARMLESS =
  /^(?:tox|virtualenv|pip|setuptools|wheel|tox-uv(?:-bare)?|tox-gh(?:-actions)?|tox-pin-deps|tox-pyenv|tox-wheel|tox-current-env|uv)\b/i;

function coreValues(config: ToxConfig): EnvValues {
  const core: ToxConfig = { ...config, layersOf: () => [config.core] };
  return new EnvValues(core, { env: "", passedOn: undefined, python: null, workDir: ".tox", cwd: config.folder });
}

/** @returns the names of `env_list`, with the line each stands on, and false for those that could not be read */
function envList(config: ToxConfig): readonly NamedLine[] {
  const raw = lookUp([config.core], "env_list");
  if (raw === undefined) return [];
  if (raw.kind === "value") return tomlNames(raw.value).map((name) => ({ name, line: raw.line }));
  return coreValues(config)
    .itemsOf(raw)
    .flatMap(({ text, line }) => (expandNames(text) ?? []).map((name) => ({ name, line })));
}

function tomlNames(value: unknown): readonly string[] {
  return asList(value).flatMap((item) => {
    if (typeof item === "string") return [item];
    const groups = asTable(item)["product"];
    if (Array.isArray(groups)) {
      const left = new Set(asList(asTable(item)["exclude"]));
      return combine(groups).filter((name) => !left.has(name));
    }
    return isTable(item) ? factorValues(item) : [];
  });
}

/** @returns environments that labels of `[tox]` name, by label */
function coreLabels(config: ToxConfig): ReadonlyMap<string, readonly string[]> {
  const raw = config.core.get("labels");
  if (raw?.kind === "value") {
    return new Map(Object.entries(asTable(raw.value)).map(([label, envs]) => [label, tomlNames(envs)]));
  }
  const pairs = (raw?.lines ?? []).map(({ text }) => /^([^=\s]+)\s*=\s*(.*)$/.exec(text));
  return new Map(
    pairs.filter((pair) => pair !== null).map((pair) => [pair[1] ?? "", expandNames(pair[2] ?? "") ?? []]),
  );
}

function pythonOf(config: ToxConfig, values: EnvValues, env: string): string | null {
  // Where both say one, tox takes the name's or refuses (`ignore_base_python_conflict`).
  const said = values.list("base_python")[0];
  return interpreterIn(env) ?? (said === undefined ? pythonOfFile(config, values) : interpreterOf(said.text));
}

/** `base_python_file`: the first line that says something, of the first file that is there. */
function pythonOfFile(config: ToxConfig, values: EnvValues): string | null {
  for (const { text } of values.list("base_python_file")) {
    const lines = config.textOf(text)?.split("\n") ?? [];
    const spec = lines.map((line) => line.trim()).find((line) => line !== "" && !line.startsWith("#"));
    if (spec !== undefined) return interpreterOf(spec.replace(/^(\d+\.\d+)\.\d+$/, "$1"));
  }
  return null;
}

function pluginDoubts(config: ToxConfig): readonly string[] {
  const plugins = coreValues(config)
    .list("requires")
    .map(({ text }) => /^[\w.-]+/.exec(text)?.[0] ?? "")
    .filter((name) => name !== "" && !HARMLESS.test(name));
  return plugins.map((name) => `the tox plugin ${name} may change it`);
}

/** One environment that is read; the rest is read when it is asked for. */
class Environment {
  readonly #config: ToxConfig;
  readonly #name: string;
  readonly #passedOn: readonly string[] | undefined;
  readonly #workDir: string;
  readonly #python: string | null;

  constructor(config: ToxConfig, name: string, passedOn: readonly string[] | undefined) {
    this.#config = config;
    this.#name = name;
    this.#passedOn = passedOn;
    this.#workDir = coreValues(config).text("work_dir")?.text ?? ".tox";
    this.#python = null;
    this.#python = pythonOf(config, this.#values(config.folder), name);
  }

  #values(cwd: string): EnvValues {
    return new EnvValues(this.#config, {
      env: this.#name,
      passedOn: this.#passedOn,
      python: this.#python,
      workDir: this.#workDir,
      cwd,
    });
  }

  #cwd(): { readonly cwd: string; readonly doubts: readonly Doubt[] } {
    const { folder } = this.#config;
    const said = this.#values(folder).text("change_dir");
    if (said === undefined) return { cwd: folder, doubts: [] };
    const cwd = posix.normalize(posix.join(folder, said.text)).replace(/(?<=.)\/$/, "");
    const leads = cwd.startsWith("..") || said.text.startsWith("/");
    const doubts = leads ? [unsure("it runs in a folder outside of the repository")] : [];
    return { cwd: leads ? folder : cwd, doubts: [...said.doubts, ...doubts] };
  }

  commands(line: number): readonly DeclaredCommand[] {
    const { folder } = this.#config;
    const { cwd, doubts } = this.#cwd();
    const [atRoot, inside] = [this.#values(folder), this.#values(cwd)];
    const core = coreValues(this.#config);
    const installs = installCommands(atRoot, {
      file: this.#config.file,
      folder,
      line,
      python: this.#python,
      env: atRoot.variables().env,
      noPackage: core.flag("no_package"),
      packageRoot: atRoot.text("package_root")?.text ?? core.text("package_root")?.text ?? ".",
    });
    const own = ["extra_setup_commands", "commands_pre", "commands", "commands_post"].flatMap((key) =>
      inside.commands(key),
    );
    return [
      ...installs,
      ...own.map((command) => this.#command(command, cwd, [...doubts, ...inside.variables().doubts])),
    ];
  }

  #command(command: ToxCommand, cwd: string, doubts: readonly Doubt[]): DeclaredCommand {
    const values = this.#values(cwd);
    const ignored = values.flag("ignore_outcome");
    return toCommand({
      place: { file: this.#config.file, line: command.line },
      words: command.words,
      cwd,
      env: values.variables().env,
      mayFail: command.mayFail || ignored,
      doubts: [...command.doubts, ...doubts],
    });
  }

  doubts(): readonly string[] {
    const values = this.#values(this.#config.folder);
    const platform = values.text("platform")?.text;
    const runner = values.text("runner")?.text;
    return [
      ...(platform === undefined || isLinux(platform) ? [] : [`it runs where the platform is \`${platform}\``]),
      ...unknownInterpreter(values),
      ...(values.flag("system_site_packages") ? ["it sees the packages of the machine"] : []),
      ...(values.raw("conda_deps") === undefined && values.raw("conda_env") === undefined
        ? []
        : ["it is made by conda"]),
      ...(runner === undefined || /^(?:uv-)?(?:venv|virtualenv)(?:-lock)?/.test(runner)
        ? []
        : [`\`${runner}\` makes it`]),
      ...pluginDoubts(this.#config),
    ];
  }

  tags(): readonly string[] {
    const own = this.#values(this.#config.folder)
      .list("labels")
      .map(({ text }) => text);
    const core = [...coreLabels(this.#config)].filter(([, envs]) => envs.includes(this.#name)).map(([label]) => label);
    return [...new Set([...own, ...core])];
  }

  get python(): string | null {
    return this.#python;
  }
}

/** An interpreter that nobody here has, such as RustPython: another one would answer another question. */
function unknownInterpreter(values: EnvValues): readonly string[] {
  const said = values.list("base_python")[0]?.text;
  const isKnown = said === undefined || interpreterOf(said) !== null || /^(?:py|python)[23]?$|[{/]/.test(said);
  return isKnown ? [] : [`it asks for the interpreter ${said}`];
}

function isLinux(pattern: string): boolean {
  return /(?:^|\|)\(?(?:linux|lin|\.\*)/.test(pattern);
}

/** How an entry is made; see {@link environmentEntry}. */
export interface EntryFacts {
  readonly line: number;
  readonly isDefault: boolean;
  /** Words that a call hands on; they are part of the entry's id. */
  readonly passedOn?: readonly string[];
}

/** @returns one environment as an entry */
export function environmentEntry(config: ToxConfig, name: string, facts: EntryFacts): DeclaredEntry {
  const environment = new Environment(config, name, facts.passedOn);
  const tags = environment.tags();
  const words = facts.passedOn ?? [];
  const called = words.length === 0 ? name : `${name} -- ${words.join(" ")}`;
  return {
    ...toEntry({
      system: "tox",
      name,
      folder: config.folder,
      place: { file: config.file, line: facts.line },
      commands: environment.commands(facts.line),
      isolated: true,
      python: environment.python,
      runsOn: facts.isDefault ? ["default"] : [],
      doubts: environment.doubts(),
      ...(tags.length === 0 ? {} : { tags }),
    }),
    id: config.folder === "." ? `tox:${called}` : `tox:${called}@${config.folder}`,
  };
}

/** @returns every environment that the configuration lists or has a section for; `py` when it lists none */
export function environmentEntries(config: ToxConfig): readonly DeclaredEntry[] {
  const listed = envList(config);
  const names = new Map<string, { line: number; isDefault: boolean }>();
  for (const { name, line } of listed) if (!names.has(name)) names.set(name, { line, isDefault: true });
  for (const { name, line } of config.sections) {
    const known = names.get(name);
    names.set(name, { line, isDefault: known?.isDefault ?? false });
  }
  if (listed.length === 0) names.set("py", { line: names.get("py")?.line ?? config.core.line, isDefault: true });
  return [...names]
    .filter(([name]) => !name.startsWith("."))
    .slice(0, MAX_ENVIRONMENTS)
    .map(([name, facts]) => environmentEntry(config, name, facts));
}
