import { expect, it } from "vitest";
import { writeSetupFile } from "../../../src/actions/setup-uv/report.ts";
import type { Done } from "../../../src/actions/setup-uv/work.ts";
import { VirtualClock } from "../../../src/adapters/memory/clock.ts";
import { MemoryFiles } from "../../../src/adapters/memory/files.ts";
import { RUN_CONTEXT } from "../../fakes/run-context.ts";

it("setup.json holds no secret that an installer printed, as it is or in base64", async () => {
  const secret = "correct-horse-battery";
  const environment = { manager: "npm", cwd: ".", groups: [], extras: [], lock: null } as const;
  const said = `could not log in as ${secret} (${btoa(`x:${secret}`)})`;
  const done: Done = {
    ...{ uv: undefined, python: undefined, cache: { outcome: "off", key: "", state: undefined } },
    results: [{ environment, outcome: "failed", reason: said }],
  };
  const files = new MemoryFiles();
  const context = { ...RUN_CONTEXT, workspace: "/repo", temp: "/temp" };
  const ports = { files, clock: new VirtualClock(), context, env: { NPM_TOKEN: secret } };
  const path = await writeSetupFile(ports, done, 0);
  const text = await files.readText(path);
  expect(text).toContain("could not log in as *** (");
  expect(text).not.toContain(secret);
  expect(text).not.toContain(btoa(`x:${secret}`).slice(4, -4));
});
