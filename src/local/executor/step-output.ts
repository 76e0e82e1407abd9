import {
  AnnotationCounter,
  type AnnotationLevel,
  COMMANDS,
  isBadStopToken,
  isBlockedVariable,
  parseCommand,
  toAnnotation,
  type WorkflowCommand,
} from "../../core/workflow/index.ts";
import type { RunAnnotation } from "../events.ts";
import type { RunShared } from "./run-shared.ts";

/** What commands of a process may change: the step, or the inner step of a composite action, that it belongs to. */
export interface CommandTarget {
  setOutput(name: string, value: string): void;
  saveState(name: string, value: string): void;
  setEnv(name: string, value: string): void;
  addPath(folder: string): void;
  /** A command that failed fails the step. */
  fail(): void;
  /** The variable as the step sees it. */
  variable(name: string): string | undefined;
}

type LineStyle = "plain" | "command" | "debug" | "error" | "warning" | "notice" | "fold-begin" | "fold-end";

/** The log of a top-level step: everything that is printed in it, masked, with commands obeyed. */
export class StepOutput {
  readonly #shared: RunShared;
  readonly #jobId: string;
  readonly #step: number;
  readonly #workspace: string;
  readonly #annotations = new AnnotationCounter();
  readonly #known = new Set<string>(COMMANDS);
  #stopToken: string | undefined;
  #echoes = false;
  /** Markdown for the summary page, masked. */
  summary = "";

  constructor(shared: RunShared, place: { readonly jobId: string; readonly step: number; readonly workspace: string }) {
    this.#shared = shared;
    this.#jobId = place.jobId;
    this.#step = place.step;
    this.#workspace = place.workspace;
  }

  /** Prints a line; nothing in it is a command. */
  print(text: string, style: LineStyle = "plain"): void {
    this.#shared.emit({
      kind: "line",
      jobId: this.#jobId,
      step: this.#step,
      text: this.#shared.masker.mask(text),
      style,
    });
  }

  /** Prints a line where `ACTIONS_STEP_DEBUG` is set. */
  debug(text: string): void {
    if (this.#shared.isDebug) this.print(text, "debug");
  }

  /** Prints a message and makes it an annotation, as long as the step may make one more. */
  report(level: AnnotationLevel, message: string): void {
    this.#annotate({ level, message });
  }

  #annotate(annotation: RunAnnotation): void {
    const { masker } = this.#shared;
    const message = masker.mask(annotation.message);
    for (const line of annotation.message.split(/\r?\n/)) this.print(line, annotation.level);
    if (!this.#annotations.take(annotation.level)) return;
    const title = annotation.title === undefined ? {} : { title: masker.mask(annotation.title) };
    this.#shared.emit({
      kind: "annotation",
      jobId: this.#jobId,
      step: this.#step,
      annotation: { ...annotation, ...title, message },
    });
  }

  /** Takes a line of a process: obeys it when it is a command, prints it otherwise. */
  take(line: string, target: CommandTarget): void {
    const command = line.includes("::") || line.includes("##[") ? parseCommand(line, this.#known) : undefined;
    if (command === undefined) {
      this.print(line);
      return;
    }
    if (this.#stopToken !== undefined) {
      if (command.name === this.#stopToken) {
        this.#known.delete(this.#stopToken);
        this.#stopToken = undefined;
      }
      this.print(line);
      return;
    }
    const isQuiet = ["add-mask", "debug", "warning", "error", "notice", "stop-commands"].includes(command.name);
    if (this.#echoes && !isQuiet) this.print(line);
    const fault = this.#obey(command, line, target);
    if (fault === undefined) return;
    this.report("error", `Unable to process command '${isQuiet ? command.name : line}' successfully.`);
    this.report("error", fault);
    target.fail();
  }

  /** @returns what is wrong with the command (messages of actions/runner src/Runner.Worker/ActionCommandManager.cs) */
  #obey(command: WorkflowCommand, line: string, target: CommandTarget): string | undefined {
    const { name, data, properties } = command;
    const property = properties["name"];
    switch (name) {
      case "stop-commands":
        return this.#stop(data, line, target);
      case "add-mask":
        if (data === "") this.report("warning", "Can't add secret mask for empty string.");
        this.#shared.masker.addLines(data);
        return undefined;
      case "debug":
        this.debug(data);
        return undefined;
      case "error":
      case "warning":
      case "notice":
        this.#annotate(toAnnotation(name, command, this.#workspace));
        return undefined;
      case "group":
        this.print(data, "fold-begin");
        return undefined;
      case "endgroup":
        this.print("", "fold-end");
        return undefined;
      case "echo":
        return this.#echo(data);
      case "set-output":
      case "save-state":
        if (property === undefined) return `Required field 'name' is missing in ##[${name}] command.`;
        this.report("warning", deprecated(name));
        if (name === "set-output") target.setOutput(property, data);
        else target.saveState(property, data);
        return undefined;
      case "set-env":
      case "add-path":
        return this.#change(name, property, { data, target });
      default:
        // Problem matchers only turn output lines into annotations; the lines themselves are printed either way.
        this.print(`turnpike run does not do problem matchers; ${name} has no effect here.`, "notice");
        return undefined;
    }
  }

  #echo(data: string): string | undefined {
    const value = data.trim().toUpperCase();
    if (value !== "ON" && value !== "OFF")
      return `Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${data}'.`;
    this.#echoes = value === "ON";
    return undefined;
  }

  #stop(token: string, line: string, target: CommandTarget): string | undefined {
    const isAllowed = isTrue(target.variable("ACTIONS_ALLOW_UNSECURE_STOPCOMMAND_TOKENS"));
    if (isBadStopToken(token) && !isAllowed) {
      return "You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command.";
    }
    this.#stopToken = token;
    this.#known.add(token);
    if (token.length > 6) this.#shared.masker.add(token);
    this.print(line);
    return undefined;
  }

  #change(
    name: "set-env" | "add-path",
    property: string | undefined,
    { data, target }: { readonly data: string; readonly target: CommandTarget },
  ): string | undefined {
    if (!isTrue(target.variable("ACTIONS_ALLOW_UNSECURE_COMMANDS"))) {
      return `The \`${name}\` command is disabled. Please upgrade to using Environment Files or opt into unsecure command execution by setting the \`ACTIONS_ALLOW_UNSECURE_COMMANDS\` environment variable to \`true\`.`;
    }
    if (name === "add-path") {
      target.addPath(data);
      return undefined;
    }
    if (property === undefined) return "Required field 'name' is missing in ##[set-env] command.";
    if (isBlockedVariable(property)) {
      this.report("error", `Can't update ${property} environment variable using ::set-env:: command.`);
    } else target.setEnv(property, data);
    return undefined;
  }
}

function isTrue(text: string | undefined): boolean {
  return text?.toLowerCase() === "true";
}

function deprecated(name: string): string {
  return `The \`${name}\` command is deprecated and will be disabled soon. Please upgrade to using Environment Files.`;
}
