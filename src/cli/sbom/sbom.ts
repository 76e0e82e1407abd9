import { type Command, InvalidArgumentError, Option } from "commander";
import { TurnpikeError } from "../../errors.ts";
import type { CommandModule } from "../command-module.ts";
import { GROUPS, withNotes } from "../help-notes.ts";
import type { SbomArguments } from "./sbom-command.ts";

/** What commander gives. */
interface Options {
  readonly output?: string;
  readonly format: string;
  readonly spec: "1.5" | "1.6" | "1.7";
  readonly group: readonly string[];
  readonly allGroups: boolean;
  readonly defaultGroups: boolean;
  readonly extra: readonly string[];
  readonly allExtras: boolean;
  readonly allPackages: boolean;
}

const LATER = new Set(["cyclonedx-xml", "spdx-json"]);

function collect(value: string, before: readonly string[]): readonly string[] {
  if (value.trim() === "") throw new InvalidArgumentError("A name is needed.");
  return [...before, value.trim()];
}

function checkFormat(format: string): void {
  if (format === "cyclonedx-json") return;
  const message = LATER.has(format)
    ? `${format} is not written yet; cyclonedx-json is.`
    : `${JSON.stringify(format.slice(0, 40))} is no format that I write; cyclonedx-json is.`;
  throw new TurnpikeError("INPUT_INVALID", "config", message, { hint: "turnpike sbom --format cyclonedx-json" });
}

function toArguments(paths: readonly string[], options: Options): SbomArguments {
  checkFormat(options.format);
  return {
    paths: paths.length === 0 ? ["."] : paths,
    output: options.output,
    spec: options.spec,
    withDefaultGroups: options.defaultGroups,
    selection: {
      groups: options.allGroups ? "all" : options.group,
      extras: options.allExtras ? "all" : options.extra,
      members: options.allPackages ? "all" : "default",
    },
  };
}

/** `turnpike sbom`: CycloneDX from lock files. */
export const sbomCommand: CommandModule = {
  register(program: Command) {
    const command = program
      .command("sbom")
      .helpGroup(GROUPS.release)
      .description("Make a CycloneDX SBOM from a lock file: exact graph, hashes, licences where they are known.")
      .argument("[path...]", "a lock file, or a folder that holds one (default: this folder)")
      .option("-o, --output <file>", "write here instead of to standard output; a folder when there are several locks")
      .addOption(new Option("--format <format>", "the format").default("cyclonedx-json"))
      .addOption(new Option("--spec <version>", "the CycloneDX version").choices(["1.5", "1.6", "1.7"]).default("1.6"))
      .option("--group <name>", "take a dependency group in; may be repeated", collect, [])
      .option("--all-groups", "take every dependency group in", false)
      .option("--no-default-groups", "leave the default groups out (dev, or what tool.uv.default-groups says)")
      .option("--extra <name>", "take an extra in; may be repeated", collect, [])
      .option("--all-extras", "take every extra in", false)
      .option("--all-packages", "take every member of a uv workspace in", false)
      .action(async (paths: readonly string[], options: Options) => {
        const args = toArguments(paths, options);
        const { runSbomCommand } = await import("./sbom-command.ts");
        await runSbomCommand(args, program.version() ?? "");
      });
    withNotes(command, {
      examples: [
        ["turnpike sbom", "of this folder, on standard output"],
        ["turnpike sbom uv.lock -o app.cdx.json", "of a lock file, into a file"],
        ["turnpike sbom --all-groups --all-extras", "with everything that is locked"],
      ],
      exits: [
        ["0", "it was written"],
        ["2", "a lock file, the folder or an option is wrong"],
      ],
      page: "docs/sbom.md",
    });
  },
};
