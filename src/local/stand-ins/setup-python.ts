import { readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { satisfies, validRange } from "@renovatebot/pep440";
import semver from "semver";
import { parse } from "smol-toml";
import { escapes } from "../../core/workflow/index.ts";
import { harmless, isSet, notDone, type StandIn, type StandInContext } from "./stand-in.ts";

interface Found {
  readonly path: string;
  readonly version: string;
}

const NAMES = ["python3", "python", ...[15, 14, 13, 12, 11, 10, 9, 8].map((minor) => `python3.${minor}`)];

/** `requires-python` of a pyproject.toml. */
function requiresPython(text: string): string | undefined {
  try {
    const { project } = parse(text);
    const found = typeof project === "object" && "requires-python" in project ? project["requires-python"] : undefined;
    return typeof found === "string" ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Versions that are asked for, one a line; `.python-version` when nothing is said. A text is a fault. */
async function wishesOf({ inputs, workspace }: StandInContext): Promise<readonly string[] | string> {
  const given = inputs["python-version"] ?? "";
  const file = inputs["python-version-file"] ?? "";
  const name = file === "" ? ".python-version" : file;
  const text =
    given !== ""
      ? given
      : escapes(name)
        ? undefined
        : await readFile(join(workspace, name), "utf8").catch(() => undefined);
  if (text === undefined) return file === "" ? [] : `The specified python version file at: ${file} doesn't exist.`;
  if (given === "" && name.endsWith("pyproject.toml")) {
    const wish = requiresPython(text);
    return wish === undefined ? `${name} has no requires-python.` : [wish];
  }
  if (given === "" && !name.endsWith(".python-version")) {
    return `turnpike run reads Python versions of .python-version and pyproject.toml, not of ${name}.`;
  }
  return text
    .split("\n")
    .map((line) => line.replace(/#.*$/, "").trim())
    .filter((line) => line !== "");
}

async function ask(context: StandInContext, path: string): Promise<Found | undefined> {
  const script = "import platform; print(platform.python_implementation(), platform.python_version())";
  const command = { file: path, args: ["-I", "-c", script], cwd: context.temp, env: context.env };
  const { stdout } = await context.shared.processes.capture(command, { timeoutMs: 15_000 });
  const version = /^CPython (\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  return version === undefined ? undefined : { path, version };
}

/** All Pythons of PATH, and what uv has when there is one. */
async function candidates(context: StandInContext, range: string): Promise<readonly Found[]> {
  const { processes } = context.shared;
  const paths = new Set<string>();
  for (const name of NAMES) {
    const path = await processes.which(name, context.env);
    if (path !== undefined) paths.add(await realpath(path));
  }
  const uv = await processes.which("uv", context.env);
  if (uv !== undefined) {
    const args = ["python", "find", "--offline", "--no-project", "--system", range];
    const { stdout } = await processes.capture(
      { file: uv, args, cwd: context.temp, env: context.env },
      { timeoutMs: 15_000 },
    );
    if (stdout.trim() !== "") paths.add(stdout.trim());
  }
  const found = await Promise.all([...paths].map((path) => ask(context, path)));
  return found.filter((one) => one !== undefined).sort((a, b) => semver.rcompare(a.version, b.version));
}

/** actions/setup-python with a Python that is here. The job gets an environment of its own of it, with pip. */
export const setupPython: StandIn = {
  repository: "actions/setup-python",
  inputs: {
    ...harmless(
      "python-version",
      "python-version-file",
      "cache",
      "architecture",
      "check-latest",
      "token",
      "cache-dependency-path",
      "allow-prereleases",
      "freethreaded",
      "pip-version",
    ),
    "update-environment": "true",
  },
  async run(context) {
    const asked = notDone(context, "actions/setup-python", { freethreaded: ["false"], "pip-version": [] });
    if (asked !== undefined) return asked;
    const wishes = await wishesOf(context);
    if (typeof wishes === "string") return wishes;
    if (wishes.length > 1) return "turnpike run sets up one Python a job; actions/setup-python asks for several.";
    const wish = wishes[0] ?? "";
    if (!isRange(wish)) {
      return `turnpike run has CPython alone, by a range of versions; "${wish}" is none.`;
    }
    const here = await candidates(context, wish === "" ? "3" : wish);
    const fitting = here.find(({ version }) => fits(version, wish));
    if (fitting === undefined) {
      const list = here.map(({ path, version }) => `${version} (${path})`).join(", ") || "none";
      return `actions/setup-python asks for Python ${wish}, and here are: ${list}. Install it (uv python install ${wish}), or run this job on GitHub.`;
    }
    return await makeEnvironment(context, fitting);
  },
};

/** Ranges are semver's in the input, and PEP 440's in pyproject.toml. */
function isRange(wish: string): boolean {
  return wish === "" || semver.validRange(wish) !== null || validRange(wish);
}

function fits(version: string, wish: string): boolean {
  if (semver.validRange(wish) !== null) return semver.satisfies(version, wish);
  return satisfies(version, wish);
}

/** The real action puts an own Python in front, whose packages the job may change. A virtual environment is that here. */
async function makeEnvironment(context: StandInContext, python: Found): Promise<string | undefined> {
  const folder = join(context.temp, `python-${python.version}`);
  const command = { file: python.path, args: ["-m", "venv", folder], cwd: context.temp, env: context.env };
  const { end, stdout, stderr } = await context.shared.processes.capture(command, { timeoutMs: 120_000 });
  if (end.kind !== "exited" || end.code !== 0) {
    const said = (stderr.trim() || stdout.trim()).split("\n")[0] ?? "";
    return `${python.path} could not make an environment: ${said}`;
  }
  context.print(`Python ${python.version} at ${python.path}, in an environment of this job; no package cache is kept`);
  const bin = join(folder, "bin");
  context.setOutput("python-version", python.version);
  context.setOutput("python-path", join(bin, "python"));
  context.setOutput("cache-hit", "false");
  if (!isSet(context.inputs, "update-environment")) return undefined;
  context.addPath(bin);
  for (const name of ["pythonLocation", "Python_ROOT_DIR", "Python2_ROOT_DIR", "Python3_ROOT_DIR"]) {
    context.setEnv(name, folder);
  }
  return undefined;
}
