import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { type VerdictFile, verdictFileSchema } from "../../../src/core/gates/index.ts";

const main = fileURLToPath(new URL("../../../src/cli/main.ts", import.meta.url));
const VERSION = "data:text/javascript,globalThis.__TURNPIKE_VERSION__='0.0.0'";
const base = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-toolchains-")));
afterAll(() => rmSync(base, { recursive: true, force: true }));

function write(file: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, mode);
}

/** A machine of its own: a home, and a tool cache as GitHub's runners have one. */
class Machine {
  readonly home: string;
  readonly root: string;
  readonly #env: Record<string, string>;

  constructor(name: string, files: Readonly<Record<string, string>>) {
    this.home = join(base, name);
    this.root = join(this.home, "repository");
    for (const [path, text] of Object.entries(files)) write(join(this.root, path), text);
    const git = (...args: string[]) => execFileSync("git", args, { cwd: this.root, stdio: "ignore" });
    git("init", "-q");
    git("add", "-A");
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "x");
    // What the gates find without more: a Node that says that it is another one.
    write(join(this.home, "bin/node"), "#!/bin/sh\necho v18.0.0\n", 0o755);
    this.#env = { HOME: this.home, PATH: `${join(this.home, "bin")}:/usr/bin:/bin`, N_PREFIX: this.home };
  }

  /** Keeps a toolchain whose program is a small script. */
  keep(path: string, script: string): void {
    write(join(this.home, path), `#!/bin/sh\n${script}\n`, 0o755);
  }

  cacheNode(version: string, script = `echo v${version}`): void {
    this.keep(`cache/node/${version}/${process.arch}/bin/node`, script);
    write(join(this.home, `cache/node/${version}/${process.arch}.complete`), "");
    this.#env["RUNNER_TOOL_CACHE"] = join(this.home, "cache");
  }

  gates(...args: readonly string[]): { readonly verdict: VerdictFile; readonly text: string } {
    const ran = spawnSync(process.execPath, ["--import", VERSION, main, "gates", "--json", ...args], {
      ...{ cwd: this.root, env: this.#env, encoding: "utf8" },
    });
    return { verdict: verdictFileSchema.parse(JSON.parse(ran.stdout)), text: ran.stderr };
  }

  /** What a gate wrote beside the repository. */
  said(name: string): string {
    return readFileSync(join(this.home, name), "utf8");
  }
}

const NODE = "gates:\n  tests: { run: node --version > ~/tests }\n";

describe("the toolchain that a repository asks for", () => {
  it("is the one that its gates get, and verdict.json names it", () => {
    const machine = new Machine("found", { "turnpike.yml": NODE, ".nvmrc": "22\n" });
    machine.cacheNode("22.11.0");
    machine.cacheNode("20.1.0");
    const { verdict, text } = machine.gates();
    expect(machine.said("tests")).toBe("v22.11.0\n");
    expect(verdict.gates[0]).toMatchObject({
      outcome: "passed",
      ranOn: [{ language: "node", version: "22.11.0", asked: "22", source: { file: ".nvmrc", line: 1 } }],
    });
    expect(text).not.toContain("is not on this machine");
  });

  it("is another one for each gate that says so, and the rest run on the path's", () => {
    const gates = [
      "gates:",
      '  old: { run: node --version > ~/old, toolchain: { node: "20" } }',
      '  many: { run: node --version, toolchain: { node: "${matrix.node}" }, matrix: { node: ["20", "22"] } }',
      "  plain: { run: node --version > ~/plain }",
    ].join("\n");
    const machine = new Machine("each", { "turnpike.yml": gates });
    machine.cacheNode("22.11.0");
    machine.cacheNode("20.1.0");
    const { verdict } = machine.gates();
    expect(verdict.gates.map(({ id, ranOn }) => [id, ranOn?.[0]?.version])).toEqual([
      ["old", "20.1.0"],
      ["many:node=20", "20.1.0"],
      ["many:node=22", "22.11.0"],
      ["plain", undefined],
    ]);
    expect([machine.said("old"), machine.said("plain")]).toEqual(["v20.1.0\n", "v18.0.0\n"]);
  });

  it("is said to be missing where it is, with what brings it, and a red there names it", () => {
    const files = {
      "turnpike.yml": "gates:\n  tests: { run: node --version > ~/tests; exit 1 }\n",
      ".nvmrc": "22.11.0\n",
    };
    const machine = new Machine("missing", files);
    machine.keep(".nvm/versions/node/v20.1.0/bin/node", "echo v20.1.0");
    const { verdict, text } = machine.gates();
    expect(machine.said("tests")).toBe("v18.0.0\n");
    expect(verdict.gates[0]?.reason).toContain("it ran on Node 18.0.0, and .nvmrc:1 asks for 22.11.0");
    expect(verdict.gates[0]?.ranOn).toMatchObject([{ version: "18.0.0", isOther: true }]);
    expect(text.replaceAll(/\s+/g, " ")).toContain(
      "Node 22.11.0, which .nvmrc:1 asks for, is not on this machine: tests runs on 18.0.0, and a red there may come of that. To get it: `nvm install 22.11.0`.",
    );
  });

  it("is part of what a remembered pass rests on", () => {
    const machine = new Machine("key", { "turnpike.yml": NODE, ".nvmrc": "22\n" });
    machine.cacheNode("22.11.0");
    machine.gates();
    expect(machine.gates().verdict.gates[0]?.outcome).toBe("cached");
    machine.cacheNode("22.12.0");
    expect(machine.gates().verdict.gates[0]?.outcome).toBe("passed");
    expect(machine.said("tests")).toBe("v22.12.0\n");
  });

  it("of Java comes with the variable that builds go by", () => {
    const gates = 'gates:\n  tests: { run: "(echo $JAVA_HOME; java) > ~/tests", toolchain: { java: 21 } }\n';
    const machine = new Machine("java", { "turnpike.yml": gates });
    machine.keep(".sdkman/candidates/java/21.0.5-tem/bin/java", "echo 21");
    machine.gates();
    expect(machine.said("tests")).toBe(`${join(machine.home, ".sdkman/candidates/java/21.0.5-tem")}\n21\n`);
  });

  it("stands behind the programs of packages, and before those of the machine", () => {
    const packages = new Machine("packages", {
      "turnpike.yml": "gates:\n  lock: off\n",
      ".gitignore": "node_modules\n",
      ".nvmrc": "22\n",
      "package.json": '{ "name": "x", "scripts": { "test": "tool" }, "devDependencies": { "tool": "1" } }',
      "package-lock.json": '{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/tool": {} } }',
      "node_modules/.bin/npm": "",
    });
    packages.keep("repository/node_modules/.bin/npm", "(node -v; echo $PATH) > ~/tests");
    packages.cacheNode("22.11.0");
    packages.gates();
    const [version, found = ""] = packages.said("tests").split("\n");
    expect([version, ...found.split(":").slice(0, 2)]).toEqual([
      "v22.11.0",
      join(packages.root, "node_modules/.bin"),
      join(packages.home, `cache/node/22.11.0/${process.arch}/bin`),
    ]);
    const plain = new Machine("plain-path", {
      "turnpike.yml": "gates:\n  tests: { run: '(node -v; echo $PATH) > ~/tests' }\n",
      ".nvmrc": "22\n",
    });
    plain.cacheNode("22.11.0");
    plain.gates();
    const [, path = ""] = plain.said("tests").split("\n");
    expect(path.split(":").slice(0, 2)).toEqual([
      join(plain.home, `cache/node/22.11.0/${process.arch}/bin`),
      join(plain.home, "bin"),
    ]);
  });
});
