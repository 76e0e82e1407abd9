import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";

/** A file, or a part of it, as the body of an answer. */
export interface FileBody {
  /** Absolute path. */
  readonly file: string;
  /** First byte. */
  readonly start: number;
  /** Bytes to send. */
  readonly length: number;
}

/** What a handler answers. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | FileBody;
}

/** One request that reached the loopback server. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  /** The body, to be read once. */
  readonly stream: Readable;
}

/** Answers a request, or undefined when the request is not its own. */
export type Handler = (exchange: Exchange) => Promise<Answer | undefined>;

/** A body that was read whole, or why it was not. */
export type ReadBody = { readonly kind: "read"; readonly bytes: Buffer } | { readonly kind: "too-large" };

/**
 * @param stream the body
 * @param limit most bytes to keep
 * @returns the body, or `too-large` once it exceeds the limit
 */
export async function readBody(stream: Readable, limit: number): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Not destroying the stream on an early return leaves the connection open for the answer.
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > limit) return { kind: "too-large" };
    chunks.push(bytes);
  }
  return { kind: "read", bytes: Buffer.concat(chunks) };
}

/**
 * @param exchange a request
 * @returns the token of `Authorization: Bearer` or `token`, or undefined
 */
export function bearerOf(exchange: Exchange): string | undefined {
  return /^(?:bearer|token)\s+(\S+)$/i.exec(exchange.headers.authorization ?? "")?.[1];
}

/**
 * @param status HTTP status
 * @param value what becomes JSON
 * @param headers further headers
 */
export function jsonAnswer(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

/** A JSON object that was read, or the answer that says why not. */
export type ReadObject =
  | { readonly kind: "object"; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: "refused"; readonly status: 400 | 413; readonly reason: string };

/**
 * @param stream the body
 * @param limit most bytes to accept
 * @returns the JSON object of the body; an empty body is an empty object
 */
export async function readObject(stream: Readable, limit: number): Promise<ReadObject> {
  const body = await readBody(stream, limit);
  if (body.kind === "too-large") return { kind: "refused", status: 413, reason: `body is larger than ${limit} bytes` };
  const text = body.bytes.toString("utf8");
  if (text.trim() === "") return { kind: "object", value: {} };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return { kind: "object", value: value as Record<string, unknown> };
    }
  } catch {
    // Falls through to the same refusal: the sender gets no detail of the parser's.
  }
  return { kind: "refused", status: 400, reason: "body is not a JSON object" };
}
