import type { Command } from "commander";
import type { CommandModule } from "../command-module.ts";
import { GROUPS, withNotes } from "../help-notes.ts";
import { collect } from "../option-values.ts";
import type { VerifyArguments } from "./verify-command.ts";

/** What commander gives. */
interface Options {
  readonly bundle: readonly string[];
  readonly policy?: string;
  readonly trustedRoot?: string;
  readonly json: boolean;
}

function toArguments(artifacts: readonly string[], options: Options): VerifyArguments {
  const { bundle, policy, trustedRoot, json } = options;
  return { artifacts, bundles: bundle, policy, trustedRoot, json };
}

/** `turnpike verify`: artifacts against bundles and a policy, offline. */
export const verifyCommand: CommandModule = {
  register(program: Command) {
    const command = program
      .command("verify")
      .helpGroup(GROUPS.release)
      .description("Check files against signed statements and a policy, without a login and without a network.")
      .argument("<artifact...>", "files to verify, as paths or globs")
      .option(
        "--bundle <path>",
        "a bundle, a glob, or a folder of *.sigstore.json (default: the policy's folder); may be repeated",
        collect,
        [],
      )
      .option("--policy <file>", "who must have signed what (default: policy.yml, else .github/turnpike/policy.yml)")
      .option(
        "--trusted-root <file>",
        "whom to trust (default: what the policy names beside itself, else Sigstore's public good instance)",
      )
      .option("--json", "print the result as one JSON document", false)
      .action(async (artifacts: readonly string[], options: Options) => {
        const { runVerifyCommand } = await import("./verify-command.ts");
        await runVerifyCommand(toArguments(artifacts, options));
      });
    withNotes(command, {
      examples: [
        ["turnpike verify app.whl --bundle . --policy policy.yml", "a downloaded release"],
        ["turnpike verify dist/* --json", "for programs"],
      ],
      exits: [
        ["0", "everything is verified"],
        ["1", "something is refused"],
        ["2", "a file, a bundle or the policy is missing or wrong"],
      ],
      page: "docs/verify.md",
    });
  },
};
