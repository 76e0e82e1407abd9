import { describe, expect, it } from "vitest";
import { invokeReader } from "../../../src/core/declarations/invoke/reader.ts";
import { entriesOf, textsOf } from "./source.ts";

const TASKS = `from invoke import task

FOLDERS = " ".join(["src", "tests"])


@task
def build_docs(c, clean=False):
    if clean:
        c.run("rm -r out")
    with c.cd("docs"):
        c.run("make html | tee log")
    c.run(f"ruff check {FOLDERS}", warn=True)


@task(build_docs, default=True, name="all")
def everything(c, mark=None):
    c.run("pytest", env={"A": "b"})
    c.run(mark)
`;

describe("tasks of invoke", () => {
  const entries = entriesOf(invokeReader, { "tasks.py": TASKS });

  it("reads what a task runs, in the folder it enters, with constants put in", () => {
    expect(entries["invoke:build-docs"]?.commands.map(({ text, cwd, mayFail }) => [text, cwd, mayFail])).toEqual([
      ["make html | tee log", "docs", false],
      ["ruff check src tests", ".", true],
    ]);
  });

  it("runs what a task needs first", () => {
    expect(textsOf(entries["invoke:all"])).toEqual(["make html | tee log", "ruff check src tests", "pytest", "…"]);
    expect(entries["invoke:all"]).toMatchObject({ runsOn: ["default"], place: { line: 16 } });
    expect(entries["invoke:all"]?.commands[2]).toMatchObject({ env: { A: "b" }, certainty: "certain" });
    expect(entries["invoke:all"]?.commands[3]).toMatchObject({ certainty: "unsure", words: null });
  });

  it("knows its calls", () => {
    const all = Object.values(entries);
    expect(invokeReader.callOf(["inv", "build-docs", "--clean"], ".", all)).toMatchObject({
      entries: ["invoke:build-docs"],
      passedOn: ["--clean"],
    });
    expect(invokeReader.callOf(["invoke"], ".", all)?.entries).toEqual(["invoke:all"]);
    expect(invokeReader.callOf(["inv", "other"], ".", all)).toBeUndefined();
  });

  it("leaves a tasks.py of something else alone", () => {
    expect(
      entriesOf(invokeReader, { "tasks.py": "from celery import task\n@task\ndef a(c):\n    c.run('x')\n" }),
    ).toEqual({});
  });
});
