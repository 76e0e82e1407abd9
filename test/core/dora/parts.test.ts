import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  outcomeOfConclusion,
  parseEvents,
  parseRetryAfter,
  purlOfFile,
  receptionOf,
  renderEvents,
  retryDelayMs,
  toCloudEvent,
  toEvents,
} from "../../../src/core/dora/index.ts";
import { anyText } from "../../fakes/any-text.ts";
import { releaseRun } from "./facts.ts";

const events = toEvents(releaseRun, "0.5.1");

describe("GitHub's conclusions", () => {
  it.each([
    ["success", "success"],
    ["neutral", "success"],
    ["failure", "failure"],
    ["action_required", "failure"],
    ["cancelled", "cancel"],
    ["timed_out", "error"],
    ["startup_failure", "error"],
    ["stale", "error"],
    ["something new", "error"],
    ["skipped", null],
  ])("%s is %s", (conclusion, outcome) => {
    expect(outcomeOfConclusion(conclusion)).toBe(outcome);
  });
});

describe("a file of events", () => {
  it("comes back as it was written", () => {
    expect(parseEvents(renderEvents(events))).toEqual({ events, broken: [] });
    expect(parseEvents(renderEvents(events).trimEnd()).events).toHaveLength(events.length);
  });

  it("loses no whole line to a broken one, wherever the file was cut", () => {
    const text = renderEvents(events.slice(0, 3));
    fc.assert(
      fc.property(fc.nat({ max: text.length }), (length) => {
        const { events: read, broken } = parseEvents(text.slice(0, length));
        const whole = text.slice(0, length).split("\n").length - 1;
        expect(read.length).toBeGreaterThanOrEqual(whole);
        expect(read.length + broken.length).toBeLessThanOrEqual(whole + 1);
        expect(broken.map((line) => line.text).join("")).toBe(
          read.length > whole ? "" : (text.slice(0, length).split("\n").at(-1) ?? ""),
        );
      }),
    );
  });

  it("says which line is broken, and why", () => {
    const text = `${renderEvents(events.slice(0, 1))}{"a":1}\nnonsense\n[]\n{"context":`;
    const { events: read, broken } = parseEvents(text);
    expect(read).toHaveLength(1);
    expect(broken.map(({ line, reason }) => [line, reason])).toEqual([
      [2, expect.stringContaining("not a CDEvent: context")],
      [3, "it is not JSON"],
      [4, expect.stringContaining("not a CDEvent")],
      [5, expect.stringContaining("cut short")],
    ]);
  });
});

describe("a CloudEvent in binary mode", () => {
  it("has the attributes in headers and the whole event as body", () => {
    const event = events.find(({ context }) => context.type.includes("service.deployed"));
    if (event === undefined) throw new Error("the fixture has a deployment");
    const { headers, body } = toCloudEvent(event);
    expect(headers).toEqual({
      "content-type": "application/json",
      "ce-specversion": "1.0",
      "ce-id": event.context.id,
      "ce-source": "https://github.com/acme/shop",
      "ce-type": "dev.cdevents.service.deployed.0.3.0",
      "ce-subject": "shop",
      "ce-time": "2026-03-03T20:00:00.000Z",
    });
    expect(JSON.parse(body)).toEqual(event);
  });

  it("has headers that HTTP can carry, and that decode to what they say", () => {
    fc.assert(
      fc.property(anyText({ minLength: 1 }), (id) => {
        const [first] = events;
        if (first === undefined) throw new Error("there are events");
        const { headers } = toCloudEvent({ ...first, subject: { ...first.subject, id } });
        const value = headers["ce-subject"] ?? "";
        expect(value).toMatch(/^[\x21-\x7e]+$/);
        expect(decodeURIComponent(value)).toBe(id.toWellFormed());
      }),
      { numRuns: 40 },
    );
  });
});

describe("a sink's answer", () => {
  it.each([
    [200, "delivered"],
    [202, "delivered"],
    [301, "refused"],
    [307, "refused"],
    [400, "poison"],
    [401, "refused"],
    [403, "refused"],
    [404, "refused"],
    [408, "retry"],
    [409, "poison"],
    [413, "poison"],
    [422, "poison"],
    [429, "retry"],
    [500, "retry"],
    [503, "retry"],
  ])("%i means %s", (status, reception) => {
    expect(receptionOf(status)).toBe(reception);
  });

  it("may ask for a wait, in seconds or by a date", () => {
    const now = new Date("2026-03-03T20:00:00Z");
    expect(parseRetryAfter("7", now)).toBe(7000);
    expect(parseRetryAfter("Tue, 03 Mar 2026 20:00:30 GMT", now)).toBe(30_000);
    expect(parseRetryAfter("Tue, 03 Mar 2026 19:00:00 GMT", now)).toBe(0);
    expect(parseRetryAfter("soon", now)).toBeUndefined();
    expect(parseRetryAfter(undefined, now)).toBeUndefined();
  });

  it("is waited for longer each time, at random, and never shorter than was asked", () => {
    expect([1, 2, 3].map((attempt) => retryDelayMs(attempt, undefined, 1))).toEqual([1000, 2000, 4000]);
    expect(retryDelayMs(20, undefined, 1)).toBe(10_000);
    expect(retryDelayMs(3, undefined, 0)).toBe(0);
    expect(retryDelayMs(1, 7000, 0.5)).toBe(7000);
  });
});

describe("the name of a built file", () => {
  const sha = "a".repeat(64);
  it.each([
    ["My_Orders-1.2.0-py3-none-any.whl", "pkg:pypi/my-orders@1.2.0?"],
    ["orders-1.2.0-1build-cp313-cp313-linux_x86_64.whl", "pkg:pypi/orders@1.2.0?"],
    ["my.orders-1.2.0rc1.tar.gz", "pkg:pypi/my-orders@1.2.0rc1?"],
    ["shop-2.0.0-beta.1.tgz", "pkg:npm/shop@2.0.0-beta.1?"],
    ["release notes.txt", "pkg:generic/release%20notes.txt?"],
  ])("%s is %s…", (file, purl) => {
    expect(purlOfFile(file, sha)).toContain(purl);
    expect(decodeURIComponent(purlOfFile(file, sha))).toContain(`checksum=sha256:${sha}`);
  });
});
