import { dirname, join } from "node:path";
import type { Log } from "../../ports/log.ts";
import { messageOf } from "../executor/message-of.ts";
import { harmless, notDone, type StandIn, type StandInContext } from "./stand-in.ts";

function logOf(context: StandInContext): Log {
  return {
    info: (message) => context.print(message),
    debug: () => undefined,
    notice: (message) => context.print(message),
    warning: (message) => context.report("warning", message),
    error: (message) => context.report("error", message),
    group: (_title, work) => work(),
    mask: (secret) => context.shared.masker.add(secret),
  };
}

/** astral-sh/setup-uv with the uv that this project's own set-up would take: from PATH, the tool folder, or fetched. */
export const setupUv: StandIn = {
  repository: "astral-sh/setup-uv",
  inputs: {
    ...harmless(
      "version",
      "version-file",
      "python-version",
      "activate-environment",
      "venv-path",
      "no-project",
      "working-directory",
      "checksum",
      "github-token",
      "enable-cache",
      "cache-dependency-glob",
      "restore-cache",
      "save-cache",
      "cache-suffix",
      "cache-local-path",
      "prune-cache",
      "cache-python",
      "ignore-nothing-to-cache",
      "ignore-empty-workdir",
      "tool-dir",
      "tool-bin-dir",
      "manifest-file",
      "download-from-astral-mirror",
      "add-problem-matchers",
      "quiet",
      "resolution-strategy",
    ),
  },
  async run(context) {
    const asked = notDone(context, "astral-sh/setup-uv", {
      "version-file": [],
      "activate-environment": ["false"],
      checksum: [],
      "manifest-file": [],
      "resolution-strategy": ["highest"],
    });
    if (asked !== undefined) return asked;
    const { inputs, shared } = context;
    const [{ acquireUv }, { NodeFiles }, { nodeHttp }] = await Promise.all([
      import("../../adapters/uv/acquire.ts"),
      import("../../adapters/node/files.ts"),
      import("../../adapters/node/http.ts"),
    ]);
    try {
      const wanted = inputs["version"] ?? "";
      const uv = await acquireUv({
        into: shared.toolCache,
        env: context.env,
        processes: shared.processes,
        files: new NodeFiles(context.temp),
        http: nodeHttp,
        log: logOf(context),
        ...(wanted === "" || wanted === "latest-known" ? {} : { version: wanted }),
      });
      context.print(`uv ${uv.version} at ${uv.path} (${uv.trust}); no package cache is kept`);
      context.addPath(dirname(uv.path));
      context.setOutput("uv-version", uv.version);
      context.setOutput("uv-path", uv.path);
      context.setOutput("uvx-path", join(dirname(uv.path), "uvx"));
      context.setOutput("cache-hit", "false");
    } catch (error) {
      return messageOf(error);
    }
    const variables = { "python-version": "UV_PYTHON", "tool-dir": "UV_TOOL_DIR", "tool-bin-dir": "UV_TOOL_BIN_DIR" };
    for (const [input, variable] of Object.entries(variables)) {
      const value = inputs[input] ?? "";
      if (value !== "") context.setEnv(variable, value);
    }
    return undefined;
  },
};
