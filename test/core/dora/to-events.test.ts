import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CDEVENTS_VERSIONS,
  type CdeventsVersion,
  cdeventSchema,
  type EventOutcome,
  type RunFacts,
  renderEvents,
  toEvents,
} from "../../../src/core/dora/index.ts";
import { anyText } from "../../fakes/any-text.ts";
import { root } from "../../repo/root.ts";
import { releaseRun } from "./facts.ts";

const shared = join(process.env["TURNPIKE_SHARED_DATA"] ?? join(root, "../shared/data"), "cdevents");
const nearby = existsSync(shared) ? shared : join(root, "../../shared/data/cdevents");

/** Says what the schemas of a version find wrong with an event; undefined for nothing. */
function schemaCheck(version: CdeventsVersion): (event: { context: { type: string } }) => string | undefined {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const schemas = join(nearby, version, "schemas");
  const read = (file: string): Record<string, unknown> =>
    JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  for (const file of readdirSync(join(schemas, "links"))) ajv.addSchema(read(join(schemas, "links", file)));
  return (event) => {
    const { type } = event.context;
    const [subject = "", predicate = ""] = type.replace("dev.cdevents.", "").split(".");
    const validate = ajv.compile(read(join(schemas, `${subject}${predicate}.json`)));
    const isValid = validate(event);
    ajv.removeSchema(validate.schema as object);
    return isValid ? undefined : `${type}: ${ajv.errorsText(validate.errors)}`;
  };
}

describe("the events of a run", () => {
  it("are the same for the same facts, and each has an id of its own", () => {
    const events = toEvents(releaseRun, "0.5.1");
    expect(toEvents(structuredClone(releaseRun), "0.5.1")).toEqual(events);
    expect(new Set(events.map((event) => event.context.id)).size).toBe(events.length);
    for (const event of events)
      expect(event.context.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it.each(CDEVENTS_VERSIONS)("read like this in CDEvents %s", async (version) => {
    const text = `${JSON.stringify(toEvents(releaseRun, version), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`events-${version}.golden.json`);
  });

  it("have new ids for the run's second attempt, but not for its artifacts and its deployment", () => {
    const typeAndId = (facts: RunFacts): Map<string, string> =>
      new Map(toEvents(facts, "0.5.1").map(({ context, subject }) => [`${context.type} ${subject.id}`, context.id]));
    const first = typeAndId({ ...releaseRun, jobs: [], suites: [] });
    const second = typeAndId({ ...releaseRun, jobs: [], suites: [], attempt: 2 });
    const kept = [...second].filter(([key, id]) => first.get(key) === id).map(([key]) => key.split(".")[2]);
    expect(new Set(kept)).toEqual(new Set(["artifact", "service"]));
    const finished = [...first, ...second].filter(([key]) => key.includes("pipelinerun.finished"));
    expect(new Set(finished.map(([, id]) => id)).size).toBe(2);
  });

  it("make no event of what is not known", () => {
    const bare: RunFacts = { ...releaseRun, queuedAt: null, jobs: [], suites: [], release: null };
    expect(toEvents(bare, "0.5.1").map((event) => event.context.type)).toEqual([
      "dev.cdevents.pipelinerun.started.0.3.0",
      "dev.cdevents.pipelinerun.finished.0.3.0",
    ]);
  });

  it("say that lead time has not enough data instead of 0", () => {
    const { release } = releaseRun;
    if (release === null) throw new Error("the fixture is a release");
    const leadTime = { kind: "not-enough-data", reason: "this is the first release" } as const;
    const events = toEvents({ ...releaseRun, release: { ...release, leadTime } }, "0.5.1");
    const deployed = events.find((event) => event.context.type.includes("service.deployed"));
    expect(deployed?.customData).toMatchObject({ leadTime: { notEnoughData: "this is the first release" } });
    expect(renderEvents(events)).not.toContain("medianSeconds");
  });

  it("stay below the size that CloudEvents asks for, however many commits a release has", () => {
    const { release } = releaseRun;
    if (release === null || release.leadTime.kind !== "measured") throw new Error("the fixture has a lead time");
    const commits = Array.from({ length: 5000 }, (_, i) => ({ sha: String(i).padStart(40, "0"), seconds: i }));
    const many = { ...releaseRun, release: { ...release, leadTime: { ...release.leadTime, commits } } };
    for (const event of toEvents(many, "0.5.1")) expect(JSON.stringify(event).length).toBeLessThan(64 * 1024);
  });

  it.each([
    [250, false, false],
    [251, false, true],
    [2, true, true],
  ])(
    "of a release with %i commits, of which git left some out: %s, say that some are missing: %s",
    (count, isCut, isSaid) => {
      const { release } = releaseRun;
      if (release === null || release.leadTime.kind !== "measured") throw new Error("the fixture has a lead time");
      const commits = Array.from({ length: count }, (_, i) => ({ sha: String(i).padStart(40, "0"), seconds: i }));
      const leadTime = { ...release.leadTime, commits, isCut };
      const events = toEvents({ ...releaseRun, release: { ...release, leadTime } }, "0.5.1");
      const deployed = events.find((event) => event.context.type.includes("service.deployed"));
      expect(deployed).toHaveProperty("customData.leadTime.n", count);
      if (isSaid) expect(deployed).toHaveProperty("customData.leadTime.isCut", true);
      else expect(deployed).not.toHaveProperty("customData.leadTime.isCut");
    },
  );

  it("tell of no deployment where none was made", () => {
    const { release } = releaseRun;
    if (release === null) throw new Error("the fixture is a release");
    const types = toEvents({ ...releaseRun, release: { ...release, deployment: null } }, "0.5.1").map(
      ({ context }) => context.type,
    );
    expect(types.filter((type) => type.includes("service.deployed"))).toEqual([]);
    expect(types.filter((type) => type.includes("artifact.published"))).toHaveLength(2);
  });

  it("can be read back by the reader of the spool", () => {
    for (const version of CDEVENTS_VERSIONS) {
      for (const event of toEvents(releaseRun, version)) expect(cdeventSchema.safeParse(event).success).toBe(true);
    }
  });
});

describe.skipIf(!existsSync(nearby))("the schemas of CDEvents (skipped where they are not at hand)", () => {
  it.each(CDEVENTS_VERSIONS)("accept every event of a release in %s", (version) => {
    const check = schemaCheck(version);
    expect(
      toEvents(releaseRun, version)
        .map(check)
        .filter((fault) => fault !== undefined),
    ).toEqual([]);
  });

  it("refuse an event of the other version, so that they check something", () => {
    const check = schemaCheck("0.5.1");
    for (const event of toEvents(releaseRun, "0.4.1")) expect(check(event)).toBeDefined();
  });

  it.each(CDEVENTS_VERSIONS)("accept events of wild facts in %s", (version) => {
    const check = schemaCheck(version);
    const text = anyText({ minLength: 1, maxLength: 30 });
    const outcome = fc.constantFrom<EventOutcome>("success", "failure", "cancel", "error");
    const facts = fc.record({
      pipeline: text,
      outcome,
      name: text,
      reason: text,
      gate: text,
      tag: text,
      attempt: fc.nat(),
    });
    fc.assert(
      fc.property(facts, ({ pipeline, outcome: ended, name, reason, gate, tag, attempt }) => {
        const { release } = releaseRun;
        const wild: RunFacts = {
          ...releaseRun,
          ...{ pipeline, outcome: ended, attempt },
          jobs: releaseRun.jobs.map((job) => ({ ...job, name, outcome: ended })),
          suites: releaseRun.suites.map((suite) => ({ ...suite, gate, reason, outcome: ended })),
          release: release === null ? null : { ...release, tag },
        };
        expect(
          toEvents(wild, version)
            .map(check)
            .filter((fault) => fault !== undefined),
        ).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
