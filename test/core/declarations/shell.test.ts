import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readShell } from "../../../src/core/declarations/index.ts";

function commandsOf(text: string, around: Parameters<typeof readShell>[1] = { cwd: "." }) {
  return readShell(text, around).commands;
}

describe("a shell text", () => {
  it.each<[string, string, (readonly string[] | null)[]]>([
    ["one command", "ruff check src", [["ruff", "check", "src"]]],
    [
      "lines",
      "a 1\n\n# comment\nb 2 # more\n",
      [
        ["a", "1"],
        ["b", "2"],
      ],
    ],
    [
      "CRLF",
      "a 1\r\nb 2\r\n",
      [
        ["a", "1"],
        ["b", "2"],
      ],
    ],
    ["a continued line", "pytest \\\n  -q \\\n  tests", [["pytest", "-q", "tests"]]],
    ["`&&` and `;`", "a && b; c", [["a"], ["b"], ["c"]]],
    ["quotes", `pytest -k "not slow" 'a b' x\\ y`, [["pytest", "-k", "not slow", "a b", "x y"]]],
    [
      "constants of the same text",
      'X=src\nY="$X tests"; ruff check $X; mypy $Y "$Y"',
      [
        ["ruff", "check", "src"],
        ["mypy", "src", "tests", "src tests"],
      ],
    ],
    ["an appended constant", "X=-q\nX+=v\npytest $X", [["pytest", "-qv"]]],
    ["a default", "pytest ${ARGS:-tests}", [["pytest", "tests"]]],
    ["an empty constant", "X=\npytest $X a", [["pytest", "a"]]],
    ["a group", "{ a; b; }", [["a"], ["b"]]],
    ["time", "time pytest", [["pytest"]]],
    ["settings of the shell", "set -euxo pipefail\nshopt -s globstar\npytest", [["pytest"]]],
    ["what follows `exit`", "a\nexit 0\nb", [["a"]]],
    ["output that is thrown away", "a >/dev/null 2>&1", [["a"]]],
    ["a pipeline", "a | b", [null]],
    ["a wildcard", "ruff check *.py", [null]],
    ["a quoted wildcard", "find . -name '*.py'", [["find", ".", "-name", "*.py"]]],
    ["braces", "a {b,c}", [null]],
    ["a variable from outside", "pytest $ARGS", [null]],
    ["a value of a command", "a $(b)", [null]],
    ["a loop", "for x in a b; do c $x; done", [null]],
    ["a here-document", "cat <<E\nx\nE\na", [null, ["a"]]],
    ["a function", "f() { a; }\nf", [null]],
    ["nothing", "", []],
  ])("with %s is taken apart", (_, text, words) => {
    expect(commandsOf(text).map((command) => command.words)).toEqual(words);
  });

  it.each<[string, string, string, string]>([
    ["a pipeline", "a | tee x", "likely", "only a shell can run a pipeline"],
    ["a wildcard", "a *.py", "likely", "a shell must find what `*` matches"],
    ["a redirection", "a > x", "likely", "it redirects input or output"],
    ["an open variable in front", "A=$(b) c", "likely", "`A=$(b)` is known only when it runs"],
    ["a variable", "a $B", "unsure", "`$B` is known only when it runs"],
    ["a substitution", 'a "$(b)"', "unsure", "`$(b)` is known only when it runs"],
    ["an if", "if a; then b; fi", "unsure", "it stands in a condition (`if`) that is known only when it runs"],
    ["a loop", "while a; do b; done", "unsure", "only a shell can run a loop"],
    ["an alternative", "a || b", "unsure", "`||` chooses what runs when it runs"],
    ["a test before it", "[ -f x ] && b", "unsure", "it runs only when `[ -f x ]` holds"],
    ["the background", "a &", "unsure", "it runs in the background"],
    ["an unknown folder", "cd $X\na", "unsure", "its folder is known only when it runs"],
    ["a folder outside", "cd ..\na", "unsure", "its folder is known only when it runs"],
  ])("with %s says why it is not certain", (_, text, certainty, doubt) => {
    expect(commandsOf(text)).toMatchObject([{ certainty, doubts: [doubt] }]);
  });

  it.each<[string, string, boolean]>([
    ["|| true", "a || true", true],
    ["|| :", "a || :", true],
    ["|| echo", 'a || echo "failed"', true],
    ["|| exit 0", "a || exit 0", true],
    ["|| exit 1", "a || exit 1", false],
    ["|| a group that ends with exit", "a || { echo no; exit 1; }", false],
  ])("knows whether a failure counts behind %s", (_, text, mayFail) => {
    expect(commandsOf(text)).toMatchObject([{ words: ["a"], mayFail, certainty: "certain" }]);
  });

  it("keeps folders: for the rest of the text, and inside a subshell", () => {
    const commands = commandsOf("(cd web && a)\ncd docs && b\ncd ../x/\nc\ncd $GITHUB_WORKSPACE/y\nd", { cwd: "app" });
    expect(commands.map(({ words, cwd }) => [words?.[0], cwd])).toEqual([
      ["a", "app/web"],
      ["b", "app/docs"],
      ["c", "app/x"],
      ["d", "y"],
    ]);
  });

  it("keeps variables: of its surroundings, exported ones, and those in front of a command", () => {
    const commands = commandsOf("B=1 a $A\nexport C=2\nD=3\nb $D\nunset C\nc", { cwd: ".", env: { A: "x" } });
    expect(commands.map(({ words, env }) => [words, env])).toEqual([
      [["a", "x"], { A: "x", B: "1" }],
      [["b", "3"], { A: "x", C: "2" }],
      [["c"], { A: "x" }],
    ]);
  });

  it("takes the folder that it asks for as the one it runs in", () => {
    const text = 'export A=$(pwd)/a.toml B="$(pwd)" C=`pwd`/c\nexport D=$(date) E=$(pwd; date)\nb';
    const absolute = { A: "${checkout}/a.toml", B: "${checkout}", C: "${checkout}/c" };
    expect(commandsOf(text).map(({ env }) => env)).toContainEqual(absolute);
    const below = "cd sub\nexport A=$PWD/a\ncd deep\nrun $A $PWD/b $GITHUB_WORKSPACE/c";
    expect(commandsOf(below)).toMatchObject([
      { words: ["run", "../a", "./b", "../../c"], env: { A: "${checkout}/sub/a" }, cwd: "sub/deep" },
    ]);
  });

  it("knows variables that no runner sets as empty, where they are added to", () => {
    const [command] = commandsOf('export PYTHONPATH="$PYTHONPATH:$PWD/src" OTHER="$OTHER:a"\nrun');
    expect(command?.env).toEqual({ PYTHONPATH: ":${checkout}/src" });
  });

  it("forgets what a condition or a loop may have changed", () => {
    const commands = commandsOf("X=a\nif t; then X=b; fi\nr $X\nY=1\n[ -f z ] && Y=2\ns $Y");
    expect(commands.map(({ words }) => words)).toEqual([null, null, null]);
  });

  it("puts constants in front of what only a shell can run, and into the text of the rest", () => {
    expect(commandsOf("X='a b'\nr $X | s\nr \"$X\"").map(({ text }) => text)).toEqual(["X='a b'; r $X | s", "r 'a b'"]);
  });

  it("puts plain values into a command that a shell must unfold", () => {
    expect(commandsOf('P=\nD=dist\n${P}twine check $D/* "$D"').map(({ text }) => text)).toEqual([
      'D=dist; twine check dist/* "$D"',
    ]);
  });

  it("says what is appended to a file that a variable names", () => {
    expect(commandsOf('echo "A=b" >> "$GITHUB_ENV"')).toMatchObject([
      { words: null, appends: { variable: "GITHUB_ENV", text: "A=b" } },
    ]);
  });

  it("counts lines", () => {
    expect(commandsOf("a\n\n  b && \\\n c\n").map(({ line }) => line)).toEqual([1, 3, 4]);
  });

  it("that cannot be read is said with its line, and what can be read of it is kept", () => {
    expect(readShell('a\nif b; then\necho "', { cwd: "." })).toMatchObject({
      commands: [{ words: ["a"] }, { words: null }],
      faults: [{ line: 3, message: expect.stringContaining("is not shell that can be read") }],
    });
  });

  it.each<[string, string]>([
    ["a megabyte in one line", "a ".repeat(500_000)],
    ["substitutions inside each other", "$(".repeat(20_000)],
    ["quoted substitutions inside each other", '"$('.repeat(900)],
    ["many here-documents", "<<A ".repeat(15_000)],
    ["parentheses", "(".repeat(60_000)],
    ["many variables", Array.from({ length: 5000 }, (__, index) => `export A${index}=1`).join("\n")],
    ["many commands", "a|b\n".repeat(15_000)],
    ["NUL", "a\0b\0".repeat(1000)],
  ])("of %s ends soon and never throws", (_, text) => {
    expect(() => readShell(text, { cwd: "." })).not.toThrow();
  });

  it("of any characters never throws, and its lines are lines of the text", () => {
    const part = fc.constantFrom(
      "a",
      " ",
      "\n",
      "$",
      "(",
      ")",
      "{",
      "}",
      '"',
      "'",
      "`",
      "|",
      "&",
      ";",
      "=",
      "\\",
      "<",
      ">",
      "if ",
      "fi",
      "cd ",
      "X=",
      "[[ ",
      "]]",
      "!",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        const { commands, faults } = readShell(text, { cwd: "." });
        const last = text.split("\n").length;
        for (const { line } of [...commands, ...faults]) expect(line >= 1 && line <= last).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
