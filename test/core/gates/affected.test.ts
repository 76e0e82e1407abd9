import { describe, expect, it } from "vitest";
import { type ChangedFiles, whyUnaffected } from "../../../src/core/gates/index.ts";
import { gate } from "../../actions/gates/world.ts";

const changed = (...files: readonly string[]): ChangedFiles => ({ kind: "known", files, since: "main" });

describe("what a change can touch", () => {
  it("is every gate that does not say what it depends on", () => {
    expect(whyUnaffected(gate("a"), changed("README.md"))).toBeUndefined();
    expect(whyUnaffected(gate("a"), changed())).toBe("nothing changed since main");
  });

  it("is a gate whose `inputs`, else whose `when.paths`, name a file of it", () => {
    const byInputs = gate("a", { inputs: ["src"], when: { paths: ["docs"] } });
    expect(whyUnaffected(byInputs, changed("src/a.py"))).toBeUndefined();
    expect(whyUnaffected(byInputs, changed("docs/a.md"))).toBe(
      "its `inputs` name other files than the one that changed since main",
    );
    const byPaths = gate("a", { when: { paths: ["docs"] } });
    expect(whyUnaffected(byPaths, changed("docs/a.md"))).toBeUndefined();
    expect(whyUnaffected(byPaths, changed("x", "y"))).toBe(
      "its `when.paths` name none of the 2 files that changed since main",
    );
  });

  it("is a gate whose locks and settings changed, whatever its `inputs` name", () => {
    const one = gate("a", { inputs: ["src"], cwd: "lib/a" });
    expect(whyUnaffected(one, changed("uv.lock"))).toBeUndefined();
    expect(whyUnaffected(one, changed("lib/pyproject.toml"))).toBeUndefined();
    expect(whyUnaffected(one, changed("other/uv.lock"))).toBeDefined();
  });

  it("is a gate that may itself be another one now, whatever its `inputs` name", () => {
    const chain = [{ file: ".github/workflows/ci.yml", line: 3, text: "make lint" }];
    const one = gate("a", { inputs: ["src"], source: { file: "Makefile", line: 2 }, chain });
    for (const file of ["Makefile", ".github/workflows/ci.yml", "turnpike.yml"]) {
      expect(whyUnaffected(one, changed(file))).toBeUndefined();
    }
    expect(whyUnaffected(one, changed("ci/gates.yml"), "ci/gates.yml")).toBeUndefined();
    expect(whyUnaffected(one, changed("turnpike.yml"), "ci/gates.yml")).toBeDefined();
  });

  it("is every gate when nobody knows what changed", () => {
    const one = gate("a", { inputs: ["src"] });
    expect(whyUnaffected(one, { kind: "unknown", reason: "the clone is shallow" })).toBeUndefined();
  });
});
