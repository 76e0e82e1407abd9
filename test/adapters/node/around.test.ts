import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keepPlan, lookAtGround, type PlanCachePlace, recallPlan } from "../../../src/adapters/node/plan-cache.ts";
import { type PlanOptions, readPlan } from "../../../src/adapters/node/read-plan.ts";
import { readAround } from "../../../src/adapters/node/repository-snapshot.ts";

const WORKFLOW = `on: [push]
jobs:
  api:
    runs-on: ubuntu-latest
    steps:
      - run: uvx ruff check src
        working-directory: services/api
`;

let base = "";
let top = "";
let folder = "";

function write(path: string, text: string): void {
  const file = join(top, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const git = (...args: string[]): void => void execFileSync("git", args, { cwd: top, stdio: "ignore" });

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-around-")));
  top = join(base, "repository");
  folder = join(top, "services", "api");
  mkdirSync(folder, { recursive: true });
  git("init", "-q");
  write(".github/workflows/ci.yml", WORKFLOW);
  write("services/api/src/a.py", "");
  git("add", "-A");
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe("a folder below the top of a git repository", () => {
  test("is planned by the workflows at the top", async () => {
    const plan = await readPlan(folder);
    expect(plan.gates).toMatchObject([
      {
        id: "lint",
        cwd: ".",
        source: { file: "../../.github/workflows/ci.yml", line: 6 },
        reproduce: "uvx ruff check src",
      },
    ]);
  });

  test("is nothing of a repository that tracks nothing in it, or when it has one of its own", async () => {
    write("services/new/a.py", "");
    expect(await readAround(join(top, "services/new"))).toBeUndefined();
    mkdirSync(join(folder, ".git"));
    expect(await readAround(folder)).toBeUndefined();
    expect(await readAround(top)).toBeUndefined();
    expect(await readAround(base)).toBeUndefined();
  });

  test("is not planned by a file outside of the repository that a link at its top leads to", async () => {
    writeFileSync(join(base, "ci.yml"), WORKFLOW);
    rmSync(join(top, ".github/workflows/ci.yml"));
    symlinkSync(join(base, "ci.yml"), join(top, ".github/workflows/ci.yml"));
    git("add", "-A");
    const plan = await readPlan(folder);
    expect(plan.gates).toEqual([]);
    expect(plan.notes).toContainEqual({
      file: "../../.github/workflows/ci.yml",
      line: null,
      message: "is a link that leads out of the repository; it was not read",
    });
  });
});

describe("a plan that is kept of such a folder", () => {
  /** Everything on disk looks settled to a clock that is far ahead. */
  const LATER = Date.now() + 60 * 60 * 1000;
  let place: PlanCachePlace;

  beforeEach(async () => {
    const program = join(base, "program");
    mkdirSync(program);
    place = { root: folder, config: "turnpike.yml", env: { XDG_CACHE_HOME: join(base, "cache") }, program };
    let ground: ReturnType<typeof lookAtGround>;
    const onSnapshot: NonNullable<PlanOptions["onSnapshot"]> = (snapshot, around) => {
      ground = lookAtGround(place, snapshot, LATER, around);
    };
    const plan = await readPlan(folder, { onSnapshot });
    if (ground !== undefined) await keepPlan(place, ground, plan);
  });

  test("is recalled while nothing has changed, above it neither", async () => {
    expect((await recallPlan(place))?.gates.map(({ id }) => id)).toEqual(["lint"]);
  });

  test.each([
    ["another text of a workflow at the top", () => write(".github/workflows/ci.yml", `${WORKFLOW}# more\n`)],
    ["a new file at the top", () => write("Makefile", "lint:\n\truff check\n")],
    ["a new workflow", () => write(".github/workflows/more.yml", WORKFLOW)],
  ])("is made anew after %s", async (_what, change) => {
    change();
    expect(await recallPlan(place)).toBeUndefined();
  });
});
