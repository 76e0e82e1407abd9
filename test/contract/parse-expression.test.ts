import { describe, expect, it } from "vitest";
import { doraContract } from "../../src/actions/dora/contract.ts";
import { parseInputs } from "../../src/contract/index.ts";

describe("an input whose default is an expression", () => {
  it("is empty where nobody filled the expression in", () => {
    expect(parseInputs(doraContract, {}).githubToken).toBe("");
    expect(parseInputs(doraContract, { "github-token": "ghs_x" }).githubToken).toBe("ghs_x");
  });
});
