import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { gatesCommand } from "../../src/cli/gates/gates.ts";
import { verdictFileSchema } from "../../src/core/gates/index.ts";
import { commandLine } from "./capture.ts";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-changed-cli-")));
const started: ChildProcess[] = [];
afterAll(() => {
  for (const one of started) one.kill("SIGKILL");
  rmSync(scratch, { recursive: true, force: true });
});

const cli = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const environment = { ...process.env, XDG_CACHE_HOME: join(scratch, "cache"), CI: "true", NO_COLOR: "1" };

const CONFIG = `presets: none
gates:
  src: { run: "echo src >> $LOG; test ! -e src/bad", inputs: [src] }
  docs: { run: "echo docs >> $LOG", inputs: [docs] }
  slow: { run: "echo slow >> $LOG; test ! -e src/wait || sleep 600", inputs: [src], cache: false }
`;

function makeRepository(name: string) {
  const root = join(scratch, name);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { cwd: root });
  mkdirSync(join(root, "src"), { recursive: true });
  mkdirSync(join(root, "docs"));
  for (const path of ["src/a", "docs/a"]) writeFileSync(join(root, path), "1");
  writeFileSync(join(root, "turnpike.yml"), CONFIG);
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-qm", "a");
  git("checkout", "-q", "-b", "topic");
  const log = join(scratch, `${name}.log`);
  const env = { ...environment, LOG: log };
  const ran = () => (existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").sort() : []);
  const run = (...args: string[]) => commandLine([gatesCommand], ["gates", ...args], { cwd: root, env });
  return {
    root,
    env,
    log,
    git,
    run,
    ran,
    write: (path: string, text: string) => writeFileSync(join(root, path), text),
  };
}

describe("turnpike gates --changed", () => {
  it("runs what the change can touch, and says of its verdict that it is one of a part", async () => {
    const { run, ran, write } = makeRepository("part");
    write("docs/a", "2");
    const { stdout, stderr, status } = await run("--changed", "--json");
    expect(status).toBe(0);
    expect(ran()).toEqual(["docs"]);
    expect(stderr).toContain("The required gate passed (partial: 2 of 3 gates left out)");
    expect(stderr).toContain(
      "left out: src, slow (its `inputs` name other files than the one that changed since main)",
    );
    const verdict = verdictFileSchema.parse(JSON.parse(stdout));
    expect(verdict.partial).toBe(true);
    expect(verdict.gates.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["src", null],
      ["docs", "passed"],
      ["slow", null],
    ]);
  });

  it("runs nothing when nothing changed, and is not taken for a pass", async () => {
    const { run, ran } = makeRepository("nothing");
    const { stdout, stderr, status } = await run("--changed", "--json");
    expect([status, ran()]).toEqual([0, []]);
    expect(stderr).toContain("Nothing ran (partial: 3 of 3 gates left out)");
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "nothing-to-check", partial: true });
  });

  it("runs gates that turnpike.yml changes, whatever their inputs name", async () => {
    const { run, write } = makeRepository("config");
    write("turnpike.yml", CONFIG.replace("test ! -e src/bad", "false"));
    const { stderr, status } = await run("--changed");
    expect(status).toBe(1);
    expect(stderr).toContain("1 of 3 required gates failed: src");
  });

  it("runs everything on the default branch without a remote, and says why", async () => {
    const { run, ran, git } = makeRepository("default");
    git("checkout", "-q", "main");
    const { stderr, status } = await run("--changed");
    expect([status, ran()]).toEqual([0, ["docs", "slow", "src"]]);
    expect(stderr).toContain("What changed is not known (this is main itself");
  });

  it("refuses a base that is not there", async () => {
    const { run, ran } = makeRepository("base");
    const { stderr, status } = await run("--changed", "nowhere");
    expect([status, ran()]).toEqual([2, []]);
    expect(stderr).toContain("what changed since nowhere cannot be told");
  });

  it("says what to write when a folder stands where the base does", async () => {
    const { run, ran, git } = makeRepository("folder");
    const here = () => run("--changed", "docs");
    const refused = await here();
    expect([refused.status, ran()]).toEqual([2, []]);
    expect(refused.stderr).toContain("docs is a folder, and --changed takes a commit, branch or tag. Nothing was run.");
    expect(refused.stderr).toContain("turnpike gates docs --changed");
    git("branch", "docs");
    expect((await here()).stderr).toContain("docs is taken for a commit; for the folder, write it first:");
  });
});

it("a folder of a repository that declares nothing is told where its gates are", async () => {
  const { root, env } = makeRepository("below");
  const { stderr } = await commandLine([gatesCommand], ["gates"], { cwd: join(root, "docs"), env });
  expect(stderr).toContain("No gate is declared here.");
  expect(stderr).toContain("`turnpike gates ..` runs the gates of all of it");
});

it("a gate's name in place of a folder is told how a gate is chosen", async () => {
  const { run, ran } = makeRepository("name");
  const { stderr, status } = await run("docsx");
  expect([status, ran()]).toEqual([2, []]);
  expect(stderr).toContain("There is no folder docsx.");
  expect(stderr).toContain("turnpike gates --only docsx");
});

describe("turnpike gates, a second time", () => {
  it("runs what is not remembered, and all of it with --no-cache", async () => {
    const { run, ran, log } = makeRepository("again");
    expect((await run()).status).toBe(0);
    rmSync(log);
    expect((await run()).stderr).toContain("cached: passed with the same inputs on");
    expect(ran()).toEqual(["slow"]);
    rmSync(log);
    expect((await run("--no-cache")).status).toBe(0);
    expect(ran()).toEqual(["docs", "slow", "src"]);
  });

  it("explains what decides whether a gate has to run again", async () => {
    const { run, ran } = makeRepository("explained");
    expect((await run("--explain-cache", "src")).stdout).toMatch(/runs next time[\s\S]*files\s+[0-9a-f]{12}\s+1 file/);
    expect((await run("--explain-cache", "slow")).stdout).toContain("is always run: turnpike.yml says `cache: false`");
    expect(ran()).toEqual([]);
  });
});

/** A watching process, and what it said. */
function startWatch({ root, env }: ReturnType<typeof makeRepository>) {
  const child = spawn(process.execPath, [cli, "gates", root, "--watch"], { env, stdio: ["ignore", "ignore", "pipe"] });
  started.push(child);
  let said = "";
  let wake: () => void = () => undefined;
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    wake();
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));
  /** Waits until it has said something as often as is asked. */
  const until = async (text: string, times: number) => {
    while (said.split(text).length - 1 < times) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return said;
  };
  return { child, until, ended };
}

describe("turnpike gates --watch", () => {
  it("runs again what a change can touch, stops what runs when there is another, and leaves nobody behind", async () => {
    const repository = makeRepository("watch");
    const { child, until, ended } = startWatch(repository);
    await until("Watching 3 files", 1);
    expect(repository.ran()).toEqual(["docs", "slow", "src"]);
    rmSync(repository.log);
    repository.write("docs/a", "2");
    await until("Watching", 2);
    expect(repository.ran()).toEqual(["docs"]);
    rmSync(repository.log);
    repository.write("src/bad", "");
    expect(await until("Watching", 3)).toContain("src/bad changed");
    repository.write("docs/a", "3");
    expect(await until("Watching", 4)).toContain("not passing since before: src");
    rmSync(repository.log);
    repository.write("src/wait", "");
    await expect.poll(() => repository.ran(), { timeout: 100_000 }).toContain("slow");
    rmSync(join(repository.root, "src/wait"));
    await until("Watching", 5);
    expect(repository.ran().filter((id) => id === "slow")).toHaveLength(2);
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    const left = spawnSync("pgrep", ["-f", `sleep 600.*${repository.root}`], { encoding: "utf8" }).stdout;
    expect(left).toBe("");
  });
});
