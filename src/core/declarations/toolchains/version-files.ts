import { parse } from "smol-toml";
import { asTable, asText, jsonLines, type Table, tomlLines } from "../../documents/index.ts";
import type { Language, ToolchainWish } from "../../toolchains/index.ts";
import type { DeclarationSource } from "../declaration.ts";
import { folderOf, inFolder } from "../folders.ts";
import { nameOf } from "../own-files.ts";

/** What one file says of one language. */
type Said = Pick<ToolchainWish, "version" | "isLimit" | "isFollowed"> & { readonly line: number };

type FileReader = (text: string, language: Language) => Said | undefined;

const SMALL = 4096;
const MANIFEST = 1024 * 1024;

/** Text of a version as files write it: no quotes, no variables, nothing that leads anywhere. */
const VERSION = /^(?!.*\.\.)(?!(?:path|ref|prefix|sub-\S*):)[\w.*^~<>=|+\-/ ]{1,80}$/;

function said(version: string | undefined, line: number): Said | undefined {
  const text = version?.trim() ?? "";
  return text !== "system" && VERSION.test(text) ? { version: text, line } : undefined;
}

/** The first line that says something, as `.nvmrc` and `.java-version` are read. */
const oneLine: FileReader = (text) => {
  const lines = text.split("\n").map((line) => line.replace(/#.*$/, "").trim());
  const at = lines.findIndex((line) => line !== "");
  return said(lines[at], at + 1);
};

/** Names of the languages' toolchains in files of asdf and mise. */
const TOOL_NAMES: Readonly<Record<Language, RegExp>> = {
  node: /^(?:core:)?node(?:js)?$/,
  java: /^(?:core:)?java$/,
  go: /^(?:core:)?go(?:lang)?$/,
  rust: /^(?:core:)?rust$/,
};

/** `nodejs 22.11.0 20.18.0`: the first version is the one that is used (asdf-vm.com, ".tool-versions"). */
const toolVersions: FileReader = (text, language) => {
  for (const [at, line] of text.split("\n").entries()) {
    const [tool = "", version] = line.replace(/#.*$/, "").trim().split(/\s+/);
    if (TOOL_NAMES[language].test(tool)) return said(version, at + 1);
  }
  return undefined;
};

function tomlOf(text: string): Table {
  try {
    return asTable(parse(text));
  } catch {
    return {}; // Whoever reads the file says what is wrong with it.
  }
}

function jsonOf(text: string): Table {
  try {
    return asTable(JSON.parse(text));
  } catch {
    return {};
  }
}

/** `node = "22"`, `node = ["22", "20"]`, `node = { version = "22" }` (mise.jdx.dev, "Configuration"). */
const mise: FileReader = (text, language) => {
  const tools = asTable(tomlOf(text)["tools"]);
  const name = Object.keys(tools).find((key) => TOOL_NAMES[language].test(key));
  if (name === undefined) return undefined;
  const value: unknown = tools[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const version =
    asText(first) ?? asText(asTable(first)["version"]) ?? (typeof first === "number" ? String(first) : undefined);
  return said(version, tomlLines(text)(["tools", name]));
};

/** `java=21.0.2-tem` (sdkman.io, "Env command"). */
const sdkmanrc: FileReader = (text) => {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => /^\s*java\s*=/.test(line));
  return said(lines[at]?.replace(/^[^=]*=|#.*$/g, ""), at + 1);
};

function runtimeOf(document: Table): string | undefined {
  const listed = asTable(document["devEngines"])["runtime"];
  const runtimes = (Array.isArray(listed) ? listed : [listed]).map(asTable);
  return asText(runtimes.find((one) => one["name"] === "node")?.["version"]);
}

/** Volta's pin and `devEngines` choose a version. */
const packageChoice: FileReader = (text) => {
  const document = jsonOf(text);
  const lineOf = jsonLines(text);
  const volta = said(asText(asTable(document["volta"])["node"]), lineOf(["volta", "node"]));
  return volta ?? said(runtimeOf(document), lineOf(["devEngines", "runtime"]));
};

/** `engines` only says which versions serve. */
const packageLimit: FileReader = (text) => {
  const found = said(asText(asTable(jsonOf(text)["engines"])["node"]), jsonLines(text)(["engines", "node"]));
  return found === undefined || found.version === "*" ? undefined : { ...found, isLimit: true };
};

/** The `go` line is the oldest that serves, and the `toolchain` line a newer one (go.dev/ref/mod, "go directive"). */
function goLines(text: string): Said | undefined {
  const lines = text.split("\n");
  const find = (pattern: RegExp): Said | undefined => {
    const at = lines.findIndex((line) => pattern.test(line));
    return said(pattern.exec(lines[at] ?? "")?.[1], at + 1);
  };
  return find(/^toolchain\s+go(\d\S*)/) ?? find(/^go\s+(\d\S*)/);
}

const goLimit: FileReader = (text) => {
  const found = goLines(text);
  return found === undefined ? undefined : { ...found, version: `>=${found.version}`, isLimit: true };
};

/** actions/setup-go takes the line that go.mod names. */
const goChoice: FileReader = (text) => {
  const found = goLines(text);
  return found === undefined ? undefined : { ...found, version: `~${found.version}` };
};

/** rustup reads these by itself; the older one may hold the channel alone (rust-lang.github.io/rustup, "Overrides"). */
const rustToolchain: FileReader = (text) => {
  const channel = asText(asTable(tomlOf(text)["toolchain"])["channel"]);
  const found =
    channel === undefined ? oneLine(text, "rust") : said(channel, tomlLines(text)(["toolchain", "channel"]));
  return found === undefined || /[[=]/.test(found.version) ? undefined : { ...found, isFollowed: true };
};

interface VersionFile {
  readonly name: string;
  readonly languages: readonly Language[];
  readonly read: FileReader;
  readonly maxBytes: number;
}

/** Files that choose a version, in the order in which they count within a folder. */
const CHOICES: readonly VersionFile[] = [
  { name: ".node-version", languages: ["node"], read: oneLine, maxBytes: SMALL },
  { name: ".nvmrc", languages: ["node"], read: oneLine, maxBytes: SMALL },
  { name: ".java-version", languages: ["java"], read: oneLine, maxBytes: SMALL },
  { name: ".sdkmanrc", languages: ["java"], read: sdkmanrc, maxBytes: SMALL },
  { name: ".go-version", languages: ["go"], read: oneLine, maxBytes: SMALL },
  { name: "rust-toolchain.toml", languages: ["rust"], read: rustToolchain, maxBytes: SMALL },
  { name: "rust-toolchain", languages: ["rust"], read: rustToolchain, maxBytes: SMALL },
  { name: ".tool-versions", languages: ["node", "java", "go", "rust"], read: toolVersions, maxBytes: SMALL },
  { name: "mise.toml", languages: ["node", "java", "go", "rust"], read: mise, maxBytes: MANIFEST },
  { name: ".mise.toml", languages: ["node", "java", "go", "rust"], read: mise, maxBytes: MANIFEST },
  { name: "package.json", languages: ["node"], read: packageChoice, maxBytes: MANIFEST },
];

/** Files that say which versions serve. */
const LIMITS: readonly VersionFile[] = [
  { name: "package.json", languages: ["node"], read: packageLimit, maxBytes: MANIFEST },
  { name: "go.mod", languages: ["go"], read: goLimit, maxBytes: MANIFEST },
];

/** What an action's input may name besides. */
const NAMED: readonly VersionFile[] = [
  {
    name: "package.json",
    languages: ["node"],
    read: (text, of) => withoutLimit(packageLimit(text, of)),
    maxBytes: MANIFEST,
  },
  { name: "go.mod", languages: ["go"], read: goChoice, maxBytes: MANIFEST },
  { name: "go.work", languages: ["go"], read: goChoice, maxBytes: MANIFEST },
];

function withoutLimit(one: Said | undefined): Said | undefined {
  return one === undefined ? undefined : { version: one.version, line: one.line };
}

/** @returns the most bytes that are read of a file that says which toolchain is wanted */
export function toolchainWants(path: string): number | undefined {
  const name = nameOf(path);
  return [...CHOICES, ...LIMITS, ...NAMED].find((one) => one.name === name)?.maxBytes;
}

function wishOf(language: Language, file: string, one: Said): ToolchainWish {
  const { line, ...rest } = one;
  return { language, ...rest, source: { file, line } };
}

/**
 * @param language whose
 * @param file a file that an action is told to read, relative to the root
 * @param text its text
 * @returns what it asks for; undefined when it says nothing
 */
export function wishOfFile(language: Language, file: string, text: string): ToolchainWish | undefined {
  const name = nameOf(file);
  const known = [...CHOICES, ...NAMED].filter((one) => one.name === name);
  const readers =
    known.length === 0 ? [oneLine] : known.filter((one) => one.languages.includes(language)).map(({ read }) => read);
  const found = readers.map((read) => read(text, language)).find((one) => one !== undefined);
  return found === undefined ? undefined : wishOf(language, file, found);
}

function upwards(folder: string): readonly string[] {
  return folder === "." ? ["."] : [folder, ...upwards(folderOf(folder))];
}

/**
 * What the files of a repository ask for where nothing else does: those of the nearest folder, a version that is chosen
 * before one that only serves.
 *
 * @param source the repository
 * @param folder where a command runs, relative to the root
 * @param language whose toolchain it runs on
 * @returns undefined when no file says anything
 */
export function toolchainWanted(
  source: Pick<DeclarationSource, "texts">,
  folder: string,
  language: Language,
): ToolchainWish | undefined {
  for (const files of [CHOICES, LIMITS]) {
    const mine = files.filter((one) => one.languages.includes(language));
    for (const at of upwards(folder)) {
      for (const { name, read } of mine) {
        const file = inFolder(at, name);
        const text = source.texts.get(file);
        const found = text === undefined ? undefined : read(text, language);
        if (found !== undefined) return wishOf(language, file, found);
      }
    }
  }
  return undefined;
}
