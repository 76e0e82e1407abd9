import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { columnsOf } from "../../adapters/terminal/columns.ts";
import { renderTable, styles } from "../../adapters/terminal/index.ts";
import { nearestName } from "../../contract/index.ts";
import {
  addEntry,
  analyseTests,
  concerns,
  evidenceOf,
  GRACE_DAYS,
  isExpired,
  type NewEntry,
  nameOfEntry,
  parseObservations,
  parseQuarantine,
  partsOfLabel,
  partsOfTest,
  QUARANTINE_FILE,
  type QuarantineEntry,
  type TestStanding,
} from "../../core/flaky/index.ts";
import { countOf, oneLine } from "../../core/summary/index.ts";
import { EXIT, type Problem, TurnpikeError } from "../../errors.ts";

const DAY_MS = 24 * 3600 * 1000;
const DOC = "docs/flaky.md";

async function readOptional(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new TurnpikeError("FILE_UNREADABLE", "user", `${path} could not be read.`, { cause });
  }
}

interface Known {
  readonly path: string;
  readonly text: string | undefined;
  readonly entries: readonly QuarantineEntry[];
  /** Tests that failed at least once, as far as it is remembered here. */
  readonly standings: readonly TestStanding[];
}

async function readAll(dir: string): Promise<Known> {
  const path = join(resolve(dir), QUARANTINE_FILE);
  const text = await readOptional(path);
  const parsed = parseQuarantine(text, QUARANTINE_FILE);
  if (!parsed.ok) {
    const { problems } = parsed;
    throw new TurnpikeError("CONFIG_INVALID", "config", `${countOf(problems.length, "problem")}.`, {
      problems,
      doc: DOC,
    });
  }
  const history = await readOptional(join(resolve(dir), ".turnpike/history/observations.ndjson"));
  return { path, text, entries: parsed.entries, standings: analyseTests(parseObservations(history)) };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What `turnpike quarantine add` is told; what it needs may be missing. */
export interface AddArguments {
  readonly test: string | undefined;
  readonly owner?: string;
  readonly issue?: string;
  readonly reason?: string;
  readonly days: string;
  readonly gate?: string;
  readonly variant?: string;
  readonly dir: string;
}

/** What an entry cannot be without, each with how it is given. */
const NEEDED = [
  ["test", "the test", "tests/test_a.py::test_b"],
  ["owner", "--owner", "--owner @team/stock"],
  ["issue", "--issue", "--issue '#12'"],
  ["reason", "--reason", "--reason 'race with the clock'"],
] as const;

interface Asked {
  readonly test: string;
  readonly owner: string;
  readonly issue: string;
  readonly reason: string;
  readonly days: number;
}

/** Everything that is missing or wrong is said at once. */
function askedOf(args: AddArguments): Asked {
  const missing = NEEDED.filter(([key]) => (args[key] ?? "").trim() === "");
  const problems: Problem[] = missing.map(([, where, example]) => ({
    where,
    message: `is missing; such as ${example}`,
  }));
  if (!/^(?:[1-9]|[12]\d|30)$/.test(args.days)) {
    const message = `${JSON.stringify(oneLine(args.days, 40))} is no whole number of days from 1 to 30`;
    problems.push({ where: "--days", message });
  }
  if (problems.length > 0) {
    const message = `${countOf(problems.length, "problem")}, nothing was written.`;
    throw new TurnpikeError("INPUT_INVALID", "config", message, { problems, doc: DOC });
  }
  const { test = "", owner = "", issue = "", reason = "" } = args;
  return { test, owner, issue, reason, days: Number(args.days) };
}

function find(test: string, standings: readonly TestStanding[]): TestStanding | undefined {
  const isId = /^[0-9a-f]{8,64}$/.test(test);
  return standings.find((one) => one.test.label === test || (isId && one.test.id.startsWith(test)));
}

function partsOf(test: string, standing: TestStanding | undefined, standings: readonly TestStanding[]) {
  if (standing !== undefined) return partsOfTest(standing.test);
  if (/^[0-9a-f]{64}$/.test(test)) return { id: test };
  const parts = partsOfLabel(test);
  if (parts !== undefined) return parts;
  const nearest = nearestName(
    test,
    standings.map((one) => one.test.label),
  );
  const message = `${JSON.stringify(oneLine(test, 120))} is no test that failed here, and no name that I can take apart.`;
  const hint =
    nearest === undefined
      ? "Write it as the page names it, such as tests/test_a.py::test_b, or give its id."
      : `Did you mean ${oneLine(nearest, 300)}?`;
  throw new TurnpikeError("INPUT_INVALID", "config", message, { hint, doc: DOC });
}

/**
 * Adds an entry.
 *
 * @param args the test, and who mends it
 * @throws TurnpikeError `INPUT_INVALID` for what is missing, all of it, and for a test that cannot be found or is broken;
 *   `CONFIG_INVALID` for a file with faults
 */
export async function addToQuarantine(args: AddArguments): Promise<void> {
  const { test, owner, issue, reason, days } = askedOf(args);
  const { path, text, standings } = await readAll(args.dir);
  const standing = find(test, standings);
  if (standing?.state === "broken") {
    const message = `${oneLine(test, 200)} ${evidenceOf(standing)}.`;
    throw new TurnpikeError("INPUT_INVALID", "user", message, { hint: "Mend it, or revert what broke it.", doc: DOC });
  }
  const added = today();
  const expires = new Date(Date.parse(added) + days * DAY_MS).toISOString().slice(0, 10);
  const { gate, variant } = args;
  const entry: NewEntry = {
    ...partsOf(test, standing, standings),
    ...(gate === undefined ? {} : { gate }),
    ...(variant === undefined ? {} : { variant }),
    ...{ owner, issue, reason, added, expires },
    ...(standing === undefined ? {} : { evidence: evidenceOf(standing) }),
  };
  const next = addEntry(text, entry);
  const parsed = parseQuarantine(next, QUARANTINE_FILE);
  if (!parsed.ok) {
    const message = "With this entry the file would not be right; nothing was written.";
    throw new TurnpikeError("CONFIG_INVALID", "config", message, { problems: parsed.problems, doc: DOC });
  }
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, next);
  } catch (cause) {
    throw new TurnpikeError("FILE_UNWRITABLE", "user", `${QUARANTINE_FILE} could not be written.`, { cause });
  }
  const look = styles(process.stderr, process.env);
  process.stderr.write(
    `${look.marks.pass} ${QUARANTINE_FILE}: ${nameOfEntry({ ...entry, line: 1 })} until ${expires}\n` +
      `${look.dim("  It holds once it is committed. The test runs all the same.")}\n`,
  );
}

function stateOf(entry: QuarantineEntry, standings: readonly TestStanding[]): TestStanding | undefined {
  return standings.find((one) => concerns(entry, one.test, one));
}

/**
 * Shows the entries and what is known of tests.
 *
 * @param options the repository, and whether a program reads it
 * @throws TurnpikeError `CONFIG_INVALID` for a file with faults
 */
export async function listQuarantine(options: { readonly dir: string; readonly json: boolean }): Promise<void> {
  const { entries, standings } = await readAll(options.dir);
  const now = Date.now();
  const tests = standings.filter(({ state }) => state !== "healthy");
  if (options.json) {
    const document = {
      quarantine: entries.map((entry) => ({ ...entry, expired: isExpired(entry, now) })),
      tests: tests.map(({ test, ...rest }) => ({ id: test.id, name: test.label, ...rest })),
    };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  const look = styles(process.stderr, process.env);
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  if (entries.length === 0) say("No test is quarantined.");
  const rows = entries.map((entry) => [
    isExpired(entry, now) ? look.marks.warn : look.marks.skip,
    oneLine(nameOfEntry(entry), 100),
    `${isExpired(entry, now) ? "ended" : "until"} ${entry.expires}`,
    oneLine(entry.owner, 40),
    oneLine(entry.issue, 60),
    stateOf(entry, standings)?.state ?? "",
  ]);
  if (rows.length > 0)
    say(renderTable(rows, { width: columnsOf([process.stderr, process.stdout], 160), overflow: "wrap" }));
  const open = tests.filter((one) => !entries.some((entry) => concerns(entry, one.test, one)));
  if (open.length > 0) say(`${entries.length === 0 ? "" : "\n"}Not quarantined:`);
  for (const one of open) {
    say(`${look.marks.warn} ${look.bold(oneLine(one.test.label, 120))}  ${one.state}: ${evidenceOf(one)}`);
    say(look.dim(`  ${one.gate} on ${one.variant}, id ${one.test.id.slice(0, 12)}`));
  }
}

/**
 * Says what has ended, by today's date. Sets exit code 1 a week after the end of an entry, and for tests that are broken.
 *
 * @param options the repository
 * @throws TurnpikeError `CONFIG_INVALID` for a file with faults
 */
export async function checkQuarantine(options: { readonly dir: string }): Promise<void> {
  const { entries, standings } = await readAll(options.dir);
  const look = styles(process.stderr, process.env);
  const say = (mark: string, line: string) => void process.stderr.write(`${mark} ${line}\n`);
  const now = Date.now();
  let faults = 0;
  for (const entry of entries) {
    const where = `${QUARANTINE_FILE}:${entry.line}  ${oneLine(nameOfEntry(entry), 120)}`;
    const isLate = isExpired(entry, now - GRACE_DAYS * DAY_MS);
    if (stateOf(entry, standings)?.state === "broken") {
      faults += 1;
      say(look.marks.fail, `${where}  is broken, not flaky: it failed in all of the last runs on the default branch`);
    } else if (isExpired(entry, now)) {
      faults += isLate ? 1 : 0;
      const when = isLate ? `more than ${GRACE_DAYS} days ago` : "and forgives nothing any more";
      say(
        isLate ? look.marks.fail : look.marks.warn,
        `${where}  ended on ${entry.expires}, ${when}; ${oneLine(entry.owner, 60)}: ${oneLine(entry.issue, 120)}`,
      );
    }
  }
  if (faults > 0) {
    say(
      look.marks.fail,
      `${countOf(faults, "entry is", "entries are")} due: mend the test, or delete it, and take the entry out.`,
    );
    process.exitCode = EXIT.failed;
  } else say(look.marks.pass, `${countOf(entries.length, "entry", "entries")}, none overdue.`);
}
