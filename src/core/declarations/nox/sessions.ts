import { posix } from "node:path";
import type { DeclaredEntry } from "../declaration.ts";
import { toCommand, toEntry } from "../drafts.ts";
import { folderOf } from "../folders.ts";
import type { Arguments } from "../python-source/evaluate.ts";
import { type CallPlace, type HandedOn, type Host, PythonModule } from "../python-source/run.ts";
import {
  asTexts,
  BoundMethod,
  HostObject,
  Imported,
  type PythonFunction,
  type PythonValue,
  truth,
  Unknown,
} from "../python-source/value.ts";
import { interpreterOf } from "../tox/interpreter.ts";
import { callParameters, type Parameters, parametersOf } from "./parametrize.ts";
import { dependencyGroups, loadToml, pythonVersions, textsOfArgument } from "./project.ts";
import { Left, SESSION, SessionRun } from "./session-run.ts";

/** More sessions than this are not read. */
const MAX_SESSIONS = 400;

/** Decorators that make a session: nox's own, and those of packages that stand in for it. */
const DECORATOR = /^(?:nox|nox_poetry|nox_uv)\.session$/;

/** One session before it is gone through. */
interface Declared {
  readonly name: string;
  readonly target: PythonFunction;
  readonly pythons: readonly (string | null)[];
  /** True when its name carries the version. */
  readonly isMany: boolean;
  readonly isolated: boolean;
  readonly isDefault: boolean;
  /** Whether a decorator of the file puts it into `nox.options.sessions`; absent when none does such a thing. */
  readonly isListed?: boolean;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameters[];
  readonly doubts: readonly string[];
  /** What nox-uv syncs first. */
  readonly sync: readonly string[] | undefined;
}

/** A noxfile, gone through once for its constants, and once a session. */
export class Noxfile {
  readonly file: string;
  readonly #module: PythonModule;
  readonly #options = new Map<string, PythonValue>();
  readonly #textOf: (path: string) => string | undefined;
  #run: SessionRun | undefined;

  constructor(file: string, text: string, textOf: (path: string) => string | undefined) {
    this.file = file;
    this.#textOf = textOf;
    const host: Host = {
      attribute: (owner, name) => this.#attribute(owner, name),
      call: (callee, args, place) => this.#call(callee, args, place),
      assign: (owner, path, value) => this.#assign(owner, path, value),
      enter: (value) => (value instanceof Left ? value.leave : undefined),
    };
    this.#module = new PythonModule(text, host);
  }

  /** See {@link PythonModule.faultLine}. */
  get faultLine(): number | undefined {
    return this.#module.faultLine;
  }

  #attribute(owner: HostObject | Imported, name: string): PythonValue | undefined {
    if (owner instanceof HostObject) return owner === SESSION ? this.#run?.attribute(name) : undefined;
    if (owner.path === "sys" && name === "platform") return "linux";
    if (owner.path === "os" && name === "name") return "posix";
    return undefined;
  }

  #call(callee: PythonValue, args: Arguments, place: CallPlace): PythonValue | undefined {
    if (callee instanceof BoundMethod && callee.owner instanceof HostObject)
      return this.#run?.call(callee, args, place);
    if (!(callee instanceof Imported)) return undefined;
    const [first, ...others] = args.positional;
    switch (callee.path) {
      case "nox.project.load_toml":
        return loadToml(this.#textOf(typeof first === "string" ? first : "pyproject.toml") ?? "=");
      case "nox.project.python_versions": {
        const highest = args.named.get("max_version");
        return pythonVersions(first, typeof highest === "string" ? highest : undefined);
      }
      case "nox.project.dependency_groups": {
        const names = asTexts(others);
        return names === undefined ? undefined : dependencyGroups(first, names);
      }
      case "nox.param":
        return callParameters(args);
      // Gates run on Linux, by the usual Python.
      case "sysconfig.get_platform":
        return "linux-x86_64";
      case "platform.system":
        return "Linux";
      case "platform.python_implementation":
        return "CPython";
      case "os.path.join":
        return asTexts(args.positional)?.join("/");
      case "os.path.dirname":
        return typeof first === "string" ? posix.dirname(first) : undefined;
      case "pathlib.Path":
      case "os.path.abspath":
      case "os.path.realpath":
      case "os.fspath":
        return typeof first === "string" ? first : undefined;
      default:
        return undefined;
    }
  }

  #assign(owner: HostObject | Imported, path: readonly string[], value: PythonValue): void {
    if (owner instanceof HostObject) this.#run?.assign(owner, path, value);
    else if (owner.path === "nox" && path[0] === "options") this.#options.set(path[1] ?? "", value);
    else if (owner.path === "nox.options") this.#options.set(path[0] ?? "", value);
  }

  /** @returns each session as nox lists it */
  entries(passedOn: readonly string[] = []): readonly DeclaredEntry[] {
    const declared = this.#module.functions.flatMap((target) => this.#declared(target) ?? []);
    const chosen = asTexts(this.#options.get("sessions"));
    const unread =
      this.#options.get("sessions") instanceof Unknown
        ? ["which sessions run by themselves is known only when it runs"]
        : [];
    return declared
      .flatMap((one) =>
        this.#entriesOf(one, passedOn, unread, (name) =>
          chosen === undefined ? one.isDefault : (one.isListed ?? (chosen.includes(name) || chosen.includes(one.name))),
        ),
      )
      .slice(0, MAX_SESSIONS);
  }

  #declared(target: PythonFunction): Declared | undefined {
    const decorators = this.#module.decoratorsOf(target);
    const found = decorators.find(({ path }) => DECORATOR.test(path));
    const [standing] =
      found === undefined ? decorators.flatMap((one) => this.#module.handedOn(one.path, one.args) ?? []) : [];
    const own = found ?? standing;
    if (own === undefined || !DECORATOR.test(own.path)) return undefined;
    const isListed = standing === undefined ? undefined : listedBy(standing);
    const { named, positional } = own.args;
    const name = named.get("name") ?? positional[2];
    const python = named.get("python") ?? named.get("py") ?? positional[0] ?? null;
    const backend = named.get("venv_backend") ?? this.#options.get("default_venv_backend");
    const parameters = parametersOf(
      decorators.filter(({ path }) => path === "nox.parametrize").map(({ args }) => args),
    );
    const isOther = own.path === "nox_poetry.session";
    return {
      name: typeof name === "string" ? name : target.name,
      target,
      pythons: pythonsOf(backend === "none" ? false : python),
      isMany: Array.isArray(python) && backend !== "none",
      isolated: python !== false && backend !== "none",
      isDefault: named.get("default") !== false,
      ...(isListed === undefined ? {} : { isListed }),
      tags: textsOfArgument(named.get("tags")),
      parameters: parameters ?? [{ id: "", values: new Map() }],
      doubts: [
        ...(pythonsOf(python).length === 0 ? ["which Pythons it runs with is known only when it runs"] : []),
        ...(parameters === undefined ? ["its parameters are known only when it runs"] : []),
        ...(isOther ? [`${own.path.split(".")[0]} installs by the lock of Poetry`] : []),
      ],
      sync: own.path === "nox_uv.session" ? syncWords(named) : undefined,
    };
  }

  #entriesOf(
    one: Declared,
    passedOn: readonly string[],
    unread: readonly string[],
    isChosen: (name: string) => boolean,
  ): readonly DeclaredEntry[] {
    const pythons = one.pythons.length === 0 ? [null] : one.pythons;
    return pythons.flatMap((python) =>
      one.parameters.slice(0, MAX_SESSIONS).map((parameters) => {
        const base = one.isMany && python !== null ? `${one.name}-${python}` : one.name;
        const name = parameters.id === "" ? base : `${base}(${parameters.id})`;
        return this.#entry(one, { name, python, parameters, passedOn, isDefault: isChosen(base), unread });
      }),
    );
  }

  #entry(
    one: Declared,
    facts: {
      readonly name: string;
      readonly python: string | null;
      readonly parameters: Parameters;
      readonly passedOn: readonly string[];
      readonly isDefault: boolean;
      readonly unread: readonly string[];
    },
  ): DeclaredEntry {
    const folder = folderOf(this.file);
    const line = this.#module.lineOf(one.target.node.from);
    const ofParameter = facts.parameters.values.get("python");
    const python = typeof ofParameter === "string" ? ofParameter : facts.python;
    const run = new SessionRun({ file: this.file, folder, name: facts.name, python, passedOn: facts.passedOn });
    this.#run = run;
    this.#module.run(one.target, { positional: [SESSION], named: facts.parameters.values });
    this.#run = undefined;
    const sync =
      one.sync === undefined ? [] : [toCommand({ place: { file: this.file, line }, words: one.sync, cwd: folder })];
    const tags = [...new Set([...one.tags, ...(facts.parameters.tags ?? [])])];
    const entry = toEntry({
      system: "nox",
      name: facts.name,
      folder,
      place: { file: this.file, line },
      commands: [...sync, ...run.commands],
      isolated: one.isolated,
      python: python === null ? null : interpreterOf(python),
      runsOn: facts.isDefault ? ["default"] : [],
      doubts: [...new Set([...one.doubts, ...facts.unread, ...run.doubts])],
      ...(tags.length === 0 ? {} : { tags }),
    });
    return facts.passedOn.length === 0 ? entry : { ...entry, id: `${entry.id} -- ${facts.passedOn.join(" ")}` };
  }
}

/** `if default: nox.options.sessions.append(…)` in a decorator of the file. */
function listedBy({ text, parameters }: HandedOn): boolean | undefined {
  const [, condition] = /(?:if (\w+):\s*)?nox\.options\.sessions\.append\(/.exec(text) ?? [];
  if (!text.includes("nox.options.sessions.append(")) return undefined;
  return condition === undefined || truth(parameters.get(condition) ?? null) === true;
}

function pythonsOf(python: PythonValue): readonly (string | null)[] {
  if (python === null || typeof python === "boolean") return [null];
  return [...new Set(asTexts(python) ?? [])];
}

/** What nox-uv's decorator runs before the function (nox-uv, README). */
function syncWords(named: ReadonlyMap<string, PythonValue>): readonly string[] | undefined {
  const groups = textsOfArgument(named.get("uv_groups")).flatMap((name) => ["--group", name]);
  const only = textsOfArgument(named.get("uv_only_groups")).flatMap((name) => ["--only-group", name]);
  const extras = textsOfArgument(named.get("uv_extras")).flatMap((name) => ["--extra", name]);
  const flags = [
    ...(named.get("uv_all_extras") === true ? ["--all-extras"] : []),
    ...(named.get("uv_all_groups") === true ? ["--all-groups"] : []),
    ...(named.get("uv_no_install_project") === true ? ["--no-install-project"] : []),
  ];
  const locked = named.get("uv_sync_locked") === false ? [] : ["--locked"];
  return ["uv", "sync", ...locked, "--no-default-groups", ...groups, ...only, ...extras, ...flags];
}
