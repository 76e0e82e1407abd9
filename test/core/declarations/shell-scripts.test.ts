import { describe, expect, it } from "vitest";
import { callOf, readDeclarations } from "../../../src/core/declarations/index.ts";
import { sourceOf } from "../../fakes/declarations.ts";

function read(script: string, more: Readonly<Record<string, string>> = {}) {
  return readDeclarations(sourceOf({ "scripts/test": script, ...more }));
}

function linesOf(script: string, more: Readonly<Record<string, string>> = {}) {
  return read(script, more).entries[0]?.commands.map(({ text }) => text);
}

describe("a shell script of a repository", () => {
  it("is an entry with places, doubts and what its conditions come to", () => {
    const text = `#!/bin/sh -e

export PREFIX=""
if [ -d 'venv' ] ; then
    export PREFIX="venv/bin/"
fi

if [ -z $GITHUB_ACTIONS ]; then
    scripts/check
fi

\${PREFIX}coverage run -m pytest "$@"
`;
    expect(read(text)).toMatchObject({
      entries: [
        {
          id: "shell:scripts/test",
          system: "shell",
          name: "scripts/test",
          place: { file: "scripts/test", line: 1 },
          commands: [
            {
              place: { line: 12 },
              words: ["coverage", "run", "-m", "pytest"],
              env: { PREFIX: "" },
              certainty: "certain",
            },
          ],
        },
      ],
      unread: [],
    });
  });

  it.each<[string, string, string[]]>([
    ["a folder that is there", "if [ -d src ]; then a; else b; fi", ["a"]],
    ["a file that is not there", "[ -f x ] || a", ["a"]],
    ["an argument that is not given", '[ "$1" = "-p" ] && P=$2 || P="python3"\n"$P" -m pytest', ["python3 -m pytest"]],
    ["an else-if", 'X=b; if [ "$X" = a ]; then a; elif [[ $X == b ]]; then b; else c; fi', ["b"]],
    ["a negated test", "if ! [ -d src ]; then a; else b; fi", ["b"]],
    ["an early end", "if [ -n $CI ]; then a; exit 0; fi\nb", ["a"]],
  ])("with %s is read", (_, text, lines) => {
    expect(linesOf(`#!/bin/sh\nset -e\n${text}`, { "src/a.py": "" })).toEqual(lines);
  });

  it("says what it takes for granted, and what stays open", () => {
    const text = "#!/bin/sh\nset -e\nif [ -d venv ]; then a; else b; fi\nif grep x y; then c; fi";
    expect(read(text).entries[0]?.commands).toMatchObject([
      { text: "b", certainty: "likely", doubts: ["it is taken that `[ -d venv ]` does not hold"] },
      { words: null, certainty: "unsure" },
    ]);
  });

  it("that goes on after a failure fails by its last command alone", () => {
    const fails = (text: string) => read(text).entries[0]?.commands.map(({ mayFail }) => mayFail);
    expect(fails("#!/bin/bash\na\nb")).toEqual([true, false]);
    expect(fails("#!/bin/bash\nset -euo pipefail\na\nb")).toEqual([false, false]);
  });

  it.each<[string, string]>([
    ['cd "$(dirname "$0")/.."', "."],
    ['cd "$(dirname "$0")"', "scripts"],
    ['cd "$(dirname "${BASH_SOURCE[0]}")/../web"', "web"],
    ["cd $(git rev-parse --show-toplevel)", "."],
    ['cd "${0%/*}/.."', "."],
  ])("knows where `%s` leads", (line, cwd) => {
    expect(read(`#!/bin/bash\n${line}\na`).entries[0]?.commands).toMatchObject([{ cwd, certainty: "certain" }]);
  });

  it("is known by its first line or its ending, in the folders that scripts are kept in", () => {
    const { entries } = read("#!/usr/bin/env python3\nprint(1)", {
      "scripts/a.sh": "a",
      "run.sh": "a",
      "src/b.sh": "#!/bin/sh\na",
      "ci/c": "#!/usr/bin/env bash\na",
      "bin/d.sh": "a",
      "bin/e": "#!/bin/sh\na",
    });
    expect(entries.map(({ id }) => id)).toEqual(["shell:bin/d.sh", "shell:ci/c", "shell:run.sh", "shell:scripts/a.sh"]);
  });
});

describe("a call of a shell script", () => {
  const source = sourceOf({ "scripts/test": '#!/bin/sh\nset -e\npytest "$@"\n', "scripts/lint.sh": "ruff check\n" });
  const { entries } = readDeclarations(source);

  it.each<[string, string[] | undefined]>([
    ["scripts/test", ["shell:scripts/test"]],
    ["./scripts/test", ["shell:scripts/test"]],
    ["bash scripts/lint.sh", ["shell:scripts/lint.sh"]],
    ["sh -eu -o pipefail ./scripts/lint.sh", ["shell:scripts/lint.sh"]],
    ["uv run --no-sync bash scripts/lint.sh", ["shell:scripts/lint.sh"]],
    ["bash scripts/test -k fast", ["shell:scripts/test(-k fast)"]],
    ["bash -c scripts/test", undefined],
    ["bash scripts/gone.sh", undefined],
    ["python scripts/test", undefined],
  ])("%s", (line, ids) => {
    expect(callOf(line.split(" "), ".", entries, source)?.entries).toEqual(ids);
  });

  it("hands arguments and folder on", () => {
    expect(callOf(["../scripts/test", "-q"], "web", entries, source)?.made).toMatchObject([
      { id: "shell:scripts/test(-q in web)", commands: [{ words: ["pytest", "-q"], cwd: "web" }] },
    ]);
  });
});
