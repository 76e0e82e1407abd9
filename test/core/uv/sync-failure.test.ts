import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classifySync } from "../../../src/core/uv/index.ts";

describe("what uv says when it cannot sync", () => {
  test.each([
    [1, "error: The lockfile at `uv.lock` needs to be updated, but `--locked` was provided.", { kind: "stale-lock" }],
    [1, "error: Unable to find lockfile at `uv.lock`, but `--locked` was provided.", { kind: "no-lock" }],
    [2, "error: Failed to parse `uv.lock`\n  Caused by: TOML parse error at line 1", { kind: "broken-lock" }],
    [2, "error: uses an unsupported schema version (v2, but only v1 is supported)", { kind: "broken-lock" }],
    [
      2,
      "error: Group `nope` is not defined in the project's `dependency-groups` table",
      { kind: "unknown-group", name: "nope" },
    ],
    [
      2,
      "error: Extra `nope` is not defined in the `optional-dependencies` table for `x`",
      { kind: "unknown-extra", name: "nope" },
    ],
    [
      2,
      "error: Required uv version `>=0.14` does not match the running version `0.13.8`.",
      { kind: "required-version" },
    ],
    [2, "error: No interpreter found for Python 3.13 in managed installations or search path", { kind: "python" }],
    [1, "error: Failed to fetch: `https://example.org/x`\n  cause: dns error", { kind: "unreachable" }],
    [1, "  × No solution found when resolving dependencies:", { kind: "other" }],
    [0, "needs to be updated, but `--locked`", { kind: "other" }],
  ])("%i, %j", (code, stderr, failure) => {
    expect(classifySync(code, stderr).failure).toEqual(failure);
  });

  test("is told as what failed and the deepest cause", () => {
    const stderr = [
      "Resolved 131 packages in 2.33s",
      "error: Failed to download and build `x @ git+https://example.org/x@7fc`",
      "  cause: Git operation failed",
      "  cause: process didn't exit successfully: `/usr/bin/git fetch` (exit status: 128)",
      "         --- stderr",
      "         fatal: unable to access 'https://example.org/x/': Could not resolve host: example.org",
      "hint: `x` was included because `y:dev` depends on `x`",
    ].join("\n");
    expect(classifySync(1, stderr)).toEqual({
      failure: { kind: "unreachable" },
      said: "Failed to download and build `x @ git+https://example.org/x@7fc`: unable to access 'https://example.org/x/': Could not resolve host: example.org",
    });
  });

  test("is told with its only cause, and by its last lines where it names no error", () => {
    expect(classifySync(1, "error: Failed to fetch: `https://example.org/x`\n  cause: dns error").said).toBe(
      "Failed to fetch: `https://example.org/x`: dns error",
    );
    const lines = Array.from({ length: 9 }, (_, at) => `line ${at + 1}`);
    expect(classifySync(101, lines.join("\n")).said).toBe("line 4 line 5 line 6 line 7 line 8 line 9");
  });

  test("is told in the resolver's own sentence where there is no cause", () => {
    const stderr =
      "  × No solution found when resolving dependencies:\n  ╰─▶ Because a was not found,\n      we can conclude.\n";
    expect(classifySync(1, stderr).said).toBe(
      "No solution found when resolving dependencies: Because a was not found, we can conclude.",
    );
  });

  test("is short and never an error, whatever it is", () => {
    fc.assert(
      fc.property(fc.nat(255), fc.string({ maxLength: 3000 }), (code, stderr) => {
        expect(classifySync(code, stderr).said.length).toBeLessThanOrEqual(501);
      }),
    );
  });
});
