import { describe, expect, test } from "vitest";
import { bestPython, childEnvironment, readPythonVersionFile } from "../../../src/core/uv/index.ts";

describe("a .python-version file", () => {
  test.each([
    ["3.13\n", "3.13"],
    ["# ours\n\n  3.12.4  # pinned\n3.11\n", "3.12.4"],
    ["\r\n", undefined],
    ["", undefined],
  ])("%j asks for %s", (text, version) => {
    expect(readPythonVersionFile(text)).toBe(version);
  });
});

describe("the Python among those that are installed", () => {
  const versions = ["3.9.18", "3.11.7", "3.12.1", "3.12.10", "3.13.0", "pypy3.10-7.3", "3.14.0a1"];

  test.each([
    ["3.12", "3.12.10"],
    ["3.12.1", "3.12.1"],
    ["3", "3.13.0"],
    ["3.1", undefined],
    [">=3.10,<3.13", "3.12.10"],
    ["cpython3.11", "3.11.7"],
    ["pypy3.10", undefined],
    ["/usr/bin/python3", undefined],
    ["3.99", undefined],
  ])("for %s is %s", (request, version) => {
    expect(bestPython(versions, request)).toBe(version);
  });
});

describe("the environment of programs that run foreign code", () => {
  test("has no power over the run", () => {
    const env = {
      PATH: "/bin",
      ACTIONS_RUNTIME_TOKEN: "t",
      ACTIONS_ID_TOKEN_REQUEST_URL: "u",
      GITHUB_TOKEN: "t",
      GITHUB_ENV: "f",
      GITHUB_SHA: "s",
      INPUT_VERSION: "1",
      STATE_x: "1",
      MY_SECRET: "kept, as on a laptop",
    };
    expect(childEnvironment(env, { A: "1", PATH: undefined })).toEqual({
      GITHUB_SHA: "s",
      MY_SECRET: "kept, as on a laptop",
      A: "1",
    });
  });
});
