import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  addEntry,
  concerns,
  type Forgiveness,
  forgive,
  isExpired,
  nameOfEntry,
  parseQuarantine,
  partsOfLabel,
  QUARANTINE_FILE,
  type QuarantineEntry,
  type RedGate,
} from "../../../src/core/flaky/index.ts";
import { anyText } from "../../fakes/any-text.ts";
import { testCase } from "./records.ts";

const ENTRY = `quarantine:
  # It waits for the new clock.
  - file: tests/test_a.py
    class: tests.test_a
    name: test_a
    owner: "@acme/stock"
    issue: https://github.com/acme/orders/issues/12
    reason: races with the clock
    added: 2026-11-01
    expires: 2026-11-20 # at most 30 days
`;

function problems(text: string): readonly string[] {
  const result = parseQuarantine(text, QUARANTINE_FILE);
  return result.ok ? [] : result.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

function entriesOf(text: string): readonly QuarantineEntry[] {
  const result = parseQuarantine(text, QUARANTINE_FILE);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.entries;
}

describe("quarantine.yml", () => {
  it("is read into entries that know their line; no file and an empty one have none", () => {
    expect(entriesOf(ENTRY)).toMatchObject([{ name: "test_a", owner: "@acme/stock", expires: "2026-11-20", line: 3 }]);
    expect(parseQuarantine(undefined, QUARANTINE_FILE)).toEqual({ ok: true, entries: [] });
    expect(entriesOf("# nothing\n")).toEqual([]);
    expect(entriesOf("quarantine: []\n")).toEqual([]);
  });

  it("tells all problems at once, each with its place and what would be right", () => {
    const text = `quarantine:
  - nme: test_a
    file: tests/test_a.py
    owner: ""
    issue: 12
    reason: x
    added: 2026-13-01
    expires: soon
  - id: abc
    owner: me
    reason: y
`;
    expect(problems(text)).toEqual([
      "2:5 quarantine[0].nme is not a key I know; did you mean `name`?",
      '4:12 quarantine[0].owner "" is not an owner; write who mends the test',
      "5:12 quarantine[0].issue 12 is not an issue; write its address or number",
      '7:12 quarantine[0].added "2026-13-01" is not a date; write it as 2026-11-21',
      '8:14 quarantine[0].expires "soon" is not a date; write it as 2026-11-21',
      "9:5 quarantine[1].issue is missing: write its address or number",
      "9:5 quarantine[1].added is missing: write it as 2026-11-21",
      "9:5 quarantine[1].expires is missing: write it as 2026-11-21",
      '9:9 quarantine[1].id "abc" is not the id of a test; write its 64 hexadecimal digits',
    ]);
  });

  it("holds no entry for longer than 30 days, none that ends before it begins, none twice, none without a test", () => {
    const entry = (more: string) => `  - { ${more}, owner: o, issue: i, reason: r, added: 2026-11-01, expires: `;
    const text = `quarantine:
${entry("file: a, name: x")} 2026-12-02 }
${entry("file: a, name: y")} 2026-10-31 }
${entry("file: a, name: z")} 2026-12-01 }
${entry("file: a, name: z")} 2026-12-01 }
${entry("name: z")} 2026-12-01 }
`;
    expect(problems(text).map((one) => one.replace(/^\S+ /, ""))).toEqual([
      "quarantine[0].expires is 31 days after added; 30 is the most",
      "quarantine[1].expires is before quarantine[1].added",
      "quarantine[3] is about the same test as the entry in line 4",
      "quarantine[4] does not say which test; write its id, or its name with file or class",
    ]);
  });

  it("has at most 50 entries", () => {
    const entry = (at: number) =>
      `  - { file: a, name: t${at}, owner: o, issue: i, reason: r, added: 2026-11-01, expires: 2026-11-02 }\n`;
    const text = (count: number) => `quarantine:\n${Array.from({ length: count }, (_, at) => entry(at)).join("")}`;
    expect(entriesOf(text(50))).toHaveLength(50);
    expect(problems(text(51))).toEqual(["2:3 quarantine has more than 50 entries; mend tests, or delete them"]);
  });

  it("is refused or read whatever is in it, and never throws", () => {
    fc.assert(
      fc.property(anyText(), fc.nat(ENTRY.length), (text, at) => {
        parseQuarantine(text, QUARANTINE_FILE);
        parseQuarantine(ENTRY.slice(0, at) + text + ENTRY.slice(at), QUARANTINE_FILE);
      }),
    );
  });

  it("holds to the end of its last day, UTC", () => {
    const [entry] = entriesOf(ENTRY);
    expect(isExpired(entry ?? expect.unreachable(), Date.parse("2026-11-20T23:59:59Z"))).toBe(false);
    expect(isExpired(entry ?? expect.unreachable(), Date.parse("2026-11-21T00:00:00Z"))).toBe(true);
  });
});

describe("adding an entry", () => {
  const entry = {
    ...{ file: "tests/test_b.py", class: "tests.test_b", name: "test_b[x: #1]", owner: "@me", issue: "#3" },
    ...{ reason: 'it\'s "odd"', added: "2026-11-01", expires: "2026-11-15" },
  };

  it("leaves every byte that was there, comments too", () => {
    const added = addEntry(ENTRY, entry);
    expect(added.startsWith(ENTRY)).toBe(true);
    expect(entriesOf(added)).toMatchObject([{ name: "test_a" }, entry]);
  });

  it("makes the file where there is none, and the list where it is empty or written in one line", () => {
    for (const before of [undefined, "", "# mine\n", "quarantine: []\n", "quarantine:\n"]) {
      const added = addEntry(before, entry);
      expect(entriesOf(added)).toMatchObject([entry]);
      if (before?.startsWith("#")) expect(added.startsWith("# mine\n")).toBe(true);
    }
    const flow =
      "quarantine: [{ file: a, name: t, owner: o, issue: i, reason: r, added: 2026-11-01, expires: 2026-11-02 }] # one\n";
    const added = addEntry(flow, entry);
    expect(entriesOf(added)).toHaveLength(2);
    expect(added).toContain("# one");
  });

  it("writes any text so that it reads back", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (name, reason) => {
        const read = parse(addEntry(ENTRY, { ...entry, name, reason })) as { quarantine: unknown[] };
        expect(read.quarantine[1]).toMatchObject({ name, reason });
      }),
    );
  });

  it("takes the names of pytest apart", () => {
    expect(partsOfLabel("tests/test_a.py::test_x")).toEqual({ file: "tests/test_a.py", name: "test_x" });
    expect(partsOfLabel("tests/test_a.py::TestA::TestB::test_x[a::b]")).toEqual({
      ...{ file: "tests/test_a.py", class: "tests.test_a.TestA.TestB", name: "test_x[a::b]" },
    });
    expect(partsOfLabel("test_x")).toBeUndefined();
  });
});

describe("an entry", () => {
  const entry = entriesOf(ENTRY)[0] ?? expect.unreachable();
  const place = { gate: "tests", variant: "linux/py3.12" };
  const { file: _file, class: _class, name: _name, ...nameless } = entry;
  const byId = { ...nameless, id: testCase("test_a").id };

  it.each<[string, QuarantineEntry, boolean]>([
    ["by file, class and name", entry, true],
    ["by its id", byId, true],
    ["by another id", { ...byId, id: testCase("test_b").id }, false],
    ["by name alone", { ...nameless, name: "test_a" }, true],
    ["by another file", { ...entry, file: "tests/test_b.py" }, false],
    ["by another class", { ...entry, class: "tests.test_b" }, false],
    ["in its gate", { ...entry, gate: "tests" }, true],
    ["in another gate", { ...entry, gate: "tests@slow" }, false],
    ["on its variant", { ...entry, variant: "linux/py3.12" }, true],
    ["on another variant", { ...entry, variant: "windows/py3.12" }, false],
  ])("is about a test %s: %#", (_, given, isAbout) => {
    expect(concerns(given, testCase("test_a"), place)).toBe(isAbout);
  });

  it("is called by file or class and name, or by the beginning of its id", () => {
    expect(nameOfEntry(entry)).toBe("tests/test_a.py::test_a");
    expect(nameOfEntry({ ...nameless, class: "tests.test_a", name: "test_a" })).toBe("tests.test_a::test_a");
    expect(nameOfEntry({ ...nameless, name: "test_a" })).toBe("test_a");
    expect(nameOfEntry({ ...nameless, id: "0123456789abcdef" })).toBe("test 0123456789ab");
  });
});

describe("a red gate", () => {
  const at = Date.parse("2026-11-10T00:00:00Z");
  const entries = entriesOf(ENTRY);
  const red = (more: Partial<RedGate> = {}, failed: readonly string[] = ["test_a"]): RedGate => ({
    ...{ gate: "tests", variant: "linux/py3.12", saysTestsFailed: true, hasAllReports: true, executed: 100, log: "" },
    cases: { failed: failed.map(testCase), flaky: [], passed: null, isComplete: true },
    ...more,
  });
  const why = (answer: Forgiveness) => (answer.kind === "refused" ? answer.why : answer.kind);

  it("is forgiven when exactly listed tests failed", () => {
    expect(forgive(red(), entries, at)).toEqual({ kind: "forgiven", entries });
  });

  it("is forgiven in no other of all cases", () => {
    const yesNo = [true, false];
    let forgiven = 0;
    for (const saysTestsFailed of yesNo)
      for (const hasAllReports of yesNo)
        for (const isComplete of yesNo)
          for (const isListed of yesNo)
            for (const isInTime of yesNo)
              for (const log of ["", "Coverage failure: total of 80 is less than fail-under=90\n"]) {
                const failed = isListed ? ["test_a"] : ["test_a", "test_b"];
                const base = red({ saysTestsFailed, hasAllReports, log }, failed);
                const cases = { ...(base.cases ?? expect.unreachable()), isComplete };
                const answer = forgive({ ...base, cases }, entries, isInTime ? at : at + 30 * 24 * 3600 * 1000);
                const isDue = saysTestsFailed && hasAllReports && isComplete && isListed && isInTime && log === "";
                expect(answer.kind).toBe(isDue ? "forgiven" : "refused");
                if (isDue) forgiven += 1;
              }
    expect(forgiven).toBe(1);
  });

  it("is told why it is not", () => {
    expect(why(forgive(red({ saysTestsFailed: false }), entries, at))).toBe(
      "the exit code says more than that tests failed",
    );
    expect(why(forgive(red({}, ["test_a", "test_b"]), entries, at))).toBe("1 failed test not listed");
    expect(why(forgive(red(), entries, at + 30 * 24 * 3600 * 1000))).toBe(
      "the entry for `tests/test_a.py::test_a` ended on 2026-11-20",
    );
    expect(why(forgive(red({ log: "!!!! stopping after 1 failures !!!!" }), entries, at))).toContain("pytest stopped");
  });

  it("hears nothing of a quarantine that is not about it", () => {
    expect(forgive(red({}, ["test_b"]), entries, at).kind).toBe("silent");
    expect(forgive(red({}, []), entries, at).kind).toBe("silent");
    expect(forgive(red({ cases: undefined }), entries, at).kind).toBe("silent");
    const elsewhere = entries.map((entry) => ({ ...entry, variant: "windows/py3.12" }));
    expect(forgive(red(), elsewhere, at).kind).toBe("silent");
  });

  it("is forgiven for few tests only: one in twenty, or one", () => {
    const two = entriesOf(
      addEntry(ENTRY, { ...(entries[0] ?? expect.unreachable()), name: "test_b", line: undefined } as never),
    );
    expect(forgive(red({ executed: 40 }, ["test_a", "test_b"]), two, at).kind).toBe("forgiven");
    expect(why(forgive(red({ executed: 39 }, ["test_a", "test_b"]), two, at))).toBe(
      "2 failed, and at most 1 of 39 are forgiven",
    );
    expect(forgive(red({ executed: 3 }), entries, at).kind).toBe("forgiven");
  });
});
