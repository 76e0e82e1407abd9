import { describe, expect, it } from "vitest";
import { packagesFor } from "../../../src/actions/gates/environments/environment.ts";
import { installEnvironments } from "../../../src/actions/gates/environments/environments.ts";
import type { ScriptedProgram } from "../../../src/adapters/memory/processes.ts";
import type { Environment } from "../../../src/core/gates/index.ts";
import { gate, makeWorld } from "./world.ts";

const python: Environment = { manager: "uv", cwd: ".", groups: ["dev"], extras: ["web"], lock: "uv.lock" };
const node: Environment = { manager: "npm", cwd: "web", groups: [], extras: [], lock: "web/package-lock.json" };

interface Scene {
  readonly content?: Record<string, string>;
  readonly env?: Record<string, string>;
  readonly environments?: readonly Environment[];
  readonly uv?: ScriptedProgram;
}

async function install({ content = {}, env = {}, environments = [python], uv }: Scene) {
  const world = makeWorld({ content, env, programs: uv === undefined ? {} : { uv } });
  const gates = environments.map((environment, at) => gate(`g${at}`, { environment }));
  const told: string[] = [];
  const { problems, remarks } = await installEnvironments(
    gates,
    { root: "/repo", folder: "/temp/environments", environments, listener: (event) => void told.push(event.kind) },
    world,
  );
  return { problems: [...problems.values()], remarks, told, started: world.processes.started };
}

describe("the packages that gates need", () => {
  it("are left alone when they are there", async () => {
    const there = [
      { content: { ".venv/pyvenv.cfg": "" } },
      { content: { "env/pyvenv.cfg": "" }, env: { UV_PROJECT_ENVIRONMENT: "env" } },
      { content: { ".venv/pyvenv.cfg": "" }, environments: [{ ...python, cwd: "packages/a" }] },
      { content: { "web/node_modules/x": "" }, environments: [node] },
    ];
    for (const scene of there)
      expect(await install(scene)).toEqual({ problems: [], remarks: [], told: [], started: [] });
  });

  it("are installed again where the run that installed them was killed", async () => {
    const content = { ".venv/pyvenv.cfg": "", ".turnpike/installing/.-venv": "" };
    const { problems, told } = await install({ content, uv: () => ({}) });
    expect([problems, told]).toEqual([[], ["setup-started", "setup-finished"]]);
  });

  it("are installed exactly as locked, as a step that is shown", async () => {
    const { problems, told, started } = await install({
      uv: () => ({}),
      env: { GITHUB_TOKEN: "x", HOME: "/home/user" },
    });
    expect([problems, told]).toEqual([[], ["setup-started", "setup-finished"]]);
    expect(started[0]?.args).toEqual(expect.arrayContaining(["sync", "--locked", "--group=dev", "--extra=web"]));
    expect(started[0]?.env).toEqual({ HOME: "/home/user" });
  });

  it("say what to do when uv is not there, or fails", async () => {
    expect((await install({})).problems).toEqual([
      "the Python environment could not be installed (uv is not installed)",
    ]);
    const stale = "error: The lockfile at `uv.lock` needs to be updated, but `--locked` was provided.\n";
    const { problems } = await install({ uv: () => ({ code: 1, stderr: stale }) });
    expect(problems).toEqual([
      "the Python environment could not be installed (the lock uv.lock does not match pyproject.toml); run `uv lock`",
    ]);
    const broken = await install({ uv: () => ({ code: 2, stderr: "error: Failed to build `shop`\n" }) });
    expect(broken.problems).toEqual([
      "the Python environment could not be installed (Failed to build `shop`); run `uv sync --locked --group dev --extra web`",
    ]);
  });

  it("are installed as a stale lock has them, with a remark: the gate `lock` says that it is stale", async () => {
    const stale = "error: The lockfile at `uv.lock` needs to be updated, but `--locked` was provided.\n";
    const uv: ScriptedProgram = ({ args }) => (args.includes("--frozen") ? {} : { code: 1, stderr: stale });
    const { problems, remarks, started } = await install({ uv, env: { UV_LOCKED: "1" } });
    expect(problems).toEqual([]);
    expect(remarks).toEqual([
      "The lock uv.lock does not match pyproject.toml; the gates ran with the packages that it has (`uv sync --frozen`). To mend it, run `uv lock`.",
    ]);
    expect(started.map(({ args }) => args[1])).toEqual(["--locked", "--frozen"]);
    expect(started[1]?.args).toEqual(expect.arrayContaining(["--group=dev", "--extra=web"]));
    expect(started[1]?.env).not.toHaveProperty("UV_LOCKED");
  });

  it("are not left half-made: uv makes the folder before it looks at the lock", async () => {
    const world = makeWorld({
      content: {},
      programs: {
        uv: async () => {
          await world.files.write("/repo/.venv/pyvenv.cfg", "");
          return { code: 2, stderr: "error: no\n" };
        },
      },
    });
    const options = { root: "/repo", folder: "/temp/environments", environments: [python], listener: () => undefined };
    await installEnvironments([gate("g", { environment: python })], options, world);
    expect(await world.files.exists("/repo/.venv")).toBe(false);
  });

  it("are not waited for by the gate that looks at the lock alone", () => {
    expect(packagesFor(gate("lock", { environment: python, tool: "uv lock" }))).toBeNull();
    expect(packagesFor(gate("lint", { environment: python, tool: "ruff" }))).toEqual(python);
  });

  it("are never installed with npm, because that runs scripts of packages", async () => {
    const { problems, started } = await install({ environments: [node] });
    expect([problems, started]).toEqual([["node_modules is not installed; run `cd web && npm ci`"], []]);
  });

  it("are left to uv itself where there is no lock that could be followed", async () => {
    const { problems, started } = await install({ environments: [{ ...python, lock: null }], uv: () => ({}) });
    expect([problems, started]).toEqual([[], []]);
  });
});
