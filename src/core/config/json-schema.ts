import { z } from "zod";
import { fileSchema } from "./schema.ts";

/**
 * JSON Schema (draft 2020-12) of turnpike.yml as people write it, for editors and for docs/schema/turnpike.schema.json.
 *
 * @returns a plain object
 */
export function configJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(fileSchema, {
    io: "input",
    target: "draft-2020-12",
    // Examples are written as people write values; zod leaves them out beside a transform, taking them for results.
    override: ({ zodSchema, jsonSchema }) => {
      const examples = z.globalRegistry.get(zodSchema)?.["examples"];
      if (Array.isArray(examples)) jsonSchema.examples = examples;
    },
  });
  const { $schema, ...rest } = schema;
  return {
    $schema,
    title: "turnpike.yml",
    description: "What Turnpike is to check in this repository. The file is optional; unknown keys are errors.",
    ...rest,
  };
}
