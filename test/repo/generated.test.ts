import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { rootAction } from "../../src/actions/road/composite.ts";
import { actionContracts, type Entry, roadInputs } from "../../src/actions/road/contract.ts";
import { verifyContract } from "../../src/actions/verify/contract.ts";
import {
  type ActionContract,
  renderActionYml,
  renderInputsTable,
  renderReference,
  renderWorkflowCall,
  renderYaml,
  replaceBlock,
  toCompositeAction,
} from "../../src/contract/index.ts";
import { initFileSchema } from "../../src/core/adopt/index.ts";
import { configJsonSchema } from "../../src/core/config/index.ts";
import { doctorFileSchema } from "../../src/core/doctor/index.ts";
import { cdeventSchema } from "../../src/core/dora/index.ts";
import { observationSchema, quarantineSchema } from "../../src/core/flaky/index.ts";
import { detailsFileSchema, failureSchema, setupFileSchema, verdictFileSchema } from "../../src/core/gates/index.ts";
import { migrationFileSchema } from "../../src/core/migrate/index.ts";
import { attestationsFileSchema, policySchema, verificationFileSchema } from "../../src/core/provenance/index.ts";
import { reportFileSchema } from "../../src/core/summary/index.ts";
import { root } from "./root.ts";

const contracts: readonly ActionContract[] = [...actionContracts, verifyContract];

function fieldsOf(entry: Entry) {
  return Object.fromEntries(
    Object.entries(roadInputs)
      .filter(([, input]) => input.entries.includes(entry))
      .map(([name, input]) => [name, input.field]),
  );
}

/** Compares a file with what belongs there; `npm run generate` (vitest -u) writes it instead. */
function expectFile(path: string, text: string): Promise<void> {
  return expect(text).toMatchFileSnapshot(join(root, path));
}

function withBlock(path: string, name: string, generated: string): string {
  return replaceBlock(readFileSync(join(root, path), "utf8"), name, generated);
}

function jsonSchema(schema: z.ZodType, id: string): string {
  return `${JSON.stringify({ $id: `https://example.org/turnpike/${id}`, ...z.toJSONSchema(schema, { io: "input" }) }, null, 2)}\n`;
}

describe("what is generated from the contracts is up to date", () => {
  it.each(contracts.map((contract) => [contract.name, contract] as const))("actions/%s", async (name, contract) => {
    await expectFile(`actions/${name}/action.yml`, renderActionYml(contract));
    const readme = `actions/${name}/README.md`;
    await expectFile(readme, withBlock(readme, "reference", renderReference(contract)));
  });

  it("the root action.yml", async () => {
    await expectFile("action.yml", renderYaml(toCompositeAction(rootAction)));
  });

  it.each([
    ["pipeline", ".github/workflows/pipeline.yml"],
    ["checks", ".github/workflows/checks.yml"],
  ] as const)("the inputs of %s.yml", async (entry, path) => {
    await expectFile(path, withBlock(path, "call", renderWorkflowCall(fieldsOf(entry))));
  });

  it("the tables of inputs in docs/inputs.md", async () => {
    const page = (["pipeline", "checks", "action"] as const).reduce(
      (text, entry) => replaceBlock(text, entry, renderInputsTable(fieldsOf(entry))),
      readFileSync(join(root, "docs/inputs.md"), "utf8"),
    );
    await expectFile("docs/inputs.md", page);
  });

  it.each([
    ["verdict", verdictFileSchema],
    ["details", detailsFileSchema],
    ["setup", setupFileSchema],
    ["failure", failureSchema],
    ["attestations", attestationsFileSchema],
    ["policy", policySchema],
    ["verification", verificationFileSchema],
    ["event", cdeventSchema],
    ["init", initFileSchema],
    ["doctor", doctorFileSchema],
    ["migration", migrationFileSchema],
    ["report", reportFileSchema],
    ["observations", observationSchema],
    ["quarantine", quarantineSchema],
  ] as const)("docs/schema/%s.schema.json", async (name, schema) => {
    await expectFile(`docs/schema/${name}.schema.json`, jsonSchema(schema, `${name}.schema.json`));
  });

  it("docs/schema/turnpike.schema.json, for editors", async () => {
    await expectFile("docs/schema/turnpike.schema.json", `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
  });
});

describe("a contract is complete", () => {
  it("every folder of src/actions with a main.ts has a contract in the list, and the other way round", () => {
    const folders = readdirSync(join(root, "src/actions")).filter((name) =>
      existsSync(join(root, "src/actions", name, "main.ts")),
    );
    expect(folders.sort()).toEqual(contracts.map((contract) => contract.name).sort());
  });

  it.each(contracts.map((contract) => [contract.name, contract] as const))(
    "%s says something of everything",
    (_, contract) => {
      for (const field of Object.values(contract.inputs)) expect(field.description).toMatch(/\S.*\.$/);
      for (const output of Object.values(contract.outputs)) expect(output.description).toMatch(/\S.*\.$/);
      for (const need of Object.values(contract.permissions)) expect(need.why).not.toBe("");
    },
  );
});
