import { describe, expect, it } from "vitest";
import { renderPage } from "../../../src/core/summary/index.ts";
import { samples } from "./samples.ts";

describe("the page", () => {
  it.each(Object.entries(samples))("of a run that ended as %s", async (name, input) => {
    await expect(renderPage(input)).toMatchFileSnapshot(`golden/${name}.golden.md`);
  });
});
