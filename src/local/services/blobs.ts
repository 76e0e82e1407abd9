import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { SaxesParser } from "saxes";
import { type Answer, type Exchange, type FileBody, readBody } from "./exchange.ts";
import { isSameSecret, randomSecret } from "./job-tokens.ts";

/** A list of 50,000 blocks, Azure's most, with its XML around it. */
const BLOCK_LIST_LIMIT_BYTES = 8 * 1024 * 1024;

/** A finished upload. */
export interface UploadedBlob {
  /** Absolute path. */
  readonly file: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** How a download is presented. */
export interface DownloadForm {
  readonly contentType: string;
  /** Value of `Content-Disposition`, when the receiver names a file after it. */
  readonly disposition?: string;
}

interface Upload {
  readonly sig: string;
  readonly file: string;
  readonly limit: number;
  readonly blockFolder: string;
  readonly blockSizes: Map<string, number>;
}

interface Download extends DownloadForm {
  readonly sig: string;
  readonly file: string;
}

function azureAnswer(status: number, headers: Readonly<Record<string, string>> = {}, body?: FileBody): Answer {
  return {
    status,
    headers: { "x-ms-request-id": randomBytes(16).toString("hex"), "x-ms-version": "2025-11-05", ...headers },
    ...(body === undefined ? {} : { body }),
  };
}

/** @see https://learn.microsoft.com/rest/api/storageservices/status-and-error-codes2 */
function azureFault(status: number, code: string): Answer {
  return {
    status,
    headers: { "content-type": "application/xml", "x-ms-error-code": code },
    body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
  };
}

/** @returns bytes written, or undefined when there were more than `limit` */
async function writeStream(stream: Readable, file: string, limit: number): Promise<number | undefined> {
  const temporary = `${file}.${randomBytes(8).toString("hex")}`;
  const handle = await open(temporary, "wx");
  let size = 0;
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length;
      if (size > limit) return undefined;
      await handle.writeFile(chunk as Buffer);
    }
    await rename(temporary, file);
    return size;
  } finally {
    await handle.close();
    await rm(temporary, { force: true });
  }
}

/** @returns block ids in the order of a `<BlockList>`, or undefined when it is not well-formed */
function parseBlockList(xml: string): readonly string[] | undefined {
  const ids: string[] = [];
  let text = "";
  const parser = new SaxesParser();
  parser.on("opentag", () => {
    text = "";
  });
  parser.on("text", (part) => {
    text += part;
  });
  parser.on("closetag", (tag) => {
    if (tag.name === "Latest" || tag.name === "Uncommitted" || tag.name === "Committed") ids.push(text.trim());
  });
  try {
    parser.write(xml).close();
    return ids;
  } catch {
    return undefined;
  }
}

function parseRange(range: string | undefined, size: number): { start: number; length: number } | undefined {
  const match = /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
  if (match === null) return undefined;
  const start = Number(match[1]);
  const end = match[2] === "" ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start > end ? undefined : { start, length: end - start + 1 };
}

/**
 * Uploads and downloads by signed address, as far as the block blobs of Azure Storage are used by GitHub's clients:
 * `Put Blob`, `Put Block`, `Put Block List`, `Get Blob`. Files are named by random ids, never by what a client sent.
 */
export class Blobs {
  readonly #uploads = new Map<string, Upload>();
  readonly #downloads = new Map<string, Download>();

  /**
   * @param folder absolute folder of the upload; the finished file stays in it
   * @param limit most bytes
   * @returns id, and path with query, of a place to upload to
   */
  async openUpload(folder: string, limit: number): Promise<{ readonly id: string; readonly path: string }> {
    const id = randomBytes(16).toString("hex");
    await mkdir(folder, { recursive: true });
    const file = join(folder, id);
    const upload = { sig: randomSecret(), file, limit, blockFolder: `${file}.blocks`, blockSizes: new Map() };
    this.#uploads.set(id, upload);
    return { id, path: `/blobs/${id}?sig=${upload.sig}` };
  }

  /**
   * Ends an upload; its address stops working.
   *
   * @returns what was uploaded, or undefined when nothing was
   */
  async finishUpload(id: string): Promise<UploadedBlob | undefined> {
    const upload = this.#uploads.get(id);
    if (upload === undefined) return undefined;
    this.#uploads.delete(id);
    await rm(upload.blockFolder, { recursive: true, force: true });
    const info = await stat(upload.file).catch(() => undefined);
    if (info === undefined) return undefined;
    const hash = createHash("sha256");
    await pipeline(createReadStream(upload.file), hash);
    return { file: upload.file, size: info.size, sha256: hash.digest("hex") };
  }

  /** Removes what was uploaded. */
  async discard(blob: UploadedBlob): Promise<void> {
    await rm(blob.file, { force: true });
  }

  /** @returns path with query of a download of `file` */
  signDownload(file: string, form: DownloadForm): string {
    const id = randomBytes(16).toString("hex");
    const sig = randomSecret();
    this.#downloads.set(id, { ...form, file, sig });
    return `/blobs/${id}?sig=${sig}`;
  }

  /** Serves `/blobs/<id>?sig=…`. */
  readonly handler = async (exchange: Exchange): Promise<Answer | undefined> => {
    const id = /^\/blobs\/([0-9a-f]{32})$/.exec(exchange.url.pathname)?.[1];
    if (id === undefined) return undefined;
    const sig = exchange.url.searchParams.get("sig") ?? "";
    const upload = this.#uploads.get(id);
    if (upload !== undefined && exchange.method === "PUT") {
      return isSameSecret(upload.sig, sig)
        ? await this.#put(upload, exchange)
        : azureFault(403, "AuthenticationFailed");
    }
    const download = this.#downloads.get(id);
    if (download !== undefined && (exchange.method === "GET" || exchange.method === "HEAD")) {
      return isSameSecret(download.sig, sig)
        ? await this.#get(download, exchange)
        : azureFault(403, "AuthenticationFailed");
    }
    return azureFault(404, "BlobNotFound");
  };

  async #put(upload: Upload, exchange: Exchange): Promise<Answer> {
    const query = exchange.url.searchParams;
    switch (query.get("comp")) {
      case null:
        return await this.#putWhole(upload, exchange);
      case "block":
        return await this.#putBlock(upload, exchange, query.get("blockid") ?? "");
      case "blocklist":
        return await this.#putBlockList(upload, exchange);
      default:
        return azureFault(400, "InvalidQueryParameterValue");
    }
  }

  async #putWhole(upload: Upload, exchange: Exchange): Promise<Answer> {
    if (exchange.headers["x-ms-blob-type"] !== "BlockBlob") return azureFault(400, "InvalidHeaderValue");
    const size = await writeStream(exchange.stream, upload.file, upload.limit);
    return size === undefined ? azureFault(413, "RequestBodyTooLarge") : this.#created();
  }

  async #putBlock(upload: Upload, exchange: Exchange, blockId: string): Promise<Answer> {
    if (blockId === "" || blockId.length > 128) return azureFault(400, "InvalidQueryParameterValue");
    const others = [...upload.blockSizes].reduce((sum, [id, size]) => (id === blockId ? sum : sum + size), 0);
    await mkdir(upload.blockFolder, { recursive: true });
    const size = await writeStream(exchange.stream, blockFile(upload, blockId), upload.limit - others);
    if (size === undefined) return azureFault(413, "RequestBodyTooLarge");
    upload.blockSizes.set(blockId, size);
    return azureAnswer(201);
  }

  async #putBlockList(upload: Upload, exchange: Exchange): Promise<Answer> {
    const body = await readBody(exchange.stream, BLOCK_LIST_LIMIT_BYTES);
    if (body.kind === "too-large") return azureFault(413, "RequestBodyTooLarge");
    const ids = parseBlockList(body.bytes.toString("utf8"));
    if (ids === undefined) return azureFault(400, "InvalidXmlDocument");
    if (ids.some((id) => !upload.blockSizes.has(id))) return azureFault(400, "InvalidBlockList");
    const total = ids.reduce((sum, id) => sum + (upload.blockSizes.get(id) ?? 0), 0);
    if (total > upload.limit) return azureFault(413, "RequestBodyTooLarge");
    const target = `${upload.file}.list`;
    await rm(target, { force: true });
    const out = createWriteStream(target, { flags: "wx" });
    await pipeline(async function* () {
      for (const id of ids) yield* createReadStream(blockFile(upload, id));
    }, out);
    await rename(target, upload.file);
    return this.#created();
  }

  #created(): Answer {
    return azureAnswer(201, {
      etag: `"0x${randomBytes(8).toString("hex").toUpperCase()}"`,
      "last-modified": new Date().toUTCString(),
    });
  }

  async #get(download: Download, exchange: Exchange): Promise<Answer> {
    const info = await stat(download.file).catch(() => undefined);
    if (info === undefined) return azureFault(404, "BlobNotFound");
    const headers = {
      "content-type": download.contentType,
      "accept-ranges": "bytes",
      etag: `"0x${info.mtimeMs.toString(16).replace(".", "")}${info.size.toString(16)}"`,
      "last-modified": info.mtime.toUTCString(),
      ...(download.disposition === undefined ? {} : { "content-disposition": download.disposition }),
    };
    const part = parseRange(exchange.headers.range, info.size);
    if (part === undefined) return azureAnswer(200, headers, { file: download.file, start: 0, length: info.size });
    const range = `bytes ${part.start}-${part.start + part.length - 1}/${info.size}`;
    return azureAnswer(206, { ...headers, "content-range": range }, { file: download.file, ...part });
  }
}

function blockFile(upload: Upload, blockId: string): string {
  return join(upload.blockFolder, createHash("sha256").update(blockId).digest("hex"));
}
