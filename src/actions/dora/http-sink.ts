import { type CDEvent, parseRetryAfter, receptionOf, retryDelayMs, toCloudEvent } from "../../core/dora/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { HttpResponse } from "../../ports/http.ts";
import type { Random } from "../../ports/random.ts";
import type { Attempt, Deliver, DeliveryPorts, Sink } from "./sink.ts";

/** Longest wait for one answer in ms. */
const REQUEST_MS = 10_000;
/** Longest time for everything that is to be delivered in ms. */
const TOTAL_MS = 60_000;
/** How often one event is tried in one run. */
const TRIES = 4;

/** Answers of a sink that will not change by waiting, and what a person does about them. */
function refusal(response: HttpResponse): string {
  const { status } = response;
  if (status === 401 || status === 403) return `HTTP ${status}: it does not accept the token`;
  if (status >= 300 && status < 400) return `HTTP ${status}: it redirects; write the final address`;
  return `HTTP ${status}: the address is not right`;
}

/** What an answer decides of an event; undefined when it may be tried again. */
function settledBy(answer: HttpResponse | string, host: string): Attempt | undefined {
  if (typeof answer === "string") return undefined;
  switch (receptionOf(answer.status)) {
    case "delivered":
      return { kind: "delivered" };
    case "poison":
      return { kind: "poison", reason: `HTTP ${answer.status}` };
    case "refused":
      return { kind: "stopped", reason: `${host}: ${refusal(answer)}` };
    case "retry":
      return undefined;
  }
}

/** An answer that is none to the event; `answer` is a sentence where nobody answered. */
function troubleOf(answer: HttpResponse | string, host: string) {
  if (typeof answer === "string") return { reason: answer, asked: undefined, isBroken: false };
  const { status, headers } = answer;
  // A server that fails on this event may take the next one; one that is busy or gone will not.
  return { reason: `${host}: HTTP ${status}`, asked: headers["retry-after"], isBroken: status === 500 };
}

function randomFraction(random: Random): number {
  const bytes = random.bytes(4);
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 32;
}

/**
 * Makes the way to a sink over HTTP: CloudEvents in binary mode over HTTP, each event tried a few times, all of them within a minute.
 * Redirects are not followed, so that the token stays with the host that was named.
 *
 * @param sink address and token
 * @param ports the world
 * @returns delivers one event
 */
export function connectHttpSink(sink: Sink, ports: DeliveryPorts): Deliver {
  const { http, clock, random } = ports;
  const host = new URL(sink.url).host;
  const end = clock.monotonicMs() + TOTAL_MS;
  const authorization = sink.token === undefined ? {} : { authorization: `Bearer ${sink.token}` };

  async function send(event: CDEvent): Promise<HttpResponse | string> {
    const { headers, body } = toCloudEvent(event);
    const timeoutMs = Math.max(1, Math.min(REQUEST_MS, end - clock.monotonicMs()));
    const request = {
      method: "POST",
      url: sink.url,
      body,
      timeoutMs,
      redirect: "manual",
      maxBytes: 1024 * 1024,
    } as const;
    try {
      return await http.send({ ...request, headers: { ...headers, ...authorization } });
    } catch (error) {
      if (error instanceof TurnpikeError && error.code === "NETWORK_UNREACHABLE")
        return error.message.replace(/\.$/, "");
      throw error;
    }
  }

  return async (event) => {
    for (let tries = 1; ; tries += 1) {
      if (clock.monotonicMs() >= end) return { kind: "stopped", reason: `${host}: the time for delivery is used up` };
      const answer = await send(event);
      const settled = settledBy(answer, host);
      if (settled !== undefined) return settled;
      const { reason, asked, isBroken } = troubleOf(answer, host);
      const waitMs = retryDelayMs(tries, parseRetryAfter(asked, clock.now()), randomFraction(random));
      if (tries >= TRIES && isBroken) return { kind: "waits", reason };
      if (tries >= TRIES || clock.monotonicMs() + waitMs >= end) return { kind: "stopped", reason };
      await clock.sleep(waitMs);
    }
  };
}
