import type { Assignment, Word } from "unbash";
import { enterFolder } from "../folders.ts";
import type { ShellState, ShellSurroundings } from "./text.ts";
import { assignedValue, expandWord } from "./words.ts";

/** Of one text; a bound against texts written to be slow. */
const MAX_VARIABLES = 500;
const DECLARES = new Set(["export", "declare", "local", "readonly", "typeset"]);
/** What scripts write to enter the folder that they are kept in. */
const OWN =
  /^"?\$\(\s*dirname\s+(?:--\s+)?"?(?:\$0|\$\{?BASH_SOURCE(?:\[0\])?\}?|\$\{0\})"?\s*\)"?(?:\/?([^"$]*))"?$|^"?\$\{0%\/\*\}"?(?:\/?([^"$]*))"?$/;
const GIT_TOP = /^"?\$\(git rev-parse --show-toplevel\)"?(?:\/([^"$]*))?"?$/;
/** The folder that a command runs in, and what is below it. */
const HERE = /^(?:"\$\(pwd\)([\w./-]*)"|\$\(pwd\)([\w./-]*)|"\$\(pwd\)"([\w./-]*)|`pwd`([\w./-]*))$/;
const TOP = /^\$\{?(?:GITHUB_WORKSPACE|CI_PROJECT_DIR)\}?(?:\/(.*))?$/;

/** What commands of a shell text change for those that follow. */
export class ShellContext implements ShellState {
  readonly #start: string;
  readonly #own: string | undefined;
  /** Names whose value is known only when it runs. */
  readonly #unknown: Set<string>;
  cwd: string | undefined;
  readonly env: Record<string, string>;
  readonly constants: Record<string, string>;

  constructor(around: ShellSurroundings, inner: Partial<ShellState> = {}, unknown: Iterable<string> = []) {
    this.#start = around.cwd;
    this.#own = around.ownFolder;
    this.cwd = "cwd" in inner ? inner.cwd : around.cwd;
    this.env = { ...(inner.env ?? around.env) };
    this.constants = { ...(inner.constants ?? around.constants) };
    this.#unknown = new Set(unknown);
  }

  /** @returns a copy, as a subshell has it */
  copy(): ShellContext {
    const around = { cwd: this.#start, ...(this.#own === undefined ? {} : { ownFolder: this.#own }) };
    return new ShellContext(around, this, this.#unknown);
  }

  readonly lookup = (name: string): string | undefined => {
    if (this.#unknown.has(name)) return undefined;
    if (Object.hasOwn(this.constants, name)) return this.constants[name];
    if (Object.hasOwn(this.env, name)) return this.env[name];
    // As seen from the folder itself, which is where the command runs.
    return name === "PWD" && this.cwd !== undefined ? "." : undefined;
  };

  /** From here on the value of the name is known only when it runs. */
  forget(name: string): void {
    this.#set(name, undefined, false);
  }

  /**
   * @param certain false when the command may not run
   * @returns true when the command only changes what follows
   */
  apply(name: string, suffix: readonly unknown[], words: readonly Word[], certain: boolean): boolean {
    if (name === "cd" || name === "pushd" || name === "popd") {
      const target = name === "popd" ? this.#start : this.#target(words);
      this.cwd = certain ? target : undefined;
      return true;
    }
    if (DECLARES.has(name)) {
      this.assign(suffix.filter(isAssignment), name === "export", certain);
      if (name === "export") for (const { value } of words) this.#export(value);
      return true;
    }
    if (name !== "unset" && name !== "read") return false;
    for (const { value } of words) {
      this.forget(value);
      if (name === "unset" && certain) this.#unknown.delete(value);
    }
    return true;
  }

  assign(assignments: readonly Assignment[], exported: boolean, certain: boolean): void {
    for (const { name, value, append, index } of assignments) {
      const text = index === undefined && certain ? this.#valueOf(value) : undefined;
      const before = append === true ? this.lookup(name) : "";
      this.#set(name, text === undefined || before === undefined ? undefined : before + text, exported);
    }
  }

  /** `$(pwd)` is what `$PWD` is. */
  #valueOf(value: Assignment["value"]): string | undefined {
    const here = value === undefined || value.type === "ArrayValue" ? null : HERE.exec(value.text);
    if (here === null || this.cwd === undefined) return assignedValue(value, this.lookup);
    return `.${here.slice(1).find((rest) => rest !== undefined) ?? ""}`;
  }

  #target(words: readonly Word[]): string | undefined {
    const target = words.find(({ value }) => !/^-(?:-|P|L)$/.test(value));
    if (target === undefined || this.cwd === undefined) return undefined;
    const top = TOP.exec(target.value.replaceAll(/^"|"$/g, ""));
    if (top !== null) return enterFolder(".", top[1] ?? ".");
    if (target.value === "-") return this.#start;
    const git = GIT_TOP.exec(target.text);
    if (git !== null) return enterFolder(".", git[1] ?? ".");
    const own = this.#own === undefined ? null : OWN.exec(target.text);
    if (own !== null && this.#own !== undefined) return enterFolder(this.#own, own[1] ?? own[2] ?? ".");
    const expanded = expandWord(target, this.lookup);
    const [field] = expanded.kind === "fields" ? expanded.fields : [];
    return field === undefined ? undefined : enterFolder(this.cwd, field);
  }

  #set(name: string, value: string | undefined, exported: boolean): void {
    const isExported = exported || Object.hasOwn(this.env, name);
    delete this.constants[name];
    delete this.env[name];
    this.#unknown.delete(name);
    if (value === undefined || Object.keys(this.env).length > MAX_VARIABLES) this.#unknown.add(name);
    else if (isExported) this.env[name] = value;
    else this.constants[name] = value;
  }

  #export(name: string): void {
    if (Object.hasOwn(this.constants, name)) this.#set(name, this.constants[name], true);
  }
}

function isAssignment(one: unknown): one is Assignment {
  return typeof one === "object" && one !== null && "type" in one && one.type === "Assignment";
}
