import { TurnpikeError } from "../../errors.ts";

/** How a script is started. */
export interface ShellCommand {
  /** Program to look up on PATH. */
  readonly program: string;
  /** Used when the program is not there; only for the default shell. */
  readonly fallback?: string;
  /** With `{0}` where the script's file stands. */
  readonly format: string;
  /** With its dot. */
  readonly extension: string;
}

/** Arguments of shells by name (actions/runner src/Runner.Worker/Handlers/ScriptHandlerHelpers.cs). */
const ARGUMENTS: Readonly<Record<string, string>> = {
  bash: "--noprofile --norc -e -o pipefail {0}",
  sh: "-e {0}",
  python: "{0}",
  pwsh: "-command \". '{0}'\"",
};

const EXTENSIONS: Readonly<Record<string, string>> = { bash: ".sh", sh: ".sh", python: ".py", pwsh: ".ps1" };

/**
 * @param shell value of a `shell` key; empty: the default, bash without pipefail, or sh (ScriptHandler.cs)
 * @throws TurnpikeError `WORKFLOW_STEP` when it is neither a known name nor a command with `{0}`
 */
export function shellCommand(shell: string): ShellCommand {
  if (shell === "") return { program: "bash", fallback: "sh", format: ARGUMENTS["sh"] ?? "", extension: ".sh" };
  const blank = shell.indexOf(" ");
  const program = blank < 0 ? shell : shell.slice(0, blank);
  const given = blank < 0 ? "" : shell.slice(blank + 1).trimStart();
  const format = given === "" ? (ARGUMENTS[program] ?? "") : given;
  if (!format.includes("{0}")) {
    throw new TurnpikeError(
      "WORKFLOW_STEP",
      "config",
      "Invalid shell option. Shell must be a valid built-in (bash, sh, cmd, powershell, pwsh) or a format string containing '{0}'",
    );
  }
  return { program, format, extension: EXTENSIONS[program] ?? "" };
}

/**
 * Splits arguments as .NET does on the runner's behalf: blanks part them, double quotes hold them together.
 *
 * @param format arguments with `{0}`
 * @param script path of the script
 */
export function shellArguments(format: string, script: string): readonly string[] {
  const parts = format.match(/(?:[^\s"]+|"(?:\\"|[^"])*")+/g) ?? [];
  return parts.map((part) =>
    part.replace(/"((?:\\"|[^"])*)"/g, (_, inner: string) => inner.replaceAll('\\"', '"')).replaceAll("{0}", script),
  );
}

/**
 * @param program name of the shell
 * @param script what `run` says
 * @returns what is written to the file (ScriptHandlerHelpers.cs, FixUpScriptContents)
 */
export function scriptContent(program: string, script: string): string {
  if (program !== "pwsh") return script;
  const end = "if ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }";
  return `$ErrorActionPreference = 'stop'\n${script}\n${end}`;
}
