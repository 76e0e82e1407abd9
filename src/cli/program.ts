import { Command, CommanderError, Help, type Option } from "commander";
import { EXIT, exitCodeOf, formatError } from "../errors.ts";
import type { CommandModule } from "./command-module.ts";
import { withNotes } from "./help-notes.ts";

/** Says a default only where it tells something: an empty list and `false` are what everybody expects. */
function optionDescription(option: Option): string {
  const text = new Help().optionDescription(option).replace(/ ?\(default: (\[\]|false)\)$/, "");
  return option.mandatory ? `${text} (required)` : text;
}

/** After an error, the help that helps is that of the command which was called. */
function nameOwnHelp(command: Command, path: string): void {
  command.showHelpAfterError(`Run \`${path} --help\` for what there is.`);
  for (const sub of command.commands) nameOwnHelp(sub, `${path} ${sub.name()}`);
}

/**
 * @param version shown by `--version`
 * @param modules the commands that are built
 * @returns the program, ready to parse
 */
export function makeProgram(version: string, modules: readonly CommandModule[]): Command {
  const program = new Command("turnpike")
    .description("A road with gates: checks, SBOM, signed provenance and delivery events, here as on GitHub.")
    .version(version, "-V, --version")
    .configureHelp({ optionDescription, subcommandTerm: (command) => command.name() })
    .addHelpCommand(
      new Command("help").argument("[command]").description("Show everything about a command.").helpGroup("Besides:"),
    )
    .exitOverride();
  for (const module of modules) module.register(program);
  nameOwnHelp(program, "turnpike");
  return withNotes(program, {
    examples: [
      ["turnpike try", "what it would say of this repository, in a copy"],
      ["turnpike plan", "what would run here, and which line says so"],
      ["turnpike gates", "run it"],
      ["turnpike help gates", "everything about a command"],
    ],
    exits: [],
  });
}

/**
 * Runs what a command line asks for. An error is told on standard error, and becomes the exit code of the process.
 *
 * @param version shown by `--version`
 * @param modules the commands that are built
 * @param argv as in `process.argv`
 */
export async function runProgram(
  version: string,
  modules: readonly CommandModule[],
  argv: readonly string[],
): Promise<void> {
  try {
    await makeProgram(version, modules).parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.passed : EXIT.config;
    } else {
      process.stderr.write(`${formatError(error)}\n`);
      process.exitCode = exitCodeOf(error);
    }
  }
}
