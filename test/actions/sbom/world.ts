import { sbomContract } from "../../../src/actions/sbom/contract.ts";
import type { SbomPorts } from "../../../src/actions/sbom/run.ts";
import { MemoryFiles } from "../../../src/adapters/memory/files.ts";
import { type InputsOf, parseInputs } from "../../../src/contract/index.ts";
import type { Git } from "../../../src/ports/git.ts";
import { type MemoryLog, memoryLog } from "../../fakes/log.ts";

/** What a made-up checkout says of itself. */
export interface Checkout {
  readonly head?: string;
  readonly tags?: readonly string[];
  readonly remote?: string;
  readonly time?: number;
  /** Files that git does not list: ignored ones. */
  readonly ignored?: readonly string[];
}

/** A checkout at `/repo`; undefined stands for no repository. */
function fakeGit(files: readonly string[], checkout: Checkout | undefined): Git {
  const none = async (): Promise<undefined> => undefined;
  return {
    state: async () =>
      checkout === undefined
        ? undefined
        : { top: "/repo", prefix: "", commit: checkout.head ?? null, tree: null, branch: null },
    topLevel: async () => (checkout === undefined ? undefined : "/repo"),
    head: async () => checkout?.head,
    isDirty: async () => false,
    branch: none,
    isShallow: async () => false,
    tagsAt: async () => checkout?.tags ?? [],
    listFiles: async (cwd) => {
      const prefix = cwd === "/repo" ? "" : `${cwd.slice("/repo/".length)}/`;
      const below = files.filter((file) => file.startsWith(prefix) && !(checkout?.ignored ?? []).includes(file));
      return below.map((file) => file.slice(prefix.length)).sort();
    },
    log: async () => [],
    changedFiles: async () => [],
    changedSince: async () => [],
    mergeBase: async (_, one) => one,
    hasCommit: async () => true,
    defaultBranch: async () => "main",
    previousTag: none,
    remoteUrl: async () => checkout?.remote,
    commitTime: async () => checkout?.time,
  };
}

export interface World {
  readonly ports: SbomPorts;
  readonly files: MemoryFiles;
  readonly log: MemoryLog;
  readonly pages: string[];
}

/** @returns ports over files in memory, below `/repo` */
export function worldOf(
  content: Readonly<Record<string, string>>,
  checkout?: Checkout,
  more: Partial<SbomPorts> = {},
): World {
  const files = new MemoryFiles(content, "/repo");
  const log = memoryLog();
  const pages: string[] = [];
  const ports: SbomPorts = {
    files,
    git: fakeGit(Object.keys(content), checkout),
    log,
    page: {
      append: async (markdown) => {
        pages.push(markdown);
      },
    },
    env: {},
    context: undefined,
    toolVersion: "0.1.0",
    ...more,
  };
  return { ports, files, log, pages };
}

/** @returns the action's inputs as the runner gives them */
export function inputsOf(raw: Readonly<Record<string, string>> = {}): InputsOf<typeof sbomContract> {
  return parseInputs(sbomContract, raw);
}

export const UV_LOCK = `version = 1
revision = 3
requires-python = ">=3.11"

[[package]]
name = "orders"
version = "1.2.0"
source = { editable = "." }
dependencies = [{ name = "left-pad" }]
[package.dev-dependencies]
dev = [{ name = "probe" }]

[[package]]
name = "left-pad"
version = "1.3.0"
source = { registry = "https://index.example.org/simple" }
wheels = [{ url = "https://files.example.org/left_pad-1.3.0-py3-none-any.whl", hash = "sha256:${"a".repeat(64)}" }]

[[package]]
name = "probe"
version = "5.0"
source = { registry = "https://index.example.org/simple" }
`;

export const NPM_LOCK: string = JSON.stringify({
  name: "orders",
  version: "1.2.0",
  lockfileVersion: 3,
  packages: {
    "": { name: "orders", version: "1.2.0", dependencies: { a: "1" } },
    "node_modules/a": { version: "1.0.0", license: "MIT" },
  },
});
