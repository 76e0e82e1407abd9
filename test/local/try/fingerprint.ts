import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/**
 * Everything that there is to know of a folder: names, kinds, modes, inodes, times, contents; `.git` and ignored files
 * included. Access times are left out, because reading changes them.
 *
 * @param folder absolute
 * @returns one line an entry
 */
export function fingerprint(folder: string): readonly string[] {
  const lines: string[] = [];
  const visit = (path: string, name: string): void => {
    const info = lstatSync(path, { bigint: true });
    const facts = [info.mode, info.ino, info.size, info.mtimeNs, info.ctimeNs].join(" ");
    const content = info.isSymbolicLink()
      ? readlinkSync(path)
      : info.isFile()
        ? createHash("sha256").update(readFileSync(path)).digest("hex")
        : "";
    lines.push(`${name} ${facts} ${content}`);
    if (!info.isDirectory()) return;
    for (const entry of readdirSync(path).sort()) visit(join(path, entry), `${name}/${entry}`);
  };
  visit(folder, ".");
  return lines;
}
