import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { configJsonSchema, parseConfig } from "../../../src/core/config/index.ts";

const schema = configJsonSchema();
const ajv = new Ajv2020({ allErrors: true, strict: false });
const validate = ajv.compile(schema);

/** Every schema that an editor can show, with its path. */
function nodesOf(node: unknown, path: string): readonly (readonly [string, Record<string, unknown>])[] {
  if (typeof node !== "object" || node === null) return [];
  const record = Object.fromEntries(Object.entries(node));
  const properties: Readonly<Record<string, Record<string, unknown>>> = record["properties"] ?? {};
  const below = Object.entries(properties).flatMap(([key, value]) => {
    const here: readonly [string, Record<string, unknown>] = [`${path}.${key}`, value];
    return [here, ...nodesOf(value, here[0])];
  });
  const others = ["anyOf", "items", "additionalProperties"].flatMap((key) => {
    const value = record[key];
    return (Array.isArray(value) ? value : [value]).flatMap((one) => nodesOf(one, path));
  });
  return [...below, ...others];
}

describe("the JSON Schema of turnpike.yml", () => {
  it("describes every key, with an example, so that editors help", () => {
    const nodes = nodesOf(schema, "");
    expect(nodes.length).toBeGreaterThan(20);
    expect(nodes.filter(([, node]) => typeof node["description"] !== "string").map(([path]) => path)).toEqual([]);
    expect(nodes.filter(([, node]) => !Array.isArray(node["examples"])).map(([path]) => path)).toEqual([]);
  });

  it("accepts its own examples, and so does the parser", () => {
    for (const [path, node] of nodesOf(schema, "")) {
      for (const example of Array.isArray(node["examples"]) ? node["examples"] : []) {
        expect(ajv.validate({ $defs: schema["$defs"], ...node }, example), `${path} ${JSON.stringify(example)}`).toBe(
          true,
        );
      }
    }
  });

  it.each([
    ["", true],
    ["presets: auto", true],
    ["presets: [python, node]", true],
    ["presets: [ruby]", false],
    ["budget: 20m", true],
    ["budget: { total: 20m, enforce: true }", true],
    ["budget: { enforce: true }", false],
    ["budget: 20", false],
    ["build: uv build", true],
    ["build: ''", false],
    ["gates: { tests: off }", true],
    ["gates: { tests: false }", true],
    ["gates: { tests: true }", false],
    ["gates: { 'tests@src/git': { timeout: 1h } }", true],
    ["gates: { '-x': off }", false],
    ["gates: { a: { run: [make, test], needs: [b] } }", true],
    ["gates: { a: { run: [] } }", false],
    ["gates: { a: { cwd: ../b, run: x } }", false],
    ["gates: { a: { run: x, report: { format: sarif, path: a.sarif } } }", true],
    ["gates: { a: { run: x, report: [{ format: sarif, path: a.sarif }] } }", true],
    ["gates: { a: { run: x, report: { format: nope, path: a } } }", false],
    ["gates: { a: { run: x, env: { A: 1, B: true, C: x } } }", true],
    ["gates: { a: { run: x, env: { 'A B': 1 } } }", false],
    ["gates: { a: { run: x, resources: { cpu: 2, memory: 1GiB, locks: [db] } } }", true],
    ["gates: { a: { run: x, resources: { memory: 1G } } }", false],
    ["gates: { a: { run: x, unknown: 1 } }", false],
    ["unknown: 1", false],
  ])("agrees with the parser: %s", (text, isRight) => {
    expect(validate(parse(text) ?? {})).toBe(isRight);
    expect(parseConfig(text, "turnpike.yml").ok).toBe(isRight);
  });
});
