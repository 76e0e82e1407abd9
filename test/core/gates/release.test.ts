import { describe, expect, it } from "vitest";
import { type EventFacts, isRelease } from "../../../src/core/gates/index.ts";

const pushedTag: EventFacts = { eventName: "push", event: {}, refType: "tag", refName: "v1.2.0" };

describe("a run is a release", () => {
  it.each<[string, EventFacts, readonly string[]]>([
    ["for a pushed tag that matches", pushedTag, ["v*"]],
    ["for a tag that one of several patterns names", { ...pushedTag, refName: "orders-2" }, ["v*", "orders-*"]],
    ["for a tag that begins with a dot", { ...pushedTag, refName: ".v1" }, ["*"]],
    [
      "for a published release, whatever its tag",
      { ...pushedTag, eventName: "release", event: { action: "published" } },
      [],
    ],
  ])("%s", (_, facts, tags) => {
    expect(isRelease(facts, tags)).toBe(true);
  });
});

describe("a run is only a check", () => {
  it.each<[string, EventFacts, readonly string[]]>([
    ["for a tag of another kind", { ...pushedTag, refName: "nightly" }, ["v*"]],
    ["for a tag of another group, which the pattern does not reach", { ...pushedTag, refName: "web/v1" }, ["v*"]],
    ["where no tag is a release", pushedTag, []],
    ["for a branch that is called like a release", { ...pushedTag, refType: "branch" }, ["v*"]],
    ["for a tag that was deleted", { ...pushedTag, event: { deleted: true } }, ["v*"]],
    ["for an event on a tag that is no push", { ...pushedTag, eventName: "workflow_dispatch" }, ["v*"]],
    ["for a release that is a draft", { ...pushedTag, eventName: "release", event: { action: "created" } }, ["v*"]],
    [
      "for another event of that action",
      { ...pushedTag, eventName: "package", event: { action: "published" } },
      ["v*"],
    ],
  ])("%s", (_, facts, tags) => {
    expect(isRelease(facts, tags)).toBe(false);
  });
});
