import type { Language, ToolchainWish } from "../../toolchains/index.ts";
import type { DeclarationSource, Unread } from "../declaration.ts";
import { wishOfFile } from "../toolchains/version-files.ts";
import { readYaml, type YamlNode } from "../yaml-nodes.ts";
import type { Pins } from "./matrix-choice.ts";
import { workflowFault } from "./structure.ts";

/** Steps that are walked in one repository, callees counted at each call: a bound against files written to be slow. */
const MAX_STEPS = 20_000;

/** The workflow and action files of a repository, each read once, and what could not be read of them. */
export class Library {
  readonly #source: DeclarationSource;
  readonly #roots = new Map<string, YamlNode | undefined>();
  readonly #unread = new Map<string, Unread>();
  readonly pins: Pins;
  #steps = 0;

  constructor(source: DeclarationSource) {
    this.#source = source;
    const { texts } = source;
    const pinned = (...files: readonly string[]): string | undefined =>
      files.map((file) => firstVersion(texts.get(file))).find((version) => version !== undefined);
    this.pins = { python: pinned(".python-version"), node: pinned(".node-version", ".nvmrc") };
  }

  /** @returns what was said, each once */
  get unread(): readonly Unread[] {
    return [...this.#unread.values()];
  }

  /** Tells what could not be read. */
  say(file: string, line: number | null, message: string): undefined {
    this.#unread.set(`${file}\0${line}\0${message}`, { file, line, message });
  }

  /** @returns false when so many steps were walked that the rest is left out, which is said */
  countStep(file: string, line: number): boolean {
    this.#steps += 1;
    if (this.#steps === MAX_STEPS)
      this.say(file, line, `is left out from here on: there are more than ${MAX_STEPS} steps`);
    return this.#steps < MAX_STEPS;
  }

  /** @returns true when the repository has the file */
  has(path: string): boolean {
    return this.#source.files.includes(path);
  }

  /** @returns the text of a file that was asked for */
  text(path: string): string | undefined {
    return this.#source.texts.get(path);
  }

  /** @returns the version that a file such as `.python-version` names */
  version(path: string): string | undefined {
    return /\.(?:toml|json|cfg)$/.test(path) ? undefined : firstVersion(this.text(path));
  }

  /** @returns what a file of the repository, which an action is told to read, asks for */
  toolchain(language: Language, path: string): ToolchainWish | undefined {
    const file = path.replace(/^\.\//, "");
    const text = this.text(file);
    return text === undefined ? undefined : wishOfFile(language, file, text);
  }

  /** @returns a workflow that GitHub would take; what is wrong with another is said once */
  workflow(path: string): YamlNode | undefined {
    return this.#root(path, (root) => {
      const fault = workflowFault(root);
      if (fault !== undefined) this.say(path, fault.line, `${fault.message}, so GitHub does not run this workflow`);
      return fault === undefined;
    });
  }

  /** @returns the `action.yml` of a folder of the repository, with its path */
  action(folder: string): { readonly path: string; readonly root: YamlNode } | undefined {
    const inside = folder === "." ? "" : `${folder}/`;
    const path = [`${inside}action.yml`, `${inside}action.yaml`].find((one) => this.text(one) !== undefined);
    const root = path === undefined ? undefined : this.#root(path, () => true);
    return path === undefined || root === undefined ? undefined : { path, root };
  }

  #root(path: string, check: (root: YamlNode) => boolean): YamlNode | undefined {
    if (this.#roots.has(path)) return this.#roots.get(path);
    const text = this.text(path);
    const reading = text === undefined ? undefined : readYaml(text);
    if (reading?.kind === "fault") this.say(path, reading.line, reading.message);
    const root = reading?.kind === "node" && check(reading.node) ? reading.node : undefined;
    this.#roots.set(path, root);
    return root;
  }
}

function firstVersion(text: string | undefined): string | undefined {
  const line = text?.split("\n").find((one) => /^\s*[^#\s]/.test(one));
  return line === undefined ? undefined : /^v?\d[\w.]*$/.exec(line.trim())?.[0].replace(/^v/, "");
}
