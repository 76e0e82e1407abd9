import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Attempt,
  type Retries,
  reasonToRetry,
  retryDelay,
  TRANSIENT_CLASSES,
} from "../../../src/core/gates/index.ts";

const all: Retries = { max: 3, classes: TRANSIENT_CLASSES, exitCodes: [], outputs: [] };

function attempt(
  outcome: Attempt["judgement"]["outcome"],
  more: Partial<Attempt> & { failures?: number } = {},
): Attempt {
  const counts = { tests: null, failures: more.failures ?? null, findings: null };
  const judgement = { outcome, reason: null, counts, findingsTotal: more.failures ?? 0 };
  return { end: { kind: "exited", code: 1 }, log: "", ...more, judgement };
}

describe("trying again", () => {
  it.each<[string, Attempt, string | undefined]>([
    ["a broken connection", attempt("tool-error", { log: "read ECONNRESET" }), "network"],
    ["no name", attempt("failed", { log: "curl: (6) Could not resolve host: x" }), "network"],
    ["too many requests", attempt("failed", { log: "HTTP error 429 Too Many Requests" }), "rate-limit"],
    ["out of time", attempt("timed-out", { end: { kind: "timed-out", afterMs: 5 } }), "timeout"],
    ["a crash", attempt("tool-error", { end: { kind: "signalled", signal: "SIGSEGV" } }), "crash"],
    ["a crash in a shell", attempt("tool-error", { end: { kind: "exited", code: 139 } }), "crash"],
    ["no memory", attempt("tool-error", { end: { kind: "signalled", signal: "SIGKILL" } }), "crash"],
    ["a plain failure", attempt("failed", { log: "AssertionError" }), undefined],
    ["tests that speak of a connection", attempt("failed", { log: "ECONNRESET", failures: 1 }), undefined],
    ["a pass", attempt("passed", { log: "ECONNRESET" }), undefined],
    ["somebody's stop", attempt("cancelled", { end: { kind: "stopped" } }), undefined],
    [
      "a program that is not there",
      attempt("tool-error", { end: { kind: "not-started", reason: "not-found", message: "no" }, log: "ECONNRESET" }),
      undefined,
    ],
  ])("is for trouble that often passes: %s", (_, given, expected) => {
    expect(reasonToRetry(all, given)).toBe(expected);
  });

  it.each([502, 503, 504])("is for a server that answers %i for a while", (status) => {
    const words = { 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout" }[status];
    expect(reasonToRetry(all, attempt("failed", { log: `HTTP ${status} ${words}` }))).toBe("network");
  });

  it.each([132, 134, 135, 137, 139])("is for a crash that a shell hands on as %i, of a gate in trouble", (code) => {
    const end = { kind: "exited", code } as const;
    expect(reasonToRetry(all, attempt("tool-error", { end }))).toBe("crash");
    expect(reasonToRetry(all, attempt("failed", { end }))).toBeUndefined();
  });

  it("goes by the reason of the verdict too, where the output was not kept", () => {
    const unreachable = attempt("inconclusive");
    const judgement = { ...unreachable.judgement, reason: "not audited: advisory service unreachable" };
    expect(reasonToRetry(all, { ...unreachable, judgement })).toBe("network");
  });

  it("asks nothing more of what a person lists", () => {
    const listed: Retries = { max: 1, classes: [], exitCodes: [75], outputs: ["flaky device"] };
    const failed = (more: object) => reasonToRetry(listed, attempt("failed", { failures: 2, ...more }));
    expect(failed({ end: { kind: "exited", code: 75 } })).toBe("exit code 75");
    expect(failed({ log: "…flaky device…" })).toBe('"flaky device" in the output');
    expect(failed({})).toBeUndefined();
  });

  it("is done within a second whatever the output", () => {
    fc.assert(
      fc.property(fc.constantFrom("HTTP status ", "Max ", "429", " ", "rate "), (part) => {
        expect(reasonToRetry(all, attempt("failed", { log: part.repeat(30_000) }))).toBeOneOf([
          undefined,
          "rate-limit",
        ]);
      }),
      { numRuns: 10 },
    );
  });

  it("waits anything up to a bound that doubles and ends at 30 s", () => {
    expect([1, 2, 3, 9].map((count) => retryDelay(count, 1))).toEqual([2000, 4000, 8000, 30_000]);
    expect(retryDelay(3, 0)).toBe(0);
  });
});
