import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runRecordSchema } from "../../src/local/record/run-record.ts";
import { makeRepository, run, workflow } from "./rig.ts";

describe("the run's folder", () => {
  it("is replaced whole at each run, and holds record, page, logs and artifacts", async () => {
    using repository = workflow(`
      a-b:
        runs-on: ubuntu-latest
        steps:
          - { name: "Say: it / loud!", run: echo loud }
          - { run: echo x > f.txt }
          - { uses: actions/upload-artifact@v4, with: { name: a b, path: f.txt } }
          - { uses: actions/upload-artifact@v4, with: { name: a-b, path: f.txt } }
      a:
        strategy: { matrix: { v: [1] } }
        runs-on: ubuntu-latest
        steps: [{ name: "Say: it / loud!", run: echo soft }]
    `);
    await run(repository);
    repository.write({ ".turnpike/run/left-over": "", ".turnpike/history.json": "{}" });
    const done = await run(repository);
    expect(existsSync(join(done.folder, "left-over"))).toBe(false);
    expect(repository.read(".turnpike/history.json")).toBe("{}");
    expect(readdirSync(done.folder).sort()).toEqual(["artifacts", "logs", "run.json", "summary.html"]);
    expect(readdirSync(join(done.folder, "artifacts")).sort()).toEqual(["a-b", "a-b-2"]);
    expect(readdirSync(join(done.folder, "logs")).sort()).toEqual(["a-1", "a-b"]);
    const record = runRecordSchema.parse(JSON.parse(readFileSync(join(done.folder, "run.json"), "utf8")));
    expect(record).toMatchObject({ schema: "turnpike/run/1", conclusion: "success", artifacts: ["a b", "a-b"] });
    const step = record.jobs.find(({ id }) => id === "a-b")?.steps[1];
    expect(step).toMatchObject({ number: 2, name: "Say: it / loud!", log: "logs/a-b/2-Say-it-loud.log" });
    expect(readFileSync(join(done.folder, step?.log ?? ""), "utf8")).toContain("\nloud\n");
  });

  it("names the run by run-name", async () => {
    using repository = makeRepository({
      ".github/workflows/ci.yml":
        "name: ci\nrun-name: Deploy ${{ github.ref_name }} by ${{ vars.WHO }}\non: push\njobs: { a: { runs-on: x, steps: [{ run: echo }] } }\n",
    });
    expect((await run(repository, { vars: { WHO: "kim" } })).record.title).toBe("Deploy main by kim");
  });

  it("takes events in an order that adds up", async () => {
    using repository = workflow(`
      a: { runs-on: x, steps: [{ run: echo }] }
      b: { needs: a, if: failure(), runs-on: x, steps: [{ run: echo }] }
    `);
    const { events } = await run(repository);
    expect(events.map(({ kind }) => kind).filter((kind) => kind !== "line")).toEqual([
      "run-started",
      "job-started",
      "step-started",
      "step-finished",
      "step-started",
      "step-finished",
      "step-started",
      "step-finished",
      "job-finished",
      "job-finished",
      "run-finished",
    ]);
    expect(events.every((event, index) => event.atMs >= (events[index - 1]?.atMs ?? 0))).toBe(true);
  });
});

describe("the environment of steps", () => {
  it("has what makes programs run here, and nothing that looks like a secret unless it is passed on", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - run: echo "[$PLAIN] [$MY_API_TOKEN] [$DB_PASSWORD] [$GITHUB_TOKEN] [$INPUT_X] [$npm_config_x] [$NODE_OPTIONS] [$VIRTUAL_ENV]"
    `);
    const env = {
      ...process.env,
      PLAIN: "plain",
      MY_API_TOKEN: "t",
      DB_PASSWORD: "p",
      GITHUB_TOKEN: "g",
      INPUT_X: "i",
      npm_config_x: "n",
      NODE_OPTIONS: "",
      VIRTUAL_ENV: "/v",
    };
    const done = await run(repository, { world: { env }, passEnv: ["DB_PASSWORD"] });
    expect(done.lines("a")).toContain("[plain] [] [p] [] [] [] [] []");
    expect(done.lines("a").join("\n")).toMatch(/Not handed on to steps \(--pass-env NAME does\): .*MY_API_TOKEN/);
  });
});

describe("a job that cannot be run at all", () => {
  it("fails with a remark, and the others go on", async () => {
    using repository = workflow(`
      bad:
        strategy: { matrix: { v: "\${{ fromJSON('{') }}" } }
        runs-on: ubuntu-latest
        steps: [{ run: echo }]
      good: { runs-on: x, steps: [{ run: echo }] }
      elsewhere: { runs-on: windows-latest, steps: [{ run: echo }] }
    `);
    const done = await run(repository);
    expect(done.jobs()).toEqual(["bad: failure", "elsewhere: failure", "good: success"]);
    expect(done.notes()[0]).toMatch(/^bad: The expression `fromJSON\('\{'\)` could not be evaluated/);
    expect(done.annotations()[0]).toMatch(/^error: runs-on asks for windows-latest, and this machine is no Windows\./);
  });
});
