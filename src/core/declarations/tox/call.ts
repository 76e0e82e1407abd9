import type { CallSurroundings, DeclarationReader, DeclaredEntry } from "../declaration.ts";
import { enterFolder, folderOf } from "../folders.ts";
import { pythonPattern } from "../python-pattern.ts";
import type { ToxConfig } from "./config.ts";
import { environmentEntry } from "./entries.ts";
import { expandNames } from "./factors.ts";
import { findToxConfigs } from "./find-config.ts";
import { namesOnGitHub, type ToxOnGitHub } from "./on-github.ts";

/** Options that take a value of their own (tox 4, `tox run --help`). */
const WITH_VALUE = new Set([
  "-c",
  "--conf",
  "--workdir",
  "--root",
  "--runner",
  "--default-runner",
  "-x",
  "--override",
  "--colored",
  "--stderr-color",
  "--result-json",
  "--hashseed",
  "--discover",
  "--installpkg",
  "--skip-env",
  "-p",
  "--parallel",
  "--force-dep",
  "--exit-and-dump-after",
]);
/** Commands that run environments. */
const RUNS = /^(?:run|r|run-parallel|p|legacy|le)$/;
/** Commands that only show or make something. */
const SHOWS = /^(?:list|l|config|c|devenv|d|depends|de|schema|man|quickstart|q|exec|e)$/;

/** What a command line of tox asks for. */
interface Asked {
  readonly envs: readonly string[];
  readonly labels: readonly string[];
  /** Each list: a name needs all of them. */
  readonly factors: readonly (readonly string[])[];
  readonly skip: string | undefined;
  readonly config: string | undefined;
  readonly passedOn: readonly string[];
  readonly runs: boolean;
}

class CommandLine {
  readonly envs: string[] = [];
  readonly labels: string[] = [];
  readonly factors: string[][] = [];
  skip: string | undefined;
  config: string | undefined;
  runs = true;
  readonly #words: readonly string[];
  #at = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  read(): void {
    if (RUNS.test(this.#words[0] ?? "")) this.#at = 1;
    else if (SHOWS.test(this.#words[0] ?? "")) this.runs = false;
    while (this.#at < this.#words.length) this.#option(this.#words[this.#at] ?? "");
  }

  #option(word: string): void {
    this.#at += 1;
    const [name = "", joined] = splitOption(word);
    if (name === "-e") this.envs.push(...envNames(joined ?? this.#value()));
    else if (name === "-m") this.labels.push(...this.#values(joined));
    else if (name === "-f") this.factors.push(this.#values(joined).flatMap((one) => one.split("-")));
    else if (name === "--skip-env") this.skip = joined ?? this.#value();
    else if (name === "-c" || name === "--conf") this.config = joined ?? this.#value();
    else if (/^(?:-n|--notest|--help|-h|--version|--showconfig|-l|--listenvs|-a|--listenvs-all)$/.test(name))
      this.runs = false;
    else if (WITH_VALUE.has(name) && joined === undefined) this.#at += 1;
  }

  #value(): string {
    this.#at += 1;
    return this.#words[this.#at - 1] ?? "";
  }

  /** All words up to the next option. */
  #values(joined: string | undefined): string[] {
    const values = joined === undefined ? [] : [joined];
    while (this.#at < this.#words.length && !/^-/.test(this.#words[this.#at] ?? "")) values.push(this.#value());
    return values;
  }
}

function splitOption(word: string): readonly [string, string | undefined] | readonly [string] {
  const long = /^(--[\w-]+)=(.*)$/s.exec(word);
  if (long?.[1] !== undefined) return [long[1], long[2] ?? ""];
  const short = /^-[vqrsnia]*([emfcxp])(?:=?(.+))?$/s.exec(word);
  return short?.[1] === undefined ? [word] : [`-${short[1]}`, short[2]];
}

/** @returns the names that `-e` or `TOXENV` asks for */
function envNames(text: string): readonly string[] {
  return expandNames(text) ?? text.split(",").map((name) => name.trim());
}

function readCall(words: readonly string[]): Asked {
  const end = words.indexOf("--");
  const line = new CommandLine(end === -1 ? words.slice(1) : words.slice(1, end));
  line.read();
  return {
    ...line,
    envs: line.envs,
    passedOn: end === -1 ? [] : words.slice(end + 1),
    runs: line.runs,
  } satisfies Asked;
}

function isChosen(entry: DeclaredEntry, asked: Asked): boolean {
  const names = new Set(entry.name.split("-"));
  if (asked.labels.some((label) => entry.tags?.includes(label) === true)) return true;
  return asked.factors.some((all) => all.every((factor) => names.has(factor)));
}

const isGrouped = ({ labels, factors }: Asked): boolean => labels.length > 0 || factors.length > 0;

/** True for a call that leaves it to `env_list`. */
function isBare(asked: Asked): boolean {
  return asked.envs.length === 0 && !isGrouped(asked);
}

/** @returns names of the environments that are asked for, of those of one folder */
function chosenNames(asked: Asked, own: readonly DeclaredEntry[]): readonly string[] {
  const isDefault = isBare(asked);
  const isAll = asked.envs.includes("ALL");
  const listed = own.filter(
    (entry) => (isDefault && entry.runsOn.includes("default")) || isAll || (isGrouped(asked) && isChosen(entry, asked)),
  );
  const names = [...listed.map(({ name }) => name), ...(isAll ? [] : asked.envs)];
  return [...new Set(names)].filter((name) => asked.skip === undefined || !matchesStart(asked.skip, name));
}

function matchesStart(pattern: string, name: string): boolean {
  return pythonPattern(`^(?:${pattern})`)?.test(name) === true;
}

/** @returns the nearest folder upwards, as tox looks for its configuration */
function nearestFolder(cwd: string, folders: ReadonlySet<string>): string | undefined {
  for (let folder: string | undefined = cwd; folder !== undefined; folder = enterFolder(folder, "..")) {
    if (folders.has(folder)) return folder;
  }
  return undefined;
}

/** What plugins for GitHub make of a call without names. */
function onGitHub(
  config: ToxConfig,
  own: readonly DeclaredEntry[],
  around: CallSurroundings | undefined,
): ToxOnGitHub | undefined {
  const listed = own.filter(({ runsOn }) => runsOn.includes("default")).map(({ name }) => name);
  return around === undefined ? undefined : namesOnGitHub(config, listed, around);
}

/** See {@link DeclarationReader.callOf}. */
export const toxCall: DeclarationReader["callOf"] = (words, cwd, entries, source, around) => {
  if (words[0] !== "tox") return undefined;
  const asked = readCall(words);
  const at =
    asked.config === undefined
      ? cwd
      : enterFolder(cwd, /\.\w+$/.test(asked.config) ? folderOf(asked.config) : asked.config);
  const ofTox = entries.filter(({ system }) => system === "tox");
  const folder = nearestFolder(at ?? cwd, new Set(ofTox.map(({ place }) => folderOf(place.file))));
  if (folder === undefined) return undefined;
  if (!asked.runs) return { system: "tox", entries: [], passedOn: [], reason: "" };
  const own = ofTox.filter(({ place }) => folderOf(place.file) === folder);
  const config = source === undefined ? undefined : findToxConfigs(source).configs.find((one) => one.folder === folder);
  const made: DeclaredEntry[] = [];
  const mapped = config !== undefined && isBare(asked) ? onGitHub(config, own, around) : undefined;
  if (mapped?.reason !== undefined) return { system: "tox", entries: [], passedOn: [], reason: mapped.reason };
  const chosen = mapped === undefined ? asked : { ...asked, envs: mapped.names };
  const ids = chosenNames(chosen, own).flatMap((name) => {
    const known = own.find((entry) => entry.name === name);
    if (known !== undefined && asked.passedOn.length === 0) return [known.id];
    if (config === undefined) return known === undefined ? [] : [known.id];
    const facts = { line: known?.place.line ?? config.core.line, isDefault: false, passedOn: asked.passedOn };
    made.push(
      environmentEntry(config, name, asked.passedOn.length === 0 ? { line: facts.line, isDefault: false } : facts),
    );
    return [made.at(-1)?.id ?? ""];
  });
  return { system: "tox", entries: ids, passedOn: asked.passedOn, ...(made.length === 0 ? {} : { made }) };
};
