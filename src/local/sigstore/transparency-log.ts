import { createHash, type KeyObject, sign } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { TurnpikeError } from "../../errors.ts";
import { spkiOf } from "./certificate.ts";
import { HASH_LENGTH, leafHash, MerkleTree } from "./merkle-tree.ts";

/** Marks an Ed25519 key in a signed note (C2SP signed-note, "Signature types"). */
const NOTE_ED25519 = 1;
const SPKI_HEADER_LENGTH = 12;

/** Which log it is. */
export interface LogIdentity {
  /** First line of its checkpoints; a host name. */
  readonly origin: string;
  /** P-256 or Ed25519. */
  readonly key: KeyObject;
}

/** An entry, and the proof that it is in the log. */
export interface LoggedEntry {
  readonly index: number;
  readonly treeSize: number;
  readonly leafHash: Buffer;
  readonly rootHash: Buffer;
  /** From the leaf up. */
  readonly path: readonly Buffer[];
}

/**
 * The id of a log: SHA-256 of a P-256 key in SPKI form, or the note key id of an Ed25519 key before it is cut
 * (sigstore/protobuf-specs sigstore_trustroot.proto, `TransparencyLogInstance.log_id` and `checkpoint_key_id`).
 */
export function logIdOf({ origin, key }: LogIdentity): Buffer {
  const spki = spkiOf(key);
  if (key.asymmetricKeyType !== "ed25519") return createHash("sha256").update(spki).digest();
  const raw = spki.subarray(SPKI_HEADER_LENGTH);
  return createHash("sha256").update(`${origin}\n`).update(Uint8Array.of(NOTE_ED25519)).update(raw).digest();
}

/**
 * A signed tree head (C2SP tlog-checkpoint).
 *
 * @param log whose
 * @param originLine first line; the origin, or what an older log writes there
 * @param tree size and root hash
 * @param extensions further lines of the note
 */
export function checkpoint(
  log: LogIdentity,
  originLine: string,
  tree: { readonly treeSize: number; readonly rootHash: Buffer; readonly extensions?: readonly string[] },
): string {
  const lines = [originLine, String(tree.treeSize), tree.rootHash.toString("base64"), ...(tree.extensions ?? [])];
  const note = `${lines.join("\n")}\n`;
  const algorithm = log.key.asymmetricKeyType === "ed25519" ? undefined : "sha256";
  const signature = sign(algorithm, Buffer.from(note), log.key);
  const hinted = Buffer.concat([logIdOf(log).subarray(0, 4), signature]);
  return `${note}\n\u2014 ${log.origin} ${hinted.toString("base64")}\n`;
}

/** An append-only log whose leaf hashes are kept in a file, so that it goes on growing in the next run. */
export class TransparencyLog {
  readonly #tree: MerkleTree;
  readonly #file: string;

  /**
   * @param file absolute; made at the first entry
   * @throws TurnpikeError `FILE_UNREADABLE` when the file is there and cannot be read
   */
  constructor(file: string) {
    this.#file = file;
    this.#tree = new MerkleTree(readLeaves(file));
    // Index 0 reads as absent in protobuf's JSON, and some readers refuse it: it belongs to nobody.
    if (this.#tree.size === 0) this.append(Buffer.from("turnpike: first entry of a local log\n"));
  }

  /**
   * @param body the canonical entry
   * @returns the entry's place and its proof in the tree as it is now
   */
  append(body: Uint8Array): LoggedEntry {
    const hash = leafHash(body);
    appendFileSync(this.#file, hash);
    const index = this.#tree.append(hash);
    return {
      index,
      treeSize: this.#tree.size,
      leafHash: hash,
      rootHash: this.#tree.root(),
      path: this.#tree.path(index),
    };
  }
}

function readLeaves(file: string): Buffer[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new TurnpikeError("FILE_UNREADABLE", "user", `${file} could not be read.`, { cause: error });
  }
  const count = Math.floor(bytes.length / HASH_LENGTH);
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * HASH_LENGTH, (index + 1) * HASH_LENGTH));
}
