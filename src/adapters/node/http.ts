import { getProxyUrl } from "@actions/http-client/lib/proxy";
import { TurnpikeError } from "../../errors.ts";
import type { Http, HttpRequest, HttpResponse } from "../../ports/http.ts";

const MAX_BYTES = 512 * 1024 * 1024;

/** `host:port` of an address: never its user, path or query, which may hold secrets. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "an address that is no URL";
}

function reasonOf(error: unknown): string {
  let reason = "";
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    // The innermost code says most: ECONNREFUSED, ENOTFOUND, CERT_HAS_EXPIRED.
    if (typeof code === "string") reason = code;
  }
  return reason === "" ? "the connection failed" : reason;
}

function unreachable(request: HttpRequest, reason: string, proxy: URL | undefined): TurnpikeError {
  const through = proxy === undefined ? "" : ` through the proxy ${proxy.host}`;
  return new TurnpikeError(
    "NETWORK_UNREACHABLE",
    "service",
    `${hostOf(request.url)} gave no answer${through}: ${reason}.`,
    proxy === undefined
      ? {}
      : { hint: "The proxy comes from HTTPS_PROXY or HTTP_PROXY; NO_PROXY names what goes around it." },
  );
}

/** @returns the body, or undefined when it is larger than `limit` */
async function readBody(response: Response, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body !== null) {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > limit) return undefined;
      chunks.push(chunk);
    }
  }
  return Buffer.concat(chunks);
}

/** Sends directly, or through the proxy that the environment names for this address. */
async function fetchThrough(proxy: URL | undefined, url: string, init: RequestInit): Promise<Response> {
  if (proxy === undefined) return await fetch(url, init);
  // Node's own fetch takes no dispatcher of another undici, so both come from one.
  const undici = await import("undici");
  const user = proxy.username === "" ? {} : { token: basicAuth(proxy) };
  const dispatcher = new undici.ProxyAgent({ uri: proxy.origin, ...user });
  const response = await undici.fetch(url, { ...(init as object), dispatcher });
  return response as unknown as Response;
}

function basicAuth(proxy: URL): string {
  const text = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return `Basic ${Buffer.from(text).toString("base64")}`;
}

/** HTTP over Node's fetch. Honours `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in either case. */
export const nodeHttp: Http = {
  async send(request: HttpRequest): Promise<HttpResponse> {
    const proxy = URL.canParse(request.url) ? getProxyUrl(new URL(request.url)) : undefined;
    const limit = request.maxBytes ?? MAX_BYTES;
    try {
      const response = await fetchThrough(proxy, request.url, {
        method: request.method,
        signal: AbortSignal.timeout(request.timeoutMs),
        redirect: request.redirect ?? "follow",
        ...(request.headers === undefined ? {} : { headers: request.headers }),
        ...(request.body === undefined ? {} : { body: request.body as NonNullable<RequestInit["body"]> }),
      });
      const body = await readBody(response, limit);
      if (body === undefined) throw unreachable(request, `its answer is larger than ${limit} bytes`, proxy);
      const { status } = response;
      return { status, headers: Object.fromEntries(response.headers), body, url: response.url };
    } catch (error) {
      if (error instanceof TurnpikeError) throw error;
      const isLate = error instanceof Error && error.name === "TimeoutError";
      throw unreachable(request, isLate ? `not within ${request.timeoutMs} ms` : reasonOf(error), proxy);
    }
  },
};
