import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import semver from "semver";
import { escapes } from "../../core/workflow/index.ts";
import { harmless, notDone, type StandIn, type StandInContext } from "./stand-in.ts";

interface Found {
  readonly path: string;
  /** Without `v`. */
  readonly version: string;
}

/** The version that is asked for; empty when none is. A text in brackets is a fault. */
async function wishOf({
  inputs,
  workspace,
}: StandInContext): Promise<{ readonly wish: string } | { readonly fault: string }> {
  if ((inputs["node-version"] ?? "") !== "") return { wish: inputs["node-version"] ?? "" };
  const file = inputs["node-version-file"] ?? "";
  if (file === "") return { wish: "" };
  const text = escapes(file) ? undefined : await readFile(join(workspace, file), "utf8").catch(() => undefined);
  if (text === undefined)
    return { fault: `The specified node version file at: ${join(workspace, file)} does not exist` };
  if (!file.endsWith("package.json")) return { wish: text.trim() };
  try {
    const manifest = JSON.parse(text) as { volta?: { node?: string }; engines?: { node?: string } };
    return { wish: manifest.volta?.node ?? manifest.engines?.node ?? "" };
  } catch {
    return { fault: `${file} is no JSON.` };
  }
}

/** A version specification as a range; undefined for names that are about what is newest. */
function toRange(wish: string): string | undefined {
  const text = wish.trim().replace(/^v(?=\d)/, "");
  if (text === "" || /^(lts\/|latest$|current$|node$)/.test(text)) return undefined;
  return semver.validRange(text) === null ? "" : text;
}

async function candidates(context: StandInContext): Promise<readonly Found[]> {
  const onPath = await context.shared.processes.which("node", context.env);
  const found: Found[] = [];
  for (const path of new Set([...(onPath === undefined ? [] : [onPath]), process.execPath])) {
    const command = { file: path, args: ["--version"], cwd: context.temp, env: context.env };
    const { stdout } = await context.shared.processes.capture(command, { timeoutMs: 15_000 });
    const version = semver.valid(stdout.trim());
    if (version !== null) found.push({ path, version });
  }
  return found;
}

/** actions/setup-node with a Node that is here: on PATH, or the one that runs this program. */
export const setupNode: StandIn = {
  repository: "actions/setup-node",
  inputs: harmless(
    "node-version",
    "node-version-file",
    "architecture",
    "check-latest",
    "registry-url",
    "scope",
    "token",
    "cache",
    "package-manager-cache",
    "cache-dependency-path",
    "mirror",
    "mirror-token",
    "always-auth",
  ),
  async run(context) {
    const asked = notDone(context, "actions/setup-node", { "registry-url": [], scope: [] });
    if (asked !== undefined) return asked;
    const read = await wishOf(context);
    if ("fault" in read) return read.fault;
    const { wish } = read;
    const range = toRange(wish);
    if (range === "") return `"${wish}" is no version of Node.`;
    const here = await candidates(context);
    const fitting = here.find(({ version }) => range === undefined || semver.satisfies(version, range));
    if (fitting === undefined) {
      const list = here.map(({ path, version }) => `${version} (${path})`).join(", ");
      return `actions/setup-node asks for Node ${wish}, and here are: ${list}. Put it first on PATH, or run this job on GitHub.`;
    }
    const why = range === undefined && wish !== "" ? `, taken for ${wish}` : "";
    context.print(
      `Node ${fitting.version} at ${fitting.path}${why}; nothing is downloaded, and no package cache is kept`,
    );
    context.addPath(dirname(fitting.path));
    context.setOutput("node-version", `v${fitting.version}`);
    context.setOutput("cache-hit", "false");
    return undefined;
  },
};
