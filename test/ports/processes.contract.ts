import { describe, expect, it } from "vitest";
import type { Command, Processes } from "../../src/ports/processes.ts";

/** An implementation under test, and programs for it. */
export interface ProcessesSubject {
  readonly processes: Processes;
  /** Where logs may be written; exists. */
  readonly folder: string;
  readFile(path: string): Promise<string>;
  /** Prints `out` to standard output, then `err` to standard error, then ends with `code`. */
  prints(out: string, err: string, code: number): Command;
  /** Ends by SIGKILL. */
  dies(): Command;
  /** Prints what it reads. */
  repeatsInput(): Command;
  /** Never ends by itself. */
  waits(): Command;
  /** A program that does not exist. */
  absent(): Command;
}

/**
 * What every implementation of the port does.
 *
 * @param name shown in the report
 * @param make makes a fresh subject
 */
export function processesContract(name: string, make: () => Promise<ProcessesSubject>): void {
  describe(`${name} keeps the contract of Processes`, () => {
    it("captures both streams and the exit code", async () => {
      const { processes, prints } = await make();
      const result = await processes.capture(prints("out\n", "err\n", 3));
      expect(result).toMatchObject({ end: { kind: "exited", code: 3 }, stdout: "out\n", stderr: "err\n" });
    });

    it("hands standard input over", async () => {
      const { processes, repeatsInput } = await make();
      const result = await processes.capture(repeatsInput(), { stdin: "given" });
      expect(result.stdout).toBe("given");
    });

    it("keeps the last bytes when there are too many", async () => {
      const { processes, prints } = await make();
      const result = await processes.capture(prints("0123456789", "", 0), { maxBytes: 4 });
      expect(result.stdout).toBe("6789");
    });

    it("names the signal that ended a program", async () => {
      const { processes, dies } = await make();
      expect((await processes.capture(dies())).end).toEqual({ kind: "signalled", signal: "SIGKILL" });
    });

    it("says that a program was not found, as a result", async () => {
      const { processes, absent, folder } = await make();
      const expected = { end: { kind: "not-started", reason: "not-found" } };
      expect(await processes.capture(absent())).toMatchObject(expected);
      expect(await processes.runLogged(absent(), { logFile: `${folder}/absent.log` })).toMatchObject(expected);
    });

    it("ends a captured program when its time is out", async () => {
      const { processes, waits } = await make();
      const result = await processes.capture(waits(), { timeoutMs: 30 });
      expect(result.end).toEqual({ kind: "timed-out", afterMs: 30 });
    });

    it("ends a logged program when it is told to", async () => {
      const { processes, waits, folder } = await make();
      const stop = new AbortController();
      const running = processes.runLogged(waits(), { logFile: `${folder}/stopped.log`, signal: stop.signal });
      stop.abort();
      expect((await running).end).toEqual({ kind: "stopped" });
    });

    it("starts nothing when it was told to stop before", async () => {
      const { processes, prints, folder } = await make();
      const options = { logFile: `${folder}/never.log`, signal: AbortSignal.abort() };
      expect((await processes.runLogged(prints("x", "", 0), options)).end).toEqual({ kind: "stopped" });
      expect((await processes.capture(prints("x", "", 0), options)).end).toEqual({ kind: "stopped" });
    });

    it("writes both streams to the log and gives out each line, the last one without an end too", async () => {
      const { processes, prints, folder, readFile } = await make();
      const lines: string[] = [];
      const logFile = `${folder}/both.log`;
      await processes.runLogged(prints("one\ntwo\n", "three", 0), { logFile, onLine: (line) => lines.push(line) });
      expect(await readFile(logFile)).toBe("one\ntwo\nthree");
      expect(lines).toEqual(["one", "two", "three"]);
    });

    it("keeps standard output apart when a file is named for it", async () => {
      const { processes, prints, folder, readFile } = await make();
      const options = { logFile: `${folder}/apart.log`, stdoutFile: `${folder}/apart.json` };
      await processes.runLogged(prints("{}", "warning\n", 1), options);
      expect(await readFile(options.stdoutFile)).toBe("{}");
      expect(await readFile(options.logFile)).toBe("warning\n");
    });

    it("starts each log anew", async () => {
      const { processes, prints, folder, readFile } = await make();
      const logFile = `${folder}/anew.log`;
      await processes.runLogged(prints("a long first run\n", "", 0), { logFile });
      await processes.runLogged(prints("short\n", "", 0), { logFile });
      expect(await readFile(logFile)).toBe("short\n");
    });
  });
}
