import { describe, expect, it } from "vitest";
import { parseRemote, versionOfTag } from "../../../src/core/sbom/project.ts";
import { fileNameOf, withoutCredentials } from "../../../src/core/sbom/urls.ts";

describe("the address of a repository", () => {
  const owner = { name: "acme", url: "https://git.example.org/acme" };

  it.each([
    ["https://git.example.org/acme/orders.git", "https://git.example.org/acme/orders", owner],
    ["https://user:pw@git.example.org/acme/orders", "https://git.example.org/acme/orders", owner],
    ["git@git.example.org:acme/orders.git", "ssh://git@git.example.org/acme/orders", owner],
    ["ssh://me@git.example.org:2222/acme/orders.git/", "ssh://git@git.example.org:2222/acme/orders", owner],
    ["https://git.example.org/orders.git", "https://git.example.org/orders", undefined],
    ["http://127.0.0.1:8080/acme/orders", "http://127.0.0.1:8080/acme/orders", undefined],
  ])("is read: %s", (remote, address, expected) => {
    expect(parseRemote(remote)).toEqual({ address, owner: expected });
  });

  it.each(["/srv/git/orders.git", "../orders", "C:\\git\\orders", "file:///srv/git/orders", "", "not a remote"])(
    "is not told when it is a machine's own: %s",
    (remote) => {
      expect(parseRemote(remote)).toBeUndefined();
    },
  );
});

describe("a release tag", () => {
  it.each([
    ["v1.2.0", "1.2.0"],
    ["1.2", "1.2"],
    ["orders-v1.2.0rc1", "1.2.0rc1"],
    ["@acme/shop@2.0.0-beta.1", "2.0.0-beta.1"],
    ["v1", undefined],
    ["nightly", undefined],
    ["release-2024", undefined],
  ])("%s names %s", (tag, expected) => {
    expect(versionOfTag(tag)).toBe(expected);
  });
});

describe("an address in a lock", () => {
  it.each([
    ["https://files.example.org/a.whl", "https://files.example.org/a.whl"],
    ["https://user:pw@files.example.org/a.whl", "https://files.example.org/a.whl"],
    ["https://token@index.example.org/simple", "https://index.example.org/simple"],
    ["https://files.example.org/a.whl?X-Amz-Signature=1&v=2", "https://files.example.org/a.whl?v=2"],
    ["ssh://git@git.example.org/a", "ssh://git@git.example.org/a"],
    ["weird://a:b@c", "weird://c"],
  ])("loses what grants access: %s", (address, expected) => {
    expect(withoutCredentials(address)).toBe(expected);
  });

  it("gives its last segment as a file name", () => {
    expect(fileNameOf("https://files.example.org/x/a%2B1.whl?x#y")).toBe("a+1.whl");
    expect(fileNameOf("dir\\a.whl")).toBe("a.whl");
    expect(fileNameOf("https://files.example.org/%E0%A4%A")).toBe("%E0%A4%A");
    expect(fileNameOf("")).toBeUndefined();
  });
});
