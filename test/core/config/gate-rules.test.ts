import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../src/core/config/index.ts";
import { formatProblem } from "../../../src/errors.ts";

const TODAY = new Date("2026-11-21T12:00:00Z");

function read(line: string, today?: Date) {
  return parseConfig(`gates:\n  a:\n    run: x\n    ${line}\n`, "turnpike.yml", today);
}

function settingsOf(line: string) {
  const result = read(line);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join("\n"));
  const [entry] = result.config.gates;
  return entry?.kind === "gate" ? entry.settings : undefined;
}

function problemsOf(line: string, today?: Date): readonly string[] {
  const result = read(line, today);
  return result.ok ? [] : result.problems.map(({ message }) => message);
}

describe("what a gate of turnpike.yml may say of when and how it counts", () => {
  it.each<[string, object]>([
    [
      "when: { paths: [src/**, '!src/docs/**'], events: [push, local], branches: [main, release/*] }",
      { when: { paths: ["src/**", "!src/docs/**"], events: ["push", "local"], branches: ["main", "release/*"] } },
    ],
    ["retries: 2", { retries: { max: 2, classes: ["network", "rate-limit"], exitCodes: [], outputs: [] } }],
    [
      "retries: { max: 3, on: [timeout, crash, 75, { output: 'Connection reset' }] }",
      { retries: { max: 3, classes: ["timeout", "crash"], exitCodes: [75], outputs: ["Connection reset"] } },
    ],
    ["retries: { on: [75] }", { retries: { max: 1, classes: [], exitCodes: [75], outputs: [] } }],
    [
      "threshold: { findings: 3, severity: warning, coverage: 89.5, tests: 10 }",
      { threshold: { findings: 3, severity: "warning", coverage: 89.5, tests: 10 } },
    ],
    ["inputs: [src, tests/**]", { inputs: ["src", "tests/**"] }],
    ["cache: false", { cache: false }],
    ["matrix: { python: [3.10, 3.13] }", { matrix: { python: ["3.10", "3.13"] } }],
    [
      "waiver: { owner: '@me', reason: later, expires: 2026-12-31, issue: '#7' }",
      { waiver: { owner: "@me", reason: "later", expires: "2026-12-31", issue: "#7" } },
    ],
  ])("is read: %s", (line, expected) => {
    expect(settingsOf(line)).toMatchObject(expected);
  });

  it.each([
    ["when: {}", "gates.a.when says nothing; write paths, events or branches in it"],
    ["when: { path: [x] }", "gates.a.when.path is not a key I know; did you mean `paths`?"],
    ["when: { events: [pull_requests] }", "is not an event; write one of push, pull_request, merge_group"],
    ["when: { paths: ['!a'] }", 'gates.a.when.paths only takes out; write "**" first'],
    ["when: { paths: [../a] }", 'gates.a.when.paths[0] "../a" is not a pattern of files'],
    ["when: { paths: src }", 'gates.a.when.paths "src" is not a list of patterns; write `["src/**", "!src/docs/**"]`'],
    ["retries: 4", "gates.a.retries 4 is not a number of further attempts; write 1, 2 or 3"],
    ["retries: { max: 0 }", "gates.a.retries.max 0 is not a number of further attempts; write 1, 2 or 3"],
    ["retries: { on: [netwrok] }", 'gates.a.retries.on[0] "netwrok" is no reason to try again; write one of network'],
    ["retries: { on: [{ output: 'no' }] }", "is too short to mean anything"],
    ["retries: { on: [[1]] }", "gates.a.retries.on[0] is no reason to try again"],
    ["threshold: {}", "gates.a.threshold says nothing; write findings, severity, coverage or tests"],
    [
      "threshold: { coverage: 101 }",
      "gates.a.threshold.coverage 101 is not a percentage; write a number from 0 to 100",
    ],
    ["threshold: { findings: -1 }", "gates.a.threshold.findings -1 is not a number; write a whole one from 0 up"],
    ["threshold: { severity: fatal }", "is not a severity; write error, warning or note"],
    ["inputs: []", "gates.a.inputs is empty; write a pattern or leave the key out"],
    ["matrix: { python: [] }", "gates.a.matrix.python is empty; write a value"],
    ["matrix: { python: [3.12, 3.12] }", "gates.a.matrix.python has a value twice"],
    ["matrix: { django: ['5'] }", "gates.a.matrix.django is asked for nowhere; write ${matrix.django} in run"],
    ["cwd: 'x/${matrix.os}'", "gates.a.cwd names ${matrix.os}, which the gate's `matrix` does not have"],
    ["waiver: { owner: me, reason: x }", "gates.a.waiver.expires is missing: write it as 2026-12-31"],
    ["waiver: { owner: me, reason: x, expires: 2026-02-30 }", "is not a day of the calendar"],
    ["waiver: { owner: me, reason: x, expires: soon }", 'gates.a.waiver.expires "soon" is not a day'],
  ])("is refused with what would be right: %s", (line, message) => {
    expect(problemsOf(line)).toEqual([expect.stringContaining(message)]);
  });

  it("takes a matrix of 256 gates and no more", () => {
    const values = (count: number) => `[${Array.from({ length: count }, (_, at) => `v${at}`).join(", ")}]`;
    const line = (count: number) => `matrix: { python: ${values(count)}, os: ${values(16)} }\n    cwd: '\${matrix.os}'`;
    expect(problemsOf(line(16))).toEqual([]);
    expect(problemsOf(line(17))).toEqual(["gates.a.matrix makes more than 256 gates"]);
  });

  it("lets a waiver reach 90 days ahead, and says the last day that is taken", () => {
    const line = (day: string) => `waiver: { owner: me, reason: x, expires: ${day} }`;
    expect(problemsOf(line("2027-02-19"), TODAY)).toEqual([]);
    expect(problemsOf(line("2020-01-01"), TODAY)).toEqual([]);
    expect(problemsOf(line("2027-02-20"), TODAY)).toEqual([
      'gates.a.waiver.expires "2027-02-20" is more than 90 days ahead; 2027-02-19 is the last day that is taken',
    ]);
  });
});
