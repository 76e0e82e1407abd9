import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { keyOf } from "../../../src/actions/gates/environments/environment.ts";
import { Environments } from "../../../src/actions/gates/environments/environments.ts";
import type { GatePorts } from "../../../src/actions/gates/gate-ports.ts";
import { definedVariables } from "../../../src/adapters/node/environment.ts";
import { NodeEnvironmentStore } from "../../../src/adapters/node/environment-store.ts";
import { NodeFiles } from "../../../src/adapters/node/files.ts";
import { GitProgram } from "../../../src/adapters/node/git.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";
import type { Environment } from "../../../src/core/gates/index.ts";
import { sharedUvWithIndex } from "../../fakes/shared-uv.ts";
import { gate, makeWorld } from "./world.ts";

const uv = await sharedUvWithIndex();
const base = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-reuse-test-")));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const PROJECT =
  '[build-system]\nrequires = ["flit_core==3.12.0"]\nbuild-backend = "flit_core.buildapi"\n[project]\nname = "own"\nversion = "1"\ndescription = "x"\n';

function repository(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(base, name);
  mkdirSync(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  execFileSync("git", ["init", "-q"], { cwd: root });
  return root;
}

function environment(...installs: readonly string[]): Environment {
  const source = { file: "ci.yml", line: 1 };
  const commands = installs.map((words) => ({ words: words.split(" "), cwd: ".", env: {}, source }));
  const recipe = { name: "lint", python: null, requiresPython: null, installs: commands };
  return { manager: "venv", cwd: ".", groups: [], extras: [], lock: null, recipe };
}

/** A repository, and the same store for each run in it. */
function makeScene(name: string, files: Readonly<Record<string, string>>, one: Environment) {
  const root = repository(name, files);
  const processes = new NodeProcesses();
  const given = definedVariables(process.env);
  const env = { ...given, PATH: `${uv === undefined ? "" : dirname(uv.path)}:${given["PATH"] ?? ""}` };
  const ports: GatePorts = {
    ...makeWorld(),
    ...{ env, processes, files: new NodeFiles(root), git: new GitProgram(processes, env) },
  };
  let now = Date.now();
  let runs = 0;
  const store = new NodeEnvironmentStore(join(base, `${name}-kept`), { now: () => new Date(now) });
  const run = async (more: { readonly isShortLived?: boolean } = {}) => {
    const told: string[] = [];
    runs += 1;
    const folder = join(base, `${name}-scratch-${runs}`);
    const options = {
      root,
      folder,
      environments: [one],
      store,
      listener: (event: { kind: string }) => void told.push(event.kind),
      ...more,
    };
    const gates = [gate("lint", { environment: one })];
    const all = await Environments.open(gates, options, ports);
    await all.installAll();
    const installed = all.installed();
    expect([...installed.problems]).toEqual([]);
    const found = async () => {
      const later = await Environments.open(gates, options, ports);
      await later.findKept();
      return later.installed().kept;
    };
    const unchanged = () => all.unchanged();
    const variables = installed.variables.get(keyOf(one)) ?? {};
    return { told, variables, kept: installed.kept ?? new Map(), unchanged, found };
  };
  const pass = (ms: number): void => {
    now += ms;
  };
  return { root, run, pass };
}

/** Comes with the wheel that older versions of Python are seeded with. */
const SEEDED = "packaging==25.0\n";
const MADE = ["setup-started", "setup-finished"];
const HOUR_MS = 3_600_000;

describe.skipIf(uv === undefined)("an environment of the repository's own installs", () => {
  it("is made once, and anew when a file that an install names changes", { timeout: 120_000 }, async () => {
    const one = environment("uv pip install -r requirements/dev.txt");
    const files = { "requirements/dev.txt": "-r base.txt\n", "requirements/base.txt": `six==1.16.0\n${SEEDED}` };
    const { root, run, pass } = makeScene("files", files, one);
    const [first, second] = [await run(), await run()];
    expect([first.told, second.told]).toEqual([MADE, []]);
    expect(second.variables).toEqual(first.variables);
    expect(await second.found()).toEqual(second.kept);
    const version = () =>
      execFileSync(join(first.variables["VIRTUAL_ENV"] ?? "", "bin", "python"), [
        "-c",
        "import six; print(six.__version__)",
      ]);
    expect(version().toString()).toBe("1.16.0\n");
    expect((await run()).told).toEqual([]);
    // All of it is pinned, so that a day changes nothing.
    pass(48 * HOUR_MS);
    expect((await run()).told).toEqual([]);
    writeFileSync(join(root, "requirements/base.txt"), `six==1.17.0\n${SEEDED}`);
    const third = await run();
    expect(third.told).toEqual(MADE);
    expect(third.variables).not.toEqual(first.variables);
  });

  it("is made anew after a day when something newer may have come out", { timeout: 120_000 }, async () => {
    const { run, pass } = makeScene("floating", {}, environment("uv pip install six"));
    const first = await run();
    pass(23 * HOUR_MS);
    expect((await run()).told).toEqual([]);
    pass(2 * HOUR_MS);
    const later = await run();
    expect(later.told).toEqual(MADE);
    // The same was installed, so that passes of gates still stand.
    expect([...later.kept.values()].map(({ identity }) => identity)).toEqual(
      [...first.kept.values()].map(({ identity }) => identity),
    );
  });

  it("is made anew after a gate installed something into it", { timeout: 120_000 }, async () => {
    const { run } = makeScene("damaged", {}, environment("uv pip install six==1.16.0"));
    const { unchanged, variables } = await run();
    expect(Object.keys(await unchanged())).toHaveLength(1);
    const env = { ...process.env, ...variables };
    execFileSync(uv?.path ?? "", ["pip", "install", "-q", "iniconfig==2.1.0"], { env, stdio: "ignore" });
    expect(await unchanged()).toEqual({});
    expect((await run()).told).toEqual(MADE);
  });

  it("follows the code when it is a copy, and metadata alone when it is editable", { timeout: 120_000 }, async () => {
    const files = { "pyproject.toml": PROJECT, "own/__init__.py": "", "own/a.py": "A = 1\n" };
    const editable = makeScene("editable", files, environment("uv pip install -e ."));
    const copied = makeScene("copied", files, environment("uv pip install ."));
    for (const { run, root } of [editable, copied]) {
      expect([(await run()).told, (await run()).told]).toEqual([MADE, []]);
      writeFileSync(join(root, "own/a.py"), "A = 2\n");
    }
    expect([(await editable.run()).told, (await copied.run()).told]).toEqual([[], MADE]);
    writeFileSync(join(editable.root, "pyproject.toml"), PROJECT.replace('"1"', '"2"'));
    expect((await editable.run()).told).toEqual(MADE);
  });

  it("is kept of a copy that goes away only where none of its own code is in it", { timeout: 120_000 }, async () => {
    const files = { "pyproject.toml": PROJECT, "own/__init__.py": "" };
    const own = makeScene("copy-own", files, environment("uv pip install -e ."));
    const others = makeScene("copy-others", files, environment("uv pip install six==1.16.0"));
    const kept = async ({ run }: ReturnType<typeof makeScene>) => (await run({ isShortLived: true })).kept.size;
    expect([await kept(own), await kept(others)]).toEqual([0, 1]);
  });

  it("is made anew each time when it takes what nobody looks at", { timeout: 120_000 }, async () => {
    const one = environment("uv pip install --find-links wheels six==1.16.0");
    const { run, root } = makeScene("unknown", { "wheels/.keep": "" }, one);
    expect([(await run()).told, (await run()).told]).toEqual([MADE, MADE]);
    expect(existsSync(join(root, ".venv"))).toBe(false);
  });
});
