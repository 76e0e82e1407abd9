import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { connectHttpSink } from "../../../src/actions/dora/http-sink.ts";
import { chooseSink } from "../../../src/actions/dora/sinks.ts";
import { type MemoryAnswer, MemoryHttp } from "../../../src/adapters/memory/http.ts";
import { systemClock } from "../../../src/adapters/node/clock.ts";
import { nodeHttp } from "../../../src/adapters/node/http.ts";
import { systemRandom } from "../../../src/adapters/node/random.ts";
import { type CDEvent, toEvents } from "../../../src/core/dora/index.ts";
import type { Clock } from "../../../src/ports/clock.ts";
import type { Random } from "../../../src/ports/random.ts";
import { releaseRun } from "../../core/dora/facts.ts";

const SINK = "https://events.example.org/in?key=secret-key";
const [first] = toEvents(releaseRun, "0.5.1");
const one = first as CDEvent;

/** A clock that moves only by being waited for, and remembers how long. */
function waitingClock(): { readonly clock: Clock; readonly waits: number[] } {
  const waits: number[] = [];
  let at = Date.parse("2026-03-03T20:00:00Z");
  const clock: Clock = {
    now: () => new Date(at),
    monotonicMs: () => at,
    async sleep(ms) {
      waits.push(ms);
      at += ms;
    },
  };
  return { clock, waits };
}

const longest: Random = { uuid: () => "u", bytes: (length) => new Uint8Array(length).fill(255) };

function setUp(answers: readonly MemoryAnswer[]) {
  const { clock, waits } = waitingClock();
  let calls = 0;
  const http = new MemoryHttp(() => {
    calls += 1;
    return answers[Math.min(calls, answers.length) - 1] ?? { status: 204 };
  });
  const deliver = connectHttpSink({ url: SINK, token: "secret-token" }, { http, clock, random: longest });
  return { deliver, http, waits };
}

describe("delivering an event", () => {
  it("posts it as a CloudEvent with the token", async () => {
    const { deliver, http } = setUp([{ status: 202 }]);
    expect(await deliver(one)).toEqual({ kind: "delivered" });
    expect(http.requests).toEqual([
      expect.objectContaining({
        ...{ method: "POST", url: SINK, redirect: "manual", body: JSON.stringify(one) },
        headers: expect.objectContaining({ authorization: "Bearer secret-token", "ce-id": one.context.id }),
      }),
    ]);
  });

  it("tries again after a moment's trouble, longer each time", async () => {
    const { deliver, waits } = setUp([{ status: 503 }, "unreachable", { status: 429 }, { status: 200 }]);
    expect(await deliver(one)).toEqual({ kind: "delivered" });
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it("waits as long as the sink asks", async () => {
    const { deliver, waits } = setUp([{ status: 429, headers: { "Retry-After": "7" } }, { status: 200 }]);
    await deliver(one);
    expect(waits).toEqual([7000]);
  });

  it("stops when the sink asks for more time than there is", async () => {
    const { deliver, waits } = setUp([{ status: 429, headers: { "Retry-After": "3600" } }]);
    expect(await deliver(one)).toEqual({ kind: "stopped", reason: "events.example.org: HTTP 429" });
    expect(waits).toEqual([]);
  });

  it("stops after four tries, and lets a sink that only fails on this event have the next", async () => {
    const gone = setUp(["silent"]);
    expect(await gone.deliver(one)).toMatchObject({ kind: "stopped", reason: expect.stringContaining("no answer") });
    expect(gone.http.requests).toHaveLength(4);
    expect(await setUp([{ status: 500 }]).deliver(one)).toMatchObject({ kind: "waits" });
    expect(await setUp([{ status: 503 }]).deliver(one)).toMatchObject({ kind: "stopped" });
  });

  it("tries nothing once a minute is used up", async () => {
    const { deliver, http } = setUp([{ status: 503, headers: { "Retry-After": "25" } }]);
    await deliver(one);
    const tries = http.requests.length;
    expect(await deliver(one)).toMatchObject({ kind: "stopped" });
    expect(await deliver(one)).toMatchObject({ kind: "stopped" });
    expect(tries).toBe(3);
    expect(http.requests.length).toBeLessThanOrEqual(tries + 2);
  });

  it.each([400, 409, 413, 422])("gives up on an event that is answered with %i", async (status) => {
    const { deliver, http } = setUp([{ status }]);
    expect(await deliver(one)).toEqual({ kind: "poison", reason: `HTTP ${status}` });
    expect(http.requests).toHaveLength(1);
  });

  it.each([
    [401, /token/],
    [403, /token/],
    [404, /address is not right/],
    [308, /redirects/],
  ])("blames no event for a %i", async (status, reason) => {
    const { deliver, http } = setUp([{ status, headers: { Location: "https://evil.example.org/" } }]);
    expect(await deliver(one)).toEqual({ kind: "stopped", reason: expect.stringMatching(reason) });
    expect(http.requests.map((request) => new URL(request.url).host)).toEqual(["events.example.org"]);
  });

  it("says nothing of the token or the address beyond its host", async () => {
    for (const answer of ["unreachable", { status: 401 }, { status: 302 }, { status: 500 }] as const) {
      expect(JSON.stringify(await setUp([answer]).deliver(one))).not.toMatch(/secret/);
    }
  });

  it("arrives at a real server as the body and the headers that were sent", async () => {
    const seen: { headers: Record<string, unknown>; body: string }[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        seen.push({ headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
        response.writeHead(202).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const deliver = connectHttpSink(
      { url, token: undefined },
      { http: nodeHttp, clock: systemClock, random: systemRandom },
    );
    for (const event of toEvents({ ...releaseRun, pipeline: "größe" }, "0.5.1")) {
      expect(await deliver(event)).toEqual({ kind: "delivered" });
      const { headers, body } = seen.at(-1) ?? { headers: {}, body: "{}" };
      expect(JSON.parse(body)).toEqual(event);
      expect(headers).toMatchObject({ "ce-id": event.context.id, "ce-type": event.context.type });
      expect(headers).not.toHaveProperty("authorization");
    }
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
});

describe("the address of a sink", () => {
  it.each([
    ["https://events.example.org/in", undefined],
    ["http://localhost:8080", undefined],
    ["events.example.org", /not an address/],
    ["ftp://events.example.org", /not an address/],
    ["file:///etc/passwd", /not an address/],
    ["https://me:secret@events.example.org", /sink-token/],
  ])("%s", (url, fault) => {
    const chosen = chooseSink(url);
    if (fault === undefined) expect(chosen).toEqual({ kind: "sink", connect: connectHttpSink });
    else expect(chosen).toEqual({ kind: "fault", fault: expect.stringMatching(fault) });
  });
});
