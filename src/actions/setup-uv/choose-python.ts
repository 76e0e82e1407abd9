import { dirname, join, relative } from "node:path/posix";
import {
  bestPython,
  childEnvironment,
  classifySync,
  type PythonRequest,
  readPythonVersionFile,
  readRequiresPython,
} from "../../core/uv/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { CapturedResult } from "../../ports/processes.ts";
import type { SetupPorts } from "./setup-ports.ts";

const QUESTION_MS = 60_000;
const INSTALL_MS = 10 * 60_000;
const NO_DOWNLOADS = new Set(["never", "false", "0", "manual"]);

/** A Python to use. */
export interface ChosenPython {
  /** `3.13.1`. */
  readonly version: string;
  readonly path: string;
  /** True when uv would not find it by itself and must be told. */
  readonly mustBeTold: boolean;
  /** Who asked for it and where it was found, for people. */
  readonly source: string;
}

/** For which project. */
export interface PythonPlace {
  readonly uv: string;
  /** The input, empty for none. */
  readonly input: string | undefined;
  /** Absolute folder of the project. */
  readonly root: string;
}

async function pinned(ports: SetupPorts, root: string): Promise<PythonRequest | undefined> {
  const { workspace } = ports.context;
  for (let folder = root; folder.startsWith(workspace); folder = dirname(folder)) {
    const file = join(folder, ".python-version");
    const text = readPythonVersionFile((await ports.files.readText(file)) ?? "");
    if (text !== undefined) return { text, source: relative(workspace, file) };
    if (folder === workspace || folder === dirname(folder)) break;
  }
  return undefined;
}

/** Who asks for which Python. uv reads the project's files itself; we read them to say why, and for Pythons that uv cannot see. */
async function readRequest(ports: SetupPorts, place: PythonPlace): Promise<PythonRequest | undefined> {
  if (place.input !== undefined) return { text: place.input, source: "the input python-version" };
  const variable = ports.env["UV_PYTHON"];
  // `uv python find` does not look at the variable, so it is passed on as an argument.
  if (variable !== undefined && variable !== "") return { text: variable, source: "UV_PYTHON" };
  const file = await pinned(ports, place.root);
  if (file !== undefined) return file;
  const project = join(place.root, "pyproject.toml");
  const text = await ports.files.readText(project);
  if (text === undefined) return undefined;
  const path = relative(ports.context.workspace, project);
  const requires = readRequiresPython({ path, text });
  return requires === undefined ? undefined : { text: requires, source: `requires-python of ${path}` };
}

function capture(ports: SetupPorts, file: string, args: readonly string[], options: { cwd: string; ms: number }) {
  const env = childEnvironment(ports.env, { UV_NO_PROGRESS: "1", NO_COLOR: "1" });
  return ports.processes.capture({ file, args, cwd: options.cwd, env }, { timeoutMs: options.ms });
}

function isDone(result: CapturedResult): boolean {
  return result.end.kind === "exited" && result.end.code === 0;
}

async function versionOf(ports: SetupPorts, path: string): Promise<string | undefined> {
  const program = "import platform; print(platform.python_version())";
  const result = await capture(ports, path, ["-I", "-c", program], { cwd: ports.context.workspace, ms: QUESTION_MS });
  return isDone(result) ? result.stdout.trim() : undefined;
}

async function find(
  ports: SetupPorts,
  place: PythonPlace,
  asked: readonly string[],
): Promise<{ path: string; version: string } | { said: string }> {
  const args = ["python", "find", "--system", "--no-python-downloads", "--", ...asked];
  const result = await capture(ports, place.uv, args, { cwd: place.root, ms: QUESTION_MS });
  const path = result.stdout.trim();
  const version = isDone(result) && path !== "" ? await versionOf(ports, path) : undefined;
  if (version === undefined) return { said: classifySync(1, result.stderr).said };
  return { path, version };
}

function notToBeHad(request: PythonRequest | undefined, said: string): TurnpikeError {
  const what = request === undefined ? "A Python" : `Python ${request.text} (${request.source})`;
  return new TurnpikeError("UV_PYTHON", "user", `${what} is not to be had; nothing was installed. uv says: ${said}`, {
    hint: [
      "Do one of these:",
      "  install it before this step (actions/setup-python, or the system's packages);",
      "  ask for one that is there: `uv python list --only-installed` prints them;",
      "  name a mirror that uv can download from: UV_PYTHON_INSTALL_MIRROR.",
    ].join("\n"),
    doc: "docs/setup-uv.md",
  });
}

/**
 * Finds the Python of a project as uv would, then among those that uv cannot see, else lets uv install it.
 *
 * @param ports the world
 * @param place the project
 * @returns the interpreter
 * @throws TurnpikeError `UV_PYTHON` with what uv said
 */
export async function choosePython(ports: SetupPorts, place: PythonPlace): Promise<ChosenPython> {
  const request = await readRequest(ports, place);
  const isExplicit = request !== undefined && ["the input python-version", "UV_PYTHON"].includes(request.source);
  const asked = isExplicit ? [request.text] : [];
  const source = request === undefined ? "nobody asks for a version" : `${request.text} from ${request.source}`;
  const found = await find(ports, place, asked);
  if ("path" in found) return { ...found, mustBeTold: isExplicit, source: `${source}; found by uv` };
  if (request === undefined) throw notToBeHad(request, found.said);

  const pythons = ports.machine.pythons;
  const version = bestPython(
    pythons.map((python) => python.version),
    request.text,
  );
  const stored = pythons.find((python) => python.version === version);
  if (stored !== undefined)
    return { ...stored, mustBeTold: true, source: `${source}; found among the machine's tools` };

  if (NO_DOWNLOADS.has(ports.env["UV_PYTHON_DOWNLOADS"] ?? "")) throw notToBeHad(request, found.said);
  ports.log.info(`Python ${request.text} is not here; uv installs it …`);
  const result = await capture(ports, place.uv, ["python", "install", "--", request.text], {
    cwd: place.root,
    ms: INSTALL_MS,
  });
  if (!isDone(result)) throw notToBeHad(request, classifySync(1, result.stderr).said);
  const installed = await find(ports, place, [request.text]);
  if (!("path" in installed)) throw notToBeHad(request, installed.said);
  return { ...installed, mustBeTold: true, source: `${source}; installed by uv` };
}
