import { describe, expect, it } from "vitest";
import { choosePin, type OwnCopy, repositoryOfUrl } from "../../../src/core/adopt/index.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const checkout = {
  head: SHA,
  isDirty: false,
  tags: ["v1", "v1.4.2"],
  remote: "https://github.com/acme/turnpike.git",
  asked: null,
};
const copy = (more: Partial<NonNullable<OwnCopy["checkout"]>> = {}): OwnCopy => ({
  checkout: { ...checkout, ...more },
  installed: null,
});
const lost: OwnCopy = { checkout: null, installed: null };

describe("the commit that a caller is pinned to", () => {
  it("is the running copy's own when that is a clean release", () => {
    expect(choosePin(undefined, copy())).toMatchObject({
      kind: "known",
      pin: { repository: "acme/turnpike", sha: SHA, version: "v1.4.2" },
    });
  });

  it.each([
    ["changes", copy({ isDirty: true }), "has changes that are in no commit"],
    ["no release", copy({ tags: ["v1"] }), "is no release"],
    [
      "no remote",
      { checkout: { ...checkout, remote: null }, installed: null },
      "does not know which GitHub repository",
    ],
    ["nothing known", lost, "It is not known which commit"],
  ] as const)("is not invented for a copy with %s", (_, own, message) => {
    expect(choosePin(undefined, own)).toMatchObject({
      kind: "unknown",
      message: expect.stringContaining(message),
      hint: expect.stringContaining("--ref"),
    });
  });

  it("is the one that npm noted", () => {
    const installed = {
      resolved: `git+ssh://git@github.com/acme/turnpike.git#${SHA}`,
      asked: "github:acme/turnpike#v1.4.2",
    };
    expect(choosePin(undefined, { checkout: null, installed })).toMatchObject({
      pin: { repository: "acme/turnpike", sha: SHA, version: "v1.4.2" },
    });
    expect(
      choosePin(undefined, { checkout: null, installed: { ...installed, asked: "github:acme/turnpike" } }),
    ).toMatchObject({ pin: { version: null } });
  });

  it("is the one that was asked for, as far as it is known here", () => {
    expect(choosePin(`acme/turnpike@${SHA}`, lost)).toMatchObject({
      pin: { repository: "acme/turnpike", sha: SHA, version: null },
    });
    const asked = { sha: "a".repeat(40), tags: ["v1.3.0"] };
    expect(choosePin("v1.3.0", copy({ asked }))).toMatchObject({ pin: { sha: asked.sha, version: "v1.3.0" } });
    expect(choosePin("v9.0.0", copy())).toMatchObject({
      kind: "unknown",
      hint: expect.stringContaining("git ls-remote https://github.com/acme/turnpike v9.0.0"),
    });
    expect(choosePin("a@b@c", copy())).toMatchObject({ kind: "unknown" });
    expect(choosePin(SHA, lost)).toMatchObject({ kind: "unknown" });
  });

  it.each([
    ["https://github.com/acme/turnpike.git", "acme/turnpike"],
    ["git@github.com:acme/turnpike.git", "acme/turnpike"],
    ["ssh://git@git.example.org:22/acme/turnpike/", "acme/turnpike"],
    ["git+https://git@github.com/acme/turnpike.git#abc", "acme/turnpike"],
    ["/srv/git/turnpike", undefined],
    ["../turnpike", undefined],
  ])("comes from the repository of %s", (url, name) => {
    expect(repositoryOfUrl(url)).toBe(name);
  });
});
