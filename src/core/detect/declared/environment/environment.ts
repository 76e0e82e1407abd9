import { asTable } from "../../../documents/index.ts";
import type { EnvironmentNeed, InstallCommand } from "../../../gates/index.ts";
import { findTool, type PythonProject } from "../../python/python-project.ts";
import type { UvSync } from "../job-state.ts";
import type { Launcher } from "../launchers.ts";
import type { Step } from "../resolve.ts";
import type { Ecosystem } from "../rules/use.ts";
import type { LockedProject } from "../scene.ts";
import { type Chosen, environmentName, type Situation } from "../situation.ts";
import { nodeEnvironment } from "./node-environment.ts";

const isPython = ({ family }: Launcher): boolean => family === "python";
const isNode = ({ family }: Launcher): boolean => family === "node";

function venv({ run, state, scene, step }: Situation, installs: readonly InstallCommand[]): EnvironmentNeed {
  return {
    ...{ manager: "venv", cwd: ".", groups: [], extras: [] },
    recipe: {
      name: environmentName(run),
      python: run.home.python ?? askedFor(step) ?? state.python ?? startedOn(run),
      requiresPython: scene.requiresPython(step.launched?.cwd ?? step.command.cwd),
      installs,
    },
  };
}

/** `uv run --python 3.13 pytest`. */
function askedFor(step: Step): string | null {
  const launcher = step.launched?.launchers.find(isPython) ?? outerLauncher(step);
  const line = launcher?.options.join(" ") ?? "";
  return /(?:^|\s)(?:--python|-p)[ =]?(?:python|cpython-?)?(\d+\.\d+t?)(?:\s|$)/.exec(line)?.[1] ?? null;
}

/** Environments of tox and nox that ask for no interpreter get the one that these run on. */
function startedOn({ home, root }: Situation["run"]): string | null {
  if ((home.system !== "tox" && home.system !== "nox") || root.system !== "workflow") return null;
  const own = root.commands.map(({ words }) => interpreterFor(home.system, words ?? []));
  return own.findLast((python) => python !== undefined) ?? root.python;
}

/** `uv tool install --python 3.14 tox`, `uvx -p 3.14 nox`: the interpreter that a runner gets for itself. */
function interpreterFor(runner: string, words: readonly string[]): string | undefined {
  const line = words.join(" ");
  const isRunners = /^(?:uvx|uv tool (?:run|install)|pipx (?:run|install)) /.test(line);
  if (!isRunners || !words.some((word) => new RegExp(`^${runner}(?:$|[=<>@~[])`).test(word))) return undefined;
  return /\s(?:--python[ =]|-p ?)(\d+\.\d+t?)(?:\s|$)/.exec(line)?.[1];
}

function groupsOf(project: PythonProject, kind: "group" | "extra"): readonly string[] {
  return project.sets.filter((set) => set.kind === kind).map(({ name }) => name);
}

interface Wish {
  readonly groups: readonly string[];
  readonly extras: readonly string[];
  readonly all: readonly string[];
  readonly kept: readonly string[];
}

function wishOf(launcher: Launcher | undefined, syncs: readonly UvSync[]): Wish {
  const parts: readonly Partial<Wish>[] = launcher === undefined ? syncs : [launcher, ...syncs];
  const join = (key: keyof Wish) => [...new Set(parts.flatMap((part) => part[key] ?? []))];
  return { groups: join("groups"), extras: join("extras"), all: join("all"), kept: join("kept") };
}

function withAll(wish: Wish, project: PythonProject): Wish {
  const groups = wish.all.includes("--all-groups") ? groupsOf(project, "group") : wish.groups;
  const extras = wish.all.includes("--all-extras") ? groupsOf(project, "extra") : wish.extras;
  return { ...wish, groups: groups.filter((name) => !project.defaultGroups.includes(name)), extras };
}

/** `uv sync --locked` in the project's own environment. */
function lockedNeed({ cwd, project }: LockedProject, wish: Wish): EnvironmentNeed {
  const { groups, extras, all, kept } = withAll(wish, project);
  const options = [...(all.includes("--all-packages") ? ["--all-packages"] : []), ...kept];
  const sorted = { groups: [...groups].sort(), extras: [...extras].sort() };
  return { manager: "uv", cwd, ...sorted, ...(options.length === 0 ? {} : { options }) };
}

/** What `uv sync` installs where there is no lock, in words of `uv pip`. */
function unlockedInstall({ cwd, project }: LockedProject, wish: Wish, step: Step): InstallCommand {
  const { groups, extras } = withAll(wish, project);
  const uv = asTable(asTable(project.document["tool"])["uv"]);
  const isPackage =
    uv["package"] !== false && (project.document["build-system"] !== undefined || uv["package"] === true);
  const own = isPackage
    ? ["-e", extras.length === 0 ? "." : `.[${extras.join(",")}]`]
    : ["-r", "pyproject.toml", ...extras.flatMap((extra) => ["--extra", extra])];
  const all = [...new Set([...project.defaultGroups, ...groups])].flatMap((group) => ["--group", group]);
  const { file, line } = step.command.place;
  return { words: ["uv", "pip", "install", ...own, ...all], cwd, env: {}, source: { file, line } };
}

/** Options of `uv run` that still mean something once the packages are there; `--directory` is the gate's own folder. */
function keptOptions(words: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const [name = "", attached] = word.split("=", 2);
    if (/^(?:--with|-w|--with-requirements|--with-editable|--env-file|--project|--package)$/.test(name)) {
      kept.push(word, ...(attached === undefined ? [words[index + 1] ?? ""] : []));
      if (attached === undefined) index += 1;
    }
  }
  return kept;
}

/** uv starts a script with what the script itself lists (PEP 723), and anything else in the environment that is active. */
function withoutProject(situation: Situation, launcher: Launcher | undefined, own: readonly string[]): Chosen {
  const { installs } = situation.state;
  // Django's script lists nothing: it runs on what was installed.
  const isScript = launcher !== undefined && /(?<!(?:^|\/)manage)\.py$/.test(own[0] ?? "");
  if (isScript) return { environment: null, run: ["uv", "run", ...launcher.options, ...own], blockers: [] };
  if (installs.length > 0) return { environment: venv(situation, installs), run: own, blockers: [] };
  return { environment: null, run: own, blockers: ["there is no pyproject.toml for uv above its folder"] };
}

/** `uv run` puts locked versions back, and leaves what the lock does not name. */
function restoresLock(launcher: Launcher | undefined): boolean {
  return launcher !== undefined && !launcher.options.includes("--no-sync");
}

/** What the lock says and then other things, in an environment of its own: the project's own is for the lock alone. */
function lockedThenChanged(
  { cwd, groups, extras, options = [] }: EnvironmentNeed,
  changes: readonly InstallCommand[],
  { step, restores }: { readonly step: Step; readonly restores: boolean },
): readonly InstallCommand[] {
  const named = [...groups.flatMap((one) => ["--group", one]), ...extras.flatMap((one) => ["--extra", one])];
  const { file, line } = step.command.place;
  const sync = {
    words: ["uv", "sync", "--locked", "--active", ...named, ...options],
    cwd,
    env: {},
    source: { file, line },
  };
  const again = { ...sync, words: [...sync.words, "--inexact"] };
  return restores ? [sync, ...changes, again] : [sync, ...changes];
}

function withUv(situation: Situation, launcher: Launcher | undefined, own: readonly string[]): Chosen {
  const { step, scene, state } = situation;
  const syncs = state.syncs;
  const cwd = syncs.at(-1)?.cwd ?? step.launched?.cwd ?? step.command.cwd;
  const found = scene.projectAt(cwd);
  if (found === undefined) return withoutProject(situation, launcher, own);
  const wish = wishOf(launcher, syncs);
  const kept = launcher === undefined ? [] : keptOptions(launcher.options);
  const changes = state.installs.filter((install) => !state.tools.has(install));
  if (found.lock !== undefined && changes.length > 0 && kept.length === 0) {
    const installs = lockedThenChanged(lockedNeed(found, wish), changes, { step, restores: restoresLock(launcher) });
    return { environment: venv(situation, installs), run: own, blockers: [] };
  }
  if (found.lock !== undefined) {
    return { environment: lockedNeed(found, wish), run: ["uv", "run", "--no-sync", ...kept, ...own], blockers: [] };
  }
  const installs = [...state.installs, unlockedInstall(found, wish, step)];
  const blockers = kept.length === 0 ? [] : ["its options of `uv run` need a lock"];
  return { environment: venv(situation, installs), run: own, blockers };
}

/** Commands of managers that install what `run` of theirs needs, when the declaration does not say. */
const USUAL_INSTALL: Readonly<Record<string, readonly string[]>> = {
  "poetry run": ["uvx", "poetry", "install", "--no-interaction"],
  "pdm run": ["uvx", "pdm", "install"],
  "pipenv run": ["uvx", "pipenv", "sync", "--dev"],
};

/** Launchers into environments of conda packages. */
const OF_CONDA = /^(?:conda|mamba|micromamba|pixi) run$/;

function withManager(situation: Situation, launcher: Launcher, own: readonly string[]): Chosen {
  const { state, step } = situation;
  if (OF_CONDA.test(launcher.name)) {
    const blocker = `${launcher.name} finds what conda installs, which Turnpike does not`;
    return { environment: null, run: step.command.words ?? own, blockers: [blocker] };
  }
  if (state.installs.length > 0) return { environment: venv(situation, state.installs), run: own, blockers: [] };
  const words = USUAL_INSTALL[launcher.name];
  if (words === undefined) {
    return { environment: null, run: own, blockers: [`nothing says what ${launcher.name} finds there`] };
  }
  const { file, line } = step.command.place;
  const install = { words, cwd: step.launched?.cwd ?? step.command.cwd, env: {}, source: { file, line } };
  return { environment: venv(situation, [install]), run: own, blockers: [] };
}

/** What Python brings by itself. */
const STANDARD = /^(?:unittest|doctest|compileall|py_compile|venv|tabnanny)$/;

/** Groups and extras that usually hold tools, best first. */
const LIKELY = ["dev", "lint", "linting", "tests", "test", "testing", "typing", "types", "docs", "all"];

/** `python -m shop.check`, where shop/check.py is a file of the repository: Python finds it in the folder. */
function isOwnModule({ step, scene }: Situation, own: readonly string[]): boolean {
  const module = own[own.indexOf("-m") + 1];
  if (own[0] === undefined || !/^python/.test(own[0]) || !own.includes("-m") || module === undefined) return false;
  const cwd = step.launched?.cwd ?? step.command.cwd;
  const path = module.replaceAll(".", "/");
  return [`${path}.py`, `${path}/__main__.py`].some((file) => scene.has(cwd === "." ? file : `${cwd}/${file}`));
}

/** `language: script` of pre-commit: the script starts itself, with what the machine has. */
function isScriptOfHook({ step, run }: Situation): boolean {
  return run.home.system === "pre-commit" && /\/.*\.py$/.test(step.launched?.bare[0] ?? "");
}

function fromNothing(situation: Situation, own: readonly string[]): Chosen {
  const { step, scene, run } = situation;
  const name = step.launched?.bare[0] ?? "";
  const isBare =
    STANDARD.test(name) ||
    (name === "python" && run.home.isolated) ||
    isScriptOfHook(situation) ||
    isOwnModule(situation, own);
  if (isBare) return { environment: venv(situation, []), run: own, blockers: [] };
  const found = scene.projectAt(step.launched?.cwd ?? step.command.cwd);
  const home = found?.lock === undefined ? undefined : findTool(found.project, name, LIKELY);
  if (found !== undefined && home !== undefined && run.root.system !== "workflow") {
    const wish = { groups: home.groups, extras: home.extras, all: [], kept: [] };
    return { environment: lockedNeed(found, wish), run: ["uv", "run", "--no-sync", ...own], blockers: [] };
  }
  const shown = name === "" ? "what it starts" : name;
  return { environment: null, run: own, blockers: [`nothing there says where ${shown} comes from`] };
}

function isForOne(launcher: Launcher | undefined): boolean {
  return (
    launcher?.makesOwn === true &&
    !launcher.options.some((word) => /^(?:--with|-w)/.test(word) && launcher.name === "uv run")
  );
}

/** A manager that makes its environments itself, in the version that the job installs. */
function throughUvx({ run, state }: Situation, [program = "", ...rest]: readonly string[]): Chosen {
  const version = state.pins.get(program);
  const python = run.home.python ?? state.python;
  // hatch takes the interpreter that it runs on for the one that is meant.
  const interpreter = program === "hatch" && python !== null ? ["--python", python] : [];
  const started = version === undefined ? program : `${program}@${version}`;
  return { environment: null, run: ["uvx", ...interpreter, started, ...rest], blockers: [] };
}

/** `hatch run types:check -v`, whatever starts hatch. */
function fromHatch({ command, passedOn }: Step): readonly string[] {
  const words = command.words ?? [];
  return [...words.slice(Math.max(0, words.indexOf("hatch"))), ...passedOn];
}

/** `uv run poe lint` starts ruff in the environment of `uv run`. */
function outerLauncher({ launched, startedIn }: Step): Launcher | undefined {
  return (launched?.launchers.length ?? 0) === 0 ? startedIn.at(-1) : undefined;
}

function pythonEnvironment(situation: Situation, own: readonly string[]): Chosen {
  const { step, state } = situation;
  if (step.launched?.launchers.at(-1)?.name === "hatch run") return throughUvx(situation, fromHatch(step));
  const launcher = step.launched?.launchers.find(isPython) ?? outerLauncher(step);
  if (launcher !== undefined && isForOne(launcher)) {
    const run = [...launcher.name.split(" "), ...launcher.options, ...fetchedName(step, own)];
    return { environment: null, run, blockers: [] };
  }
  if (launcher?.name === "pipx run") {
    const from = launcher.options.indexOf("--spec");
    const spec = from === -1 ? [] : ["--from", launcher.options[from + 1] ?? ""];
    return { environment: null, run: ["uvx", ...spec, ...fetchedName(step, own)], blockers: [] };
  }
  const [program = ""] = step.launched?.bare ?? [];
  if (launcher === undefined && program === "uv") return { environment: null, run: own, blockers: [] };
  if (launcher === undefined && /^(?:poetry|pdm|hatch)$/.test(program)) return throughUvx(situation, own);
  if (launcher?.name === "uv run") return withUv(situation, launcher, own);
  if (launcher !== undefined) return withManager(situation, launcher, own);
  if (state.syncs.length > 0) return withUv(situation, undefined, own);
  if (state.installs.length > 0) return { environment: venv(situation, state.installs), run: own, blockers: [] };
  // A shell text whose program brings its own environment: `uvx twine check dist/*`.
  if (step.launched === null && /^(?:uvx|pipx run) /.test(step.command.text))
    return { environment: null, run: own, blockers: [] };
  return fromNothing(situation, own);
}

/** The program as it was written, with its version: `ruff@0.14.0`. */
function fetchedName(step: Step, own: readonly string[]): readonly string[] {
  const words = step.command.words ?? [];
  const [first = "", ...rest] = own;
  const written = words.find(
    (word) => word === first || (word.startsWith(first) && /^[@=<>~![]/.test(word.slice(first.length))),
  );
  return [written ?? first, ...rest];
}

/**
 * @param situation a command with what was before it
 * @param ecosystem whose packages its tool runs on
 * @param own the command without what only chooses its environment
 */
export function environmentOf(situation: Situation, ecosystem: Ecosystem, own: readonly string[]): Chosen {
  const { step, state } = situation;
  const launchers = step.launched?.launchers ?? [];
  const hasPython = state.installs.length > 0 || state.syncs.length > 0;
  if (launchers.some(isPython)) return pythonEnvironment(situation, own);
  if (ecosystem === "node" || launchers.some(isNode)) {
    const chosen = nodeEnvironment(situation, own);
    // `npx pyright` looks at the packages of the interpreter that its job has.
    const isAlone = ecosystem === "python" && hasPython && chosen.environment === null && chosen.blockers.length === 0;
    return isAlone ? pythonEnvironment(situation, chosen.run) : chosen;
  }
  if (ecosystem === "python" || hasPython || outerLauncher(step) !== undefined)
    return pythonEnvironment(situation, own);
  return { environment: null, run: own, blockers: [] };
}
