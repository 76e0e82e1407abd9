import { describe, expect, it } from "vitest";
import { Masker, readFailure, toFailure } from "../../../src/core/gates/index.ts";
import { TurnpikeError } from "../../../src/errors.ts";

describe("why a step gave up", () => {
  it("is handed on with problems, places and what mends it", () => {
    const error = new TurnpikeError("CONFIG_INVALID", "config", "1 problem.", {
      problems: [{ where: "turnpike.yml", line: 2, column: 3, message: "wrong" }],
      hint: "do this",
      doc: "docs/x.md",
      cause: new Error("a secret"),
    });
    const text = JSON.stringify(toFailure(error));
    expect(text).not.toContain("secret");
    expect(readFailure(text)).toEqual({
      schema: "turnpike/failure/1",
      code: "CONFIG_INVALID",
      kind: "config",
      message: "1 problem.",
      problems: [{ where: "turnpike.yml", line: 2, column: 3, message: "wrong" }],
      problemsTotal: 1,
      hint: "do this",
      doc: "docs/x.md",
    });
  });

  it("holds no secret in any of its texts", () => {
    const secret = "correct-horse-battery";
    const masker = new Masker([secret]);
    const problems = [{ where: `${secret}.yml`, message: `got ${btoa(secret)}` }];
    const more = { problems, hint: `run it with ${secret}` };
    const error = new TurnpikeError("CONFIG_INVALID", "config", `It said ${secret}.`, more);
    const text = JSON.stringify(toFailure(error, (one) => masker.mask(one)));
    expect(text).not.toContain(secret);
    expect(text).not.toContain(btoa(secret));
    expect(readFailure(text)).toMatchObject({
      code: "CONFIG_INVALID",
      message: "It said ***.",
      hint: "run it with ***",
    });
  });

  it("is bounded, however much is wrong", () => {
    const problems = Array.from({ length: 10_000 }, () => ({ where: "x".repeat(9000), message: "y".repeat(9000) }));
    const failure = toFailure(new TurnpikeError("CONFIG_INVALID", "config", "z".repeat(99_999), { problems }));
    expect(JSON.stringify(failure).length).toBeLessThan(250_000);
    expect(failure.problemsTotal).toBe(10_000);
    expect(readFailure(JSON.stringify(failure))).toEqual(failure);
  });

  it("of something unexpected is our fault", () => {
    expect(toFailure("a text")).toMatchObject({ code: "BUG_UNEXPECTED", kind: "bug", message: "a text" });
  });
});
