import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { quarantineCommand } from "../../src/cli/quarantine/quarantine.ts";
import { renderObservations } from "../../src/core/flaky/index.ts";
import { record } from "../core/flaky/records.ts";
import { commandLine } from "./capture.ts";

const scratch = mkdtempSync(join(tmpdir(), "turnpike-quarantine-cli-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const FILE = ".github/turnpike/quarantine.yml";

function repository(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(scratch, "repository-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const run = (...args: string[]) =>
    commandLine([quarantineCommand], ["quarantine", ...args, "--dir", folder], {
      cwd: scratch,
      env: { ...process.env, NO_COLOR: "1" },
    });
  return { run, read: () => readFileSync(join(folder, FILE), "utf8") };
}

const WHO = ["--owner", "@acme/stock", "--issue", "#12", "--reason", "races with the clock"];
const day = (offset: number) => new Date(Date.now() + offset * 24 * 3600 * 1000).toISOString().slice(0, 10);

function entry(added: number, expires: number): string {
  const dates = `added: ${day(added)}, expires: ${day(expires)}`;
  return `quarantine:\n  - { file: tests/test_a.py, name: test_a, owner: me, issue: "#1", reason: r, ${dates} } # mine\n`;
}

describe("turnpike quarantine", () => {
  it("adds a test as the page names it, with what is known of it, and lists it", async () => {
    const history = renderObservations([
      record({ tree: 1, passed: ["test_a"] }),
      record({ tree: 1, failed: ["test_a"] }),
    ]);
    const { run, read } = repository({ ".turnpike/history/observations.ndjson": history });
    expect((await run("add", "tests/test_a.py::test_a", ...WHO)).status).toBe(0);
    expect(read()).toContain("evidence: passed and failed on 1 tree");
    expect(read()).toContain(`expires: ${day(14)}`);
    const listed = JSON.parse((await run("list", "--json")).stdout) as unknown;
    expect(listed).toMatchObject({
      quarantine: [{ name: "test_a", class: "tests.test_a", expired: false }],
      tests: [{ name: "tests/test_a.py::test_a", state: "suspected" }],
    });
    expect((await run("list")).stderr).toContain("suspected");
  });

  it("refuses a broken test, a test that it cannot find, and a second entry", async () => {
    const failing = [1, 2, 3].map((tree) => record({ tree, failed: ["test_a"] }));
    const broken = repository({ ".turnpike/history/observations.ndjson": renderObservations(failing) });
    expect(await broken.run("add", "tests/test_a.py::test_a", ...WHO)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("no flaky test"),
    });
    const known = repository({ [FILE]: entry(0, 5) });
    expect(await known.run("add", "nowhere", ...WHO)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("tests/test_a.py::test_b"),
    });
    const before = known.read();
    expect(await known.run("add", "tests/test_a.py::test_a", ...WHO)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("same test"),
    });
    expect(known.read()).toBe(before);
  });

  it("says everything at once that an entry lacks", async () => {
    const { stderr, status } = await repository({}).run("add", "--days", "soon");
    expect(status).toBe(2);
    expect(stderr.split("\n").slice(0, 6)).toEqual([
      "the test  is missing; such as tests/test_a.py::test_b",
      "--owner  is missing; such as --owner @team/stock",
      "--issue  is missing; such as --issue '#12'",
      "--reason  is missing; such as --reason 'race with the clock'",
      '--days  "soon" is no whole number of days from 1 to 30',
      "5 problems, nothing was written.",
    ]);
  });

  it.each([
    ["holds", 0, 5, 0, "none overdue"],
    ["has just ended", -10, -2, 0, "forgives nothing any more"],
    ["ended more than a week ago", -20, -9, 1, "1 entry is due"],
  ] as const)("checks an entry that %s", async (_, added, expires, status, said) => {
    expect(await repository({ [FILE]: entry(added, expires) }).run("check")).toMatchObject({
      status,
      stderr: expect.stringContaining(said),
    });
  });

  it("tells all faults of the file, whatever is asked", async () => {
    const { run } = repository({ [FILE]: "quarantine:\n  - { nme: x }\n" });
    for (const command of ["list", "check"])
      expect(await run(command)).toMatchObject({ status: 2, stderr: expect.stringContaining(`${FILE}:2:7`) });
  });
});
