import { type Command, Option } from "commander";
import type { CommandModule } from "../command-module.ts";
import { GROUPS, withNotes } from "../help-notes.ts";
import { collect } from "../option-values.ts";
import type { SignArguments } from "./sign-command.ts";

/** What commander gives. */
interface Options {
  readonly sbom: readonly string[];
  readonly verdict?: string;
  readonly identityTokenFile?: string;
  readonly trustConfig?: string;
  readonly instance: SignArguments["instance"];
  readonly output: string;
  readonly json: boolean;
}

/** `turnpike sign`: provenance, SBOM and test result of files, with the identity of this job. */
export const signCommand: CommandModule = {
  register(program: Command) {
    const command = program
      .command("sign")
      .helpGroup(GROUPS.release)
      .description(
        "Sign provenance of files, their SBOM and the test result with Sigstore, and verify what was signed.",
      )
      .argument("<file...>", "files that were built")
      .option("--sbom <file>", "a CycloneDX document of the files; may be repeated", collect, [])
      .option("--verdict <file>", "verdict.json, attested as the test result of the commit")
      .option(
        "--identity-token-file <file>",
        "a GitHub identity token for the audience sigstore (default: ask the runner)",
      )
      .option("--trust-config <file>", "a client trust configuration of a private Sigstore instance")
      .addOption(
        new Option("--instance <name>", "the Sigstore instance")
          .choices(["auto", "public-good", "github"])
          .default("auto"),
      )
      .option("-o, --output <folder>", "where bundles, policy.yml and attestations.json go", ".turnpike/attestations")
      .option("--json", "print attestations.json", false)
      .action(async (artifacts: readonly string[], options: Options) => {
        const { runSignCommand } = await import("./sign-command.ts");
        await runSignCommand({
          artifacts,
          sboms: options.sbom,
          verdict: options.verdict,
          tokenFile: options.identityTokenFile,
          trustConfig: options.trustConfig,
          instance: options.instance,
          output: options.output,
          json: options.json,
        });
      });
    withNotes(command, {
      examples: [["turnpike sign dist/*.whl --sbom app.cdx.json", "provenance and SBOM of what was built"]],
      exits: [
        ["0", "signed, and verified"],
        ["2", "a file, an option or the identity is missing"],
        ["3", "a service failed; nothing was signed"],
      ],
      page: "actions/provenance/README.md",
    });
  },
};
