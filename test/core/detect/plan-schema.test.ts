import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { z } from "zod";
import { planFileSchema } from "../../../src/core/detect/plan-schema.ts";

const docs = new URL("../../../docs/", import.meta.url);

it("docs/schema/plan.schema.json is what the plan is read with (vitest -u writes it)", async () => {
  const schema = {
    $id: "https://example.org/turnpike/plan.schema.json",
    ...z.toJSONSchema(planFileSchema, { io: "input" }),
  };
  const path = fileURLToPath(new URL("schema/plan.schema.json", docs));
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(path);
});

it("the example of docs/plan-json.md keeps the schema", () => {
  const text = readFileSync(new URL("plan-json.md", docs), "utf8");
  const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? "");
  const ajv = new Ajv2020({ strict: false });
  expect(ajv.validate(z.toJSONSchema(planFileSchema, { io: "input" }), example), ajv.errorsText()).toBe(true);
});
