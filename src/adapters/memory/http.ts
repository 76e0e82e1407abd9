import { TurnpikeError } from "../../errors.ts";
import type { Http, HttpRequest, HttpResponse } from "../../ports/http.ts";

/** What a host of memory does: answers, is not there, or never answers. */
export type MemoryAnswer =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
    }
  | "unreachable"
  | "silent";

const REDIRECTS = 20;
const MAX_BYTES = 512 * 1024 * 1024;

/** HTTP without a network: a function answers. */
export class MemoryHttp implements Http {
  /** What was sent, in order, redirects included. */
  readonly requests: HttpRequest[] = [];
  readonly #answer: (request: HttpRequest) => MemoryAnswer;

  /** @param answer decides by method, address, headers and body */
  constructor(answer: (request: HttpRequest) => MemoryAnswer) {
    this.#answer = answer;
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    let current = request;
    for (let hops = 0; hops <= REDIRECTS; hops += 1) {
      this.requests.push(current);
      const answer = this.#answer(current);
      if (answer === "unreachable") throw this.#fault(current, "ECONNREFUSED");
      if (answer === "silent") throw this.#fault(current, `not within ${request.timeoutMs} ms`);
      const response = this.#response(current, answer);
      const location = response.headers["location"];
      const isRedirect = answer.status >= 300 && answer.status < 400 && location !== undefined;
      if (!isRedirect || request.redirect === "manual") return response;
      current = this.#follow(current, new URL(location, current.url), answer.status);
    }
    throw this.#fault(current, "too many redirects");
  }

  /** The rules of fetch: only 307 and 308 keep a POST; another origin gets no `Authorization`. */
  #follow(request: HttpRequest, target: URL, status: number): HttpRequest {
    const isSameOrigin = target.origin === new URL(request.url).origin;
    const headers = Object.entries(request.headers ?? {}).filter(
      ([name]) => isSameOrigin || name.toLowerCase() !== "authorization",
    );
    const keeps = status === 307 || status === 308 || request.method !== "POST";
    const { body, ...rest } = request;
    return {
      ...rest,
      ...(keeps && body !== undefined ? { body } : {}),
      method: keeps ? request.method : "GET",
      headers: Object.fromEntries(headers),
      url: target.href,
    };
  }

  #response(request: HttpRequest, answer: Exclude<MemoryAnswer, string>): HttpResponse {
    const body = typeof answer.body === "string" ? new TextEncoder().encode(answer.body) : answer.body;
    const limit = request.maxBytes ?? MAX_BYTES;
    if (body !== undefined && body.length > limit) {
      throw this.#fault(request, `its answer is larger than ${limit} bytes`);
    }
    const headers = Object.entries(answer.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
    return {
      status: answer.status,
      headers: Object.fromEntries(headers),
      body: request.method === "HEAD" || body === undefined ? new Uint8Array() : body,
      url: request.url,
    };
  }

  #fault(request: HttpRequest, reason: string): TurnpikeError {
    const { host } = new URL(request.url);
    return new TurnpikeError("NETWORK_UNREACHABLE", "service", `${host} gave no answer: ${reason}.`);
  }
}
