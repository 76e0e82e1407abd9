import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";
import { NodeToolchains } from "../../../src/adapters/node/toolchains/index.ts";
import { chooseToolchain, type Language } from "../../../src/core/toolchains/index.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "turnpike-toolchains-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text = "", mode = 0o644): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, mode);
}

const program = (path: string, text = "#!/bin/sh\n"): void => write(path, text, 0o755);

/** A machine whose home is the temporary folder. */
function machine(more: Readonly<Record<string, string>> = {}): NodeToolchains {
  const env = { HOME: root, PATH: "/usr/bin:/bin", N_PREFIX: join(root, "n"), ...more };
  return new NodeToolchains(new NodeProcesses(), env);
}

async function kept(language: Language, more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const all = await machine(more).installed(language);
  return all.filter(({ home }) => home.startsWith(root)).map(({ version, origin }) => `${version} ${origin}`);
}

describe("the toolchains of a machine", () => {
  it("are those of Node that version managers keep, with a program in them", async () => {
    program(".nvm/versions/node/v22.11.0/bin/node");
    program(".local/share/fnm/node-versions/v20.1.0/installation/bin/node");
    program(".volta/tools/image/node/18.20.4/bin/node");
    program(".local/share/mise/installs/node/24.1.0/bin/node");
    program(".local/share/mise/installs/node/latest/bin/node");
    program(".asdf/installs/nodejs/21.0.0/bin/node");
    program(".nodenv/versions/16.20.2/bin/node");
    program("n/n/versions/node/14.1.0/bin/node");
    write(".nvm/versions/node/v12.0.0/README");
    expect(await kept("node")).toEqual([
      "22.11.0 nvm",
      "20.1.0 fnm",
      "18.20.4 volta",
      "24.1.0 mise",
      "21.0.0 asdf",
      "16.20.2 nodenv",
      "14.1.0 n",
    ]);
    expect(await machine().managers("node")).toEqual(["nvm", "fnm", "volta", "mise", "asdf", "nodenv"]);
  });

  it("are those of a runner's tool cache that are whole", async () => {
    const arch = process.arch;
    const cache = { RUNNER_TOOL_CACHE: join(root, "cache") };
    program(`cache/node/22.11.0/${arch}/bin/node`);
    write(`cache/node/22.11.0/${arch}.complete`);
    program(`cache/node/20.1.0/${arch}/bin/node`);
    program("cache/node/18.1.0/other/bin/node");
    write("cache/node/18.1.0/other.complete");
    program(`cache/go/1.25.3/${arch}/bin/go`);
    write(`cache/go/1.25.3/${arch}.complete`);
    expect(await kept("node", cache)).toEqual(["22.11.0 the runner's tool cache"]);
    expect(await kept("go", cache)).toEqual(["1.25.3 the runner's tool cache"]);
  });

  it("are JDKs by what they say of themselves, whatever their folders are called", async () => {
    program("jdks/whatever/bin/java");
    write("jdks/whatever/release", 'IMPLEMENTOR="X"\nJAVA_VERSION="21.0.5"\n');
    program(".sdkman/candidates/java/17.0.9-tem/bin/java");
    program(".jdks/temurin-11.0.25/bin/java");
    write(".jdks/temurin-11.0.25/release", 'JAVA_VERSION="11.0.25"\n');
    symlinkSync(join(root, ".sdkman/candidates/java/17.0.9-tem"), join(root, ".sdkman/candidates/java/current"));
    const name = `JAVA_HOME_21_${process.arch.toUpperCase()}`;
    const all = await kept("java", { [name]: join(root, "jdks/whatever"), JAVA_HOME_8_OTHER: "/nowhere" });
    expect(all).toEqual([`21.0.5 ${name}`, "17.0.9 sdkman", "11.0.25 ~/.jdks"]);
    const [first] = await machine({ [name]: join(root, "jdks/whatever") }).installed("java");
    expect(first).toMatchObject({
      bins: [join(root, "jdks/whatever/bin")],
      variables: { JAVA_HOME: join(root, "jdks/whatever") },
    });
  });

  it("are Go's where its own commands keep them, and Rust's by the name that rustup takes", async () => {
    program("sdk/go1.24.2/bin/go");
    program("go/pkg/mod/golang.org/toolchain@v0.0.1-go1.25.3.linux-amd64/bin/go");
    expect(await kept("go")).toEqual(["1.24.2 ~/sdk", "1.25.3 Go's own cache"]);
    const triple = "x86_64-unknown-linux-gnu";
    program(`.rustup/toolchains/1.85-${triple}/bin/rustc`);
    program(`.rustup/toolchains/nightly-2026-01-01-${triple}/bin/rustc`);
    expect(await kept("rust")).toEqual(["1.85.0 rustup", "nightly-2026-01-01 rustup"]);
    program(".cargo/bin/rustup");
    const [one] = await machine().installed("rust");
    expect(one).toMatchObject({ bins: [join(root, ".cargo/bin")], variables: { RUSTUP_TOOLCHAIN: `1.85-${triple}` } });
  });

  it("are none where nothing is kept, and folders that cannot be read are passed over", async () => {
    write(".nvm/versions/node", "a file");
    for (const language of ["node", "go", "rust"] as const) expect(await kept(language)).toEqual([]);
    expect(await machine().managers("go")).toEqual([]);
  });
});

describe("a line of Node with long-term support", () => {
  it("is known by what it says of itself, before anybody has heard of it", async () => {
    const header = (major: number, lts: string) =>
      `#define NODE_MAJOR_VERSION ${major}\n#define NODE_MINOR_VERSION 1\n#define NODE_PATCH_VERSION 0\n${lts}`;
    program(".nvm/versions/node/v40.1.0/bin/node");
    write(
      ".nvm/versions/node/v40.1.0/include/node/node_version.h",
      header(40, '#define NODE_VERSION_IS_LTS 1\n#define NODE_VERSION_LTS_CODENAME "Zinc"\n'),
    );
    program(".nvm/versions/node/v42.1.0/bin/node");
    write(".nvm/versions/node/v42.1.0/include/node/node_version.h", header(42, "#define NODE_VERSION_IS_LTS 0\n"));
    const installed = await machine().installed("node");
    const choose = (version: string) =>
      chooseToolchain(
        { language: "node", version, source: { file: ".nvmrc", line: 1 } },
        { installed, onPath: undefined },
      ).toolchain?.version;
    expect([choose("lts/*"), choose("lts/zinc"), choose("node")]).toEqual(["40.1.0", "40.1.0", "42.1.0"]);
  });
});

describe("the toolchain on the path", () => {
  it("is told by its own files, and by itself where these say nothing", async () => {
    program("a/bin/node");
    write(
      "a/include/node/node_version.h",
      "#define NODE_MAJOR_VERSION 22\n#define NODE_MINOR_VERSION 3\n#define NODE_PATCH_VERSION 1\n",
    );
    program("b/bin/node", "#!/bin/sh\necho v20.1.0\n");
    const on = (name: string) => machine({ PATH: `${join(root, name, "bin")}:/usr/bin:/bin` }).onPath("node");
    expect(await on("a")).toMatchObject({ version: "22.3.1", bins: [], variables: {} });
    expect(await on("b")).toMatchObject({ version: "20.1.0", origin: "the path" });
  });

  it("is this very Node where it is the first there", async () => {
    const found = await machine({ PATH: dirname(process.execPath) }).onPath("node");
    expect(found?.version).toBe(process.versions.node);
  });

  it("of Java is the one that `JAVA_HOME` names, which builds take first", async () => {
    program("jdk/bin/java");
    write("jdk/release", 'JAVA_VERSION="21.0.5"\n');
    expect(await machine({ JAVA_HOME: join(root, "jdk") }).onPath("java")).toMatchObject({ version: "21.0.5" });
  });

  it("of Rust is the default of rustup, which is not asked for it", async () => {
    program(".cargo/bin/rustc", "#!/bin/sh\nexit 1\n");
    program(".cargo/bin/rustup");
    const triple = "x86_64-unknown-linux-gnu";
    program(`.rustup/toolchains/1.85.0-${triple}/bin/rustc`);
    write(".rustup/settings.toml", `default_toolchain = "1.85.0-${triple}"\nprofile = "minimal"\n`);
    const found = await machine({ PATH: join(root, ".cargo/bin") }).onPath("rust");
    expect(found).toMatchObject({ version: "1.85.0", bins: [] });
  });

  it("is nothing where there is none, or it does not say its version", async () => {
    program("bin/node", "#!/bin/sh\necho hello\n");
    expect(await machine({ PATH: join(root, "bin") }).onPath("node")).toBeUndefined();
    expect(await machine({ PATH: join(root, "none") }).onPath("node")).toBeUndefined();
  });
});

describe.runIf(hasGo())("the Go of this machine", () => {
  it("is known with the version that it says itself", async () => {
    const env = Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ""]));
    const said = /go(\d+\.\d+(?:\.\d+)?)/.exec(execFileSync("go", ["version"], { cwd: "/", encoding: "utf8" }))?.[1];
    const found = await new NodeToolchains(new NodeProcesses(), env).onPath("go");
    expect(found?.version.startsWith(said ?? "unknown")).toBe(true);
  });
});

function hasGo(): boolean {
  try {
    execFileSync("go", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
