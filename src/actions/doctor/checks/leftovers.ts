import { shellLine, shellWord } from "../../../contract/index.ts";
import { type Finding, found } from "../../../core/doctor/index.ts";
import { countOf } from "../../../core/summary/index.ts";
import { type Check, isGood, type Scene } from "../scene.ts";

/** No run takes this long, in ms. */
const OLD_MS = 24 * 60 * 60 * 1000;

/** Folders of `turnpike run` and of downloads (`mkdtemp`), and of `turnpike gates`. */
const OURS = /^turnpike-(?:uv-)?[A-Za-z0-9]{6}$|^tpk-(?:(?:try-)?[A-Za-z0-9]{6}|[0-9a-f]{8})$/;

async function oldFolders(scene: Scene): Promise<readonly string[]> {
  const entries = await scene.files.list(scene.temp, () => true);
  const ours = entries
    .filter(({ path, kind }) => kind === "directory" && OURS.test(path))
    .map(({ path }) => `${scene.temp}/${path}`);
  const ages = await Promise.all(ours.map((path) => scene.disk.changedAt(path)));
  const now = scene.clock.now().getTime();
  return ours.filter((_, index) => now - (ages[index]?.getTime() ?? now) > OLD_MS);
}

async function kept(scene: Scene): Promise<readonly Finding[]> {
  if (!scene.isRepository) return [];
  const tracked = await scene.askGit("ls-files", "-z", "--", ".turnpike");
  const note = { where: { file: ".turnpike", line: null }, why: "it holds what runs on this machine leave behind." };
  if (isGood(tracked) && tracked.stdout !== "") {
    const mend = "git rm -r --cached --quiet .turnpike && echo .turnpike/ >> .gitignore";
    return [{ ...note, severity: "warning", message: ".turnpike is committed", mend }];
  }
  if (!(await scene.files.exists(".turnpike")) || isGood(await scene.askGit("check-ignore", "-q", ".turnpike/run")))
    return [];
  return [{ ...note, severity: "note", message: ".turnpike is not ignored", mend: "echo .turnpike/ >> .gitignore" }];
}

/** What runs left behind that were killed, and what they leave on purpose. */
export const leftoversCheck: Check = {
  id: "leftovers",
  section: "repository",
  async examine(scene) {
    const folders = await oldFolders(scene);
    const temporary = [...scene.names].filter((name) =>
      /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/.test(name),
    );
    const old: readonly Finding[] =
      folders.length === 0
        ? []
        : [
            {
              severity: "note",
              message: `${countOf(folders.length, "folder")} of runs that were killed`,
              where: null,
              why: "they take room, and nothing needs them.",
              mend: `rm -r ${shellLine(folders)}`,
            },
          ];
    const halves = temporary.map(
      (file): Finding => ({
        severity: "note",
        message: "the file was not finished",
        where: { file, line: null },
        why: "writing it was interrupted; the file that it was for is as it was.",
        mend: `rm ${shellWord(file)}`,
      }),
    );
    return found([...(await kept(scene)), ...old, ...halves], "nothing is left over");
  },
};
