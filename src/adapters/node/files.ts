import { createHash, randomUUID } from "node:crypto";
import { constants, createReadStream, type Stats } from "node:fs";
import {
  appendFile,
  copyFile,
  type FileHandle,
  lstat,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { StringDecoder } from "node:string_decoder";
import { TurnpikeError } from "../../errors.ts";
import type { FileEntry, Files } from "../../ports/files.ts";

const STREAM_BYTES = 256 * 1024;
/** A text of this length is ordinary garbage to V8; one of twice the length has pages of its own. */
const TEXT_BYTES = 64 * 1024;

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ENOENT" || code === "ENOTDIR";
}

function unreadable(path: string, cause: unknown): TurnpikeError {
  const reason = (cause as NodeJS.ErrnoException).code ?? "unknown";
  return new TurnpikeError("FILE_UNREADABLE", "user", `${path} could not be read (${reason}).`, { cause });
}

function unwritable(path: string, cause: unknown): TurnpikeError {
  const reason = (cause as NodeJS.ErrnoException).code ?? "unknown";
  if (reason === "ENOSPC" || reason === "EDQUOT") {
    const message = `${path} could not be written: no space is left on the disk.`;
    return new TurnpikeError("FILE_UNWRITABLE", "service", message, { cause });
  }
  return new TurnpikeError("FILE_UNWRITABLE", "user", `${path} could not be written (${reason}).`, { cause });
}

/** A pipe or a device may never end; what opens one must not wait for somebody who writes. */
async function openFile(path: string): Promise<FileHandle> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const info = await handle.stat();
  if (info.isFile()) return handle;
  await handle.close();
  throw Object.assign(new Error("it is no file"), { code: info.isDirectory() ? "EISDIR" : "ENOTSUP" });
}

function kindOf(info: Stats): FileEntry["kind"] {
  if (info.isSymbolicLink()) return "symlink";
  if (info.isDirectory()) return "directory";
  return info.isFile() ? "file" : "other";
}

/** The file system, relative paths being below a root. */
export class NodeFiles implements Files {
  readonly #root: string;

  /** @param root absolute folder that relative paths start from */
  constructor(root: string) {
    this.#root = root;
  }

  absolute(path: string): string {
    return resolve(this.#root, path);
  }

  async readBytes(path: string): Promise<Uint8Array | undefined> {
    const file = this.absolute(path);
    let handle: FileHandle | undefined;
    try {
      handle = await openFile(file);
      return await handle.readFile();
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw unreadable(file, error);
    } finally {
      await handle?.close();
    }
  }

  async readText(path: string): Promise<string | undefined> {
    const bytes = await this.readBytes(path);
    return bytes === undefined ? undefined : new TextDecoder("utf-8").decode(bytes);
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    const file = this.absolute(path);
    const temporary = `${file}.${randomUUID()}.tmp`;
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(temporary, content);
      await rename(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw unwritable(file, error);
    }
  }

  async append(path: string, content: string): Promise<void> {
    const file = this.absolute(path);
    try {
      await mkdir(dirname(file), { recursive: true });
      await appendFile(file, content);
    } catch (error) {
      throw unwritable(file, error);
    }
  }

  async exists(path: string): Promise<boolean> {
    try {
      await lstat(this.absolute(path));
      return true;
    } catch {
      return false;
    }
  }

  async size(path: string): Promise<number | undefined> {
    try {
      return (await stat(this.absolute(path))).size;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw unreadable(path, error);
    }
  }

  async list(path: string, skip?: (relativePath: string) => boolean): Promise<readonly FileEntry[]> {
    const root = this.absolute(path);
    const entries: FileEntry[] = [];
    const walk = async (relative: string): Promise<void> => {
      const names = await readdir(join(root, relative)).catch((error: unknown) => {
        if (isMissing(error)) return [] as string[];
        throw unreadable(join(root, relative), error);
      });
      for (const name of names.sort((a, b) => (a < b ? -1 : 1))) {
        const child = relative === "" ? name : `${relative}/${name}`;
        const info = await lstat(join(root, child)).catch(() => undefined);
        if (info === undefined) continue;
        const kind = kindOf(info);
        entries.push({ path: child, kind, size: kind === "file" ? info.size : 0 });
        if (kind === "directory" && !(skip?.(child) ?? false)) await walk(child);
      }
    };
    await walk("");
    return entries;
  }

  async remove(path: string): Promise<void> {
    try {
      await rm(this.absolute(path), { recursive: true, force: true });
    } catch (error) {
      throw unwritable(this.absolute(path), error);
    }
  }

  async makeDirectory(path: string): Promise<void> {
    try {
      await mkdir(this.absolute(path), { recursive: true });
    } catch (error) {
      throw unwritable(this.absolute(path), error);
    }
  }

  async copy(from: string, to: string): Promise<void> {
    try {
      await mkdir(dirname(this.absolute(to)), { recursive: true });
      await copyFile(this.absolute(from), this.absolute(to));
    } catch (error) {
      throw unwritable(this.absolute(to), error);
    }
  }

  async move(from: string, to: string): Promise<void> {
    try {
      await mkdir(dirname(this.absolute(to)), { recursive: true });
      await rename(this.absolute(from), this.absolute(to));
    } catch (error) {
      throw unwritable(this.absolute(to), error);
    }
  }

  async *stream(
    path: string,
    range: { readonly start?: number; readonly end?: number } = {},
  ): AsyncGenerator<Uint8Array, void, undefined> {
    const file = this.absolute(path);
    const { start = 0, end } = range;
    if (end !== undefined && end <= start) return;
    try {
      const last = end === undefined ? {} : { end: end - 1 };
      yield* createReadStream(file, { start, ...last, highWaterMark: STREAM_BYTES }) as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw unreadable(file, error);
    }
  }

  async *streamText(
    path: string,
    range: { readonly start?: number; readonly end?: number } = {},
  ): AsyncGenerator<string, void, undefined> {
    const file = this.absolute(path);
    const { start = 0, end = Number.POSITIVE_INFINITY } = range;
    if (end <= start) return;
    const decoder = new StringDecoder("utf8");
    // One buffer for all pieces: nothing that was read is garbage before it is text.
    const buffer = Buffer.allocUnsafe(TEXT_BYTES);
    let handle: FileHandle | undefined;
    try {
      handle = await openFile(file);
      for (let at = start; at < end; ) {
        const { bytesRead } = await handle.read(buffer, 0, Math.min(TEXT_BYTES, end - at), at);
        if (bytesRead === 0) break;
        const text = decoder.write(buffer.subarray(0, bytesRead));
        yield at === start ? text.replace(/^\ufeff/, "") : text;
        at += bytesRead;
      }
      yield decoder.end();
    } catch (error) {
      throw unreadable(file, error);
    } finally {
      await handle?.close();
    }
  }

  async sha256(path: string): Promise<string> {
    const file = this.absolute(path);
    const hash = createHash("sha256");
    try {
      await pipeline(createReadStream(file), hash);
    } catch (error) {
      throw unreadable(file, error);
    }
    return hash.digest("hex");
  }
}
