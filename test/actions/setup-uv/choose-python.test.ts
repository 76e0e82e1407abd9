import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { choosePython } from "../../../src/actions/setup-uv/choose-python.ts";
import { errorOf } from "../../fakes/error-of.ts";
import { sharedUv } from "../../fakes/shared-uv.ts";
import { makeRig, type Rig, type RigOptions } from "./rig.ts";

const { uv } = await sharedUv();

const PYPROJECT = '[project]\nname = "orders"\nversion = "1"\nrequires-python = ">=3.9"\n';

/** A machine on which uv itself finds no Python. */
async function bare(options: Partial<RigOptions> = {}): Promise<Rig & { readonly python: string }> {
  const rig = await makeRig({
    uv,
    files: { "pyproject.toml": PYPROJECT, ...options.files },
    env: { UV_PYTHON_SEARCH_PATH: "/nonexistent", UV_NO_MANAGED_PYTHON: "1", ...options.env },
  });
  const python = rig.run("python3", "-c", "import sys; print(sys.executable)").trim();
  return { ...rig, python, [Symbol.asyncDispose]: rig[Symbol.asyncDispose] };
}

const place = (rig: Rig, input?: string) => ({ uv: uv?.path ?? "", input, root: rig.workspace });

describe.skipIf(uv === undefined)("the Python of a project", () => {
  test("is the one that uv finds, with who asked for it", async () => {
    await using rig = await makeRig({ uv, files: { "pyproject.toml": PYPROJECT } });
    const python = await choosePython(rig.ports, place(rig));
    expect(python.version).toMatch(/^3\.\d+\.\d+/);
    expect(python).toMatchObject({
      mustBeTold: false,
      source: ">=3.9 from requires-python of pyproject.toml; found by uv",
    });
  });

  test("is looked for from the project's folder upwards", async () => {
    await using rig = await makeRig({ uv, files: { ".python-version": "3\n" } });
    mkdirSync(join(rig.workspace, "a/b"), { recursive: true });
    const python = await choosePython(rig.ports, { ...place(rig), root: join(rig.workspace, "a/b") });
    expect(python.source).toBe("3 from .python-version; found by uv");
  });

  test("is one of the machine's tools when uv sees none", async () => {
    await using rig = await bare();
    const pythons = [
      { version: "3.8.20", path: "/too/old" },
      { version: "3.11.7", path: rig.python },
    ];
    const ports = { ...rig.ports, machine: { ...rig.ports.machine, pythons } };
    expect(await choosePython(ports, place(rig))).toEqual({
      version: "3.11.7",
      path: rig.python,
      mustBeTold: true,
      source: ">=3.9 from requires-python of pyproject.toml; found among the machine's tools",
    });
  });

  test("that the input names counts more than UV_PYTHON, and both more than the project's files", async () => {
    await using rig = await bare({ files: { ".python-version": "3.99\n" }, env: { UV_PYTHON: "3.98" } });
    const ports = { ...rig.ports, env: { ...rig.ports.env, UV_PYTHON_DOWNLOADS: "never" } };
    expect((await errorOf(choosePython(ports, place(rig, "3.97")))).message).toContain("Python 3.97 (the input");
    expect((await errorOf(choosePython(ports, place(rig)))).message).toContain("Python 3.98 (UV_PYTHON)");
    const { UV_PYTHON: _, ...env }: Record<string, string> = ports.env;
    expect((await errorOf(choosePython({ ...ports, env }, place(rig)))).message).toContain("3.99 (.python-version)");
  });

  test("is never an option of uv's, whatever a file says", async () => {
    await using rig = await bare({ files: { ".python-version": "--help\n" } });
    const error = await errorOf(choosePython(rig.ports, place(rig)));
    expect(error.code).toBe("UV_PYTHON");
  });
});
