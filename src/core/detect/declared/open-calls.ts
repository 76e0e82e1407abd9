import type { DeclaredCommand } from "../../declarations/index.ts";

/** Calls of tox and nox, however they are started. */
const RUNNER = /(?:^|\s)(?:tox|nox)(?:\s|$)/;

/** The package that tox is handed in place of the one it would build: the code is the same. */
const HANDED_PACKAGE = /\s--installpkg(?:=|\s+)(?:`[^`]*`|"[^"]*"|'[^']*'|\$\([^()]*\)|\S+)/g;

/** Names that are known only when it runs: `-s "${{ matrix.session }}"`, `-e ${{ matrix.env }}`. */
const OPEN_NAME = /\s(?:-e|-s|--session|--sessions|-t|--tags)(?:=|\s+)["']?\$\{\{[^}]*\}\}["']?(?=\s|$)/g;

/** Words that are handed on and known only when it runs. */
const OPEN_REST = /\s--(?:\s+["']?\$\{\{[^}]*\}\}["']?)+\s*$/;

/** What only a shell can put in. */
const FOR_A_SHELL = /[`$*?;&|<>()\\\n]/;

function plainWords(text: string): readonly string[] | undefined {
  if (FOR_A_SHELL.test(text)) return undefined;
  return (text.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map((word) => word.replaceAll(/["']/g, ""));
}

/** What is left of a call of which a part is known only when it runs. */
export interface OpenCall {
  readonly words: readonly string[];
  /** True when it names what is run, and the name is not known: what the runner runs by itself stands for it. */
  readonly isOfAll: boolean;
  /** Why what it runs is not what runs there, a clause. */
  readonly doubt?: string;
}

/** The commits between which pre-commit looks for changed files: `--from-ref origin/${GITHUB_BASE_REF} --to-ref HEAD`. */
const REFS = /\s(?:--from-ref|--to-ref|--source|--origin|-s|-o)(?:=|\s+)(?:"[^"]*"|'[^']*'|\S+)/g;

function hooksOfChange(text: string): OpenCall | undefined {
  const words = plainWords(text.trim().replaceAll(REFS, ""));
  const doubt = "there it looks at changed files alone";
  return words === undefined ? undefined : { words, isOfAll: true, doubt };
}

/** The folder that a command runs in, as pip takes it: "file://`pwd`#egg=shop[tests]". */
const OWN_FOLDER = /["']?file:\/\/(?:`pwd`|\$\(pwd\)|\$\{?PWD\}?|\.)\/?(?:#egg=[\w.-]+(\[[^\]]*\])?)?["']?(?=\s|$)/g;

function installOfFolder(text: string): OpenCall | undefined {
  const words = plainWords(text.trim().replaceAll(OWN_FOLDER, (_, extras?: string) => `.${extras ?? ""}`));
  return words === undefined ? undefined : { words, isOfAll: false };
}

/**
 * Reads a call of tox or nox whose words are not known whole, where what is not known changes nothing of what is checked,
 * or names what is run; of hooks over changed files; and an installation of the folder that it runs in.
 *
 * @param command of which only a shell knows the words
 * @returns undefined for any other command
 */
export function openCall({ words, text }: DeclaredCommand): OpenCall | undefined {
  if (/\bpip3? install\b/.test(text) && text.search(OWN_FOLDER) !== -1) return installOfFolder(text);
  if (words !== null) return undefined;
  if (/(?:^|\s)(?:pre-commit|prek)\s+run\s/.test(text) && /\s--from-ref\b/.test(text)) return hooksOfChange(text);
  if (!RUNNER.test(text)) return undefined;
  const handed = text.trim().replaceAll(HANDED_PACKAGE, "");
  const left = plainWords(handed);
  if (left !== undefined) return { words: left, isOfAll: false };
  const all = plainWords(handed.replace(OPEN_REST, "").replaceAll(OPEN_NAME, ""));
  return all === undefined || handed.search(OPEN_NAME) === -1 ? undefined : { words: all, isOfAll: true };
}
