/** One request. */
export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "HEAD";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** For the whole exchange, body included. */
  readonly timeoutMs: number;
  /** `manual` answers with the redirect itself; default: up to 20 are followed, `Authorization` only to the same origin. */
  readonly redirect?: "follow" | "manual";
  /** Most bytes of the answer's body; default 512 MiB. More is treated as no answer. */
  readonly maxBytes?: number;
}

/** An answer. Header names are lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The address after redirects. */
  readonly url: string;
}

/** HTTP. One request is one request: retrying is the caller's rule. Honours the proxy variables. */
export interface Http {
  /** @throws TurnpikeError `NETWORK_UNREACHABLE` when there was no answer at all; a status is never an error. */
  send(request: HttpRequest): Promise<HttpResponse>;
}
