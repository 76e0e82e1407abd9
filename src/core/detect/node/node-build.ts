import { asTable, asText, isTable } from "../../documents/index.ts";
import type { Plan } from "../../gates/index.ts";
import type { Note } from "../notes.ts";
import type { NodePackage } from "./node-package.ts";

/** What is known beside the manifest. */
export interface NodeBuildFacts {
  /** Every file of the repository. */
  readonly files: readonly string[];
  /** Words that install the packages of the root as its gates have them; undefined where the road's set-up does. */
  readonly install: readonly string[] | undefined;
  /** Words that start the package manager: `npm`, `npx --yes pnpm@10.1.0`. */
  readonly starter: readonly string[];
  /** True for Yarn from 2 on, which runs `prepack` alone when it packs. */
  readonly isModernYarn: boolean;
}

/** Scripts that make what is packed, the usual one first. */
const BUILD_SCRIPTS = ["build", "compile", "bundle", "dist"];
/** Files that packages list and often do not have. */
const PAPERS = /^(?:readme|licen[cs]e|changelog|notice|history|authors|contributing|security)(?:[.\-_].*)?$/i;
/** What runs when packages are installed and makes nothing that is packed. */
const HOOKS_OF_GIT = /^\s*(?:husky|lefthook|simple-git-hooks|is-ci|patch-package|echo|exit|true)\b[^&;|]*$/;

const plain = (path: string): string => path.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "");

/** All paths of `exports` and the like. */
function leaves(value: unknown, found: string[] = []): readonly string[] {
  if (typeof value === "string") found.push(value);
  else if (Array.isArray(value)) for (const one of value) leaves(one, found);
  else if (isTable(value)) for (const one of Object.values(value)) leaves(one, found);
  return found;
}

/** Paths by which others find what the package does (npm documentation, package.json: main, bin, exports). */
function entryPoints({ document }: NodePackage): readonly string[] {
  const named = [document["main"], document["module"], document["exports"], document["bin"]].flatMap((one) =>
    leaves(one),
  );
  return named.map((path) => plain(path.replace(/\*.*$/, ""))).filter((path) => path !== "" && path !== "package.json");
}

function listedFiles({ document }: NodePackage): readonly string[] {
  const listed = leaves(document["files"]).filter((one) => !one.startsWith("!"));
  return listed
    .map((one) => plain(one.replace(/[*{[?].*$/, "")))
    .filter((path) => path !== "" && !PAPERS.test(path.replace(/^.*\//, "")));
}

/** @returns a test whether the repository has a path, as a file, a folder, or a module without its ending */
function finder(files: readonly string[]): (path: string) => boolean {
  const all = new Set(
    files.flatMap((file) => [file, file.replace(/\.[cm]?js$|\.json$/, ""), file.replace(/\/index\.js$/, "")]),
  );
  return (path) => all.has(path) || files.some((file) => file.startsWith(`${path}/`));
}

/** True when packing runs the script by itself, since what packing starts calls it or says the same. */
function isRunByPacking(pack: NodePackage, name: string, { isModernYarn }: NodeBuildFacts): boolean {
  const own = pack.scripts.get(name) ?? "";
  const hooks = (isModernYarn ? ["prepack"] : ["prepack", "prepare"]).map((hook) => pack.scripts.get(hook) ?? "");
  const call = new RegExp(
    `(?:^|[\\s&;])(?:(?:npm|pnpm|yarn|bun)(?:\\s+run)?|run-[sp]|npm-run-all)\\s+${name}(?=\\s*(?:$|[&;]))`,
  );
  return hooks.some((text) => call.test(text) || text.includes(own));
}

/** True when packing or installing makes something. */
function hasHook({ scripts }: NodePackage): boolean {
  return ["prepack", "prepare"].some((name) => !HOOKS_OF_GIT.test(scripts.get(name) ?? "true"));
}

/** What is released in another way than as a package of a registry: an action by its tag, an extension of an editor. */
function isOtherwiseReleased({ document, scripts }: NodePackage, files: readonly string[]): boolean {
  const isAction = files.includes("action.yml") || files.includes("action.yaml");
  const isMeantForRegistry = ["files", "exports", "bin", "publishConfig"].some((key) => document[key] !== undefined);
  // `prepublishOnly` that ends with 1 says that the package is published from another folder.
  const isRefused = /(?:^|[\s;&])exit 1\b/.test(scripts.get("prepublishOnly") ?? "");
  return (isAction && !isMeantForRegistry) || isRefused || asTable(document["engines"])["vscode"] !== undefined;
}

/** `npm pack` writes what `npm publish` would; protocols such as `workspace:` are put in by the manager that has them. */
function packWords(manager: NodePackage["manager"], { starter, isModernYarn }: NodeBuildFacts): readonly string[] {
  if (manager === "pnpm") return [...starter, "pack"];
  return isModernYarn ? [...starter, "pack", "--out", "%s-%v.tgz"] : ["npm", "pack"];
}

/**
 * The build of a package that can be published: packages as locked, the script that makes what package.json names and the
 * repository does not hold, and the archive. Nothing where package.json names files of which nothing says how they are made.
 *
 * @param pack the package of the repository's root
 * @param facts what is known beside it
 * @param notes gets why there is no build, where a person would expect one
 */
export function nodeBuild(pack: NodePackage, facts: NodeBuildFacts, notes: Note[]): Plan["build"] {
  const { document, scripts, file, manager } = pack;
  if (document["private"] === true || asText(document["name"]) === undefined || document["version"] === undefined)
    return null;
  if (isOtherwiseReleased(pack, facts.files)) return null;
  const isThere = finder(facts.files);
  const absent = entryPoints(pack).find((path) => !isThere(path));
  const isUnbuilt = absent !== undefined || listedFiles(pack).some((path) => !isThere(path));
  const script = BUILD_SCRIPTS.find((name) => scripts.has(name));
  if (absent !== undefined && script === undefined && !hasHook(pack)) {
    const message = `names ${absent}, which is not in the repository, and no script says how it is made; \`build\` of turnpike.yml can`;
    notes.push({ file, line: 1, message });
    return null;
  }
  const built =
    isUnbuilt && script !== undefined && !isRunByPacking(pack, script, facts)
      ? [[...facts.starter, "run", script]]
      : [];
  const isInstalled = pack.hasDependencies && (built.length > 0 || hasHook(pack)) && facts.install !== undefined;
  const commands = [...(isInstalled ? [facts.install ?? []] : []), ...built, packWords(manager, facts)];
  return {
    run: commands.map((words) => words.join(" ")).join(" && "),
    cwd: ".",
    source: { file, line: pack.lineOf(["name"]) },
  };
}

/**
 * @param command a build
 * @returns true when it leaves the archive of a package in its folder
 */
export function packsNode(command: string): boolean {
  return /(?:^|[\s;&])(?:npm|(?:npx --yes )?(?:pnpm|yarn|@yarnpkg\/cli-dist)(?:@\S+)?|bun pm) pack(?=$|[\s;&])/.test(
    command,
  );
}
