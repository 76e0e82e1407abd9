import { dirname } from "node:path/posix";
import { describe, expect, it } from "vitest";
import { findCircles, type ImportEdge, importsOf, readImportGraph } from "./import-graph.ts";
import { root } from "./root.ts";

/** Built-in modules that compute and touch nothing. */
const PURE_BUILTINS = new Set(["node:path", "node:path/posix", "node:crypto", "node:util", "node:buffer", "node:url"]);

/** Packages that touch the world; only adapters and the local runner may use them. */
const IMPURE_PACKAGES =
  /^(@actions\/(?!expressions|workflow-parser)|@sigstore\/|p-retry|p-limit|log-update|fflate|tar-stream|undici|commander)/;

function area(path: string): string {
  const [, first, second, third] = path.split("/");
  if (first === "core") return `core/${second}`;
  if (first === "actions") return third === "contract.ts" || second === "road" ? "contract" : `actions/${third}`;
  return first?.endsWith(".ts") === true ? "errors" : (first ?? "");
}

function isOwnFile(target: string): boolean {
  return target.startsWith("src/");
}

function complaint({ from, to, typeOnly }: ImportEdge): string | undefined {
  const [source, target] = [area(from), isOwnFile(to) ? area(to) : "package"];
  const no = (why: string): string => `${from} -> ${to}: ${why}`;
  if (target === "package") {
    const isPureFolder = /^(core\/|ports$|contract$|errors$|actions\/run\.ts$)/.test(source);
    if (!isPureFolder || typeOnly) return undefined;
    if (to.startsWith("node:") && !PURE_BUILTINS.has(to)) return no(`${source} touches nothing outside`);
    return IMPURE_PACKAGES.test(to) ? no(`${source} takes pure libraries only`) : undefined;
  }
  if (source === "errors") return no("errors.ts leans on nothing");
  if (source === "ports")
    return typeOnly && (target.startsWith("core/") || target === "ports") ? undefined : no("ports are types");
  if (source === "contract") {
    if (target === "contract" || target === "errors") return undefined;
    return typeOnly && target.startsWith("core/") ? undefined : no("contracts lean on errors only");
  }
  if (source.startsWith("core/")) {
    if (target === source || target === "errors" || target === "contract") return undefined;
    if (target.startsWith("core/"))
      return to.endsWith("/index.ts") ? undefined : no("another domain is reached through its index.ts");
    return no("core leans on core and errors only");
  }
  if (source.startsWith("actions/") && source !== "actions/main.ts" && source !== "actions/post.ts") {
    if (target === "adapters" && !typeOnly) return no("a use case sees ports, not adapters");
    if (target === "adapters") return undefined;
    if (/^(local|cli)$/.test(target)) return no("a use case knows no command line");
    // What stands beside the actions belongs to none.
    const [own, other] = [dirname(from), dirname(to)].map((folder) => folder.split("/")[2]);
    if (target.startsWith("actions/") && other !== undefined && own !== other)
      return no("one action never calls another");
    return undefined;
  }
  if (source === "adapters")
    return /^(actions\/|cli$|local$)/.test(target) && !typeOnly ? no("adapters serve ports") : undefined;
  return undefined;
}

const edges = readImportGraph(root, "src");

describe("the import graph", () => {
  it("is read at all: hundreds of edges, from every folder", () => {
    expect(edges.length).toBeGreaterThan(100);
    for (const folder of ["core", "ports", "adapters", "actions", "contract", "local", "cli"]) {
      expect(edges.some((edge) => edge.from.startsWith(`src/${folder}/`))).toBe(true);
    }
  });

  it("leans only on what the architecture allows", () => {
    expect(edges.map(complaint).filter((text) => text !== undefined)).toEqual([]);
  });

  it("has no circle, of values or of types", () => {
    expect(findCircles(edges)).toEqual([]);
  });

  it("names only packages that package.json lists", async () => {
    const { devDependencies } = (await import("../../package.json", { with: { type: "json" } })).default;
    const names = edges
      .filter((edge) => !isOwnFile(edge.to) && !edge.to.startsWith("node:"))
      .map((edge) => /^(@[^/]+\/[^/]+|[^/]+)/.exec(edge.to)?.[1] ?? edge.to);
    expect([...new Set(names)].filter((name) => !(name in devDependencies))).toEqual([]);
  });
});

describe("the rules themselves", () => {
  const wrong: readonly (readonly [string, string])[] = [
    ["src/core/gates/x.ts", 'import { readFile } from "node:fs/promises";'],
    ["src/core/gates/x.ts", 'import { systemClock } from "../../adapters/node/clock.ts";'],
    ["src/core/gates/x.ts", 'import { parse } from "../sbom/parse.ts";'],
    ["src/core/gates/x.ts", 'import * as core from "@actions/core";'],
    ["src/ports/x.ts", 'import { plan } from "../core/gates/index.ts";'],
    ["src/actions/gates/run.ts", 'import { runSbom } from "../sbom/run.ts";'],
    ["src/actions/gates/run.ts", 'import { NodeFiles } from "../../adapters/node/files.ts";'],
    ["src/adapters/node/x.ts", 'import { main } from "../../cli/program.ts";'],
    ["src/errors.ts", 'import { x } from "./core/gates/index.ts";'],
  ];

  it.each(wrong)("refuse in %s: %s", (file, text) => {
    expect(importsOf(text, file).map(complaint)).toEqual([expect.any(String)]);
  });

  it("tell type-only imports apart", () => {
    const [edge] = importsOf('import type { Plan } from "../core/gates/index.ts";', "src/ports/x.ts");
    expect(edge?.typeOnly).toBe(true);
    expect(edge && complaint(edge)).toBeUndefined();
  });

  it("find a circle, also where types alone close it", () => {
    const a = importsOf('import { b } from "./b.ts";', "src/a.ts");
    const b = importsOf('import { a } from "./a.ts";', "src/b.ts");
    const types = importsOf('import type { a } from "./a.ts";', "src/b.ts");
    expect(findCircles([...a, ...b])).toEqual([["src/a.ts", "src/b.ts", "src/a.ts"]]);
    expect(findCircles([...a, ...types])).toEqual([["src/a.ts", "src/b.ts", "src/a.ts"]]);
    expect(findCircles(a)).toEqual([]);
  });
});
