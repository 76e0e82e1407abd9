/** One entry of a listing. */
export interface FileEntry {
  /** Relative to the folder that was listed, with `/`. */
  readonly path: string;
  /** `other`: sockets, pipes, devices, of which nothing can be read like a file. */
  readonly kind: "file" | "directory" | "symlink" | "other";
  /** Bytes; 0 for what is not a file. */
  readonly size: number;
}

/** The file system. Paths are absolute, or relative to the root that the implementation was made with. */
export interface Files {
  /** @returns the text (UTF-8, a BOM removed), or undefined when there is no such file. Throws TurnpikeError `FILE_UNREADABLE` otherwise. */
  readText(path: string): Promise<string | undefined>;
  readBytes(path: string): Promise<Uint8Array | undefined>;
  /** Writes whole or not at all (a temporary file beside it, then a rename). Makes the folders above it. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** Appends; makes the file when there is none. */
  append(path: string, content: string): Promise<void>;
  exists(path: string): Promise<boolean>;
  /** Bytes, or undefined when there is no such file. */
  size(path: string): Promise<number | undefined>;
  /** Below `path`, depth first, sorted by path; symbolic links are listed, never followed. `skip` keeps a folder's insides out. */
  list(path: string, skip?: (relativePath: string) => boolean): Promise<readonly FileEntry[]>;
  remove(path: string): Promise<void>;
  makeDirectory(path: string): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  /** Renames a file or a folder with all that is in it, to a path that is free, on the same file system. Throws `FILE_UNWRITABLE`. */
  move(from: string, to: string): Promise<void>;
  /** The bytes from `start` (default: the beginning) to before `end` (default: the end), in pieces. Throws `FILE_UNREADABLE` when there is no such file. */
  stream(path: string, range?: { readonly start?: number; readonly end?: number }): AsyncIterable<Uint8Array>;
  /**
   * The same part as text (UTF-8, a BOM at the beginning removed), in pieces of at most 64 KiB: larger ones would outlive the
   * garbage of what is made from them. Throws `FILE_UNREADABLE` when there is no such file, or something else than a file.
   */
  streamText(path: string, range?: { readonly start?: number; readonly end?: number }): AsyncIterable<string>;
  /** Lower-case hex SHA-256, read as a stream. Throws `FILE_UNREADABLE` when there is no such file. */
  sha256(path: string): Promise<string>;
  /** Absolute form of a path. */
  absolute(path: string): string;
}
