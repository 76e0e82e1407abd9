import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choosePython, pythonWanted, readRequirements } from "../../../src/core/declarations/index.ts";
import { sourceOf } from "./source.ts";

describe("requirements files", () => {
  const source = sourceOf({
    "requirements.txt":
      "-r requirements/base.txt  # first\n--index-url x\nattrs==25.1.0 \\\n  --hash=sha256:ab\nurllib3>=2\n-c constraints.txt\n",
    "requirements/base.txt":
      "Foo_Bar[x]==1.0 ; python_version > '3.8'\n-e ..\nz @ git+ssh://example.org/z@0123456789abcdef\n-r missing.txt\n-r ../requirements.txt\n",
    "constraints.txt": "urllib3==2.5.0\n",
  });
  const read = readRequirements(source, "requirements.txt");

  it("follows what is included, with places", () => {
    expect(read?.requirements.map(({ name, text, place }) => [name, text, place.file, place.line])).toEqual([
      ["foo-bar", "Foo_Bar[x]==1.0 ; python_version > '3.8'", "requirements/base.txt", 1],
      [null, "-e ..", "requirements/base.txt", 2],
      ["z", "z @ git+ssh://example.org/z@0123456789abcdef", "requirements/base.txt", 3],
      ["attrs", "attrs==25.1.0", "requirements.txt", 3],
      ["urllib3", "urllib3>=2", "requirements.txt", 5],
    ]);
    expect(read?.files).toEqual(["requirements.txt", "requirements/base.txt", "constraints.txt"]);
    expect(read?.options).toEqual(["--index-url x"]);
  });

  it("says what is missing and what goes round in a circle", () => {
    expect(read?.unread.map(({ message }) => message)).toEqual([
      "includes missing.txt, which is not in the repository",
      "includes requirements.txt, which includes it again",
    ]);
  });

  it("calls a file locked when every requirement can only mean one version", () => {
    const locked = (text: string) =>
      readRequirements(sourceOf({ "requirements.txt": text, "constraints.txt": "a==1\n" }), "requirements.txt")
        ?.isLocked;
    expect(locked("a==1\nb===2\n")).toBe(true);
    expect(locked("-c constraints.txt\na\n")).toBe(true);
    expect(locked("a==1.*\n")).toBe(false);
    expect(locked("a~=1.0\n")).toBe(false);
    expect(locked("")).toBe(false);
  });
});

describe("which Python is wanted", () => {
  it("reads pins, range and classifiers with their places", () => {
    const wanted = pythonWanted(
      sourceOf({
        ".python-version": "# ours\n3.12.4\npypy3.10\n",
        "pyproject.toml":
          '[project]\nrequires-python = ">=3.9"\nclassifiers = ["Programming Language :: Python :: 3.13", "Programming Language :: Python :: 3.9"]\n',
      }),
    );
    expect(wanted).toEqual({
      pins: [
        { text: "3.12.4", place: { file: ".python-version", line: 2 } },
        { text: "pypy3.10", place: { file: ".python-version", line: 3 } },
      ],
      range: { text: ">=3.9", place: { file: "pyproject.toml", line: 2 } },
      tested: ["3.9", "3.13"].map((text) => ({ text, place: { file: "pyproject.toml", line: 3 } })),
    });
  });

  it("reads the files of other tools", () => {
    expect(
      pythonWanted(sourceOf({ ".tool-versions": "nodejs 22\npython 3.11.9 3.10.1\n" })).pins.map(({ text }) => text),
    ).toEqual(["3.11.9", "3.10.1"]);
    expect(pythonWanted(sourceOf({ "runtime.txt": "python-3.11.4\n" })).pins[0]?.text).toBe("3.11.4");
    expect(pythonWanted(sourceOf({ "setup.cfg": "[options]\npython_requires = >=3.8\n" })).range?.text).toBe(">=3.8");
    expect(
      pythonWanted(sourceOf({ "a/pyproject.toml": '[tool.poetry.dependencies]\npython = "^3.9"\n' }), "a").range?.text,
    ).toBe(">=3.9,<4");
  });

  it("chooses what is pinned, else the newest that the project allows and tests", () => {
    const offered = ["3.9", "3.12", "3.13", "3.14t", "pypy3.11"];
    const choose = (texts: Record<string, string>) => choosePython(offered, pythonWanted(sourceOf(texts)));
    expect(choose({ ".python-version": "3.12.4\n" })).toBe("3.12");
    expect(choose({ "pyproject.toml": '[project]\nrequires-python = ">=3.9.1,<3.13"\n' })).toBe("3.12");
    expect(choose({ "pyproject.toml": '[project]\nclassifiers = ["Programming Language :: Python :: 3.9"]\n' })).toBe(
      "3.9",
    );
    expect(choose({})).toBe("3.13");
    expect(
      choosePython(["3.8"], pythonWanted(sourceOf({ "setup.cfg": "[options]\npython_requires = >=3.9\n" }))),
    ).toBeUndefined();
  });

  it("never throws, whatever the files hold", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const source = sourceOf({ "pyproject.toml": a, ".python-version": b, "requirements.txt": b, "setup.cfg": a });
        choosePython(["3.9"], pythonWanted(source));
        readRequirements(source, "requirements.txt");
      }),
    );
  });
});
