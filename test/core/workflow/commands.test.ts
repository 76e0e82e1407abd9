import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMANDS, isBadStopToken, parseCommand } from "../../../src/core/workflow/index.ts";
import { anyText } from "../../fakes/any-text.ts";

const known = new Set<string>(COMMANDS);

describe("a workflow command", () => {
  // Cases of actions/runner src/Test/L0/Worker/ActionCommandL0.cs, and of docs.github.com, Workflow commands.
  it.each([
    ["::warning::careful", "warning", {}, "careful"],
    ["  ::error file=a.ts,line=3::wrong", "error", { file: "a.ts", line: "3" }, "wrong"],
    ["::error file=a%3Ab%2Cc,col=1::50%25%0Adone", "error", { file: "a:b,c", col: "1" }, "50%\ndone"],
    ["::set-output name=x::%250A", "set-output", { name: "x" }, "%0A"],
    ["##[warning]old", "warning", {}, "old"],
    ["said ##[error file=a;line=2]inside a line", "error", { file: "a", line: "2" }, "inside a line"],
    ["##[error title=a%3Bb%5D]x", "error", { title: "a;b]" }, "x"],
    ["::notice title=a=b::x", "notice", { title: "a=b" }, "x"],
    ["::error FILE=a::x", "error", { file: "a" }, "x"],
    ["::group::", "group", {}, ""],
  ])("is read from %j", (line, name, properties, data) => {
    expect(parseCommand(line, known)).toEqual({ name, properties, data });
  });

  it.each([
    ["::unknown::x", "its name is not known"],
    ["said ::error::x", "the new syntax begins the line"],
    ["::error x", "the second mark is missing"],
    ["##[error x", "the bracket is open"],
    ["::Error::x", "names are compared exactly"],
    ["", "there is nothing"],
    ["::", "there is a mark alone"],
  ])("is not read from %j: %s", (line) => {
    expect(parseCommand(line, known)).toBeUndefined();
  });

  it("never throws, whatever is printed", () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        parseCommand(text, known);
        parseCommand(`::error ${text}::${text}`, known);
        parseCommand(`##[error ${text}]${text}`, known);
      }),
    );
  });

  it("gives back escaped data as it was", () => {
    const escaped = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseCommand(`::error::${escaped(text)}`, known)?.data).toBe(text);
      }),
    );
  });
});

describe("a token that ends a stop", () => {
  it.each(["", "pause-logging", "Pause-Logging", "error"])("may not be %j", (token) => {
    expect(isBadStopToken(token)).toBe(true);
  });

  it("may be anything else", () => {
    expect(isBadStopToken("c0ffee")).toBe(false);
  });
});
