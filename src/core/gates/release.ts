import picomatch from "picomatch";

/** What GitHub says of the event. */
export interface EventFacts {
  readonly eventName: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly refType: "branch" | "tag";
  readonly refName: string;
}

/**
 * A release is a published release, or a pushed tag that matches. Everything else is a check.
 *
 * @param facts the event
 * @param tags globs of tags that are releases
 * @returns whether this run is a release
 */
export function isRelease(facts: EventFacts, tags: readonly string[]): boolean {
  if (facts.eventName === "release") return facts.event["action"] === "published";
  if (facts.eventName !== "push" || facts.refType !== "tag" || tags.length === 0) return false;
  // The payload of a deleted tag is a push event too.
  return facts.event["deleted"] !== true && picomatch.isMatch(facts.refName, [...tags], { dot: true });
}
