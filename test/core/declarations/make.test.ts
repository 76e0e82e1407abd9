import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callOf, readDeclarations } from "../../../src/core/declarations/index.ts";
import { splitRule } from "../../../src/core/declarations/make/lines.ts";
import { sourceOf } from "../../fakes/declarations.ts";
import { faultyPlaces } from "../../fakes/faulty-places.ts";

function read(makefile: string, more: Readonly<Record<string, string>> = {}) {
  return readDeclarations(sourceOf({ Makefile: makefile, ...more }));
}

function target(makefile: string, name: string) {
  return read(makefile).entries.find((entry) => entry.name === name);
}

function linesOf(makefile: string, name: string) {
  return target(makefile, name)?.commands.map(({ text }) => text);
}

describe("a Makefile", () => {
  it("is read into one entry a target, with constants put in and places", () => {
    const text = `SRC := src tests
PYTHON ?= python3

.PHONY: lint test
lint: ## check the style
\t@ruff check $(SRC)
\t-$(PYTHON) -m mypy \${SRC}

test: lint
\tcd app && \\
\t  pytest -q
`;
    expect(read(text)).toMatchObject({
      entries: [
        {
          id: "make:lint",
          system: "make",
          name: "lint",
          place: { file: "Makefile", line: 5 },
          runsOn: ["default"],
          commands: [
            {
              place: { line: 6 },
              text: "ruff check src tests",
              words: ["ruff", "check", "src", "tests"],
              mayFail: false,
            },
            { place: { line: 7 }, text: "python3 -m mypy src tests", mayFail: true, certainty: "certain" },
          ],
        },
        {
          id: "make:test",
          runsOn: [],
          commands: [
            { words: ["ruff", "check", "src", "tests"] },
            { place: { line: 7 } },
            { place: { line: 11 }, words: ["pytest", "-q"], cwd: "app" },
          ],
        },
      ],
      unread: [],
    });
  });

  it.each<[string, string, string[]]>([
    ["`=` that is expanded late", "A = $(B)\nB = x\nt:\n\techo $(A)", ["echo x"]],
    ["`:=` that is expanded at once", "A := $(B)\nB = x\nt:\n\techo a$(A)", ["echo a"]],
    ["`?=` that comes second", "A = x\nA ?= y\nt:\n\techo $(A)", ["echo x"]],
    ["`+=`", "A = x\nA += y\nt:\n\techo $(A)", ["echo x y"]],
    ["a continued value", "A = x \\\n    y\nt:\n\techo $(A)", ["echo x y"]],
    ["a comment behind a value", "A = x # no\nt:\n\techo $(A)", ["echo x"]],
    ["`$$` for the shell", "t:\n\tX=1; echo $$X", ["echo 1"]],
    ["the target's own name", "t: a\n\techo $@ $< $^", ["echo t a a"]],
    ["variables of the target", "A = x\nt: A = y\nt:\n\techo $(A)", ["echo y"]],
    ["one shell", ".ONESHELL:\nt:\n\tcd a\n\tpwd", ["pwd"]],
    ["a command on the rule's line", "t: ; echo x", ["echo x"]],
    ["several targets of one rule", "s t:\n\techo $@", ["echo t"]],
    ["a second rule", "t:\n\techo x\nt: u\nu:\n\techo y", ["echo y", "echo x"]],
    ["a prefix that a variable holds", "Q = @\nt:\n\t$(Q)echo x", ["echo x"]],
    ["make itself", "t:\n\t$(MAKE) -C web all", ["make -C web all"]],
    ["spaces around the colon", "t : u\n\techo x\nu :\n\techo y", ["echo y", "echo x"]],
    ["a circle", "t: u\n\techo x\nu: t\n\techo y", ["echo y", "echo x"]],
    ["what is needed twice", "t: u v\nu: w\nv: w\nw:\n\techo w", ["echo w"]],
    [
      "a condition that the file decides",
      "A = x\nifeq ($(A),x)\nB = y\nelse\nB = z\nendif\nt:\n\techo $(B)",
      ["echo y"],
    ],
    ["a condition on the system", "ifeq ($(OS),Windows_NT)\nB = y\nelse\nB = z\nendif\nt:\n\techo $(B)", ["echo z"]],
    [
      "functions of their arguments alone",
      "A = a b\nt:\n\t$(info x) echo $(addprefix -i ,$(A)) $(subst b,c,$(A)) $(if $(A),y,n)",
      ["echo -i a -i b a c y"],
    ],
    ["an equals sign in a recipe's rule", "t:\n\tA=b pytest --x=y", ["A=b pytest --x=y"]],
  ])("with %s is read", (_, text, lines) => {
    expect(linesOf(text, "t")).toEqual(lines);
  });

  it.each<[string, string, string, string, string]>([
    [
      "a function",
      "A = $(shell git x)\nt:\n\techo $(A)",
      "echo $(shell git x)",
      "unsure",
      "`$(shell git x)` is known only when it runs",
    ],
    ["a variable of the machine", "t:\n\tls $(HOME)", "ls $(HOME)", "unsure", "`$(HOME)` is known only when it runs"],
    ["a variable that nothing sets", "t:\n\tpytest $(ARGS)", "pytest", "likely", "nothing sets `ARGS`"],
    [
      "a text of several lines",
      "define A\nx\nendef\nt:\n\t$(A)",
      "$(A)",
      "unsure",
      "`$(A)` is known only when it runs",
    ],
    [
      "an open condition",
      "ifdef X\nt:\n\techo x\nendif",
      "echo x",
      "unsure",
      "it stands in `ifdef X`, which is known only when make runs",
    ],
    [
      "an open value",
      "ifdef X\nA = x\nendif\nt:\n\techo $(A)",
      "echo $(A)",
      "unsure",
      "`$(A)` is known only when it runs",
    ],
    [
      "a file that is made",
      "t: a.txt\na.txt: b\n\ttouch a.txt",
      "touch a.txt",
      "likely",
      "it runs only when `a.txt` is out of date",
    ],
  ])("with %s says why it is not certain", (_, text, line, certainty, doubt) => {
    const [command] = target(text, "t")?.commands ?? [];
    expect(command?.text.trim()).toBe(line);
    expect(command).toMatchObject({ certainty, doubts: [doubt] });
  });

  it("exports variables", () => {
    expect(target("export A = x\nB = y\nC = z\nexport B\nt:\n\techo", "t")?.commands).toMatchObject([
      { env: { A: "x", B: "y" } },
    ]);
  });

  it("reads what it includes from the repository, and says what it does not", () => {
    const text = "include common.mk\n-include local.mk\ninclude $(X)/gone.mk\nt:\n\techo $(A)\n";
    expect(read(text, { "common.mk": "A = x\nu:\n\techo u\n" })).toMatchObject({
      entries: [
        { name: "u", place: { file: "common.mk", line: 2 } },
        { name: "t", commands: [{ text: "echo x" }] },
      ],
      unread: [{ file: "Makefile", line: 3, message: "includes `/gone.mk`, which is not read" }],
    });
  });

  it("leaves out pattern rules, special targets and Makefiles of examples", () => {
    const { entries } = read(".SUFFIXES:\n%.o: %.c\n\tcc $<\n.DEFAULT_GOAL := b\na:\n\techo\nb:\n\techo\n", {
      "examples/x/Makefile": "a:\n\techo\n",
      "docs/Makefile": "html:\n\tsphinx-build . _build\n",
    });
    expect(entries.map(({ id, runsOn }) => [id, ...runsOn])).toEqual([
      ["make:a"],
      ["make:b", "default"],
      ["make:html@docs", "default"],
    ]);
  });
});

describe("a call of make", () => {
  const source = sourceOf({ Makefile: "a:\n\tx $(F)\nb:\n\ty\n", "docs/Makefile": "html:\n\tz\n" });
  const { entries } = readDeclarations(source);

  it.each<[string, string[] | undefined]>([
    ["make", ["make:a"]],
    ["make b a", ["make:b", "make:a"]],
    ["make -j 4 b", ["make:b"]],
    ["make -j4 -k b", ["make:b"]],
    ["make -C docs html", ["make:html@docs"]],
    ["make --directory=docs", ["make:html@docs"]],
    ["sudo make b", ["make:b"]],
    ["make c", undefined],
    ["make -n b", undefined],
    ["make -f other.mk b", undefined],
    ["make -C ../x b", undefined],
    ["cmake b", undefined],
  ])("%s", (line, ids) => {
    expect(callOf(line.split(" "), ".", entries, source)?.entries).toEqual(ids);
  });

  it("with variables makes entries that hold them", () => {
    expect(callOf(["make", "a", "F=-v"], ".", entries, source)).toMatchObject({
      entries: ["make:a(F=-v)"],
      made: [{ id: "make:a(F=-v)", commands: [{ text: "x -v", certainty: "certain" }] }],
    });
  });
});

describe("a hostile Makefile", () => {
  it.each<[string, string]>([
    ["a variable that names itself", "A = $(A) $(A)\nt:\n\techo $(A)\n"],
    [
      "variables that fold into each other",
      `A0 = x\n${Array.from({ length: 60 }, (__, index) => `A${index + 1} = $(A${index})$(A${index})`).join("\n")}\nt:\n\techo $(A60)\n`,
    ],
    ["a megabyte in one line", `t: ${"a ".repeat(100_000)}\n\t${"x ".repeat(100_000)}\n`],
    [
      "many targets that need each other",
      Array.from({ length: 2000 }, (__, index) => `t${index}: t${index + 1}\n\techo\n`).join(""),
    ],
    ["open brackets", `t:\n\techo ${"$(".repeat(50_000)}\n`],
    ["colons", `${":".repeat(100_000)}\n${"a:".repeat(50_000)}\n`],
    ["NUL", "a:\0\n\t\0x\0\n"],
    ["conditions that do not end", "ifdef A\n".repeat(5000)],
    ["an include of itself", "include Makefile\nt:\n\tx\n"],
  ])("with %s ends soon and does not throw", (_, text) => {
    expect(() => read(text)).not.toThrow();
  });

  it("of any lines does not throw, and its places are lines of it", () => {
    const piece = fc.constantFrom(
      "a: b\n",
      "b:\n",
      "\techo $(A)\n",
      "\t@-x\n",
      "A = $(B)\n",
      "B := $(A)\n",
      "ifeq (a,$(A))\n",
      "else\n",
      "endif\n",
      "define A\n",
      "endef\n",
      "include x\n",
      "\\\n",
      "$(",
      ")",
      ":",
      "=",
      "\t",
      " ",
      "\n",
      "#",
      "%",
      "export A\n",
      ";",
      "|",
      "$$",
      "${",
      "}",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        expect(faultyPlaces(read(text), text)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a rule", () => {
  it.each([
    ["a b: c", "a b", " c"],
    ["a:: b", "a", " b"],
    ["a b &: c", "a b ", " c"],
    ["$(D:.c=.o) ${E:x=y}: z", "$(D:.c=.o) ${E:x=y}", " z"],
    ["$$x:y", "$$x", "y"],
    ["$(a b: c", "$(a b", " c"],
  ])("is taken apart at the colon outside of references: %s", (text, left, right) => {
    expect(splitRule(text)).toEqual({ left, right });
  });

  it.each(["a b", "$(x:y)", ""])("without such a colon is none: %s", (text) => {
    expect(splitRule(text)).toBeUndefined();
  });
});
