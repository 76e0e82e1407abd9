import { join } from "node:path";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { makeProgram } from "../../src/cli/program.ts";
import { root } from "../repo/root.ts";

/** Most columns that a line of help may take: the narrowest terminal that people still use. */
const COLUMNS = 80;

function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({ writeOut: (part) => (text += part), getOutHelpWidth: () => COLUMNS });
  command.outputHelp();
  return text;
}

function withSubcommands(command: Command, path: string): readonly (readonly [string, Command])[] {
  return [[path, command], ...command.commands.flatMap((sub) => withSubcommands(sub, `${path} ${sub.name()}`))];
}

const program = makeProgram("1.2.3", COMMANDS);
const all = withSubcommands(program, "turnpike");

describe("the help of", () => {
  it.each(all)("%s fits a narrow terminal and has an example", (path, command) => {
    const text = helpOf(command);
    expect(text.split("\n").filter((line) => line.length > COLUMNS)).toEqual([]);
    expect(text).toContain(`Usage: ${path}`);
    expect(text).toMatch(/\nExamples:\n {2}turnpike /);
  });

  it.each(all)("%s says of every option and argument what it is", (_, command) => {
    for (const { flags, description } of command.options) expect(`${flags}: ${description}`).toMatch(/: \S/);
    for (const argument of command.registeredArguments) expect(argument.description).not.toBe("");
  });

  it("every command that ends in different ways says what its exit codes mean", () => {
    for (const [path, command] of all.slice(1)) {
      if (command.commands.length === 0) expect(helpOf(command), path).toMatch(/\nExit codes:\n {2}0 /);
    }
  });

  it("what must be given says so", () => {
    const add = all.find(([path]) => path === "turnpike quarantine add")?.[1];
    const text = add === undefined ? "" : helpOf(add);
    for (const name of ["--owner", "--issue", "--reason"]) {
      expect(text.replaceAll(/\s+/g, " ")).toMatch(new RegExp(`${name} <[^-]*\\(required\\)`));
    }
  });

  it("all commands stands in the documents, as `npm run generate` writes it there", async () => {
    const page = [
      "# Commands\n\nWhat `turnpike help` says of each command. Generated; change it in `src/cli/` and run `npm run generate`.\n",
      ...all.slice(1).map(([path, command]) => `## ${path}\n\n\`\`\`text\n${helpOf(command)}\`\`\`\n`),
    ];
    await expect(page.join("\n")).toMatchFileSnapshot(join(root, "docs/commands.md"));
  });

  it("the program names its commands by what people want", async () => {
    await expect(helpOf(program)).toMatchFileSnapshot("help.golden.txt");
  });
});
