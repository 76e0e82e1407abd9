import { describe, expect, it } from "vitest";
import { examine } from "../../src/actions/doctor/examine.ts";
import { CHECKS } from "../../src/actions/doctor/table.ts";
import { styles } from "../../src/adapters/terminal/styles.ts";
import { runDoctorCommand } from "../../src/cli/doctor/doctor-command.ts";
import { renderDoctor } from "../../src/cli/doctor/doctor-page.ts";
import { readScene } from "../../src/cli/doctor/doctor-scene.ts";
import { doctorExitCode, doctorFileSchema, type Examined, type Finding } from "../../src/core/doctor/index.ts";
import { TurnpikeError } from "../../src/errors.ts";
import { makeRepository } from "../local/rig.ts";
import { captured } from "./capture.ts";

const finding = (more: Partial<Finding>): Finding => ({
  severity: "error",
  message: "the lock does not fit pyproject.toml any more",
  where: { file: "uv.lock", line: null },
  why: "the gate `lock` fails, and the packages are not those that were written down.",
  mend: "uv lock",
  ...more,
});

const PAGE: readonly Examined[] = [
  { id: "node", section: "machine", result: { kind: "fine", text: "Node 24.1.0" } },
  {
    id: "indexes",
    section: "machine",
    result: { kind: "not-asked", text: "whether index.example.org can be reached was not asked: --online" },
  },
  { id: "locks", section: "repository", result: { kind: "found", findings: [finding({})] } },
  { id: "history", section: "repository", result: { kind: "not-applicable" } },
  {
    id: "triggers",
    section: "road",
    result: {
      kind: "found",
      findings: [
        finding({
          severity: "warning",
          message: "pull requests do not start the road",
          where: { file: "a\u001b[31m.yml", line: 3 },
          mend: "on:\n  pull_request:",
        }),
        finding({
          severity: "note",
          message: `a name that is very long ${"and longer ".repeat(12)}`,
          where: null,
          mend: null,
        }),
      ],
    },
  },
];

const look = { styles: styles({}, { NO_COLOR: "1" }), width: 100 };

describe("the page of turnpike doctor", () => {
  it("shows what is well in a line, and what is not with its reason and what mends it", async () => {
    await expect(renderDoctor(PAGE, look)).toMatchFileSnapshot("doctor.golden.txt");
  });

  it("says so where nothing is missing", () => {
    expect(renderDoctor(PAGE.slice(0, 2), look)).toMatch(/✓ Nothing is missing\.\n$/);
  });
});

describe("turnpike doctor", () => {
  it("ends with 1 for errors, and for warnings where that was asked for", () => {
    const only = (severity: Finding["severity"]): readonly Examined[] => [
      { id: "x", section: "machine", result: { kind: "found", findings: [finding({ severity })] } },
    ];
    expect([
      doctorExitCode(only("error"), false),
      doctorExitCode(only("warning"), false),
      doctorExitCode(only("note"), true),
    ]).toEqual([1, 0, 0]);
    expect(doctorExitCode(only("warning"), true)).toBe(1);
  });

  it("prints one document with --json, and changes nothing", async () => {
    using repository = makeRepository({ "turnpike.yml": "gates: { x: { rum: a } }\n" });
    const { stdout, stderr, exitCode, error } = await captured(() =>
      runDoctorCommand({ directory: repository.path, json: true, online: false, strict: false }),
    );
    expect([error, stderr, exitCode]).toEqual([undefined, "", 1]);
    const document = doctorFileSchema.parse(JSON.parse(stdout));
    expect(document.checks.map(({ id }) => id)).toEqual(CHECKS.map(({ id }) => id));
    expect(document.checks.find(({ id }) => id === "config")?.findings[0]).toMatchObject({
      severity: "error",
      where: { line: 1 },
    });
    expect(repository.git("status", "--porcelain", "--ignored")).toBe("");
  });

  it("goes on where one check cannot read what it needs", async () => {
    using repository = makeRepository({ "README.md": "" });
    const broken = {
      id: "broken",
      section: "machine" as const,
      examine: () => Promise.reject(new TurnpikeError("FILE_UNREADABLE", "user", "x could not be read (EACCES).")),
    };
    expect(await examine([broken], await readScene(repository.path, false))).toEqual([
      {
        id: "broken",
        section: "machine",
        result: { kind: "not-asked", text: "broken could not be judged: x could not be read (EACCES)." },
      },
    ]);
  });

  it("has checks with ids of their own, in the order of the page's sections", () => {
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
    const order = ["machine", "repository", "road"];
    const places = CHECKS.map(({ section }) => order.indexOf(section));
    expect(places).toEqual([...places].sort());
  });
});
