import { describe, expect, it } from "vitest";
import { proposeAdoption } from "../../../src/core/adopt/index.ts";
import { parseConfig } from "../../../src/core/config/index.ts";
import { planRepository } from "../../../src/core/detect/index.ts";
import { adoptFacts, wishes, written } from "../../fakes/adopt.ts";
import { snapshotOf, uvLock } from "../../fakes/snapshot.ts";

const TEXTS = {
  "pyproject.toml": `[project]\nname = "x"\n[dependency-groups]\ndev = ["bandit", "pytest"]\n[tool.bandit]\nskips = []\n[tool.pytest.ini_options]\naddopts = "-q"\n`,
  "uv.lock": uvLock(["pytest", "9.2.0"]),
};

describe("turnpike.yml", () => {
  it("is written for accepted suggestions only, and then they run", async () => {
    const facts = adoptFacts(TEXTS);
    const gates = facts.plan.suggestions.map(({ gate }) => gate.id);
    expect(gates.length).toBeGreaterThan(0);
    expect(await written(facts)).not.toHaveProperty(["turnpike.yml"]);
    const text = (await written(facts, wishes({ choices: { gates, build: "make dist # all" } })))["turnpike.yml"] ?? "";
    await expect(text).toMatchFileSnapshot("turnpike-yml.golden.yml");
    const config = parseConfig(text, "turnpike.yml");
    if (!config.ok) throw new Error(JSON.stringify(config.problems));
    expect(config.config.build?.run).toBe("make dist # all");
    const planned = planRepository(snapshotOf({ ...TEXTS, "turnpike.yml": text }), config.config);
    expect(planned.ok && planned.plan.gates.map(({ id }) => id)).toEqual(expect.arrayContaining([...gates]));
    expect(planned.ok && planned.plan.suggestions).toEqual([]);
  });

  it("that is there is left alone", async () => {
    const facts = adoptFacts(TEXTS, { texts: new Map([["turnpike.yml", "budget: 10m\n"]]) });
    const gates = facts.plan.suggestions.map(({ gate }) => gate.id);
    expect(await written(facts, wishes({ choices: { gates, build: null } }))).not.toHaveProperty(["turnpike.yml"]);
  });

  it("is called for where releases exist and nothing says how they are built", async () => {
    const bare = adoptFacts({ "README.md": "" }, { tags: ["v1.0.0"] });
    expect(await proposeAdoption(bare, wishes())).toMatchObject({ lane: "checks", lacksBuild: true });
    const told = await proposeAdoption(bare, wishes({ choices: { gates: [], build: "make" } }));
    expect(told).toMatchObject({ lane: "pipeline", lacksBuild: false });
  });
});
