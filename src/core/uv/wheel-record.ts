/** One line of a wheel's RECORD that has a SHA-256. */
export interface RecordedFile {
  readonly path: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

function toHex(base64url: string): string | undefined {
  if (!/^[A-Za-z0-9_-]{43}=?$/.test(base64url)) return undefined;
  const bytes = atob(`${base64url.replace(/=$/, "").replaceAll("-", "+").replaceAll("_", "/")}=`);
  return [...bytes].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}

/**
 * Reads `RECORD` of a wheel: `path,sha256=<urlsafe base64>,size` (binary distribution format, signed wheel files).
 * Names with quotes are not read: uv's wheels have none.
 *
 * @param text the file
 * @returns files with a hash, by path; the last of a path that stands twice is dropped with the first
 */
export function parseRecord(text: string): ReadonlyMap<string, RecordedFile> {
  const files = new Map<string, RecordedFile>();
  const twice = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    const [path, hash] = line.split(",");
    if (path === undefined || path === "" || hash === undefined || !hash.startsWith("sha256=")) continue;
    const sha256 = toHex(hash.slice("sha256=".length));
    if (sha256 === undefined) continue;
    if (files.has(path)) twice.add(path);
    files.set(path, { path, sha256 });
  }
  for (const path of twice) files.delete(path);
  return files;
}
