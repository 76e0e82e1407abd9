import { type Finding, found, NOT_APPLICABLE, versionSourceOf } from "../../../core/doctor/index.ts";
import type { Check } from "../scene.ts";

/** History and tags that a version is made from. */
export const historyCheck: Check = {
  id: "history",
  section: "repository",
  async examine({ isRepository, files, git, top }) {
    if (!isRepository) return NOT_APPLICABLE;
    const text = await files.readText("pyproject.toml");
    const source = text === undefined ? undefined : versionSourceOf(text, "pyproject.toml");
    if (source === undefined) return NOT_APPLICABLE;
    const { tool, file, line } = source;
    const finding = { severity: "warning" as const, where: { file, line } };
    const why = `${tool} makes the version from tags, so what is built here gets a wrong one, or none. The road itself checks out everything.`;
    const [isShallow, tags] = await Promise.all([git.isShallow(top), git.newestTags(top, 1)]);
    if (isShallow) {
      const message = "this clone is shallow: its history is cut off";
      return found([{ ...finding, message, why, mend: "git fetch --unshallow --tags" }], "");
    }
    const none: Finding = {
      ...finding,
      message: "this clone has no tags",
      why,
      mend: "git fetch --tags   # none there either: git tag v0.1.0",
    };
    return found(tags.length === 0 ? [none] : [], `whole history with tags, for ${tool}`);
  },
};
