import { describe, expect, it } from "vitest";
import {
  type Service,
  type SigningConfig,
  selectServices,
  signingConfigSchema,
} from "../../../src/core/provenance/index.ts";

const NOW = new Date("2026-11-21T10:00:00Z");

function service(url: string, majorApiVersion: number, start = "2026-01-01T00:00:00Z", end?: string): Service {
  return { url, majorApiVersion, validFor: { start, ...(end === undefined ? {} : { end }) } };
}

function config(changes: Partial<SigningConfig> = {}): SigningConfig {
  return {
    mediaType: "application/vnd.dev.sigstore.signingconfig.v0.2+json",
    caUrls: [service("https://ca.example.org", 1)],
    rekorTlogUrls: [service("https://v1.example.org", 1), service("https://v2.example.org", 2)],
    rekorTlogConfig: { selector: "ANY" },
    tsaUrls: [service("https://tsa.example.org", 1)],
    tsaConfig: { selector: "ANY" },
    ...changes,
  };
}

describe("the services of a signing configuration", () => {
  it("are the newest interfaces that are understood", () => {
    expect(selectServices(config(), NOW)).toEqual({
      fulcioUrl: "https://ca.example.org",
      logs: [{ url: "https://v2.example.org", apiVersion: 2 }],
      timestampUrls: ["https://tsa.example.org"],
    });
  });

  it("are those that are valid now, the newest first", () => {
    const rekorTlogUrls = [
      service("https://over.example.org", 2, "2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
      service("https://later.example.org", 2, "2027-01-01T00:00:00Z"),
      service("https://old.example.org", 1, "2020-01-01T00:00:00Z"),
      service("https://new.example.org", 1, "2026-02-01T00:00:00Z"),
      service("https://unknown.example.org", 3),
    ];
    expect(selectServices(config({ rekorTlogUrls }), NOW)).toMatchObject({
      logs: [{ url: "https://new.example.org", apiVersion: 1 }],
    });
  });

  it("are as many as the selector says", () => {
    const tsaUrls = [service("https://a.example.org", 1), service("https://b.example.org", 1)];
    const all = selectServices(config({ tsaUrls, tsaConfig: { selector: "ALL" } }), NOW);
    expect(all).toMatchObject({ timestampUrls: ["https://a.example.org", "https://b.example.org"] });
    const exact = config({ tsaUrls, tsaConfig: { selector: "EXACT", count: 3 } });
    expect(selectServices(exact, NOW)).toContain("asks for more time-stamp authorities than are valid now");
  });

  it("are none where the configuration asks for none", () => {
    const { rekorTlogConfig: _, ...without } = config();
    expect(selectServices(without, NOW)).toMatchObject({ logs: [] });
  });

  it("are missing with a sentence", () => {
    expect(selectServices(config({ caUrls: [service("https://ca.example.org", 9)] }), NOW)).toMatch(
      /certification authority/,
    );
    expect(selectServices(config({ rekorTlogUrls: [] }), NOW)).toMatch(/transparency logs/);
  });

  it("have addresses of the web", () => {
    const ftp = { ...config(), caUrls: [service("ftp://ca.example.org", 1)] };
    expect(signingConfigSchema.safeParse(ftp).success).toBe(false);
  });
});
