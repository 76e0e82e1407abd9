import type { CDEvent } from "./cdevent.ts";

/** A CloudEvent in binary mode: attributes are headers, the body is the whole CDEvent. */
export interface CloudEventMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Header values are printable ASCII; the rest is percent-encoded UTF-8 (CloudEvents HTTP binding 1.0.2, section 3.1.3.2). */
function headerValue(text: string): string {
  return text.replaceAll(/[^\x21-\x7e]|["%]/gu, (character) =>
    // Half a surrogate pair becomes U+FFFD.
    [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
      .join(""),
  );
}

/**
 * @param event a CDEvent
 * @returns the message (CDEvents cloudevents-binding.md; CloudEvents HTTP binding, binary content mode)
 */
export function toCloudEvent(event: CDEvent): CloudEventMessage {
  const { context, subject } = event;
  return {
    headers: {
      "content-type": "application/json",
      "ce-specversion": "1.0",
      "ce-id": headerValue(context.id),
      "ce-source": headerValue(context.source),
      "ce-type": headerValue(context.type),
      "ce-subject": headerValue(subject.id),
      "ce-time": context.timestamp,
    },
    body: JSON.stringify(event),
  };
}

/**
 * What an answer of a sink means. `retry`: a moment's trouble. `refused`: the sink takes nothing from us as we are set up;
 * every event waits. `poison`: the sink will never take this event; it is put aside so that it does not hold up the others.
 */
export type Reception = "delivered" | "retry" | "refused" | "poison";

/** @returns what an HTTP status of a sink means */
export function receptionOf(status: number): Reception {
  if (status >= 200 && status < 300) return "delivered";
  if (status === 408 || status === 425 || status === 429 || status >= 500) return "retry";
  // Wrong address, wrong credentials, or a redirect, which is not followed: the event is not to blame.
  if (status < 400 || [401, 403, 404, 405, 407, 410].includes(status)) return "refused";
  return "poison";
}

/** Longest wait between two tries in ms. */
const LONGEST_MS = 10_000;
const FIRST_MS = 500;

/**
 * How long to wait before the next try: exponential with full jitter, and never shorter than the sink asked for.
 *
 * @param attempt how many tries there were, from 1
 * @param retryAfterMs what the sink asked for, or undefined
 * @param random from 0 to 1
 * @returns ms
 */
export function retryDelayMs(attempt: number, retryAfterMs: number | undefined, random: number): number {
  const jittered = random * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return Math.round(Math.max(jittered, retryAfterMs ?? 0));
}

/**
 * @param value of `Retry-After` (RFC 9110, section 10.2.3): seconds, or a date
 * @param now current time
 * @returns ms to wait, or undefined when there is no such header or it cannot be read
 */
export function parseRetryAfter(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
