import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FIRST_GATE, LAST_GATE } from "../../scripts/parts.ts";
import { root } from "./root.ts";

it("names only sources that are there among what is loaded before the first gate and after the last", () => {
  expect([...FIRST_GATE, ...LAST_GATE].filter((path) => !existsSync(join(root, "src", path)))).toEqual([]);
});
