import { createReadStream } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import { type Answer, type Exchange, type Handler, jsonAnswer } from "./exchange.ts";

/** An HTTP server on 127.0.0.1. */
export interface LoopbackServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly origin: string;
  /** Stops listening and cuts open connections. */
  close(): Promise<void>;
}

const LOOPBACK = "http://127.0.0.1";

async function respond(response: ServerResponse, answer: Answer, isHead: boolean): Promise<void> {
  const { body } = answer;
  const length = body === undefined ? 0 : typeof body === "string" ? Buffer.byteLength(body) : body.length;
  response.writeHead(answer.status, { "content-length": String(length), ...answer.headers });
  if (isHead || body === undefined || length === 0) {
    response.end();
    return;
  }
  if (typeof body === "string" || !("file" in body)) {
    response.end(body);
    return;
  }
  await pipeline(createReadStream(body.file, { start: body.start, end: body.start + body.length - 1 }), response);
}

async function answerOf(handlers: readonly Handler[], exchange: Exchange): Promise<Answer> {
  for (const handler of handlers) {
    const answer = await handler(exchange);
    if (answer !== undefined) return answer;
  }
  const place = `${exchange.method} ${exchange.url.pathname}`;
  return jsonAnswer(501, {
    code: "unimplemented",
    msg: `the local services do not have ${place}`,
    message: `The local services do not have ${place}.`,
  });
}

async function serve(
  handlers: readonly Handler[],
  request: IncomingMessage,
  response: ServerResponse,
  log: (message: string) => void,
): Promise<void> {
  const method = request.method ?? "GET";
  const target = request.url ?? "/";
  if (!URL.canParse(target, LOOPBACK)) {
    await respond(response, jsonAnswer(400, { code: "malformed", msg: "the address is malformed" }), false);
    return;
  }
  const url = new URL(target, LOOPBACK);
  try {
    const exchange = { method, url, headers: request.headers, stream: request };
    const answer = await answerOf(handlers, exchange);
    log(`${method} ${url.pathname} ${answer.status}`);
    await respond(response, answer, method === "HEAD");
    // What a refused sender still wants to send is thrown away, so that it gets to read the answer.
    if (!request.readableEnded) request.resume();
  } catch (error) {
    log(`${method} ${url.pathname} failed: ${error instanceof Error ? error.message : String(error)}`);
    if (response.headersSent) response.destroy();
    else await respond(response, jsonAnswer(500, { code: "internal", msg: "the local service failed" }), false);
  }
}

/**
 * Starts a server that only this machine can reach.
 *
 * @param handlers asked in order
 * @param log takes a line for each request; never holds a query, a header or a body
 */
export async function startLoopbackServer(
  handlers: readonly Handler[],
  log: (message: string) => void,
): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    serve(handlers, request, response, log).catch(() => response.destroy());
  });
  // A large archive on a slow disk may take longer than Node's five minutes for one request.
  server.requestTimeout = 0;
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
