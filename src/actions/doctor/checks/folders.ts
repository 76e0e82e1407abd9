import { shellWord } from "../../../contract/index.ts";
import { type Finding, found } from "../../../core/doctor/index.ts";
import { type Check, type Scene, wantsUv } from "../scene.ts";

/** Where something is written, and whether a run fails without. */
function foldersOf(scene: Scene): Scene["written"] {
  return [
    { folder: scene.temp, what: "reports and copies are written there", isNeeded: true },
    { folder: scene.top, what: "the newest run is kept in its `.turnpike`", isNeeded: true },
    ...scene.written.filter(({ folder }) => wantsUv(scene) || !/[\\/]uv$/.test(folder)),
  ];
}

/** Folders that a run writes to. */
export const foldersCheck: Check = {
  id: "folders",
  section: "machine",
  async examine(scene) {
    const all = foldersOf(scene);
    const can = await Promise.all(all.map(({ folder }) => scene.disk.canWrite(folder)));
    const findings = all.flatMap(({ folder, what, isNeeded }, index): readonly Finding[] => {
      if (can[index] === true) return [];
      return [
        {
          severity: isNeeded ? "error" : "warning",
          message: `${folder} cannot be written to`,
          where: null,
          why: `${what}${isNeeded ? "" : "; without it runs are slower and forget"}.`,
          mend: `ls -ld ${shellWord(folder)}; df ${shellWord(folder)}   # whose it is, and whether its disk is read-only`,
        },
      ];
    });
    return found(findings, "folders can be written to");
  },
};
