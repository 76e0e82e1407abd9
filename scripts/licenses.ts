import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** Packages whose published files name no licence; each was looked up in the author's repository. */
const LOOKED_UP: Readonly<Record<string, string>> = { "buffers@0.1.1": "MIT/X11" };

function licenseTexts(folder: string): string {
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name));
  return names
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8").trim())
    .join("\n\n");
}

/**
 * The licence texts of everything that is bundled.
 *
 * @param folders absolute package folders
 * @param root the project's root, which is left out of the text
 * @returns one text, sorted by name and version
 * @throws Error when a package names no licence at all
 */
export function collectLicenses(folders: readonly string[], root: string): string {
  const entries = folders.map((folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
    const text = licenseTexts(folder);
    const key = `${manifest.name}@${manifest.version}`;
    const license = manifest.license ?? LOOKED_UP[key];
    if (license === undefined && text === "") {
      throw new Error(`${folder.replace(root + sep, "")} names no licence; it cannot be bundled.`);
    }
    return { key, license: license ?? "see below", text };
  });
  const unique = [...new Map(entries.map((entry) => [entry.key, entry])).values()];
  unique.sort((a, b) => (a.key < b.key ? -1 : 1));
  return `${unique.map(({ key, license, text }) => `${key}\n${license}\n\n${text}`).join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}
