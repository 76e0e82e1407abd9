import { createHash } from "node:crypto";
import { posix } from "node:path";
import { TurnpikeError } from "../../errors.ts";
import type { FileEntry, Files } from "../../ports/files.ts";

/** A file system in memory, relative paths being below a root. */
export class MemoryFiles implements Files {
  readonly #root: string;
  readonly #files = new Map<string, Uint8Array>();
  readonly #directories = new Set<string>();

  /**
   * @param content text by path
   * @param root absolute folder that relative paths start from
   */
  constructor(content: Readonly<Record<string, string>> = {}, root = "/repo") {
    this.#root = root;
    for (const [path, text] of Object.entries(content)) this.#put(path, new TextEncoder().encode(text));
  }

  absolute(path: string): string {
    return posix.resolve(this.#root, path);
  }

  #put(path: string, bytes: Uint8Array): void {
    const file = this.absolute(path);
    this.#files.set(file, bytes);
    this.#addDirectories(posix.dirname(file));
  }

  #addDirectories(folder: string): void {
    for (let at = folder; !this.#directories.has(at); at = posix.dirname(at)) this.#directories.add(at);
  }

  async readBytes(path: string): Promise<Uint8Array | undefined> {
    const file = this.absolute(path);
    if (this.#directories.has(file)) {
      throw new TurnpikeError("FILE_UNREADABLE", "user", `${file} could not be read (EISDIR).`);
    }
    return this.#files.get(file);
  }

  async readText(path: string): Promise<string | undefined> {
    const bytes = await this.readBytes(path);
    return bytes === undefined ? undefined : new TextDecoder("utf-8").decode(bytes);
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    this.#put(path, typeof content === "string" ? new TextEncoder().encode(content) : content.slice());
  }

  async append(path: string, content: string): Promise<void> {
    await this.write(path, ((await this.readText(path)) ?? "") + content);
  }

  async exists(path: string): Promise<boolean> {
    const file = this.absolute(path);
    return this.#files.has(file) || this.#directories.has(file);
  }

  async size(path: string): Promise<number | undefined> {
    return this.#files.get(this.absolute(path))?.length;
  }

  async list(path: string, skip?: (relativePath: string) => boolean): Promise<readonly FileEntry[]> {
    const root = this.absolute(path);
    const relative = (file: string) => posix.relative(root, file);
    const isBelow = (file: string) => file.startsWith(root === "/" ? "/" : `${root}/`);
    const entries: FileEntry[] = [
      ...[...this.#directories]
        .filter(isBelow)
        .map((file) => ({ path: relative(file), kind: "directory" as const, size: 0 })),
      ...[...this.#files]
        .filter(([file]) => isBelow(file))
        .map(([file, bytes]) => ({ path: relative(file), kind: "file" as const, size: bytes.length })),
    ];
    const skipped = entries.filter((entry) => entry.kind === "directory" && (skip?.(entry.path) ?? false));
    return entries
      .filter((entry) => !skipped.some((folder) => entry.path.startsWith(`${folder.path}/`)))
      .sort((a, b) => compareByParts(a.path, b.path));
  }

  async remove(path: string): Promise<void> {
    const gone = this.absolute(path);
    for (const file of this.#files.keys()) if (file === gone || file.startsWith(`${gone}/`)) this.#files.delete(file);
    for (const folder of this.#directories) {
      if (folder === gone || folder.startsWith(`${gone}/`)) this.#directories.delete(folder);
    }
  }

  async makeDirectory(path: string): Promise<void> {
    this.#addDirectories(this.absolute(path));
  }

  async copy(from: string, to: string): Promise<void> {
    const bytes = await this.readBytes(from);
    if (bytes === undefined) {
      throw new TurnpikeError("FILE_UNWRITABLE", "user", `${this.absolute(to)} could not be written (ENOENT).`);
    }
    await this.write(to, bytes);
  }

  async move(from: string, to: string): Promise<void> {
    const [source, target] = [this.absolute(from), this.absolute(to)];
    const isMoved = (file: string) => file === source || file.startsWith(`${source}/`);
    const files = [...this.#files].filter(([file]) => isMoved(file));
    const folders = [...this.#directories].filter(isMoved);
    if (files.length === 0 && folders.length === 0) {
      throw new TurnpikeError("FILE_UNWRITABLE", "user", `${target} could not be written (ENOENT).`);
    }
    await this.remove(source);
    this.#addDirectories(posix.dirname(target));
    for (const folder of folders) this.#addDirectories(target + folder.slice(source.length));
    for (const [file, bytes] of files) this.#put(target + file.slice(source.length), bytes);
  }

  async *stream(
    path: string,
    range: { readonly start?: number; readonly end?: number } = {},
  ): AsyncGenerator<Uint8Array, void, undefined> {
    const bytes = await this.readBytes(path);
    if (bytes === undefined) {
      throw new TurnpikeError("FILE_UNREADABLE", "user", `${this.absolute(path)} could not be read (ENOENT).`);
    }
    const part = bytes.slice(range.start ?? 0, range.end ?? bytes.length);
    if (part.length > 0) yield part;
  }

  async *streamText(
    path: string,
    range: { readonly start?: number; readonly end?: number } = {},
  ): AsyncGenerator<string, void, undefined> {
    if ((range.end ?? Number.POSITIVE_INFINITY) <= (range.start ?? 0)) return;
    for await (const piece of this.stream(path, range)) yield new TextDecoder("utf-8").decode(piece);
  }

  async sha256(path: string): Promise<string> {
    const bytes = await this.readBytes(path);
    if (bytes === undefined) {
      throw new TurnpikeError("FILE_UNREADABLE", "user", `${this.absolute(path)} could not be read (ENOENT).`);
    }
    return createHash("sha256").update(bytes).digest("hex");
  }
}

/** Depth first: `a`, `a/b`, `a.txt`. */
function compareByParts(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const [one = "", other = ""] = [left[at], right[at]];
    if (one !== other) return one < other ? -1 : 1;
  }
  return left.length - right.length;
}
