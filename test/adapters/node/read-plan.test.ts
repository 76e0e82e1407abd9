import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPlan } from "../../../src/adapters/node/read-plan.ts";
import { formatError } from "../../../src/errors.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "plan-"));
  mkdirSync(join(root, ".github"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function messageOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "no error",
    (error: unknown) => formatError(error),
  );
}

describe("reading a plan", () => {
  it("joins turnpike.yml with what the repository shows", async () => {
    writeFileSync(join(root, "package.json"), '{ "scripts": { "test": "node --test" } }');
    writeFileSync(join(root, "turnpike.yml"), "gates: { contract: { run: make contract } }\n");
    const plan = await readPlan(root);
    expect(plan.gates.map(({ id }) => id)).toEqual(["tests", "contract"]);
  });

  it("finds the configuration where it is said to be, by either form of path", async () => {
    writeFileSync(join(root, ".github/turnpike.yml"), "gates: { a: { run: x } }\n");
    for (const config of [".github/turnpike.yml", "./.github/turnpike.yml", join(root, ".github/turnpike.yml")]) {
      expect((await readPlan(root, { config })).gates[0]?.source).toEqual({ file: ".github/turnpike.yml", line: 1 });
    }
  });

  it("refuses a configuration of another name that is not there, for its gates would be missed by nobody", async () => {
    await expect(readPlan(root, { config: "ci/gates.yml" })).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      problems: [{ where: "ci/gates.yml", message: expect.stringContaining("is not there") }],
    });
  });

  it("tells every fault of turnpike.yml and runs nothing", async () => {
    writeFileSync(
      join(root, "turnpike.yml"),
      `gates:
  contract:
    neds: [lint]
    timeout: soon
  other: { rnu: x, needs: [contrct, lint] }
`,
    );
    expect(
      await messageOf(readPlan(root)),
    ).toBe(`turnpike.yml:2:3  gates.contract has no \`run\`, and no gate of that id is detected; write the command as \`run\`
turnpike.yml:3:5  gates.contract.neds is not a key I know; did you mean \`needs\`?
turnpike.yml:4:14  gates.contract.timeout "soon" is not a duration; write 90s, 10m or 1h
turnpike.yml:5:12  gates.other.rnu is not a key I know; did you mean \`run\`?
turnpike.yml:5:28  gates.other.needs names "contrct", which is no gate here; did you mean \`contract\`?
turnpike.yml:5:37  gates.other.needs names "lint", which is no gate here; gates are other
6 problems, nothing was run.
More: docs/turnpike-yml.md`);
  });

  it("says where a file stops being text", async () => {
    writeFileSync(join(root, "turnpike.yml"), Buffer.concat([Buffer.from("gates:\n  é: "), Buffer.from([0xff])]));
    expect(await messageOf(readPlan(root))).toContain("turnpike.yml:2:6  is not UTF-8 text");
  });

  it.each([
    ["is too large", () => writeFileSync(join(root, "turnpike.yml"), "#".repeat(10_000_000)), "is larger than 64 KiB"],
    ["is no text", () => writeFileSync(join(root, "turnpike.yml"), new Uint8Array([0xff])), "is not UTF-8 text"],
    [
      "leads out",
      () => symlinkSync("/etc/hostname", join(root, "turnpike.yml")),
      "is a link that leads out of the repository",
    ],
    ["is a folder", () => mkdirSync(join(root, "turnpike.yml")), "is not a regular file"],
  ])("refuses a turnpike.yml that %s", async (_, make, message) => {
    make();
    expect(await messageOf(readPlan(root))).toContain(`turnpike.yml:1:1  ${message}`);
  });

  it("says that there is no such folder", async () => {
    expect(await messageOf(readPlan(join(root, "nothing")))).toContain("is no folder that can be read");
    writeFileSync(join(root, "file"), "");
    expect(await messageOf(readPlan(join(root, "file")))).toContain("is no folder that can be read");
  });
});
