import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withOwnManager } from "../../../src/actions/gates/toolchains/own-manager.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";
import { NodeToolchains } from "../../../src/adapters/node/toolchains/index.ts";

const processes = new NodeProcesses();
let root = "";
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-managers-")));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string, mode = 0o644): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, mode);
}

/** A package that `npm install -g` brought. */
function brought(name: string, version: string, program = name): void {
  write(`lib/${name}/package.json`, JSON.stringify({ name, version }));
  write(`lib/${name}/bin/${program}.cjs`, `#!/bin/sh\necho "$0 $@"\n`, 0o755);
  mkdirSync(join(root, "bin"), { recursive: true });
  symlinkSync(join(root, `lib/${name}/bin/${program}.cjs`), join(root, "bin", program));
}

/** What is started in place of npx. */
async function started(spec: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const env = { HOME: root, PATH: `${join(root, "bin")}:/usr/bin:/bin`, ...more };
  const toolchains = new NodeToolchains(processes, env);
  const command = { file: "npx", args: ["--yes", spec, "run", "a b"], cwd: "/", env };
  const { file, args } = await withOwnManager(command, { toolchains: async () => toolchains });
  return [file.replace(`${root}/`, ""), ...args].join(" ");
}

describe("a package manager that is on the path", () => {
  it("is started itself where it is the version that is asked for", async () => {
    brought("pnpm", "10.33.0");
    expect(await started("pnpm@10.33.0")).toBe("bin/pnpm run a b");
    expect(await started("pnpm@10")).toBe("bin/pnpm run a b");
    expect(await started("pnpm@latest")).toBe("bin/pnpm run a b");
  });

  it("is left alone where it is another one", async () => {
    brought("yarn", "1.22.22");
    expect(await started("yarn@1.22.22")).toBe("bin/yarn run a b");
    for (const spec of ["yarn@1.22.19", "@yarnpkg/cli-dist@4.1.0", "@yarnpkg/cli-dist@latest", "eslint@9.0.0"]) {
      expect(await started(spec)).toBe(`npx --yes ${spec} run a b`);
    }
  });

  it("that belongs to no package is asked for its version", async () => {
    write("bin/pnpm", "#!/bin/sh\necho 9.15.4\n", 0o755);
    expect(await started("pnpm@9.15.4")).toBe("bin/pnpm run a b");
    expect(await started("pnpm@10.0.0")).toBe("npx --yes pnpm@10.0.0 run a b");
  });

  it("is none where nothing of the name is there", async () => {
    expect(await started("bun@1.3.0", { PATH: join(root, "bin") })).toBe("npx --yes bun@1.3.0 run a b");
  });
});

const COREPACK = ["/usr/lib/node_modules/corepack", "/usr/local/lib/node_modules/corepack"].find((one) =>
  existsSync(one),
);

describe.skipIf(COREPACK === undefined)(
  "what Corepack has brought (skipped where this machine has no Corepack)",
  () => {
    it("is started by it, in the version that is asked for and with no network", async () => {
      mkdirSync(join(root, "bin"), { recursive: true });
      symlinkSync(join(COREPACK ?? "", "dist/pnpm.js"), join(root, "bin/pnpm"));
      symlinkSync(join(COREPACK ?? "", "dist/corepack.js"), join(root, "bin/corepack"));
      const locator = {
        locator: { name: "pnpm", reference: "9.1.0" },
        bin: { pnpm: "./bin/pnpm.cjs" },
        hash: "sha1.x",
      };
      write("kept/v1/pnpm/9.1.0/.corepack", JSON.stringify(locator));
      write("kept/v1/pnpm/9.1.0/bin/pnpm.cjs", "console.log('it is', ...process.argv.slice(2));\n");
      const more = { COREPACK_HOME: join(root, "kept"), COREPACK_ENABLE_NETWORK: "0" };
      expect(await started("pnpm@9.1.0", more)).toBe("bin/corepack pnpm@9.1.0 run a b");
      expect(await started("pnpm@9.2.0", more)).toBe("npx --yes pnpm@9.2.0 run a b");
      const env = { HOME: root, PATH: `${join(root, "bin")}:${dirname(process.execPath)}:/usr/bin:/bin`, ...more };
      const command = { file: join(root, "bin/corepack"), args: ["pnpm@9.1.0", "run"], cwd: root, env };
      expect((await processes.capture(command)).stdout).toBe("it is run\n");
    });
  },
);
