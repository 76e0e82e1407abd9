import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MigrateArguments } from "../../src/cli/migrate/migrate-command.ts";
import { runMigrateCommand } from "../../src/cli/migrate/migrate-command.ts";
import { migrationFileSchema } from "../../src/core/migrate/index.ts";
import { formatError } from "../../src/errors.ts";
import { makeRepository, type TestRepository } from "../local/rig.ts";
import { captured } from "./capture.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const CI = ".github/workflows/ci.yml";

beforeEach(() => {
  vi.stubEnv("NO_COLOR", "1");
});

function migrate(repository: { readonly path: string }, more: Partial<MigrateArguments> = {}) {
  const args: MigrateArguments = {
    directory: repository.path,
    write: false,
    force: false,
    json: false,
    workflow: undefined,
    ref: `acme/turnpike@${SHA}`,
    branch: "main",
    caller: "turnpike.yml",
    ...more,
  };
  return captured(() => runMigrateCommand(args));
}

const WORKFLOW = `name: CI
on:
  push: { branches: [main] }
  pull_request:
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: astral-sh/setup-uv@v8
      - run: uv run ruff check .
  tests:
    runs-on: \${{ matrix.os }}
    strategy:
      matrix: { os: [ubuntu-latest, macos-latest] }
    steps:
      - uses: actions/checkout@v6
      - run: uv run pytest # all of them
  deploy:
    needs: [lint, tests]
    if: github.ref == 'refs/heads/main'
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: actions/checkout@v6
      - run: ./deploy.sh
`;

function repositoryOf(more: Readonly<Record<string, string>> = {}): TestRepository {
  return makeRepository({
    "turnpike.yml": "gates:\n  lint: { run: uv run ruff check . }\n  tests: { run: uv run pytest }\n",
    [CI]: WORKFLOW,
    ...more,
  });
}

describe("turnpike migrate", () => {
  it("says when git ignores a file that it writes", async () => {
    using repository = repositoryOf({ [CI]: WORKFLOW.slice(0, WORKFLOW.indexOf("  deploy:")), ".gitignore": ".*\n" });
    repository.git("add", "-f", CI);
    repository.git("commit", "-qm", "workflow");
    const { stdout, error } = await migrate(repository, { write: true });
    expect(error).toBeUndefined();
    expect(stdout).toContain("[ ] .github/workflows/turnpike.yml is ignored by git");
    expect(stdout).toContain("git add -A -f -- .github/workflows/ci.yml .github/workflows/turnpike.yml");
  });

  it("says what becomes of each step, shows the files, and writes nothing", async () => {
    using repository = repositoryOf();
    const { stdout, stderr, exitCode, error } = await migrate(repository);
    expect(error).toBeUndefined();
    await expect(stdout).toMatchFileSnapshot("migrate.golden.txt");
    expect([stderr, exitCode]).toEqual(["", 0]);
    expect(repository.git("status", "--porcelain")).toBe("");
  });

  it("writes when asked to, and finds nothing left a second time", async () => {
    using repository = repositoryOf();
    const first = await migrate(repository, { write: true });
    expect(first.stdout).toContain("✓ Wrote 1 file. Review, try, commit:");
    expect(repository.git("status", "--porcelain")).toBe(`M ${CI}`);
    expect(repository.read(CI)).toContain("needs: [turnpike, tests]");
    repository.git("commit", "--quiet", "--all", "--message", "road");
    const second = await migrate(repository, { write: true });
    expect(second.stdout).toContain("✓ Nothing is left to migrate.");
    expect(repository.git("status", "--porcelain")).toBe("");
  });

  it("deletes a workflow of which nothing is left, and writes the caller", async () => {
    using repository = repositoryOf({ [CI]: WORKFLOW.slice(0, WORKFLOW.indexOf("  tests:")) });
    expect((await migrate(repository, { write: true })).error).toBeUndefined();
    expect(existsSync(join(repository.path, CI))).toBe(false);
    expect(repository.read(".github/workflows/turnpike.yml")).toContain(`checks.yml@${SHA}`);
  });

  it("prints one document with --json", async () => {
    using repository = repositoryOf();
    const { stdout } = await migrate(repository, { json: true });
    const document = migrationFileSchema.parse(JSON.parse(stdout));
    expect(document).toMatchObject({
      written: false,
      counts: { workflows: 1, jobs: { before: 3, after: 2 }, replaced: 3, kept: 4, person: 0 },
      calledIn: CI,
      checks: { require: "turnpike / gate", gone: ["lint"], added: ["turnpike / gate"] },
    });
  });

  it("refuses to write over changes that are in no commit, unless forced", async () => {
    using repository = repositoryOf();
    repository.write({ [CI]: `${WORKFLOW}# changed\n` });
    const refused = await migrate(repository, { write: true });
    expect(formatError(refused.error)).toContain("in no commit. Nothing was written.");
    expect(repository.read(CI)).toBe(`${WORKFLOW}# changed\n`);
    expect((await migrate(repository, { write: true, force: true })).error).toBeUndefined();
    expect(repository.read(CI)).toContain("turnpike:");
  });

  it("refuses another workflow of the caller's name, and takes another name", async () => {
    const lint = WORKFLOW.slice(0, WORKFLOW.indexOf("  tests:"));
    const foreign = "on: push\njobs:\n  x:\n    runs-on: ubuntu-latest\n    steps: [{ run: ./x.sh }]\n";
    using repository = repositoryOf({ [CI]: lint, ".github/workflows/turnpike.yml": foreign });
    expect(formatError((await migrate(repository)).error)).toContain("--caller turnpike-road.yml");
    expect((await migrate(repository, { caller: "road.yml" })).stdout).toContain("+++ b/.github/workflows/road.yml");
  });

  it("does not write without the commit to pin, and shows all the same", async () => {
    using repository = repositoryOf();
    const shown = await migrate(repository, { ref: "acme/turnpike@v9" });
    expect(shown.stdout).toContain("replaced");
    expect(shown.stdout).toContain("Nothing was written.");
    const refused = await migrate(repository, { ref: "acme/turnpike@v9", write: true });
    expect(formatError(refused.error)).toContain("git ls-remote");
  });

  it("says every option that is wrong, at once", async () => {
    using repository = repositoryOf();
    const { error } = await migrate(repository, { workflow: "x.yml", caller: "a/b" });
    expect(formatError(error).split("\n")).toEqual([
      '--caller  "a/b" is no file name; give one that ends in .yml, without folders, such as turnpike-road.yml',
      '--workflow  "x.yml" is no workflow of this repository; there are .github/workflows/ci.yml',
      "2 problems, nothing was written.",
    ]);
  });

  it("reads no file through a link that leads out, and no bytes that are no text", async () => {
    using repository = repositoryOf();
    using outside = makeRepository({ "secret.yml": "on: push\n" });
    const folder = join(repository.path, ".github/workflows");
    symlinkSync(join(outside.path, "secret.yml"), join(folder, "linked.yml"));
    writeFileSync(join(folder, "bytes.yml"), Buffer.from([0x6f, 0x6e, 0xff, 0xfe]));
    const { stdout } = await migrate(repository);
    expect(stdout).toContain("[ ] .github/workflows/linked.yml is a link that leads out of the repository");
    expect(stdout).toContain("[ ] .github/workflows/bytes.yml is no UTF-8 text that can be read");
  });

  it("tells a repository without workflows how to begin", async () => {
    using repository = makeRepository({ "README.md": "x" });
    expect((await migrate(repository)).stdout).toContain("There are no workflows here. To begin: turnpike init");
  });

  it("reads a workflow of 500 kB", async () => {
    const steps = Array.from(
      { length: 300 },
      (_, index) => `      - run: ./step-${index}.sh --with ${"words ".repeat(270)} # and a comment\n`,
    );
    const text = `on: push\njobs:\n  many:\n    runs-on: ubuntu-latest\n    steps:\n${steps.join("")}`;
    using repository = repositoryOf({ ".github/workflows/many.yml": text });
    const { stdout } = await migrate(repository, { json: true });
    const { counts } = migrationFileSchema.parse(JSON.parse(stdout));
    expect(counts.kept).toBe(304);
  });
});
