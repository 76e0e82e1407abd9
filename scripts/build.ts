import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type OutputOptions, type Plugin, rolldown } from "rolldown";
import { collectLicenses } from "./licenses.ts";
import { partsOf } from "./parts.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Entries by their name in dist/: `src/actions/<name>/{main,post}.ts` and the command line. */
function findEntries(): Record<string, string> {
  const entries: Record<string, string> = { turnpike: "src/cli/start.ts" };
  for (const name of readdirSync(join(root, "src/actions")).sort()) {
    if (existsSync(join(root, "src/actions", name, "main.ts"))) entries[name] = `src/actions/${name}/main.ts`;
    if (existsSync(join(root, "src/actions", name, "post.ts"))) entries[`${name}-post`] = `src/actions/${name}/post.ts`;
  }
  return entries;
}

/** Packages whose code is bundled, for the licence file. */
function recordPackages(found: Set<string>): Plugin {
  return {
    name: "record-packages",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const id of chunk.moduleIds) {
          const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll("\\", "/"));
          if (match?.[1] !== undefined) found.add(match[1]);
        }
      }
    },
  };
}

const SHIM = "\0undici-when-a-proxy-is-set";

/**
 * `@actions/http-client` imports undici, 400 kB, for its ProxyAgent alone, and every action imports it through
 * `@actions/core`. The shim loads undici only where a proxy variable is set; without one, that class is never made.
 */
const undiciOnDemand: Plugin = {
  name: "undici-on-demand",
  resolveId(source, importer, { kind }) {
    // A CommonJS copy below @actions/github requires it, and a module that waits cannot be required.
    if (source !== "undici" || kind === "require-call") return undefined;
    return importer?.includes("@actions/http-client") === true ? SHIM : undefined;
  },
  load(id) {
    if (id !== SHIM) return undefined;
    return `
      const names = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"];
      const real = names.some((name) => process.env[name]) ? await import("undici") : undefined;
      export const ProxyAgent = real?.ProxyAgent;
    `;
  },
};

/**
 * Builds dist/ whole: one entry an action, shared chunks, not minified, the same bytes each time.
 *
 * @param outDir absolute folder; emptied first
 */
export async function build(outDir: string): Promise<void> {
  const major = Number(process.versions.node.split(".")[0]);
  if (major !== 24) {
    throw new Error(`dist/ is built with Node 24, this is ${process.version}. Run it through npm: npm run build`);
  }
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const packages = new Set<string>();
  const bundle = await rolldown({
    cwd: root,
    input: findEntries(),
    platform: "node",
    // Optional peers of the CycloneDX library: XML and validation, which we do not use.
    external: [/^node:/, "libxmljs2", "xmlbuilder2", "ajv-formats-draft2019"],
    // Azure's and CycloneDX's CommonJS files ask for __dirname; in an ES module it is a property.
    transform: {
      target: "node20",
      define: { __dirname: "import.meta.dirname", __TURNPIKE_VERSION__: JSON.stringify(version) },
    },
    // Paths of modules stand in comments; where node_modules is a link, they must not lead out of the project.
    resolve: { symlinks: false },
    // These folders only define things. Without saying so, a module that is merely named by an index is loaded with it.
    treeshake: { moduleSideEffects: [{ test: /[\\/]src[\\/](core|contract|ports)[\\/]/, sideEffects: false }] },
    plugins: [undiciOnDemand, recordPackages(packages)],
    onLog(level, log, handler) {
      if (level === "warn" && log.code === "EVAL") return;
      handler(level, log);
    },
  });
  const options = (parts: ReadonlyMap<string, string>): OutputOptions => ({
    dir: outDir,
    format: "esm",
    entryFileNames: "[name].js",
    // No hash in the name: a change shows as a small diff, and readers find the file again.
    chunkFileNames: "shared/[name].js",
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        // A part that the page of a run and the SBOM action share: left alone it lands beside an action's own start, which
        // would then run whenever somebody loads it.
        { name: "sbom-facts", test: /[\\/]core[\\/]summary[\\/]facts\.ts$/ },
        { name: (id) => parts.get(id) ?? null },
      ],
    },
    minify: false,
    comments: { legal: false, annotation: true, jsdoc: true },
  });
  const parts = partsOf(await bundle.generate(options(new Map())), join(root, "src"));
  rmSync(outDir, { recursive: true, force: true });
  await bundle.write(options(parts));
  await bundle.close();
  writeFileSync(join(outDir, "package.json"), `${JSON.stringify({ type: "module" })}\n`);
  writeFileSync(join(outDir, "licenses.txt"), collectLicenses([...packages], root));
}

if (process.argv[1] !== undefined && basename(process.argv[1]) === "build.ts") {
  const outDir = process.argv[2] ?? join(root, "dist");
  await build(outDir);
  process.stdout.write(`Built ${Object.keys(findEntries()).length} entries into ${outDir}\n`);
}
