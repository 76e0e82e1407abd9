import type { Assignment, Word } from "unbash";
import { absolutePath, CHECKOUT } from "../checkout-root.ts";
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
/** `$(cd "$(dirname "$0")/.." && pwd)`: what scripts write to know the folder that they belong to. */
const ENTERED =
  /^"?\$\(\s*(?:cd|pushd)\s+(?:--\s+)?([^&|;]+?)(?:\s*>\s*\/dev\/null(?:\s+2>&1)?)?\s*(?:&&|;)\s*pwd(?:\s+-[PL])?\s*\)"?$/;
/** Variables with which programs look for more, and that GitHub's runners and most machines leave unset. */
const UNSET_ON_RUNNERS =
  /^(?:PYTHONPATH|PYTHONWARNINGS|PYTEST_ADDOPTS|NODE_PATH|NODE_OPTIONS|RUSTFLAGS|RUSTDOCFLAGS|GOFLAGS|CFLAGS|CXXFLAGS|CPPFLAGS|LDFLAGS|MAVEN_OPTS|GRADLE_OPTS|JAVA_OPTS|CLASSPATH|PERL5LIB|RUBYOPT)$/;

/** What commands of a shell text change for those that follow. */
export class ShellContext implements ShellState {
  readonly #start: string;
  readonly #own: string | undefined;
  /** Names whose value is known only when it runs. */
  readonly #unknown: Set<string>;
  cwd: string | undefined;
  readonly env: Record<string, string>;
  readonly constants: Record<string, string>;
  /** Exported names whose value is known only when it runs, with the offset where they get it. */
  readonly lost: Map<string, number>;

  constructor(
    around: ShellSurroundings,
    inner: Partial<Pick<ShellContext, keyof ShellState | "lost">> = {},
    unknown: Iterable<string> = [],
  ) {
    this.#start = around.cwd;
    this.#own = around.ownFolder;
    this.cwd = "cwd" in inner ? inner.cwd : around.cwd;
    this.env = { ...(inner.env ?? around.env) };
    this.constants = { ...(inner.constants ?? around.constants) };
    this.#unknown = new Set(unknown);
    this.lost = new Map(inner.lost);
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
    if (name === "PWD") return this.cwd === undefined ? undefined : absolutePath(this.cwd);
    if (name === "GITHUB_WORKSPACE" || name === "CI_PROJECT_DIR") return CHECKOUT;
    return UNSET_ON_RUNNERS.test(name) ? "" : undefined;
  };

  /** From here on the value of the name is known only when it runs. */
  forget(name: string): void {
    this.#set(name, { value: undefined, exported: false, at: -1 });
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
      if (name === "export") for (const { value, pos } of words) this.#export(value, pos);
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
    for (const { name, value, append, index, pos } of assignments) {
      const text = index === undefined && certain ? this.#valueOf(value) : undefined;
      const before = append === true ? this.lookup(name) : "";
      const whole = text === undefined || before === undefined ? undefined : before + text;
      this.#set(name, { value: whole, exported, at: pos });
    }
  }

  #valueOf(value: Assignment["value"]): string | undefined {
    const [, entered] = value.type === "ArrayValue" ? [] : (ENTERED.exec(value.text) ?? []);
    const own = this.#own === undefined || entered === undefined ? null : OWN.exec(entered);
    if (own === null || this.#own === undefined) return assignedValue(value, this.lookup);
    const folder = enterFolder(this.#own, own[1] ?? own[2] ?? ".");
    return folder === undefined ? undefined : absolutePath(folder);
  }

  #target(words: readonly Word[]): string | undefined {
    const target = words.find(({ value }) => !/^-(?:-|P|L)$/.test(value));
    if (target === undefined || this.cwd === undefined) return undefined;
    if (target.value === "-") return this.#start;
    const git = GIT_TOP.exec(target.text);
    if (git !== null) return enterFolder(".", git[1] ?? ".");
    const own = this.#own === undefined ? null : OWN.exec(target.text);
    if (own !== null && this.#own !== undefined) return enterFolder(this.#own, own[1] ?? own[2] ?? ".");
    const expanded = expandWord(target, this.lookup);
    const [field] = expanded.kind === "fields" ? expanded.fields : [];
    return field === undefined ? undefined : enterFolder(this.cwd, field);
  }

  #set(name: string, { value, exported, at }: Setting): void {
    const isExported = exported || Object.hasOwn(this.env, name) || this.lost.has(name);
    this.lost.delete(name);
    delete this.constants[name];
    delete this.env[name];
    this.#unknown.delete(name);
    if (value === undefined && isExported && at >= 0) this.lost.set(name, at);
    if (value === undefined || Object.keys(this.env).length > MAX_VARIABLES) this.#unknown.add(name);
    else if (isExported) this.env[name] = value;
    else this.constants[name] = value;
  }

  #export(name: string, at: number): void {
    const value = this.constants[name];
    if (value !== undefined || this.#unknown.has(name)) this.#set(name, { value, exported: true, at });
  }
}

interface Setting {
  readonly value: string | undefined;
  readonly exported: boolean;
  /** Offset in the text; -1 where it only stops being known. */
  readonly at: number;
}

function isAssignment(one: unknown): one is Assignment {
  return typeof one === "object" && one !== null && "type" in one && one.type === "Assignment";
}
