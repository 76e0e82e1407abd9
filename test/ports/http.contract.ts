import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Http } from "../../src/ports/http.ts";

/** What a host of the suite answers, by path. */
export interface HostAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What reached a host. */
export interface HostRequest {
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** HTTP to try: two hosts that answer by `answerOf`, and one that is not there. */
export interface HttpWorld {
  readonly http: Http;
  readonly origin: string;
  readonly otherOrigin: string;
  readonly deadOrigin: string;
  close(): Promise<void>;
}

/**
 * The hosts of the suite.
 *
 * @param request what was asked
 * @param otherOrigin of the second host
 * @returns the answer, or undefined for silence
 */
export function answerOf(request: HostRequest, otherOrigin: string): HostAnswer | undefined {
  switch (request.path) {
    case "/text":
      return { status: 200, headers: { "Content-Type": "text/plain", "X-Kind": "text" }, body: "grüße" };
    case "/echo":
      return {
        status: 200,
        body: JSON.stringify([request.method, request.body, request.headers["x-a"], request.headers["authorization"]]),
      };
    case "/busy":
      return { status: 503, headers: { "Retry-After": "7" }, body: "busy" };
    case "/here":
      return { status: 307, headers: { Location: "/echo" } };
    case "/there":
      return { status: 307, headers: { Location: `${otherOrigin}/echo` } };
    case "/silent":
      return undefined;
    default:
      return { status: 404 };
  }
}

/**
 * What every HTTP does.
 *
 * @param name of the implementation
 * @param open makes the hosts
 */
export function httpContract(name: string, open: () => Promise<HttpWorld>): void {
  describe(`http: ${name}`, () => {
    let world: HttpWorld;
    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.close());

    const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
    const timeoutMs = 10_000;

    it("gives status, body and lower-case headers", async () => {
      const url = `${world.origin}/text`;
      const response = await world.http.send({ method: "GET", url, timeoutMs });
      expect(response).toMatchObject({ status: 200, url, headers: { "content-type": "text/plain", "x-kind": "text" } });
      expect(text(response.body)).toBe("grüße");
      expect((await world.http.send({ method: "HEAD", url, timeoutMs })).body).toHaveLength(0);
    });

    it("sends method, headers and body", async () => {
      const request = { url: `${world.origin}/echo`, headers: { "X-A": "1" }, timeoutMs };
      const response = await world.http.send({ ...request, method: "POST", body: "text" });
      expect(JSON.parse(text(response.body))).toEqual(["POST", "text", "1", null]);
      const bytes = await world.http.send({ ...request, method: "PUT", body: new TextEncoder().encode("bytes") });
      expect(JSON.parse(text(bytes.body))).toEqual(["PUT", "bytes", "1", null]);
    });

    it("takes no status for an error", async () => {
      const response = await world.http.send({ method: "GET", url: `${world.origin}/busy`, timeoutMs });
      expect(response).toMatchObject({ status: 503, headers: { "retry-after": "7" } });
    });

    it("follows a redirect, and keeps Authorization from another origin", async () => {
      const request = { method: "POST", headers: { Authorization: "Bearer t" }, body: "b", timeoutMs } as const;
      const here = await world.http.send({ ...request, url: `${world.origin}/here` });
      expect(JSON.parse(text(here.body))).toEqual(["POST", "b", null, "Bearer t"]);
      expect(here.url).toBe(`${world.origin}/echo`);
      const there = await world.http.send({ ...request, url: `${world.origin}/there` });
      expect(JSON.parse(text(there.body))).toEqual(["POST", "b", null, null]);
    });

    it("gives the redirect itself when asked to", async () => {
      const url = `${world.origin}/there`;
      const response = await world.http.send({ method: "GET", url, timeoutMs, redirect: "manual" });
      expect(response).toMatchObject({ status: 307, url, headers: { location: `${world.otherOrigin}/echo` } });
    });

    it("says who gave no answer, and nothing of the address beyond the host", async () => {
      const url = `${world.deadOrigin}/secret-path?token=secret`;
      const error: unknown = await world.http
        .send({ method: "GET", url, timeoutMs })
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "NETWORK_UNREACHABLE", kind: "service" });
      expect(String(error)).toContain(new URL(world.deadOrigin).host);
      expect(String(error)).not.toContain("secret");
    });

    it("gives up at the deadline", async () => {
      await expect(
        world.http.send({ method: "GET", url: `${world.origin}/silent`, timeoutMs: 60 }),
      ).rejects.toMatchObject({ code: "NETWORK_UNREACHABLE", message: expect.stringContaining("60 ms") });
    });

    it("does not read more than it was allowed", async () => {
      const request = { method: "GET", url: `${world.origin}/text`, timeoutMs } as const;
      await expect(world.http.send({ ...request, maxBytes: 3 })).rejects.toMatchObject({ code: "NETWORK_UNREACHABLE" });
    });
  });
}
