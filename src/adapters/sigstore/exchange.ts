import { TurnpikeError } from "../../errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Http, HttpRequest, HttpResponse } from "../../ports/http.ts";

/** What talking to a service needs. */
export interface ExchangePorts {
  readonly http: Http;
  readonly clock: Clock;
}

/** One request to a signing service. */
export interface ServiceRequest {
  /** What people call the service: `Fulcio`. */
  readonly service: string;
  readonly url: string;
  readonly method: "GET" | "POST";
  /** JSON body. */
  readonly body?: object;
  /** Texts that must not be seen in any message. */
  readonly secrets?: readonly string[];
}

/**
 * Rekor v2 answers when its next checkpoint is out, and a request that is dropped earlier disturbs those of others
 * (sigstore/rekor-tiles CLIENTS.md asks for at least 20 s).
 */
const TIMEOUT_MS = 30_000;
const ATTEMPTS = 4;
const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;
const MESSAGE_LENGTH = 300;
/** The status that a gateway gives for "the client went away"; seen when another client's request was dropped. */
const CLIENT_CLOSED_REQUEST = 499;

function isTemporary(status: number): boolean {
  return [408, 425, 429, CLIENT_CLOSED_REQUEST].includes(status) || status >= 500;
}

/** `Retry-After` in ms, seconds or a date (RFC 9110, 10.2.3), within reason. */
function retryAfterMs(response: HttpResponse, clock: Clock): number | undefined {
  const value = response.headers["retry-after"]?.trim();
  if (value === undefined || value === "") return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - clock.now().getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_DELAY_MS);
}

/**
 * Takes secrets out of foreign text: those that are named, and all that looks like a token.
 *
 * @param text foreign
 * @param secrets texts to take out
 * @returns one line, cut, fit to be shown
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  const named = secrets
    .filter((secret) => secret !== "")
    .reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
  const clean = named
    .replaceAll(/eyJ[\w-]*(?:\.[\w-]*){0,2}/g, "***")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, " ")
    .trim();
  return clean.length > MESSAGE_LENGTH ? `${clean.slice(0, MESSAGE_LENGTH)}…` : clean;
}

function messageOf(response: HttpResponse, secrets: readonly string[]): string {
  const text = Buffer.from(response.body).toString("utf8");
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && "message" in body && typeof body.message === "string") {
      return redact(body.message, secrets);
    }
  } catch {
    // Not JSON: shown as it is.
  }
  return redact(text, secrets);
}

/**
 * @param response an answer that is no success
 * @param request what was asked
 * @returns the error to throw
 */
export function refusal(response: HttpResponse, request: ServiceRequest): TurnpikeError {
  const { host } = new URL(request.url);
  const message = messageOf(response, request.secrets ?? []);
  const said = message === "" ? "" : `: ${message}`;
  const hint = host.endsWith("sigstore.dev") ? { hint: "Whether Sigstore is up: https://status.sigstore.dev" } : {};
  return new TurnpikeError(
    "SIGN_FAILED",
    "service",
    `${request.service} (${host}) answered with HTTP status ${response.status}${said}. Nothing was signed.`,
    hint,
  );
}

function toHttpRequest(request: ServiceRequest): HttpRequest {
  const isPost = request.body !== undefined;
  return {
    method: request.method,
    url: request.url,
    // A redirect would take the token to another host.
    redirect: "manual",
    timeoutMs: TIMEOUT_MS,
    headers: { accept: "application/json", ...(isPost ? { "content-type": "application/json" } : {}) },
    ...(isPost ? { body: JSON.stringify(request.body) } : {}),
  };
}

/**
 * Asks until there is an answer that will not change by waiting: up to four times, with growing pauses, or as long as
 * `Retry-After` says.
 *
 * @param ports HTTP and clock
 * @param request what to ask
 * @returns the last answer, whatever its status
 * @throws TurnpikeError `NETWORK_UNREACHABLE` when there was none at all
 */
export async function exchange({ http, clock }: ExchangePorts, request: ServiceRequest): Promise<HttpResponse> {
  for (let attempt = 1; ; attempt += 1) {
    let waitMs = FIRST_DELAY_MS * 2 ** (attempt - 1);
    try {
      const response = await http.send(toHttpRequest(request));
      if (!isTemporary(response.status) || attempt === ATTEMPTS) return response;
      waitMs = retryAfterMs(response, clock) ?? waitMs;
    } catch (error) {
      if (attempt === ATTEMPTS || !(error instanceof TurnpikeError) || error.code !== "NETWORK_UNREACHABLE")
        throw error;
    }
    await clock.sleep(waitMs);
  }
}

/**
 * @param response an answer
 * @param request what was asked
 * @returns its JSON
 * @throws TurnpikeError `SIGN_FAILED` when it is no success, or not JSON
 */
export function jsonOf(response: HttpResponse, request: ServiceRequest): unknown {
  if (response.status < 200 || response.status >= 300) throw refusal(response, request);
  try {
    return JSON.parse(Buffer.from(response.body).toString("utf8"));
  } catch {
    throw unexpected(request);
  }
}

/**
 * @param request what was asked
 * @returns the error for a success that holds something else than promised
 */
export function unexpected(request: ServiceRequest): TurnpikeError {
  const { host } = new URL(request.url);
  const message = `${request.service} (${host}) answered with something else than it should. Nothing was signed.`;
  return new TurnpikeError("SIGN_FAILED", "service", message);
}
