import { Command, Help, type Option } from "commander";
import type { CommandModule } from "./command-module.ts";

/** Says a default only where it tells something: an empty list and `false` are what everybody expects. */
function optionDescription(option: Option): string {
  return new Help().optionDescription(option).replace(/ ?\(default: (\[\]|false)\)$/, "");
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
    .showHelpAfterError("Run `turnpike --help` for what there is.")
    .configureHelp({ optionDescription })
    .exitOverride();
  for (const module of modules) module.register(program);
  return program;
}
