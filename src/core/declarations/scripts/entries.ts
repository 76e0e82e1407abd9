import { asTable, asText, isTable } from "../../documents/index.ts";
import type { DeclaredCommand, DeclaredEntry, Unread } from "../declaration.ts";
import { toEntry } from "../drafts.ts";
import { enterFolder } from "../folders.ts";
import { readScript, UnknownParts } from "../unknown-parts.ts";
import type { Package } from "./packages.ts";

const MAX_COMMANDS = 500;
const NOT_FOLLOWED = /^(?:lage|moon|rush)$/;

/** Turns the scripts of all packages into entries. */
export class ScriptReader {
  readonly #packages: ReadonlyMap<string, Package>;
  readonly unread: Unread[] = [];

  constructor(packages: readonly Package[]) {
    this.#packages = new Map(packages.map((one) => [one.folder, one]));
  }

  /** @returns every script of every package */
  entries(): readonly DeclaredEntry[] {
    return [...this.#packages.values()].flatMap((own) => [...own.scripts.keys()].map((name) => this.#entry(own, name)));
  }

  #entry(own: Package, name: string): DeclaredEntry {
    const commands: DeclaredCommand[] = [];
    this.#collect(own, name, commands, new Set());
    const line = own.lineOf(["scripts", name]);
    return toEntry({
      system: "scripts",
      name,
      folder: own.folder,
      place: { file: own.file, line },
      commands: commands.slice(0, MAX_COMMANDS),
      ...(own.name === undefined ? {} : { tags: [own.name] }),
    });
  }

  /** `pre`, the script, `post`; a script of wireit behind those that it needs. */
  #collect(own: Package, name: string, commands: DeclaredCommand[], done: Set<string>): void {
    const id = `${own.folder}\0${name}`;
    if (done.has(id) || commands.length > MAX_COMMANDS) return;
    done.add(id);
    const isHook = /^(?:pre|post)/.test(name) && own.scripts.has(name.replace(/^(?:pre|post)/, ""));
    const hook = (prefix: string): void => {
      if (own.hasHooks && !isHook && own.scripts.has(prefix + name)) this.#collect(own, prefix + name, commands, done);
    };
    hook("pre");
    const text = own.scripts.get(name);
    if (text?.trim() === "wireit") this.#wireit(own, name, commands, done);
    else if (text !== undefined) commands.push(...this.#commands(own, ["scripts", name], text, {}));
    hook("post");
  }

  #commands(
    own: Package,
    path: readonly string[],
    text: string,
    env: Readonly<Record<string, string>>,
  ): readonly DeclaredCommand[] {
    const line = own.lineOf(path);
    const place = { file: own.file, line };
    const manner = { cwd: own.folder, env, place, mayFail: false, doubts: [], unknown: new UnknownParts() };
    const { commands, faults } = readScript(text, manner);
    // A script stands on one line of its file, whatever its text holds.
    for (const { message } of faults) this.#say(own, line, message);
    const runner = commands.find(({ words }) => NOT_FOLLOWED.test(words?.[0] ?? ""))?.words?.[0];
    if (runner !== undefined) this.#say(own, line, `starts ${runner}, whose tasks are not followed`);
    return commands.map((command) => ({ ...command, place }));
  }

  #say(own: Package, line: number, message: string): void {
    const isKnown = this.unread.some((one) => one.file === own.file && one.line === line && one.message === message);
    if (!isKnown) this.unread.push({ file: own.file, line, message });
  }

  /** github.com/google/wireit, "Reference". */
  #wireit(own: Package, name: string, commands: DeclaredCommand[], done: Set<string>): void {
    const task = asTable(own.wireit[name]);
    const needed = Array.isArray(task["dependencies"]) ? task["dependencies"] : [];
    for (const one of needed)
      this.#needed(own, name, asText(one) ?? asText(asTable(one)["script"]) ?? "", commands, done);
    const command = asText(task["command"]);
    if (command === undefined) return;
    const pairs = Object.entries(asTable(task["env"])).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string",
    );
    commands.push(...this.#commands(own, ["wireit", name, "command"], command, Object.fromEntries(pairs)));
  }

  /** A script that stands in the section of wireit alone (github.com/google/wireit, "Wireit-only scripts"). */
  #wireitOnly(own: Package, name: string, commands: DeclaredCommand[], done: Set<string>): void {
    const id = `${own.folder}\0${name}`;
    if (done.has(id) || commands.length > MAX_COMMANDS) return;
    done.add(id);
    this.#wireit(own, name, commands, done);
  }

  #needed(own: Package, name: string, needed: string, commands: DeclaredCommand[], done: Set<string>): void {
    const [, path, script] = /^(\.\.?(?:\/[^:]*)?):(.+)$/.exec(needed) ?? [];
    const folder = path === undefined ? own.folder : enterFolder(own.folder, path);
    const found = folder === undefined ? undefined : this.#packages.get(folder);
    const wanted = script ?? needed;
    if (found?.scripts.has(wanted) === true) this.#collect(found, wanted, commands, done);
    else if (found !== undefined && isTable(found.wireit[wanted])) this.#wireitOnly(found, wanted, commands, done);
    else
      this.#say(
        own,
        own.lineOf(["wireit", name, "dependencies"]),
        `needs \`${needed.slice(0, 60)}\`, which is not there`,
      );
  }
}
