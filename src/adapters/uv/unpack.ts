import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { unzipSync } from "fflate";
import { extract } from "tar-stream";
import { executableName, type Platform, parseRecord, parseWheelName } from "../../core/uv/index.ts";
import { TurnpikeError } from "../../errors.ts";

/** Largest program that is unpacked in bytes; uv has about 40 MB. */
const LARGEST_PROGRAM = 256 * 1024 * 1024;

/** A program out of an archive. */
export interface UnpackedProgram {
  /** `uv` or `uvx`, with `.exe` on Windows. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Lower-case hex. */
  readonly sha256: string;
}

function broken(what: string, cause?: unknown): TurnpikeError {
  return new TurnpikeError("UV_CHECKSUM", "service", what, cause === undefined ? {} : { cause });
}

/** Lower-case hex SHA-256. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function wantedNames(platform: Platform): readonly string[] {
  return [executableName(platform, "uv"), executableName(platform, "uvx")];
}

function readZip(bytes: Uint8Array, wanted: ReadonlySet<string>): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: (file) => wanted.has(file.name) && file.originalSize <= LARGEST_PROGRAM });
  } catch (cause) {
    throw broken("the file is not a whole zip archive", cause);
  }
}

/**
 * The programs in one of uv's wheels. Only members whose whole name is known are looked at, so no name in the archive
 * decides where anything is written; each program must have the SHA-256 that the wheel's RECORD gives.
 *
 * @param fileName the wheel's name, which says the version
 * @param bytes the wheel
 * @param platform the machine
 * @throws TurnpikeError `UV_CHECKSUM` for what is no wheel of uv or not intact
 */
export function unpackWheel(fileName: string, bytes: Uint8Array, platform: Platform): readonly UnpackedProgram[] {
  const wheel = parseWheelName(fileName);
  if (wheel?.name !== "uv") throw broken(`${fileName} is not a wheel of uv`);
  const recordName = `uv-${wheel.version}.dist-info/RECORD`;
  const scripts = `uv-${wheel.version}.data/scripts/`;
  const names = wantedNames(platform);
  const members = readZip(bytes, new Set([recordName, ...names.map((name) => scripts + name)]));
  const recordBytes = members[recordName];
  if (recordBytes === undefined) throw broken(`${fileName} has no RECORD`);
  const record = parseRecord(new TextDecoder().decode(recordBytes));
  return names.map((name) => {
    const program = members[scripts + name];
    if (program === undefined) throw broken(`${fileName} has no program ${name}`);
    const sha256 = sha256Of(program);
    const expected = record.get(scripts + name)?.sha256;
    if (expected !== sha256) {
      throw broken(`${name} in ${fileName} has SHA-256 ${sha256}, its RECORD says ${expected ?? "nothing"}`);
    }
    return { name, bytes: program, sha256 };
  });
}

async function readTarGz(bytes: Uint8Array, wanted: ReadonlySet<string>): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  const tar = extract();
  tar.on("entry", (header, stream, next) => {
    const isWanted = wanted.has(header.name) && header.type === "file" && (header.size ?? 0) <= LARGEST_PROGRAM;
    const chunks: Uint8Array[] = [];
    stream.on("data", (chunk) => {
      if (isWanted) chunks.push(chunk as Uint8Array);
    });
    stream.on("end", () => {
      if (isWanted) found.set(header.name, new Uint8Array(Buffer.concat(chunks)));
      next();
    });
  });
  try {
    await pipeline(Readable.from([bytes]), createGunzip({ maxOutputLength: LARGEST_PROGRAM }), tar);
  } catch (cause) {
    throw broken("the file is not a whole tar.gz archive", cause);
  }
  return found;
}

/**
 * The programs in one of uv's release archives, whose SHA-256 the caller has checked.
 *
 * @param fileName `uv-<triple>.tar.gz`, or `.zip` on Windows
 * @param bytes the archive
 * @param platform the machine
 * @throws TurnpikeError `UV_CHECKSUM` when the archive is broken or lacks a program
 */
export async function unpackRelease(
  fileName: string,
  bytes: Uint8Array,
  platform: Platform,
): Promise<readonly UnpackedProgram[]> {
  const names = wantedNames(platform);
  const folder = fileName.endsWith(".zip") ? "" : `${fileName.replace(/\.tar\.gz$/, "")}/`;
  const wanted = new Set(names.map((name) => folder + name));
  const members = fileName.endsWith(".zip")
    ? new Map(Object.entries(readZip(bytes, wanted)))
    : await readTarGz(bytes, wanted);
  return names.map((name) => {
    const program = members.get(folder + name);
    if (program === undefined) throw broken(`${fileName} has no program ${name}`);
    return { name, bytes: program, sha256: sha256Of(program) };
  });
}
