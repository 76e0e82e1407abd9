import { dirname } from "node:path/posix";
import { asTable, asText } from "../../../documents/index.ts";
import type { EnvironmentNeed } from "../../../gates/index.ts";
import type { NodePackage, PackageManager } from "../../node/node-package.ts";
import { pathIn } from "../../roots.ts";
import type { NodeInstall } from "../job-state.ts";
import type { LockedPackage } from "../scene.ts";
import { type Chosen, environmentName, type Situation } from "../situation.ts";

/** Options of an installation that change nothing about what is there afterwards, or leave out what other jobs need. */
const HARMLESS =
  /^(?:ci|install|i|clean-install|--no-audit|--no-fund|--audit=false|--fund=false|--prefer-offline|--quiet|--silent|-s|--loglevel.*|--no-progress|--progress=false|--frozen-lockfile|--immutable|--non-interactive|--frozen-lockfile=true|--network-timeout.*|--no-save|--pure-lockfile|--cache.*|--production|--prod|-P|--only=.*|--omit=dev|--include=.*|\d+)$/;

function versionOf({ pack, yarnrc }: LockedPackage, manager: PackageManager): string | undefined {
  const declared = asText(pack.document["packageManager"]) ?? "";
  const named = new RegExp(`^${manager}@([0-9][^+]*)`).exec(declared)?.[1] ?? wantedOf(pack.document, manager);
  return named ?? (manager === "yarn" ? /^yarnPath:.*\byarn-(\d[\w.-]*?)\.c?js\b/m.exec(yarnrc ?? "")?.[1] : undefined);
}

/** `devEngines.packageManager`, `volta` and `engines`, where they name one version or one line of versions. */
function wantedOf(document: NodePackage["document"], manager: PackageManager): string | undefined {
  const listed = asTable(document["devEngines"])["packageManager"];
  const wished = (Array.isArray(listed) ? listed : [listed]).map(asTable);
  const version =
    asText(wished.find((one) => one["name"] === manager)?.["version"]) ??
    asText(asTable(document["volta"])[manager]) ??
    asText(asTable(document["engines"])[manager]);
  return version !== undefined && /^[~^]?\d[\w.]*$/.test(version) ? version : undefined;
}

/** Yarn keeps no node_modules unless its settings ask for them (yarnpkg.com, "nodeLinker"). */
function isPlugAndPlay({ cwd, yarnrc, pack }: LockedPackage, { scene }: Situation): boolean {
  if (scene.has(pathIn(cwd, ".pnp.cjs"))) return true;
  const isModern = pack.manager === "yarn" && yarnrc !== undefined;
  return isModern && !/^nodeLinker:\s*["']?(?:node-modules|pnpm)\b/m.test(yarnrc);
}

/** Options of an installation that may change the lock. */
export const UNLOCKED = /^--(?:no-(?:frozen-lockfile|immutable)|frozen-lockfile=false)$/;
/** Options that say that the lock must match. */
export const LOCKED = /^--(?:frozen-lockfile|immutable)(?:=true)?$/;

/** The option that holds to the lock, unless the job says that it does not. */
function unlessRefused(option: string, flags: readonly string[]): readonly string[] {
  return flags.some((flag) => UNLOCKED.test(flag)) ? [] : [option];
}

/** What the jobs say of an installation. */
interface Asked {
  readonly flags: readonly string[];
  /** The version of the manager. */
  readonly pinned: string | undefined;
  /** True when the lock must match: Yarn 1 and bun take what it lacks from the registry, also in CI, unless they are told. */
  readonly mustMatch: boolean;
}

function yarnInstall(
  { lock, yarnrc }: LockedPackage,
  version: string | undefined,
  { flags, mustMatch }: Pick<Asked, "flags" | "mustMatch">,
): readonly string[] {
  const isModern = version === undefined ? yarnrc !== undefined : !version.startsWith("1.");
  if (isModern) {
    const program = `@yarnpkg/cli-dist@${version ?? "latest"}`;
    return ["npx", "--yes", program, "install", ...unlessRefused("--immutable", flags), ...flags];
  }
  const toLock = unlessRefused(mustMatch ? "--frozen-lockfile" : "--pure-lockfile", flags);
  const options = lock === undefined ? ["--no-lockfile"] : toLock;
  return ["npx", "--yes", `yarn@${version ?? "1.22.22"}`, "install", ...options, ...flags];
}

/** Words that install what the lock says and do not write it, with a manager that need not be on PATH. */
function frozen(found: LockedPackage, manager: PackageManager, { flags, pinned, mustMatch }: Asked): readonly string[] {
  const version = versionOf(found, manager) ?? pinned;
  const isLocked = found.lock !== undefined;
  switch (manager) {
    case "npm":
      return isLocked
        ? ["npm", "ci", "--no-audit", "--no-fund", ...flags]
        : ["npm", "install", "--no-package-lock", "--no-audit", "--no-fund", ...flags];
    case "pnpm":
      return [
        "npx",
        "--yes",
        `pnpm@${version ?? "latest"}`,
        "install",
        ...(isLocked ? unlessRefused("--frozen-lockfile", flags) : ["--no-lockfile"]),
        ...flags,
      ];
    case "bun":
      return [
        "npx",
        "--yes",
        `bun@${version ?? "latest"}`,
        "install",
        ...(isLocked && mustMatch ? unlessRefused("--frozen-lockfile", flags) : ["--no-save"]),
        ...flags,
      ];
    case "yarn":
      return yarnInstall(found, version, { flags, mustMatch });
  }
}

/**
 * @param found the package with its lock
 * @param manager what installs it
 * @returns words that install exactly what the lock says, with a manager that need not be on PATH
 */
export function frozenInstall(found: LockedPackage, manager: PackageManager): readonly string[] {
  return frozen(found, manager, { flags: [], pinned: undefined, mustMatch: true });
}

function needOf(situation: Situation, found: LockedPackage, install: NodeInstall | undefined): EnvironmentNeed {
  const { cwd, pack, lock } = found;
  const manager = install?.manager ?? pack.manager;
  const isSkipped = (word: string): boolean =>
    HARMLESS.test(word) ||
    (word === "--ignore-scripts" && situation.scene.runsScripts(cwd)) ||
    (UNLOCKED.test(word) && situation.scene.holdsToLock(cwd));
  const flags = (install?.words.slice(1) ?? []).filter((word) => !isSkipped(word));
  const need = { manager, cwd, groups: [], extras: [] } as const;
  if (manager === "npm" && flags.length === 0 && lock !== undefined && !/(?:pnpm-lock|yarn\.lock|bun\.lock)/.test(lock))
    return need;
  const pinned = situation.state.pins.get(manager);
  const words = frozen(found, manager, { flags, pinned, mustMatch: situation.scene.asksForLock(cwd) });
  const { file, line } = situation.step.command.place;
  const name = `${manager} ${environmentName(situation.run)}`;
  return {
    ...need,
    recipe: { name, python: null, requiresPython: null, installs: [{ words, cwd, env: {}, source: { file, line } }] },
  };
}

/** `pnpm run build` where pnpm need not be on PATH. */
function startedBy(found: LockedPackage, own: readonly string[], pins: ReadonlyMap<string, string>): readonly string[] {
  const [first, ...rest] = own;
  if (first !== "pnpm" && first !== "yarn" && first !== "bun") return own;
  const starter = frozen(found, first, { flags: [], pinned: pins.get(first), mustMatch: true }).slice(0, 3);
  return [...starter, ...rest];
}

/** What Yarn keeps in archives is found by what it starts itself: `yarn run -B eslint .`, `yarn node test.js`. */
function throughYarn(found: LockedPackage, own: readonly string[], { state }: Situation): readonly string[] {
  const starter = frozen(found, "yarn", { flags: [], pinned: state.pins.get("yarn"), mustMatch: true }).slice(0, 3);
  if (own[0] === "yarn") return [...starter, ...own.slice(1)];
  return own[0] === "node" ? [...starter, ...own] : [...starter, "run", "-B", ...own];
}

/**
 * A program that nobody knows may ask who started it (`npm_config_user_agent`): where it is all of a script, npm starts it.
 */
function wholeScript({ step }: Situation, { pack }: LockedPackage): string | undefined {
  const { entry, command, classified, passedOn, launched } = step;
  const isAll = entry.system === "scripts" && entry.commands.length === 1 && passedOn.length === 0;
  const isOwn =
    isAll && command.cwd === dirname(entry.place.file) && launched !== null && !/\//.test(launched.bare[0] ?? "/");
  return isOwn && classified.use.kind === "other" && pack.manager === "npm" ? entry.name : undefined;
}

/** Programs that packages bring under another name. */
const BROUGHT_BY: Readonly<Record<string, string>> = {
  tsc: "typescript",
  biome: "@biomejs/biome",
  attw: "@arethetypeswrong/cli",
};
const OF_NODE = /^(?:node|npm|npx|pnpm|yarn|bun|corepack)$/;

const withoutVersion = (spec: string): string => spec.replace(/(?<=.)@[^/]*$/, "");

function isDependency({ pack }: LockedPackage, name: string): boolean {
  const sections = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];
  return sections.some((section) => Object.hasOwn(asTable(pack.document[section]), name));
}

/** A program that `npm install -g` brought: npx brings it, with all that was installed beside it. */
function throughNpx(found: LockedPackage | undefined, own: readonly string[], { run, state, step }: Situation) {
  const [program = "", ...rest] = own;
  const name = BROUGHT_BY[program] ?? program;
  const isHook = run.home.system === "pre-commit";
  const isInstalled = found !== undefined && !isHook && isDependency(found, name);
  const isLocal = OF_NODE.test(program) || program.includes("/") || isInstalled;
  if (state.programs.length === 0 || isLocal) return { run: own, blockers: [] };
  const group = state.programs.find(({ packages }) => packages.some((one) => withoutVersion(one) === name));
  if (group === undefined || step.launched === null) {
    const [{ placed } = { placed: "" }] = state.programs;
    return { run: own, blockers: [`of ${placed}: it installs packages for the whole machine`] };
  }
  const more = group.packages.flatMap((spec) => ["--package", spec]);
  const words = group.packages.length === 1 && program === name ? [group.packages[0] ?? ""] : [...more, "--", program];
  return { run: ["npx", "--yes", ...words, ...rest], blockers: [] };
}

/** A package inside of another, without a lock of its own, that its job installs for itself. */
function ownInstall({ scene, state, step }: Situation, { environment }: Chosen): readonly string[] {
  const near = scene.nearestPackageFolder(step.command.cwd);
  if (environment === null || near === undefined || near === environment.cwd) return [];
  const own = state.node.find(({ cwd }) => cwd === near);
  return own === undefined ? [] : [`its job installs packages in ${near} too, where no lock says which`];
}

/**
 * @param situation a command of a package
 * @param words the command without what only chooses its environment
 */
export function nodeEnvironment(situation: Situation, words: readonly string[]): Chosen {
  const { run, blockers } = throughNpx(situation.scene.packageAt(situation.step.command.cwd), words, situation);
  const isHook = situation.run.home.system === "pre-commit" && run[0] === "npx";
  const chosen = isHook ? { environment: null, run, blockers: [] } : ofPackages(situation, run);
  return { ...chosen, blockers: [...blockers, ...ownInstall(situation, chosen), ...chosen.blockers] };
}

function ofPackages(situation: Situation, own: readonly string[]): Chosen {
  const { step, scene, state } = situation;
  const { cwd } = step.command;
  const found = scene.packageAt(cwd);
  if (found === undefined) {
    const launcher = step.launched?.launchers.find(({ name }) => name === "npx");
    const words = step.command.words ?? own;
    if (launcher !== undefined) return { environment: null, run: ["npx", "--yes", ...words.slice(1)], blockers: [] };
    if (own[0] === "npx") return { environment: null, run: own, blockers: [] };
    return { environment: null, run: own, blockers: ["there is no package.json above its folder"] };
  }
  const isOwnManager = (one: NodeInstall): boolean => found.lock === undefined || one.manager === found.pack.manager;
  const install = state.node.findLast((one) => one.cwd === found.cwd && isOwnManager(one));
  const isPackageless = !found.pack.hasDependencies && !found.pack.isWorkspace;
  if (isPackageless) return { environment: null, run: own, blockers: [] };
  const environment = scene.oneNeed(needOf(situation, found, install));
  const script = wholeScript(situation, found);
  if (script !== undefined) return { environment, run: ["npm", "run", script], blockers: [] };
  if (!isPlugAndPlay(found, situation)) return { environment, run: startedBy(found, own, state.pins), blockers: [] };
  const blockers =
    step.launched === null ? ["Yarn's Plug'n'Play keeps no node_modules that a shell could run from"] : [];
  return { environment, run: throughYarn(found, own, situation), blockers };
}
