import { dirname, join, relative } from "node:path/posix";
import {
  anyVersion,
  combine,
  hasUvSettings,
  type ProjectFile,
  parseVersionRequest,
  readRequiredVersion,
  type VersionRequest,
} from "../../core/uv/index.ts";
import { type Problem, TurnpikeError } from "../../errors.ts";
import type { Files } from "../../ports/files.ts";

/** Where the answer is looked for. */
export interface VersionPlace {
  readonly files: Files;
  /** Absolute top of the checkout; nothing above it is read. */
  readonly workspace: string;
  /** Absolute folder of the project. */
  readonly root: string;
}

function upwards(from: string, to: string): readonly string[] {
  const folders = [from];
  for (let folder = from; folder !== to && folder.startsWith(`${to}/`); ) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders;
}

/** The settings file that uv would take: the nearest folder with a uv.toml, or a pyproject.toml that speaks of uv. */
async function settingsFile({ files, workspace, root }: VersionPlace): Promise<ProjectFile | undefined> {
  for (const folder of upwards(root, workspace)) {
    for (const name of ["uv.toml", "pyproject.toml"]) {
      const text = await files.readText(join(folder, name));
      if (text === undefined) continue;
      const file = { path: relative(workspace, join(folder, name)), text };
      if (name === "uv.toml" || hasUvSettings(file)) return file;
    }
  }
  return undefined;
}

function wrong(problem: Problem, isInput: boolean): TurnpikeError {
  const code = isInput ? "INPUT_INVALID" : "CONFIG_INVALID";
  return new TurnpikeError(code, "config", "Which uv to use is not clear; nothing was installed.", {
    problems: [problem],
  });
}

/**
 * Which uv is wanted: the input, joined with the project's `required-version`, because uv refuses to work against it.
 *
 * @param input the input `version`, empty for none
 * @param place where the project is
 * @returns the request, with who says so
 * @throws TurnpikeError `INPUT_INVALID`, `CONFIG_INVALID` or `CONFIG_UNREADABLE`
 */
export async function chooseVersion(input: string | undefined, place: VersionPlace): Promise<VersionRequest> {
  const wish = parseVersionRequest(input ?? "", "the input version");
  if (!wish.ok) throw wrong({ where: "version", message: `"${input}" ${wish.why}` }, true);
  const file = await settingsFile(place);
  const text = file === undefined ? undefined : readRequiredVersion(file);
  if (file === undefined || text === undefined) {
    return wish.request.kind === "any" ? anyVersion("nobody in particular") : wish.request;
  }
  const required = parseVersionRequest(text, `required-version of ${file.path}`, "exact");
  if (!required.ok) throw wrong({ where: file.path, message: `required-version "${text}" ${required.why}` }, false);
  const both = combine(wish.request, required.request);
  if (!both.ok) throw wrong({ where: "version", message: both.why }, true);
  return both.request;
}
