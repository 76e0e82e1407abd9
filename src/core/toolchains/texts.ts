import type { ToolchainChoice } from "./choose.ts";
import { namesOneRelease, requestOf } from "./requests.ts";
import { LANGUAGE_NAMES, type Language, type ToolchainWish } from "./toolchain.ts";

/** Longest version of a file that is shown. */
const MOST = 40;

function shown(text: string): string {
  const plain = text.trim().replaceAll(/[^\x20-\x7e]/g, "?");
  return plain.length > MOST ? `${plain.slice(0, MOST - 1)}…` : plain;
}

/** @returns `Node 22.11.0` */
export function wishText({ language, version }: Pick<ToolchainWish, "language" | "version">): string {
  return `${LANGUAGE_NAMES[language]} ${shown(version)}`;
}

const placeOf = ({ source }: ToolchainWish): string => `${source.file}:${source.line}`;

/** Words that are fit to paste: a version of a repository is foreign text. */
const PLAIN = /^[\w.+/*^~-]+$/;

/** What fetches a version of a language, by who keeps versions on this machine; the last one everybody can run. */
const GETS: Readonly<Record<Language, readonly (readonly [string, (version: string) => string])[]>> = {
  node: [
    ["nvm", (version) => `nvm install ${version}`],
    ["fnm", (version) => `fnm install ${version}`],
    ["volta", (version) => `volta install node@${version}`],
    ["mise", (version) => `mise install node@${version}`],
    ["asdf", (version) => `asdf install nodejs ${version}`],
    ["nodenv", (version) => `nodenv install ${version}`],
    ["", (version) => `npx --yes n ${version}`],
  ],
  java: [
    ["sdkman", (version) => `sdk install java ${version}`],
    ["mise", (version) => `mise install java@${version}`],
    ["asdf", (version) => `asdf install java ${version}`],
    ["", (version) => `sudo apt-get install openjdk-${/^(?:1\.)?(\d+)/.exec(version)?.[1] ?? version}-jdk`],
  ],
  go: [
    ["mise", (version) => `mise install go@${version}`],
    ["asdf", (version) => `asdf install golang ${version}`],
    ["goenv", (version) => `goenv install ${version}`],
    ["", (version) => `go install golang.org/dl/go${version}@latest && ~/go/bin/go${version} download`],
  ],
  rust: [["", (version) => `rustup toolchain install ${version}`]],
};

/** Managers that take a line or a name for a version; the others want a release. */
function versionFor({ language, version }: ToolchainWish): string | undefined {
  const text = version.trim().replace(language === "go" ? /^go|\.x$/g : /^v(?=\d)|(?:\.x)+$/g, "");
  return PLAIN.test(text) && !text.includes("..") ? text : undefined;
}

/**
 * @param wish what is not there
 * @param managers who keeps versions of that language on this machine: `nvm`
 * @returns a command that brings it, fit to paste; null where the wish is a range or cannot be pasted
 */
export function howToGet(wish: ToolchainWish, managers: readonly string[]): string | null {
  const version = versionFor(wish);
  if (version === undefined || requestOf(wish) === undefined || /[*^~]/.test(version.replace(/^lts\/\*$/, "")))
    return null;
  const ways = GETS[wish.language];
  const way = ways.find(([name]) => managers.includes(name)) ?? ways.at(-1);
  // Only a whole release has a program of its own at golang.org/dl.
  if (wish.language === "go" && way?.[0] === "" && !namesOneRelease(wish)) return null;
  return way?.[1](version) ?? null;
}

/** @returns `22.11.0 of nvm`, `20.20.2, which is on the path`; for people */
export function choiceText(choice: ToolchainChoice): string {
  const { kind, toolchain } = choice;
  switch (kind) {
    case "on-path":
      return `${toolchain.version}, on the path`;
    case "found":
      return `${toolchain.version}, of ${toolchain.origin}`;
    case "near":
      return `not here; ${toolchain.version}, of ${toolchain.origin}, in its place`;
    case "absent":
      return toolchain === undefined ? "not here" : `not here; ${toolchain.version}, on the path, in its place`;
  }
}

/**
 * @param wish what is asked for
 * @param choice what was taken
 * @returns that it is another one, as a clause that can follow what a gate came to; undefined when it is the right one
 */
export function otherVersionText(wish: ToolchainWish, choice: ToolchainChoice): string | undefined {
  if (choice.kind === "on-path" || choice.kind === "found") return undefined;
  const name = LANGUAGE_NAMES[wish.language];
  const ran = choice.toolchain === undefined ? `without ${name} of its own` : `on ${name} ${choice.toolchain.version}`;
  return `it ran ${ran}, and ${placeOf(wish)} asks for ${shown(wish.version)}`;
}

function listed(ids: readonly string[]): string {
  const names = ids.slice(0, 4);
  const more = ids.length - names.length;
  const all = more > 0 ? [...names, `${more} more`] : names;
  return all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

/**
 * @param wish what is asked for
 * @param choice what was taken
 * @param about the gates that it is about, and who keeps versions of the language here
 * @returns a sentence for people; undefined when the right one was taken
 */
export function absenceText(
  wish: ToolchainWish,
  choice: ToolchainChoice,
  about: { readonly gates: readonly string[]; readonly managers: readonly string[] },
): string | undefined {
  if (choice.kind === "on-path" || choice.kind === "found") return undefined;
  const mend = howToGet(wish, about.managers);
  const get = mend === null ? "" : ` To get it: \`${mend}\`.`;
  const missing = `${wishText(wish)}, which ${placeOf(wish)} asks for, is not on this machine`;
  const one = about.gates.length === 1;
  if (choice.toolchain === undefined) return `${missing}, and no other ${LANGUAGE_NAMES[wish.language]} is.${get}`;
  const what = `${listed(about.gates)} ${one ? "runs" : "run"} on ${choice.toolchain.version}`;
  return `${missing}: ${what}, and a red there may come of that.${get}`;
}
