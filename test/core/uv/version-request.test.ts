import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  combine,
  describeRequest,
  explainRequest,
  highest,
  parseVersionRequest,
  satisfies,
  toRequirement,
  type VersionRequest,
} from "../../../src/core/uv/index.ts";

function request(text: string, source = "the input version"): VersionRequest {
  const result = parseVersionRequest(text, source);
  if (!result.ok) throw new Error(`${text} ${result.why}`);
  return result.request;
}

describe("a version request", () => {
  test.each([
    ["", "uv"],
    ["*", "uv"],
    ["latest", "uv"],
    ["0.13.8", "uv==0.13.8"],
    ["v0.13.8", "uv==0.13.8"],
    ["== 0.4.1", "uv==0.4.1"],
    ["===0.4.1", "uv==0.4.1"],
    ["=0.4.1", "uv==0.4.1"],
    ["0.13", "uv==0.13.*"],
    ["0.13.x", "uv>=0.13.0,<0.14.0"],
    ["^0.13.2", "uv>=0.13.2,<0.14.0"],
    ["~0.13.2", "uv>=0.13.2,<0.14.0"],
    ["~=0.4", "uv~=0.4"],
    [">=0.4.0 <0.5.0", "uv>=0.4.0,<0.5.0"],
    [">= 0.4.0, < 0.5.0", "uv>=0.4.0,<0.5.0"],
    ["==0.13.*", "uv==0.13.*"],
    ["0.14.0rc1", "uv==0.14.0rc1"],
  ])("%j asks an index for %s", (text, requirement) => {
    expect(toRequirement(request(text))).toBe(requirement);
  });

  test.each(["soon", ">=", "0.13.8; rm -rf /", "--index-url=x", "0.13 || 0.12", "1".repeat(201), "uv==0.13"])(
    "%j is refused with what would be right",
    (text) => {
      const result = parseVersionRequest(text, "the input version");
      expect(result.ok).toBe(false);
      expect(result.ok ? "" : result.why).toContain("write 0.13.8");
    },
  );

  test("a bare 0.13 means 0.13.0 to a project, as uv itself reads required-version", () => {
    const result = parseVersionRequest("0.13", "uv.toml", "exact");
    expect(result.ok && satisfies("0.13.0", result.request)).toBe(true);
    expect(result.ok && satisfies("0.13.1", result.request)).toBe(false);
  });

  test("~=0.4 takes 0.12.5, as PEP 440 says", () => {
    expect(satisfies("0.12.5", request("~=0.4"))).toBe(true);
    expect(satisfies("1.0.0", request("~=0.4"))).toBe(false);
  });

  test("the highest known version that will do is chosen, and no pre-release unless asked for", () => {
    const versions = ["0.12.24", "0.13.8", "0.14.0rc1", "0.9.30", "nonsense"];
    expect(highest(versions, request(""))).toBe("0.13.8");
    expect(highest(versions, request("<0.13"))).toBe("0.12.24");
    expect(highest(versions, request("0.14.0rc1"))).toBe("0.14.0rc1");
    expect(highest(versions, request(">1"))).toBeUndefined();
  });

  test("any text is either refused or a requirement that an installer reads as one argument", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[~^<>=! 0-9.x*,v|-]{1,30}$/)), (text) => {
        const result = parseVersionRequest(text, "x");
        if (result.ok) expect(toRequirement(result.request)).toMatch(/^uv([<>=!~][\w.*+!<>=~,-]+)?$/);
      }),
    );
  });

  test("every exact version pleases its own request and its own series", () => {
    const part = fc.nat(60);
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        const version = `${a}.${b}.${c}`;
        expect(satisfies(version, request(version))).toBe(true);
        expect(satisfies(version, request(`${a}.${b}`))).toBe(true);
        expect(satisfies(version, request(`~${a}.${b}`))).toBe(true);
        expect(satisfies(version, request(`>=${version},<=${version}`))).toBe(true);
        expect(satisfies(version, request(`!=${version}`))).toBe(false);
      }),
    );
  });
});

test("a request is told with who says so, and that nobody asks", () => {
  expect(explainRequest(request(">=0.13", "uv.toml"))).toBe(">=0.13, from uv.toml");
  expect(explainRequest(request("", "uv.toml"))).toBe("any version; none is asked for");
});

describe("an input and a project's required-version", () => {
  const project = (text: string) => request(text, "uv.toml");

  test.each([
    ["", ">=0.13", ">=0.13"],
    ["latest", "<0.13", "<0.13"],
    ["0.13.8", ">=0.13", "0.13.8"],
    [">=0.12", "<0.13", ">=0.12,<0.13"],
    [">=0.12", "0.12.5", "0.12.5"],
    ["0.12.5", "", "0.12.5"],
  ])("%j with %j is %s", (input, required, both) => {
    const result = combine(request(input), project(required));
    expect(result.ok && describeRequest(result.request)).toBe(both);
  });

  test("that cannot both be met are refused with both sources", () => {
    const result = combine(request("0.12.5"), project(">=0.13"));
    expect(result.ok ? "" : result.why).toBe("asks for 0.12.5, but uv.toml requires >=0.13");
  });
});
