import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  branchOf,
  eventsOf,
  filesNamedBy,
  leftOut,
  type Situation,
  WHEN_EVENTS,
  whyNotNow,
} from "../../../src/core/gates/index.ts";
import { gate } from "../../actions/gates/world.ts";

function situation(more: Partial<Situation> = {}): Situation {
  const changed = { kind: "known", files: ["src/a.py"], since: "main" } as const;
  return { events: ["pull_request"], branch: "main", changed, day: "2026-11-21", ...more };
}

describe("when a gate runs", () => {
  it("is always, when nothing is said", () => {
    expect(whyNotNow(undefined, situation())).toBeUndefined();
  });

  it("names the part that does not hold, the first of them", () => {
    const when = { events: ["push"], branches: ["release/*"], paths: ["docs/**"] } as const;
    expect(whyNotNow(when, situation())).toBe("`when.events` names push, and this is the event pull_request");
    expect(whyNotNow({ ...when, events: undefined }, situation())).toBe(
      "`when.branches` names release/*, and this is main",
    );
    expect(whyNotNow({ paths: ["docs/**"] }, situation())).toBe(
      "`when.paths` names other files than the one that changed since main",
    );
    expect(whyNotNow({ events: ["push"] }, situation({ events: ["local"] }))).toBe(
      "`when.events` names push, and this is a run without GitHub",
    );
  });

  it("holds when every part holds", () => {
    const when = { events: ["pull_request"], branches: ["ma*"], paths: ["src/**", "!src/b.py"] } as const;
    expect(whyNotNow(when, situation())).toBeUndefined();
  });

  it("holds wherever it is in doubt: no branch, or nobody knows what changed", () => {
    expect(whyNotNow({ branches: ["main"] }, situation({ branch: undefined }))).toBeUndefined();
    const changed = { kind: "unknown", reason: "the clone is shallow" } as const;
    expect(whyNotNow({ paths: ["docs/**"] }, situation({ changed }))).toBeUndefined();
  });

  it.each(WHEN_EVENTS)("knows the event %s", (event) => {
    expect(whyNotNow({ events: [event] }, situation({ events: [event] }))).toBeUndefined();
  });

  it("calls a release that a tag makes a push and a release", () => {
    expect(eventsOf({ eventName: "push" }, true)).toEqual(["push", "release"]);
    expect(eventsOf({ eventName: "release" }, true)).toEqual(["release"]);
    expect(eventsOf({ eventName: "pull_request_target" }, false)).toEqual(["pull_request"]);
  });

  it("is about the branch that the change goes to", () => {
    const facts = { refType: "branch", refName: "topic", baseRef: undefined, event: {} } as const;
    expect(branchOf({ ...facts, eventName: "push" })).toBe("topic");
    expect(branchOf({ ...facts, eventName: "push", refType: "tag" })).toBeUndefined();
    expect(branchOf({ ...facts, eventName: "pull_request", baseRef: "main" })).toBe("main");
    const event = { merge_group: { base_ref: "refs/heads/dev" } };
    expect(branchOf({ ...facts, eventName: "merge_group", event })).toBe("dev");
  });
});

describe("patterns of files", () => {
  it("take in and out in their order, and a folder's name stands for all in it", () => {
    const names = filesNamedBy(["src", "!src/docs/**", "src/docs/keep.md", "*.toml", ".github/"]);
    const files = [
      "src/a.py",
      "src/docs/x.md",
      "src/docs/keep.md",
      "pyproject.toml",
      "a/b.toml",
      ".github/w/ci.yml",
      "srcs",
    ];
    expect(files.filter(names)).toEqual(["src/a.py", "src/docs/keep.md", "pyproject.toml", ".github/w/ci.yml"]);
  });

  it("name files whose names begin with a dot like any other", () => {
    const files = [".flake8", "src/.pylintrc", "src/.hidden/a.py"];
    expect(files.filter(filesNamedBy(["*", "src"]))).toEqual(files);
    expect(files.filter(filesNamedBy(["**/*.py"]))).toEqual(["src/.hidden/a.py"]);
  });
});

describe("gates that are left out", () => {
  it("are never needed by one that runs", () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    const graph = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 12 });
    fc.assert(
      fc.property(graph, fc.subarray(ids), (edges, unwanted) => {
        const gates = ids.map((id, at) => {
          const needs = edges.filter(([from, to]) => from === at && to < at).map(([, to]) => ids[to] ?? "");
          return gate(id, { needs: [...new Set(needs)] });
        });
        const left = leftOut(gates, ({ id }) => (unwanted.includes(id) ? "not now" : undefined));
        for (const one of gates.filter(({ id }) => !left.has(id))) {
          for (const need of one.needs) expect(left.has(need)).toBe(false);
        }
        for (const id of left.keys()) expect(unwanted).toContain(id);
      }),
    );
  });
});
