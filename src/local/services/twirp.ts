import { type Answer, bearerOf, type Handler, jsonAnswer, readObject } from "./exchange.ts";
import type { JobTokens, RuntimeJob } from "./job-tokens.ts";

/** Twirp error codes that the services use, with their HTTP status (twitchtv/twirp docs/errors.md). */
const STATUS = {
  invalid_argument: 400,
  unauthenticated: 401,
  permission_denied: 403,
  not_found: 404,
  already_exists: 409,
  resource_exhausted: 429,
  unimplemented: 501,
} as const;

/** Requests are small JSON texts. */
const REQUEST_LIMIT_BYTES = 1024 * 1024;

/** Fields of a request, in either case. */
export interface Fields {
  /** @returns the text of a field written `like_this` or `likeThis`; empty when absent */
  text(name: string): string;
  /** @returns the texts of a repeated field */
  texts(name: string): readonly string[];
}

/** One call of a service. */
export type Method = (fields: Fields, job: RuntimeJob) => Promise<Answer>;

/**
 * @param code a Twirp code
 * @param msg what clients show; they do not retry these
 */
export function twirpFault(code: keyof typeof STATUS, msg: string): Answer {
  return jsonAnswer(STATUS[code], { code, msg });
}

function fieldsOf(body: Readonly<Record<string, unknown>>): Fields {
  const read = (name: string): unknown =>
    body[name] ?? body[name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())];
  return {
    text(name) {
      const value = read(name);
      return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
    },
    texts(name) {
      const value = read(name);
      return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
    },
  };
}

/**
 * Serves `POST /twirp/<service>/<method>` (JSON form of Twirp) to holders of a job's runtime token.
 *
 * @param service full name of the service
 * @param methods by name; undefined when the service is switched off
 * @param tokens who may call
 */
export function twirpHandler(
  service: string,
  methods: Readonly<Record<string, Method>> | undefined,
  tokens: JobTokens,
): Handler {
  const prefix = `/twirp/${service}/`;
  return async (exchange) => {
    if (!exchange.url.pathname.startsWith(prefix)) return undefined;
    const name = exchange.url.pathname.slice(prefix.length);
    if (methods === undefined) return twirpFault("unimplemented", `${service} is switched off in this local run`);
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (exchange.method !== "POST" || method === undefined) {
      return twirpFault("unimplemented", `the local ${service} does not have ${exchange.method} ${name}`);
    }
    const job = tokens.runtimeJob(bearerOf(exchange));
    if (job === undefined) return twirpFault("unauthenticated", "the token is not one of a job of this run");
    const body = await readObject(exchange.stream, REQUEST_LIMIT_BYTES);
    if (body.kind === "refused") return twirpFault("invalid_argument", body.reason);
    return await method(fieldsOf(body.value), job);
  };
}
