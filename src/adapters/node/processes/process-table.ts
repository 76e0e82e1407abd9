import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Name of the variable that marks every process that we start and all that it starts, whatever session they move to. */
export const MARKER_VARIABLE = "TURNPIKE_PROCESS";

/** A started process and what belongs to it. */
export interface Tree {
  /** Process id of the leader, which is its group and its session too. */
  readonly leader: number;
  /** When the leader started, as the platform writes it; undefined when it could not be read. */
  readonly leaderStart: string | undefined;
  /** Value of the marker variable. Values of nested runs begin with it and a slash. */
  readonly marker: string;
  /**
   * Files that only this tree writes, as {@link fileIdentity} names them. Whoever has one as its standard output or error
   * belongs to the tree, even one that dropped its environment and moved to a session of its own.
   */
  readonly outputs?: ReadonlySet<string> | undefined;
  /** Processes that were there before, and need not be looked at. */
  readonly strangers?: ReadonlySet<number> | undefined;
}

/** A living process of a tree. */
export interface Survivor {
  readonly pid: number;
  /** Tells this process from a later one with the same id. */
  readonly start: string;
  /** False for one that left the leader's group. */
  readonly inGroup: boolean;
}

/** The processes of a machine. */
export interface ProcessTable {
  /** When a living process started; undefined when there is none. A zombie is not living. */
  startOf(pid: number): Promise<string | undefined>;
  /** What still lives of a tree: members of the group, and whatever carries the marker. */
  survivors(tree: Tree): Promise<readonly Survivor[]>;
}

/** The fields of `/proc/<pid>/stat` that are used (proc(5)). */
export interface ProcStat {
  readonly state: string;
  readonly group: number;
  readonly session: number;
  /** User and system time of the process itself in clock ticks. */
  readonly ownTicks: number;
  /** User and system time of its waited-for children in clock ticks. */
  readonly childTicks: number;
  /** Clock ticks after boot. */
  readonly start: string;
  /** Pages. */
  readonly residentPages: number;
}

/**
 * @param text content of `/proc/<pid>/stat`; the command's name stands in brackets and may hold brackets and blanks
 * @returns its fields, or undefined when it is cut
 */
export function parseProcStat(text: string): ProcStat | undefined {
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const at = (field: number) => Number(fields[field - 3]);
  const start = fields[22 - 3];
  const state = fields[0];
  if (start === undefined || state === undefined) return undefined;
  return {
    state,
    group: at(5),
    session: at(6),
    ownTicks: at(14) + at(15),
    childTicks: at(16) + at(17),
    start,
    residentPages: at(24),
  };
}

/**
 * @param environ content of `/proc/<pid>/environ`, variables ended by NUL
 * @param marker the marker to find
 * @returns true when the process carries the marker or a nested one
 */
export function carriesMarker(environ: string, marker: string): boolean {
  const entry = `${MARKER_VARIABLE}=${marker}`;
  for (let at = environ.indexOf(entry); at !== -1; at = environ.indexOf(entry, at + 1)) {
    const before = at === 0 ? "\0" : environ[at - 1];
    const after = environ[at + entry.length] ?? "\0";
    if (before === "\0" && (after === "\0" || after === "/")) return true;
  }
  return false;
}

/**
 * @param file a path or an open descriptor's path below /proc
 * @returns what names the file itself, whatever its path; undefined when it is not there
 */
export function fileIdentity(file: string): string | undefined {
  try {
    const { dev, ino } = statSync(file);
    return `${dev}:${ino}`;
  } catch {
    return undefined; // It ended meanwhile, or belongs to another user.
  }
}

function isLiving(stat: ProcStat | undefined): stat is ProcStat {
  return stat !== undefined && stat.state !== "Z" && stat.state !== "X";
}

/** Linux: the proc file system. */
export class LinuxProcessTable implements ProcessTable {
  readonly #root: string;

  /** @param root where the proc file system is mounted */
  constructor(root = "/proc") {
    this.#root = root;
  }

  /** @returns all process ids */
  pids(): readonly number[] {
    try {
      return readdirSync(this.#root)
        .filter((name) => /^\d+$/.test(name))
        .map(Number);
    } catch {
      return [];
    }
  }

  /**
   * @param pid a process id
   * @returns its stat fields, or undefined when there is no such process
   */
  stat(pid: number | "self"): ProcStat | undefined {
    const text = this.#read(pid, "stat");
    return text === undefined ? undefined : parseProcStat(text);
  }

  /**
   * @param pid a process id
   * @returns its start, or undefined when it does not live
   */
  startSync(pid: number): string | undefined {
    const stat = this.stat(pid);
    return isLiving(stat) ? stat.start : undefined;
  }

  /**
   * @param tree a tree
   * @returns what still lives of it
   */
  survivorsSync(tree: Tree): readonly Survivor[] {
    // The id of a group is not given to a new process while the group has members. So when the leader's id belongs to
    // a process with another start, the group is gone, and members of that group are strangers.
    const leader = this.stat(tree.leader);
    const isRecycled = leader !== undefined && tree.leaderStart !== undefined && leader.start !== tree.leaderStart;
    const found: Survivor[] = [];
    for (const pid of this.pids()) {
      if (pid === process.pid || tree.strangers?.has(pid) === true) continue;
      const stat = this.stat(pid);
      if (!isLiving(stat)) continue;
      const inGroup = tree.leader > 0 && !isRecycled && stat.group === tree.leader;
      if (inGroup || this.#belongs(pid, tree)) {
        found.push({ pid, start: stat.start, inGroup });
      }
    }
    return found;
  }

  #belongs(pid: number, { marker, outputs }: Tree): boolean {
    if (carriesMarker(this.#read(pid, "environ") ?? "", marker)) return true;
    if (outputs === undefined) return false;
    return [1, 2].some((fd) => outputs.has(fileIdentity(join(this.#root, String(pid), "fd", String(fd))) ?? ""));
  }

  startOf(pid: number): Promise<string | undefined> {
    return Promise.resolve(this.startSync(pid));
  }

  survivors(tree: Tree): Promise<readonly Survivor[]> {
    return Promise.resolve(this.survivorsSync(tree));
  }

  #read(pid: number | "self", file: string): string | undefined {
    try {
      return readFileSync(join(this.#root, String(pid), file), "latin1");
    } catch {
      return undefined; // It ended meanwhile, or belongs to another user.
    }
  }
}
