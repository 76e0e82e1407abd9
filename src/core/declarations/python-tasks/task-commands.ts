import type { DeclaredCommand, Place } from "../declaration.ts";
import { type Doubt, likely, toCommand, unsure } from "../drafts.ts";
import { readShell } from "../shell/index.ts";
import { splitWords } from "../words.ts";

/** Where and with what a task's text runs. */
export interface TaskSurroundings {
  readonly place: Place;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly doubts?: readonly Doubt[];
  /** Names that the tool puts in and that are no variables. */
  readonly constants?: Readonly<Record<string, string>>;
}

/** @returns the commands of a text that a shell runs */
export function shellCommands(text: string, around: TaskSurroundings): readonly DeclaredCommand[] {
  const { commands, faults } = readShell(text, {
    cwd: around.cwd,
    env: around.env,
    ...(around.constants === undefined ? {} : { constants: around.constants }),
  });
  const broken = faults.map(({ message }) => unsure(`it ${message}`));
  return commands.map((command) => ({
    ...toCommand({
      place: around.place,
      text: command.text,
      words: command.words,
      env: command.env,
      cwd: command.cwd,
      mayFail: command.mayFail,
      doubts: [
        ...(around.doubts ?? []),
        ...broken,
        ...command.doubts.map((reason) => (command.certainty === "unsure" ? unsure(reason) : likely(reason))),
      ],
    }),
  }));
}

/** @returns the command of a text that is split into words and started without a shell */
export function plainCommand(text: string, { place, cwd, env, doubts = [] }: TaskSurroundings): DeclaredCommand {
  const words = splitWords(text);
  if (words !== undefined) return toCommand({ place, words, cwd, env, doubts });
  return toCommand({ place, text, words: null, cwd, env, doubts: [...doubts, unsure("a quote in it is not closed")] });
}

/**
 * @param target `package.module:function(1)` or `package.module:function`
 * @returns Python's words for the call, as task runners make it
 */
export function functionCall(target: string): readonly string[] | undefined {
  const [, module, name, args] = /^\s*([\w.]+)\s*:\s*([\w.]+)\s*(\(.*\))?\s*$/s.exec(target) ?? [];
  if (module === undefined || name === undefined) return undefined;
  const [head] = name.split(".");
  return ["python", "-c", `import sys; from ${module} import ${head}; sys.exit(${name}${args ?? "()"})`];
}

/** Takes what stands between braces out of a text: `{args:tests}` -> `tests`. */
export function withoutArgs(text: string): string {
  return text.replaceAll(/\{args(?::((?:[^{}]|\{[^{}]*\})*))?\}/g, (_, fallback?: string) => fallback ?? "").trim();
}
