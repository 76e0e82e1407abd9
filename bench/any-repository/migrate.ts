import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseDocument } from "yaml";
import { toTable } from "../table.ts";

// `turnpike migrate` on real sets of workflows: every step classified, none lost, results that GitHub's parser takes, and
// nothing left to do a second time. The steps are counted here by YAML alone, apart from the code that is measured.
//
//   node bench/any-repository/migrate.ts CLONE … [--facts bench/any-repository/migrate.md]
const turnpike = process.env["TURNPIKE"] ?? fileURLToPath(new URL("../../dist/turnpike.js", import.meta.url));
const REF = `acme/turnpike@${"0123456789".repeat(4)}`;

interface Step {
  readonly file: string;
  readonly job: string;
  readonly step: number | null;
  readonly verdict: "replaced" | "kept" | "person";
  readonly why: string;
}

interface Document {
  readonly steps: readonly Step[];
  readonly counts: { readonly workflows: number; readonly jobs: { readonly before: number; readonly after: number } };
  readonly changes: readonly { readonly path: string; readonly after: string | null }[];
  readonly calledIn: string | null;
}

interface Facts {
  readonly repository: string;
  readonly commit: string;
  readonly document: Document;
  readonly faults: readonly string[];
}

type Plain = Readonly<Record<string, unknown>>;

function asMap(value: unknown): Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    Array.isArray(inner) || typeof inner !== "object" || inner === null
      ? inner
      : Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}

/** Every step and call of a file by `job/place`, counted without the code that is measured. */
function inventory(text: string): ReadonlyMap<string, Plain> {
  const jobs = asMap(asMap(parseDocument(text, { uniqueKeys: false, logLevel: "silent" }).toJS())["jobs"]);
  const found = new Map<string, Plain>();
  for (const [id, value] of Object.entries(jobs)) {
    const job = asMap(value);
    const { needs: _, ...call } = job;
    if (job["uses"] !== undefined) found.set(`${id}/call`, call);
    const steps = Array.isArray(job["steps"]) ? job["steps"] : [];
    for (const [index, step] of steps.entries()) found.set(`${id}/${index + 1}`, asMap(step));
  }
  return found;
}

function run(directory: string, ...args: string[]): Document | string {
  const all = [turnpike, "migrate", directory, "--json", "--ref", REF, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  return status === 0 ? (JSON.parse(stdout) as Document) : stderr.trim();
}

function workflowTexts(directory: string): ReadonlyMap<string, string> {
  const folder = join(directory, ".github/workflows");
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  return new Map(names.map((name) => [`.github/workflows/${name}`, readFileSync(join(folder, name), "utf8")]));
}

/** Each step has one verdict. */
function unclassified(before: ReadonlyMap<string, string>, { steps }: Document): readonly string[] {
  const counts = new Map<string, number>();
  for (const { file, job, step } of steps) {
    const key = `${file} ${job}/${step ?? "call"}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const wanted = [...before].flatMap(([file, text]) => [...inventory(text).keys()].map((key) => `${file} ${key}`));
  const wrong = wanted
    .filter((key) => counts.get(key) !== 1)
    .map((key) => `${key} has ${counts.get(key) ?? 0} verdicts`);
  return [...wrong, ...(counts.size === wanted.length ? [] : ["verdicts about steps that are not there"])];
}

/** What stays is there afterwards; a download may fetch the road's artifact instead. */
function lost(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  { steps }: Document,
): readonly string[] {
  return steps
    .filter(({ verdict }) => verdict !== "replaced")
    .flatMap(({ file, job, step }) => {
      const old = inventory(before.get(file) ?? "").get(`${job}/${step ?? "call"}`);
      const now = [...inventory(after.get(file) ?? "")]
        .filter(([key]) => key.startsWith(`${job}/`))
        .map(([, value]) => value);
      const isThere = now.some((one) => jsonOf(one) === jsonOf(old));
      const isRewired =
        /^actions\/download-artifact@/.test(String(old?.["uses"])) && now.some((one) => one["uses"] === old?.["uses"]);
      return isThere || isRewired ? [] : [`${file} ${job}/${step ?? "call"} is lost`];
    });
}

function again(first: Document, second: Document | string): readonly string[] {
  if (typeof second === "string") return [second];
  const refused = (one: Document): number =>
    one.steps.filter(({ why }) => why.startsWith("GitHub would refuse")).length;
  return [
    ...(second.changes.length === 0
      ? []
      : [`a second time changes ${second.changes.map(({ path }) => path).join(", ")}`]),
    ...(refused(second) <= refused(first) ? [] : ["a result that GitHub would refuse"]),
  ];
}

function measure(directory: string, scratch: string): Facts | string {
  const git = (...args: string[]): string =>
    execFileSync("git", ["-C", directory, ...args], { encoding: "utf8" }).trim();
  const copy = mkdtempSync(join(scratch, "copy-"));
  execFileSync("git", ["clone", "--quiet", "--shared", resolve(directory), copy]);
  const before = workflowTexts(copy);
  const document = run(copy, "--write", "--branch", "main");
  if (typeof document === "string") return document;
  const after = workflowTexts(copy);
  const second = run(copy, "--branch", "main");
  rmSync(copy, { recursive: true, force: true });
  const faults = [...unclassified(before, document), ...lost(before, after, document), ...again(document, second)];
  const parts = git("remote", "get-url", "origin")
    .replace(/\/repo$|\.git$/, "")
    .split(/[/:]/);
  // A mirror may keep owner and name in one folder.
  const last = parts.at(-1) ?? directory;
  const name = last.includes("+") ? last.replace("+", "/") : parts.slice(-2).join("/");
  return { repository: name, commit: git("rev-parse", "--short=12", "HEAD"), document, faults };
}

function row({ repository, commit, document, faults }: Facts): readonly string[] {
  const count = (verdict: Step["verdict"]): string =>
    String(document.steps.filter((step) => step.verdict === verdict).length);
  const { workflows, jobs } = document.counts;
  return [
    repository,
    commit,
    String(workflows),
    `${jobs.before} → ${jobs.after}`,
    String(document.steps.length),
    count("replaced"),
    count("kept"),
    count("person"),
    String(faults.length),
  ];
}

const HEAD = ["repository", "commit", "workflows", "jobs", "steps", "replaced", "kept", "person", "faults"];

function factsPage(rows: readonly (readonly string[])[], total: string): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return `${[
    "# `turnpike migrate` on real workflows",
    "",
    "Facts, no content: `node bench/any-repository/migrate.ts CLONE … --facts bench/any-repository/migrate.md` makes this page from",
    "clones at these commits. Faults are steps without a verdict or with two, steps that are lost or changed, results that GitHub's",
    "parser refuses, and files that a second time would change.",
    "",
    line(HEAD),
    line(HEAD.map((_, index) => (index < 2 ? "---" : "---:"))),
    ...rows.map(line),
    "",
    total,
  ].join("\n")}\n`;
}

/** Rows of repositories that are not measured this time. */
function otherRows(page: string, rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const measured = new Set(rows.map(([repository]) => repository));
  const lines = existsSync(page) ? readFileSync(page, "utf8").split("\n") : [];
  return lines
    .filter((line) => /^\| [\w.-]+\/[\w.-]+ \|/.test(line))
    .map((line) => line.slice(2, -2).split(" | "))
    .filter(([repository]) => !measured.has(repository));
}

/** Counts of all rows, by their columns. */
function totalOf(rows: readonly (readonly string[])[]): string {
  const sum = (column: string): number => rows.reduce((all, row) => all + Number(row[HEAD.indexOf(column)] ?? 0), 0);
  return `${rows.length} repositories, ${sum("steps")} steps, ${sum("replaced")} replaced, ${sum("faults")} faults.`;
}

const byName = (a: readonly string[], b: readonly string[]): number => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1);

const wanted = process.argv.slice(2);
const at = wanted.indexOf("--facts");
const page = at === -1 ? undefined : wanted.splice(at, 2)[1];
const directories = wanted.filter((directory) => existsSync(join(directory, ".git")));
for (const absent of wanted.filter((directory) => !directories.includes(directory)))
  console.log(`${absent} is no clone; passed over`);

if (directories.length === 0) {
  console.log("No clones were given: node bench/any-repository/migrate.ts CLONE …");
} else if (!existsSync(turnpike)) {
  console.log(`${turnpike} is not there: npm run build`);
  process.exitCode = 1;
} else {
  const scratch = mkdtempSync(join(tmpdir(), "turnpike-bench-"));
  const measured = directories.map((directory) => ({ directory, result: measure(directory, scratch) }));
  rmSync(scratch, { recursive: true, force: true });
  const facts = measured.flatMap(({ result }) => (typeof result === "string" ? [] : [result]));
  const rows = facts.map(row).sort(byName);
  console.log(toTable([HEAD, ...rows]));
  for (const { directory, result } of measured)
    if (typeof result === "string") console.log(`\n${directory}: ${result}`);
  for (const { repository, faults } of facts) for (const fault of faults) console.log(`\n${repository}: ${fault}`);
  const faults = facts.flatMap((one) => one.faults);
  console.log(`\n${totalOf(rows)}`);
  if (page !== undefined) {
    const all = [...otherRows(page, rows), ...rows].sort(byName);
    writeFileSync(page, factsPage(all, totalOf(all)));
  }
  if (faults.length > 0 || facts.length < directories.length) process.exitCode = 1;
}
