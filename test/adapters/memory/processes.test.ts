import { VirtualClock } from "../../../src/adapters/memory/clock.ts";
import { MemoryFiles } from "../../../src/adapters/memory/files.ts";
import { ScriptedProcesses } from "../../../src/adapters/memory/processes.ts";
import type { Command } from "../../../src/ports/processes.ts";
import { processesContract } from "../../ports/processes.contract.ts";

function program(file: string, ...args: string[]): Command {
  return { file, args, cwd: "/repo", env: {} };
}

processesContract("ScriptedProcesses", async () => {
  const files = new MemoryFiles();
  const programs = {
    print: ({ args: [stdout = "", stderr = "", code] }: Command) => ({ stdout, stderr, code: Number(code) }),
    die: () => ({ signal: "SIGKILL" }),
    cat: (_: Command, stdin: string) => ({ stdout: stdin }),
    wait: () => ({ takesMs: Number.POSITIVE_INFINITY }),
  };
  return {
    processes: new ScriptedProcesses(programs, { clock: new VirtualClock(), files }),
    folder: "/logs",
    readFile: async (path) => (await files.readText(path)) ?? "",
    prints: (out, err, code) => program("print", out, err, String(code)),
    dies: () => program("die"),
    repeatsInput: () => program("cat"),
    waits: () => program("wait"),
    absent: () => program("absent"),
  };
});
