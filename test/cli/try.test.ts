import { describe, expect, it } from "vitest";
import { styles } from "../../src/adapters/terminal/styles.ts";
import { renderTry } from "../../src/cli/try/try-page.ts";
import { watchTry } from "../../src/cli/try/try-view.ts";
import { makeRepository } from "../local/rig.ts";
import { tryOn } from "../local/try/rig.ts";

const look = { styles: styles({}, { NO_COLOR: "1" }), width: 110 };

/** Times and commits differ from run to run. */
function settled(text: string): string {
  return text
    .replaceAll(/\b\d+(?:\.\d)? (?:ms|s|min)\b(?: \d+ s)?/g, "<time>")
    .replaceAll(/ +<time>/g, "  <time>")
    .replaceAll(/@[0-9a-f]{7,40}\b/g, "@<commit>")
    .replaceAll(/turnpike-rig-\w+/g, "orders");
}

const RED = {
  "turnpike.yml": `build: make dist
gates:
  lint: { run: 'echo "src/a.py:3:1: error: name is not defined"; exit 1' }
  ours: { run: '! printenv reports > /dev/null', required: false }
  tests: { run: "true" }
`,
  "pyproject.toml": '[project]\nname = "orders"\nversion = "1.2.0"\n',
  ".github/workflows/ci.yml":
    "on: { push: { branches: [main, 'release/*'] }, pull_request: {}, merge_group: {} }\njobs: { a: { runs-on: x, steps: [{ run: x }] } }\n",
};

describe("what a person reads of a try", () => {
  it("at the end: what is red and whether it is by its own command too, what else there would be, and what to paste", async () => {
    using repository = makeRepository(RED);
    await using done = await tryOn(repository.path, { prove: "red" });
    if (done.result === undefined) throw new Error("it was stopped");
    await expect(settled(renderTry(done.result, look))).toMatchFileSnapshot("try-red.golden.txt");
  });

  it("where there is nothing to check: what was looked at, and what to write", async () => {
    using repository = makeRepository({
      "pyproject.toml": '[project]\nname = "a"\nversion = "1"\n[tool.mypy]\nstrict = true\n',
      "go.mod": "module x\n",
    });
    await using done = await tryOn(repository.path);
    if (done.result === undefined) throw new Error("it was stopped");
    await expect(settled(renderTry(done.result, look))).toMatchFileSnapshot("try-nothing.golden.txt");
  });

  it("while it goes on, a line for each thing that is done, where there is no terminal", async () => {
    using repository = makeRepository(RED);
    let text = "";
    const stream = { write: (part: string) => (text += part) };
    const view = watchTry({ ...look, stream, stop: new AbortController().signal });
    await using _done = await tryOn(repository.path, { prove: "red", onEvent: view.listener, jobs: 1 });
    view.end();
    await expect(settled(text)).toMatchFileSnapshot("try-progress.golden.txt");
  });
});
