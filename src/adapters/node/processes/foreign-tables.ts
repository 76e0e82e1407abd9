import { execFile } from "node:child_process";
import { MARKER_VARIABLE, type ProcessTable, type Survivor, type Tree } from "./process-table.ts";

/** Runs a program of the system's and returns what it prints; an empty text when it fails. */
export type Ask = (file: string, args: readonly string[]) => Promise<string>;

/** The system's own programs, asked for at most 2 s. */
const askSystem: Ask = (file, args) =>
  new Promise((resolve) => {
    const options = { timeout: 2000, maxBuffer: 64 * 1024 * 1024, windowsHide: true };
    execFile(file, [...args], options, (error, stdout) => resolve(error === null ? stdout : ""));
  });

/** One line of `ps -A -E -w -w -o pid=,pgid=,stat=,lstart=,command=`. */
export interface PsLine {
  readonly pid: number;
  readonly group: number;
  readonly state: string;
  readonly start: string;
  /** Command and, for the user's own processes, environment, parted by blanks. */
  readonly command: string;
}

const PS_LINE = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(\w{3}\s+\w{3}\s+\d+\s+[\d:]{8}\s+\d{4})\s+(.*)$/;

/**
 * @param text output of macOS `ps`
 * @returns its lines; what does not look like one is left out
 */
function parsePs(text: string): readonly PsLine[] {
  const lines: PsLine[] = [];
  for (const line of text.split("\n")) {
    const [, pid, group, state, start, command] = PS_LINE.exec(line) ?? [];
    if (pid === undefined || group === undefined || state === undefined || start === undefined) continue;
    lines.push({ pid: Number(pid), group: Number(group), state, start, command: command ?? "" });
  }
  return lines;
}

/** macOS: `ps`, which shows the environment of the user's own processes. Tested with recorded data, not run there. */
export class MacProcessTable implements ProcessTable {
  readonly #ask: Ask;

  /** @param ask runs `ps` */
  constructor(ask: Ask = askSystem) {
    this.#ask = ask;
  }

  async #lines(): Promise<readonly PsLine[]> {
    const text = await this.#ask("/bin/ps", ["-A", "-E", "-w", "-w", "-o", "pid=,pgid=,stat=,lstart=,command="]);
    return parsePs(text).filter((line) => !line.state.startsWith("Z"));
  }

  async startOf(pid: number): Promise<string | undefined> {
    return (await this.#lines()).find((line) => line.pid === pid)?.start;
  }

  async survivors(tree: Tree): Promise<readonly Survivor[]> {
    const lines = await this.#lines();
    const leader = lines.find((line) => line.pid === tree.leader);
    const isRecycled = leader !== undefined && tree.leaderStart !== undefined && leader.start !== tree.leaderStart;
    const marker = new RegExp(`(^|\\s)${MARKER_VARIABLE}=${tree.marker}(/|\\s|$)`);
    return lines
      .map((line) => ({ ...line, inGroup: !isRecycled && line.group === tree.leader }))
      .filter((line) => line.pid !== process.pid && (line.inGroup || marker.test(line.command)))
      .map(({ pid, start, inGroup }) => ({ pid, start, inGroup }));
  }
}

/** One process of Windows' Win32_Process. */
export interface CimProcess {
  readonly pid: number;
  readonly parent: number;
  /** Creation time, sortable as text. */
  readonly start: string;
}

/**
 * @param text output of `ConvertTo-Json -Compress` over ProcessId, ParentProcessId and Start
 * @returns the processes; empty when it is no JSON
 */
function parseCim(text: string): readonly CimProcess[] {
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch {
    return [];
  }
  const found: CimProcess[] = [];
  for (const row of Array.isArray(rows) ? (rows as unknown[]) : [rows]) {
    if (typeof row !== "object" || row === null) continue;
    const { ProcessId: pid, ParentProcessId: parent, Start: start } = row as Record<string, unknown>;
    if (typeof pid === "number" && typeof parent === "number" && typeof start === "string") {
      found.push({ pid, parent, start });
    }
  }
  return found;
}

/**
 * A parent's id may have been given to a new process; a child is never older than its parent.
 *
 * @param processes all processes
 * @param root where to begin
 * @returns the processes below `root`, without it
 */
function descendantsOf(processes: readonly CimProcess[], root: CimProcess): readonly CimProcess[] {
  const found: CimProcess[] = [];
  const open = [root];
  const seen = new Set([root.pid]);
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    for (const child of processes) {
      if (child.parent !== parent.pid || child.start < parent.start || seen.has(child.pid)) continue;
      seen.add(child.pid);
      found.push(child);
      open.push(child);
    }
  }
  return found;
}

const CIM_QUERY =
  "Get-CimInstance Win32_Process | Select-Object ProcessId, ParentProcessId, " +
  "@{n='Start';e={$_.CreationDate.ToUniversalTime().ToString('o')}} | ConvertTo-Json -Compress";

/**
 * Windows: parent ids and creation times. The environment of another process cannot be read there, so a child whose
 * parents have all ended is not found. Tested with recorded data, not run there.
 */
export class WindowsProcessTable implements ProcessTable {
  readonly #ask: Ask;

  /** @param ask runs PowerShell */
  constructor(ask: Ask = askSystem) {
    this.#ask = ask;
  }

  async #all(): Promise<readonly CimProcess[]> {
    return parseCim(await this.#ask("powershell.exe", ["-NoProfile", "-NonInteractive", "-Command", CIM_QUERY]));
  }

  async startOf(pid: number): Promise<string | undefined> {
    return (await this.#all()).find((entry) => entry.pid === pid)?.start;
  }

  async survivors(tree: Tree): Promise<readonly Survivor[]> {
    const all = await this.#all();
    const leader = all.find((entry) => entry.pid === tree.leader);
    const isRecycled = leader !== undefined && tree.leaderStart !== undefined && leader.start !== tree.leaderStart;
    if (isRecycled) return [];
    const root = leader ?? { pid: tree.leader, parent: 0, start: tree.leaderStart ?? "" };
    const found = [...(leader === undefined ? [] : [leader]), ...descendantsOf(all, root)];
    return found.map(({ pid, start }) => ({ pid, start, inGroup: true }));
  }
}
