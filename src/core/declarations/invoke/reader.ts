import type { Call, DeclarationReader, DeclaredCommand, DeclaredEntry, Place, Unread } from "../declaration.ts";
import { likely, toEntry, unsure } from "../drafts.ts";
import { enterFolder, folderOf } from "../folders.ts";
import { isOwnFile, nameOf } from "../own-files.ts";
import type { Arguments } from "../python-source/evaluate.ts";
import { type CallPlace, type Host, PythonModule } from "../python-source/run.ts";
import {
  asTexts,
  BoundMethod,
  HostObject,
  type PythonFunction,
  type PythonValue,
  Unknown,
} from "../python-source/value.ts";
import { shellCommands } from "../python-tasks/task-commands.ts";

const MAX_BYTES = 512 * 1024;
const MAX_TASKS = 200;
const MAX_DEPTH = 6;
const CONTEXT = new HostObject("context");

/** What `with c.cd(…):` leaves at its end. */
class Left extends HostObject {
  readonly leave: () => void;

  constructor(leave: () => void) {
    super("folder");
    this.leave = leave;
  }
}

/** A tasks.py of invoke, gone through without running it. */
class TaskFile {
  readonly file: string;
  readonly #module: PythonModule;
  #commands: DeclaredCommand[] = [];
  #cwd: string;

  constructor(file: string, text: string) {
    this.file = file;
    this.#cwd = folderOf(file);
    const host: Host = {
      attribute: () => undefined,
      call: (callee, args, place) => this.#call(callee, args, place),
      assign: () => undefined,
      enter: (value) => (value instanceof Left ? value.leave : undefined),
    };
    this.#module = new PythonModule(text, host);
  }

  #call(callee: PythonValue, args: Arguments, place: CallPlace): PythonValue | undefined {
    if (!(callee instanceof BoundMethod) || callee.owner !== CONTEXT) return undefined;
    if (callee.name === "cd") return this.#enter(args.positional[0]);
    if (callee.name !== "run" && callee.name !== "sudo") return undefined;
    this.#run(args, place);
    return new Unknown(place.text);
  }

  #enter(folder: PythonValue | undefined): PythonValue {
    const before = this.#cwd;
    if (typeof folder === "string") this.#cwd = enterFolder(before, folder) ?? before;
    return new Left(() => {
      this.#cwd = before;
    });
  }

  #run(args: Arguments, place: CallPlace): void {
    const [first] = args.positional;
    const at: Place = { file: this.file, line: place.line };
    const known = typeof first === "string" ? first : undefined;
    const text = known ?? (first instanceof Unknown ? first.text : "…");
    const env = args.named.get("env");
    const variables = env instanceof Map ? [...(env as ReadonlyMap<string, PythonValue>)] : [];
    const own = variables.filter((pair): pair is [string, string] => typeof pair[1] === "string");
    const doubts = [
      ...place.conditions.map((condition) => unsure(`it runs only where \`${condition}\``)),
      ...(known === undefined ? [unsure(`\`${text}\` is known only when it runs`)] : []),
      ...(own.length < variables.length || env instanceof Unknown
        ? [likely("some of its variables are known only when it runs")]
        : []),
    ];
    const around = { place: at, cwd: this.#cwd, env: Object.fromEntries(own), doubts };
    const commands =
      known === undefined
        ? [
            {
              place: at,
              text,
              words: null,
              env: around.env,
              cwd: this.#cwd,
              mayFail: false,
              certainty: "unsure" as const,
              doubts: doubts.map(({ reason }) => reason),
            },
          ]
        : shellCommands(known, around);
    const warns = args.named.get("warn") === true;
    this.#commands.push(...commands.map((command) => ({ ...command, mayFail: warns || command.mayFail })));
  }

  #taskArgs(target: PythonFunction): Arguments | undefined {
    const found = this.#module.decoratorsOf(target).find(({ path }) => /^(?:invoke\.)?(?:tasks\.)?task$/.test(path));
    return found?.args;
  }

  /** Tasks that a decorator names as running first or last: `@task(lint, pre=[build])`. */
  #others(value: PythonValue | readonly PythonValue[] | undefined): readonly PythonFunction[] {
    const list = Array.isArray(value) ? value : [];
    return this.#module.functions.filter((target) => list.includes(target));
  }

  #follow(target: PythonFunction, trail: readonly PythonFunction[]): void {
    const args = this.#taskArgs(target);
    if (args === undefined || trail.includes(target) || trail.length > MAX_DEPTH) return;
    const before = [...this.#others(args.positional), ...this.#others(args.named.get("pre"))];
    for (const other of before) this.#follow(other, [...trail, target]);
    this.#cwd = folderOf(this.file);
    this.#module.run(target, { positional: [CONTEXT], named: new Map() });
    for (const other of this.#others(args.named.get("post"))) this.#follow(other, [...trail, target]);
  }

  entries(): readonly DeclaredEntry[] {
    const tasks = this.#module.functions.flatMap((target) => {
      const args = this.#taskArgs(target);
      return args === undefined ? [] : [{ target, args }];
    });
    return tasks.slice(0, MAX_TASKS).map(({ target, args }) => {
      this.#commands = [];
      this.#follow(target, []);
      const name = asTexts(args.named.get("name"))?.[0] ?? target.name.replaceAll("_", "-");
      const line = this.#module.lineOf(target.node.from);
      const isDefault = args.named.get("default") === true;
      return toEntry({
        system: "invoke",
        name,
        folder: folderOf(this.file),
        place: { file: this.file, line },
        commands: this.#commands,
        runsOn: isDefault ? ["default"] : [],
      });
    });
  }

  get faultLine(): number | undefined {
    return this.#module.faultLine;
  }
}

function callOf(words: readonly string[], cwd: string, entries: readonly DeclaredEntry[]): Call | undefined {
  if (!/^(?:inv|invoke)$/.test(words[0] ?? "")) return undefined;
  const own = entries.filter(({ system, place }) => system === "invoke" && folderOf(place.file) === cwd);
  const names = words
    .slice(1)
    .filter((word) => !word.startsWith("-"))
    .map((word) => word.replaceAll("_", "-"));
  const named = names.flatMap((name) => own.filter((entry) => entry.name.replaceAll("_", "-") === name));
  if (names.length > 0 && named.length === 0) return undefined;
  const chosen = names.length === 0 ? own.filter(({ runsOn }) => runsOn.includes("default")) : named;
  const passedOn = words.slice(1).filter((word) => word.startsWith("-"));
  return chosen.length === 0 ? undefined : { system: "invoke", entries: chosen.map(({ id }) => id), passedOn };
}

/** Reads tasks of invoke as text (docs.pyinvoke.org, "Constructing namespaces"). */
export const invokeReader: DeclarationReader = {
  system: "invoke",
  wants: (path) => (nameOf(path) === "tasks.py" && isOwnFile(path) ? MAX_BYTES : undefined),
  read: (source) => {
    const files = [...source.texts]
      .filter(
        ([file, text]) =>
          nameOf(file) === "tasks.py" && text.length <= MAX_BYTES && /^\s*(?:import|from)\s+invoke\b/m.test(text),
      )
      .map(([file, text]) => new TaskFile(file, text));
    const unread = files.flatMap(({ file, faultLine }): Unread[] =>
      faultLine === undefined
        ? []
        : [{ file, line: faultLine, message: "is no Python here, so what stands there is left out" }],
    );
    const entries = new Map(files.flatMap((file) => file.entries()).map((entry) => [entry.id, entry]));
    return { entries: [...entries.values()], unread };
  },
  callOf,
};
