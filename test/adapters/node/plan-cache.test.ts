import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepPlan, lookAtGround, type PlanCachePlace, recallPlan } from "../../../src/adapters/node/plan-cache.ts";
import { readPlan } from "../../../src/adapters/node/read-plan.ts";
import type { RepositorySnapshot } from "../../../src/core/detect/index.ts";

/** Everything on disk looks settled to a clock that is far ahead. */
const LATER = Date.now() + 60 * 60 * 1000;

let folder = "";
let place: PlanCachePlace;

function write(path: string, text: string): void {
  const file = join(place.root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

async function planAndKeep(nowMs = LATER) {
  let seen: RepositorySnapshot | undefined;
  const plan = await readPlan(place.root, { config: place.config, onSnapshot: (snapshot) => (seen = snapshot) });
  if (seen === undefined) throw new Error("no snapshot was taken");
  const ground = lookAtGround(place, seen, nowMs);
  if (ground !== undefined) await keepPlan(place, ground, plan);
  return plan;
}

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-plan-cache-")));
  const [root, cache, program] = [join(folder, "repository"), join(folder, "cache"), join(folder, "program")];
  for (const path of [root, cache, program]) mkdirSync(path);
  place = { root, config: "turnpike.yml", env: { XDG_CACHE_HOME: cache }, program };
  write("turnpike.yml", "gates:\n  a: { run: echo a }\n");
  write("src/deep/a.py", "");
  write("pyproject.toml", '[project]\nname = "a"\nversion = "1"\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a plan is recalled whole while nothing has changed", async () => {
  const plan = await planAndKeep();
  expect(await recallPlan(place)).toEqual(plan);
});

const CHANGES: readonly (readonly [string, () => void])[] = [
  ["another text of turnpike.yml", () => write("turnpike.yml", "gates:\n  b: { run: echo b }\n")],
  ["another text of a manifest", () => write("pyproject.toml", '[project]\nname = "b"\nversion = "1"\n')],
  ["a new file at the root", () => write("Makefile", "lint:\n\truff check\n")],
  ["a new file in a folder", () => write("src/deep/ruff.toml", "")],
  ["a new folder", () => write("web/package.json", "{}")],
  ["a removed file", () => rmSync(join(place.root, "src/deep/a.py"))],
  ["another program", () => writeFileSync(join(place.program ?? "", "chunk.js"), "")],
];

test.each(CHANGES)("%s makes a new plan", async (_what, change) => {
  await planAndKeep();
  change();
  expect(await recallPlan(place)).toBeUndefined();
});

test("a text of the same length and with its old time of modification makes a new plan too", async () => {
  await planAndKeep();
  write("turnpike.yml", "gates:\n  a: { run: echo b }\n");
  utimesSync(join(place.root, "turnpike.yml"), new Date(0), new Date(0));
  expect(await recallPlan(place)).toBeUndefined();
});

test("nothing is kept of what was changed a moment ago", async () => {
  await planAndKeep(Date.now());
  expect(await recallPlan(place)).toBeUndefined();
});

test("what cannot be read back is a miss, and nothing lies in the repository", async () => {
  await planAndKeep();
  const plans = join(place.env["XDG_CACHE_HOME"] ?? "", "turnpike", "plans");
  for (const name of readdirSync(plans)) writeFileSync(join(plans, name), "{");
  expect(await recallPlan(place)).toBeUndefined();
  expect(readdirSync(place.root).sort()).toEqual(["pyproject.toml", "src", "turnpike.yml"]);
});

test("a program that runs from its sources keeps nothing", async () => {
  place = { ...place, program: undefined };
  await planAndKeep();
  expect(await recallPlan(place)).toBeUndefined();
});
