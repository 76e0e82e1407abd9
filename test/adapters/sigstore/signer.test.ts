import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VirtualClock } from "../../../src/adapters/memory/clock.ts";
import { nodeHttp } from "../../../src/adapters/node/http.ts";
import { redact } from "../../../src/adapters/sigstore/exchange.ts";
import { SigstoreSigner } from "../../../src/adapters/sigstore/signer.ts";
import type { SigningServices, Statement } from "../../../src/core/provenance/index.ts";
import { TurnpikeError } from "../../../src/errors.ts";
import type { Http, HttpRequest, HttpResponse } from "../../../src/ports/http.ts";
import { errorOf } from "../../fakes/error-of.ts";
import {
  check,
  type Json,
  policyOf,
  readTrustConfig,
  type SigstoreWorld,
  startWorld,
} from "../../fakes/sigstore-world.ts";

let world: SigstoreWorld;
let statement: Statement;

beforeAll(async () => {
  world = await startWorld();
  statement = await world.provenance();
});

afterAll(() => world.close());

type Service = "fulcio" | "log" | "time";

function serviceOf(url: string): Service {
  if (url.includes("/signingCert")) return "fulcio";
  return url.includes("/log/entries") ? "log" : "time";
}

function answer(status: number, body: string | object = "", headers: Record<string, string> = {}): HttpResponse {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { status, headers, body: new TextEncoder().encode(text), url: "" };
}

/** The real services, some of whose answers are replaced. */
class Between implements Http {
  readonly requests: HttpRequest[] = [];
  readonly #answers: { readonly service: Service; readonly give: (request: HttpRequest) => Promise<HttpResponse> }[];

  constructor(...answers: [Service, HttpResponse | Error | ((request: HttpRequest) => Promise<HttpResponse>)][]) {
    this.#answers = answers.map(([service, given]) => ({
      service,
      give: async (request) => {
        if (given instanceof Error) throw given;
        return typeof given === "function" ? await given(request) : given;
      },
    }));
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    this.requests.push(request);
    const index = this.#answers.findIndex(({ service }) => service === serviceOf(request.url));
    if (index < 0) return await nodeHttp.send(request);
    const [replaced] = this.#answers.splice(index, 1);
    return replaced === undefined ? await nodeHttp.send(request) : await replaced.give(request);
  }

  to(service: Service): readonly HttpRequest[] {
    return this.requests.filter(({ url }) => serviceOf(url) === service);
  }
}

interface Attempt {
  readonly http: Between;
  readonly services?: SigningServices;
  readonly statements?: readonly Statement[];
}

/** Signs on a clock of its own, so that waiting neither takes time nor makes certificates expire. */
async function signWith({
  http,
  services,
  statements,
}: Attempt): Promise<{ bundles: readonly Json[]; waitedMs: number }> {
  const clock = new VirtualClock("2026-11-21T10:00:00Z");
  const signer = new SigstoreSigner({ http, clock }, services ?? world.services(2));
  const bundles = await signer.sign(statements ?? [statement], await world.issuer.token());
  return { bundles, waitedMs: clock.monotonicMs() };
}

const offline = new TurnpikeError("NETWORK_UNREACHABLE", "service", "log.example.org gave no answer.");

describe("signing", () => {
  it("makes one certificate for all statements of a job, and logs them all at once", async () => {
    const http = new Between();
    const { bundles } = await signWith({ http, statements: [statement, world.sbom(), await world.testResult()] });
    expect([http.to("fulcio").length, http.to("log").length, http.to("time").length]).toEqual([1, 3, 3]);
    expect(check(world, bundles).statements.map(({ outcome }) => outcome)).toEqual([
      "accepted",
      "accepted",
      "accepted",
    ]);
  });

  it("gives the log 30 s and follows no redirect", async () => {
    const http = new Between();
    await signWith({ http });
    for (const request of http.requests) expect(request).toMatchObject({ timeoutMs: 30_000, redirect: "manual" });
  });

  it("writes to two logs and two authorities when the configuration asks for them", async () => {
    const one = world.services(2);
    const services = { ...one, logs: [...one.logs, ...world.services(1).logs] };
    const { bundles } = await signWith({ http: new Between(), services });
    const policy = policyOf(world.issuer, { thresholds: { logEntries: 2 } });
    expect(check(world, bundles, { policy }).verified).toBe(true);
  });

  it("works as the client trust configuration of the local services says", async () => {
    const { signingConfig } = await readTrustConfig(world);
    expect(signingConfig.rekorTlogUrls.map((log: Json) => log.majorApiVersion)).toEqual([2, 1]);
    expect(signingConfig.tsaUrls[0].url).toBe(world.services().timestampUrls[0]);
  });
});

describe("when a service stumbles, signing goes on", () => {
  it.each<[string, Service, HttpResponse | Error, number]>([
    ["an answer 500", "log", answer(500), 1000],
    ["an answer 503 of Fulcio", "fulcio", answer(503), 1000],
    ["too many requests, and when to come again", "log", answer(429, "", { "retry-after": "7" }), 7000],
    ["a date to come again", "time", answer(503, "", { "retry-after": "Sat, 21 Nov 2026 10:00:09 GMT" }), 9000],
    ["a time to come again that is beyond reason", "log", answer(429, "", { "retry-after": "86400" }), 30_000],
    ["a time to come again that is none", "log", answer(429, "", { "retry-after": "soon" }), 1000],
    ["no answer", "time", offline, 1000],
  ])("after %s (%s)", async (_, service, given, expectedMs) => {
    const { bundles, waitedMs } = await signWith({ http: new Between([service, given]) });
    expect(waitedMs).toBe(expectedMs);
    expect(check(world, bundles).verified).toBe(true);
  });

  it("with a new signature when the log says that it knows the old one", async () => {
    const logged = async (request: HttpRequest): Promise<HttpResponse> => {
      await nodeHttp.send(request);
      return answer(499, { code: 1, message: "context canceled" });
    };
    const http = new Between(
      ["log", logged],
      ["log", answer(409, { code: 6, message: "exists" }, { "x-log-index": "7" })],
    );
    const { bundles } = await signWith({ http });
    const signatures = http
      .to("log")
      .map(({ body }) => JSON.parse(String(body)).hashedRekordRequestV002.signature.content);
    expect(signatures).toHaveLength(3);
    expect(signatures[0]).toBe(signatures[1]);
    expect(signatures[2]).not.toBe(signatures[0]);
    expect(check(world, bundles).verified).toBe(true);
  });

  it("with the entry that a log of version 1 already has", async () => {
    const lost = async (request: HttpRequest): Promise<HttpResponse> => {
      await nodeHttp.send(request);
      return answer(500);
    };
    const http = new Between(["log", lost]);
    const { bundles } = await signWith({ http, services: world.services(1) });
    expect(http.to("log").map(({ method }) => method)).toEqual(["POST", "POST", "GET"]);
    expect(check(world, bundles).verified).toBe(true);
  });
});

describe("when a service fails for good, signing ends with one sentence", () => {
  const always = (service: Service, given: HttpResponse | Error): [Service, HttpResponse | Error][] =>
    Array.from({ length: 12 }, () => [service, given]);

  it("after four attempts", async () => {
    const http = new Between(...always("log", answer(500, { message: "no checkpoint" })));
    const error = await errorOf(signWith({ http }));
    expect(http.to("log")).toHaveLength(4);
    expect([error.code, error.kind]).toEqual(["SIGN_FAILED", "service"]);
    expect(error.message).toMatch(
      /^Rekor \(127\.0\.0\.1:\d+\) answered with HTTP status 500: no checkpoint\. Nothing was signed\.$/,
    );
  });

  it("with the network's own error when there was never an answer", async () => {
    const error = await errorOf(signWith({ http: new Between(...always("time", offline)) }));
    expect(error.code).toBe("NETWORK_UNREACHABLE");
  });

  it("at once when it says no", async () => {
    const http = new Between(["fulcio", answer(403, "<html>denied</html>")]);
    const error = await errorOf(signWith({ http }));
    expect(http.to("fulcio")).toHaveLength(1);
    expect(error.message).toContain("HTTP status 403: <html>denied</html>. Nothing was signed.");
  });

  it("when it knows every new signature", async () => {
    const error = await errorOf(signWith({ http: new Between(...always("log", answer(409, "exists"))) }));
    expect(error.message).toBe("The transparency log refused 3 new signatures as known already. Nothing was signed.");
  });

  it.each<[string, Service, HttpResponse]>([
    ["a redirect", "fulcio", answer(302, "", { location: "https://evil.example.org" })],
    ["no JSON", "log", answer(201, "ok")],
    ["another JSON", "log", answer(201, { logIndex: 1 })],
    ["no certificate", "fulcio", answer(201, { signedCertificateEmbeddedSct: { chain: { certificates: ["x"] } } })],
    ["an empty chain", "fulcio", answer(201, { signedCertificateEmbeddedSct: { chain: { certificates: [] } } })],
  ])("when it gives %s", async (_, service, given) => {
    const error = await errorOf(signWith({ http: new Between([service, given]) }));
    expect(error.code).toBe("SIGN_FAILED");
    expect(error.message).toContain("Nothing was signed.");
  });

  it("points to Sigstore's status page when it is Sigstore's own", async () => {
    const services = { fulcioUrl: "https://fulcio.sigstore.dev", logs: [], timestampUrls: [] };
    const error = await errorOf(signWith({ http: new Between(["fulcio", answer(400, "x")]), services }));
    expect(error.hint).toContain("https://status.sigstore.dev");
  });
});

describe("a token", () => {
  it("gets into no error, whatever a service sends back", async () => {
    const token = await world.issuer.token();
    const clock = new VirtualClock("2026-11-21T10:00:00Z");
    const bodies = [
      token,
      `bad token ${token}!`,
      JSON.stringify({ message: `token=${token}` }),
      token.split(".")[1] ?? "",
    ];
    for (const body of bodies) {
      for (const service of ["fulcio", "log", "time"] as const) {
        const signer = new SigstoreSigner(
          { http: new Between([service, answer(400, body)]), clock },
          world.services(2),
        );
        const error = await errorOf(signer.sign([statement], token));
        const all = JSON.stringify([error.message, error.hint, error.problems, String(error.cause), error.stack]);
        for (const part of token.split(".")) expect(all).not.toContain(part);
      }
    }
  });

  it("that is none leads to a refusal that does not show it", async () => {
    const signer = new SigstoreSigner({ http: nodeHttp, clock: world.clock }, world.services(2));
    for (const token of ["canary-7f3a", "a.canary-7f3a.c", ""]) {
      const error = await errorOf(signer.sign([statement], token));
      expect(error.code).toBe("SIGN_FAILED");
      expect(JSON.stringify([error.message, error.stack])).not.toContain("canary");
    }
  });

  it("is taken out of text even when it is not known", () => {
    expect(redact("x eyJhbGciOi.eyJzdWIi.c2ln y")).toBe("x *** y");
    expect(redact("a\u001b[31m\n\nb", [])).toBe("a [31m b");
    expect(redact("x".repeat(400))).toHaveLength(301);
  });
});
