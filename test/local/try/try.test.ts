import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { planFileSchema } from "../../../src/core/detect/plan-schema.ts";
import { documentOfTry } from "../../../src/local/try/document.ts";
import { makeRepository } from "../rig.ts";
import { fingerprint } from "./fingerprint.ts";
import { tryOn } from "./rig.ts";

const base = mkdtempSync(join(tmpdir(), "turnpike-try-test-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

function gates(lines: Readonly<Record<string, string>>): string {
  return `gates:\n${Object.entries(lines)
    .map(([id, run]) => `  ${id}: { run: ${JSON.stringify(run)} }\n`)
    .join("")}`;
}

const temp = join(base, "temp");
mkdirSync(temp);

describe("a try", () => {
  it("runs the gates of what is on the disk, committed or not, and leaves the repository as it was", async () => {
    using repository = makeRepository({
      "turnpike.yml": gates({
        all: "grep uncommitted a.txt; cat b.txt; test ! -e ignored; echo x > made.txt; echo x > a.txt; git commit -qam x",
      }),
      "a.txt": "committed\n",
      ".gitignore": "ignored/\n",
    });
    repository.write({ "a.txt": "uncommitted\n", "b.txt": "untracked\n", "ignored/c.txt": "c" });
    const before = fingerprint(repository.path);
    const identity = {
      GIT_AUTHOR_NAME: "a",
      GIT_AUTHOR_EMAIL: "a@example.org",
      GIT_COMMITTER_NAME: "a",
      GIT_COMMITTER_EMAIL: "a@example.org",
    };
    {
      await using done = await tryOn(repository.path, { env: identity });
      expect(done.outcomes()).toEqual(["all: passed"]);
    }
    expect(fingerprint(repository.path)).toEqual(before);
  });

  it("keeps away from an environment and from variables that lead into the original", async () => {
    using repository = makeRepository({
      "turnpike.yml": gates({
        env: 'echo "$DATA|${VIRTUAL_ENV-none}|${UV_PROJECT_ENVIRONMENT-none}" > "$DATA/env.txt"',
      }),
      "data/x": "",
    });
    const before = fingerprint(repository.path);
    const own = {
      DATA: `${repository.path}/data`,
      VIRTUAL_ENV: `${repository.path}/.venv`,
      UV_PROJECT_ENVIRONMENT: "/elsewhere",
    };
    await using done = await tryOn(repository.path, { env: own });
    const root = done.result?.copy.root ?? "";
    expect(readFileSync(join(root, "data/env.txt"), "utf8")).toBe(`${root}/data|none|none\n`);
    expect(fingerprint(repository.path)).toEqual(before);
  });

  it("says when there is nothing to check: neither green nor red", async () => {
    using repository = makeRepository({ "README.md": "x" });
    await using done = await tryOn(repository.path);
    expect(done.result?.checked.run).toMatchObject({ verdict: "nothing-to-check", exitCode: 0 });
  });

  it("works in a folder below the top level, with what is above it", async () => {
    using repository = makeRepository({
      "shared.txt": "s",
      "apps/web/turnpike.yml": gates({ up: "cat ../../shared.txt" }),
    });
    await using done = await tryOn(join(repository.path, "apps/web"));
    expect(done.outcomes()).toEqual(["up: passed"]);
  });

  it("stops: before the gates with nothing at all, during them with a verdict; the repository is as it was", async () => {
    using repository = makeRepository({ "turnpike.yml": gates({ long: "touch began; sleep 77.7" }) });
    const before = fingerprint(repository.path);
    const early = await tryOn(repository.path, {
      temp,
      onEvent: (event, stop) => event.kind === "began" && stop("SIGINT"),
    });
    expect(early.result).toBeUndefined();
    expect(readdirSync(temp)).toEqual([]);
    await using late = await tryOn(repository.path, {
      onEvent: (event, stop) => event.kind === "gate" && event.event.kind === "started" && stop("SIGTERM"),
    });
    expect(late.result?.checked.run).toMatchObject({ verdict: "cancelled", exitCode: 143 });
    expect(fingerprint(repository.path)).toEqual(before);
  });

  it("throws what is wrong with turnpike.yml before anything runs, and leaves nothing behind", async () => {
    using repository = makeRepository({ "turnpike.yml": "gates: { a: { rum: x } }\n" });
    await expect(tryOn(repository.path, { temp })).rejects.toMatchObject({ code: "CONFIG_INVALID" });
    expect(readdirSync(temp)).toEqual([]);
  });

  it("is one document with the plan's fields, filled in", async () => {
    using repository = makeRepository({
      "turnpike.yml": `presets: none\nbuild: make dist\n${gates({ red: "exit 3", green: "true" })}`,
      "package-lock.json":
        '{ "lockfileVersion": 3, "packages": { "": { "dependencies": { "a": "1.0.0" } }, "node_modules/a": { "version": "1.0.0" } } }',
      "package.json": "{}",
    });
    await using done = await tryOn(repository.path, { prove: "red" });
    if (done.result === undefined) throw new Error("it was stopped");
    const document = documentOfTry(done.result);
    expect(planFileSchema.parse(document)).toEqual(document);
    expect(document).toMatchObject({
      schema: "turnpike/plan/1",
      verdict: "failed",
      gates: [
        { id: "red", outcome: "failed", exitCode: 3, command: "exit 3", source: { file: "turnpike.yml", line: 4 } },
        { id: "green", outcome: "passed", exitCode: 0 },
      ],
      sbom: { components: 1, edges: 1 },
      trial: { exitCode: 1, release: { command: "make dist" }, proofs: [{ id: "red", verdict: "agrees" }] },
    });
  });

  it("keeps logs and reports where it is told to", async () => {
    using repository = makeRepository({ "turnpike.yml": gates({ red: "echo why; exit 3" }) });
    const folder = join(base, "kept");
    await using done = await tryOn(repository.path, { resultsFolder: folder });
    expect(done.result?.results).toBe(folder);
    expect(readFileSync(join(folder, "logs/red.log"), "utf8")).toBe("why\n");
    expect(existsSync(join(folder, "verdict.json"))).toBe(true);
    expect(readFileSync(join(folder, "page.html"), "utf8")).toMatch(/^<!doctype html>[\s\S]*The required gate failed/i);
    expect(readFileSync(join(folder, "history.json"), "utf8")).toContain('"red"');
  });
});

describe("a try that proves", () => {
  it("runs red gates by their own commands too, side by side", async () => {
    using repository = makeRepository({ "turnpike.yml": gates({ red: "echo no; exit 3", green: "true" }) });
    await using done = await tryOn(repository.path, { prove: "red" });
    expect(done.result?.proofs).toMatchObject([
      {
        id: "red",
        verdict: "agrees",
        ourExitCode: 3,
        ownExitCode: 3,
        sentence: "red by its own command too: it ended with 3 (ours with 3)",
      },
    ]);
  });

  it("says loudly when a gate is red only under us, and keeps both logs", async () => {
    // `reports` is what our run adds to the environment of every gate: an injected difference.
    using repository = makeRepository({ "turnpike.yml": gates({ ours: "if printenv reports; then exit 1; fi" }) });
    const folder = join(base, "both");
    await using done = await tryOn(repository.path, { prove: "red", resultsFolder: folder });
    expect(done.result?.proofs).toMatchObject([
      { verdict: "ours-is-wrong", sentence: "OURS IS WRONG: its own command passes" },
    ]);
    expect(readdirSync(join(folder, "logs")).sort()).toEqual(["ours.alone.log", "ours.log", "ours.own.log"]);
  });

  it("asks once more without what the own command left, an empty folder too", async () => {
    const ours = "if printenv reports; then test -d made; else mkdir -p made; touch left; fi";
    using repository = makeRepository({ "turnpike.yml": gates({ ours }) });
    await using done = await tryOn(repository.path, { prove: "red" });
    expect(done.result?.proofs).toMatchObject([{ verdict: "ours-is-wrong" }]);
  });

  it("blames nobody for a gate that is red only beside another one", async () => {
    // Each waits for the other, as two gates that share a port meet.
    const meet = "touch ours; while test ! -e other; do sleep 0.05; done";
    const ours = `if test -e seen; then exit 0; fi; ${meet}; touch seen; exit 1`;
    const other = "while test ! -e ours; do sleep 0.05; done; touch other";
    using repository = makeRepository({ "turnpike.yml": gates({ ours, other }) });
    await using done = await tryOn(repository.path, { prove: "red", jobs: 2 });
    const [proof] = done.result?.proofs ?? [];
    expect(proof).toMatchObject({ id: "ours", verdict: "unsteady" });
    expect(proof?.sentence).toContain(
      "gates: { ours: { resources: { locks: [alone] } }, other: { resources: { locks: [alone] } } }",
    );
    if (done.result === undefined) throw new Error("it was stopped");
    expect(documentOfTry(done.result).trial.exitCode).toBe(1);
  });

  it("keeps secrets out of the logs of own commands", async () => {
    const secret = "s3cr3t-Value-0815";
    using repository = makeRepository({ "turnpike.yml": gates({ red: "echo key s3cr3t-Value-0815; exit 1" }) });
    const folder = join(base, "masked");
    await using _done = await tryOn(repository.path, {
      prove: "red",
      resultsFolder: folder,
      env: { API_TOKEN: secret },
    });
    expect(readFileSync(join(folder, "logs/red.own.log"), "utf8")).toBe("key ***\n");
  });

  it("runs everything once more one after another, in a copy of its own, and says what was measured", async () => {
    using repository = makeRepository({
      // Whoever runs second in the same copy would find the file.
      "turnpike.yml": gates({ a: "test ! -e made; touch made", b: "true", c: "true" }),
    });
    const folder = join(base, "once");
    await using done = await tryOn(repository.path, { prove: "all", resultsFolder: folder });
    expect(done.result?.proofs).toMatchObject([
      { id: "a", verdict: "agrees", sentence: "green by its own command too" },
      { id: "b", verdict: "agrees" },
      { id: "c", verdict: "agrees" },
    ]);
    // One command that stands for two gates is run once.
    expect(readdirSync(join(folder, "logs")).filter((name) => name.endsWith(".own.log"))).toEqual([
      "a.own.log",
      "b.own.log",
    ]);
    expect(done.result?.times.sequential).toEqual({
      copyMs: expect.any(Number),
      setUpMs: expect.any(Number),
      commandsMs: expect.any(Number),
    });
  });

  it("does not call a gate wrong whose own command cannot run here", async () => {
    using repository = makeRepository({ "turnpike.yml": gates({ absent: "no-such-program-here --check" }) });
    await using done = await tryOn(repository.path, { prove: "red" });
    expect(done.result?.proofs).toMatchObject([{ verdict: "unproven", ownExitCode: 127 }]);
  });
});
