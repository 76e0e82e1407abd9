import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ActionsForeignOutput } from "../../../src/adapters/actions/foreign-output.ts";
import { systemRandom } from "../../../src/adapters/node/random.ts";

async function* piecesOf(pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces;
}

async function show(title: string, pieces: readonly string[], isFolded = true): Promise<string> {
  let written = "";
  const sink = {
    write(text: string, done: () => void) {
      written += text;
      done();
    },
  };
  await new ActionsForeignOutput(sink, systemRandom).show(title, piecesOf(pieces), isFolded);
  return written;
}

/**
 * The commands that a runner would take from a log (actions/runner src/Runner.Worker/ActionCommandManager.cs and
 * src/Runner.Common/ActionCommand.cs): `::name …::` at the beginning of a trimmed line, else `##[name …]` anywhere in it;
 * after `stop-commands` nothing but the token.
 */
function commandsIn(log: string): readonly string[] {
  const commands: string[] = [];
  let token: string | undefined;
  for (const line of log.split(/\r\n|\n|\r/)) {
    const trimmed = line.trimStart();
    const modern = /^::([^\s:]+)(?:\s[^:]*)?::(.*)$/.exec(trimmed);
    const old = /##\[([^\s\]]+)/.exec(line);
    if (token !== undefined) {
      if (modern?.[1] === token) token = undefined;
      // Folds are drawn by the log's viewer, which knows of no stop.
      else if (old !== null) commands.push(`viewer: ${old[1]}`);
      continue;
    }
    if (modern?.[1] === "stop-commands") token = modern[2];
    else if (modern !== null) commands.push(modern[1] ?? "");
    else if (old !== null) commands.push(`old: ${old[1]}`);
  }
  return commands;
}

describe("foreign output in the log of a step", () => {
  it("is folded under its title, and holds no command", async () => {
    const log = await show("✓ tests", [
      "::error file=x::pwned\n",
      "  ::add-mask::a\n##[group]x\nplain ##[endgroup] text",
    ]);
    expect(commandsIn(log)).toEqual(["group", "endgroup"]);
    expect(log).toContain("::error file=x::pwned");
  });

  it("is shown open when it must be read", async () => {
    expect(commandsIn(await show("✗ tests", ["text"], false))).toEqual([]);
  });

  it("cannot end the stop, because the token is new each time", async () => {
    const first = await show("a", ["x"]);
    const token = /stop-commands::(\w+)/.exec(first)?.[1];
    const log = await show("b", [`::${token}::\n::error::after`]);
    expect(commandsIn(log)).toEqual(["group", "endgroup"]);
  });

  it("gives no command, whatever it is and wherever it is cut", async () => {
    const part = fc.constantFrom(
      "::",
      "##",
      "#",
      "[",
      "group",
      "]",
      "\n",
      "\r",
      "\r\n",
      " ",
      "stop-commands",
      "error",
      "\u001b[1m",
      ":",
      "x",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(part).map((parts) => parts.join(""))),
        fc.array(part),
        async (pieces, title) => {
          expect(commandsIn(await show(title.join(""), pieces))).toEqual(["group", "endgroup"]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
