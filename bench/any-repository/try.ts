import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { planFileSchema } from "../../src/core/detect/plan-schema.ts";
import { median, toTable } from "../table.ts";

// `turnpike try --prove --all` on repositories of others: all of try against the repository's own commands one after
// another, set-up included, on a warm machine. Figure: at most 0.75 with three gates or more, never above 1.1.
//
//   node bench/any-repository/try.ts [FOLDER …]        default: what lies in TURNPIKE_FIELDS, else in <tmp>/tryfields
const ROUNDS = Number(process.env["ROUNDS"] ?? 2);
const turnpike = fileURLToPath(new URL("../../dist/turnpike.js", import.meta.url));
const fields = process.env["TURNPIKE_FIELDS"] ?? join(tmpdir(), "tryfields");
const LIMIT_MS = 15 * 60_000;

function foundFolders(): readonly string[] {
  if (!existsSync(fields)) return [];
  return readdirSync(fields)
    .map((name) => join(fields, name))
    .filter((folder) => existsSync(join(folder, ".git")));
}

/** Runs it and reads its document; undefined when it could not be tried, or took too long. */
async function tryOnce(folder: string) {
  const child = spawn(
    process.execPath,
    [process.env["TURNPIKE"] ?? turnpike, "try", "--prove", "--all", "--json", folder],
    {
      stdio: ["ignore", "pipe", "ignore"],
      timeout: LIMIT_MS,
      killSignal: "SIGINT",
    },
  );
  let text = "";
  child.stdout.on("data", (part: Buffer) => (text += part.toString()));
  await new Promise((done) => child.once("close", done));
  try {
    return planFileSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

type Document = NonNullable<Awaited<ReturnType<typeof tryOnce>>>;

interface Measured {
  readonly totalMs: number;
  readonly ownMs: number;
  readonly document: Document;
}

function measuredOf(document: Document | undefined): Measured | undefined {
  const times = document?.trial?.times;
  if (document === undefined || times === undefined || times.sequential === null) return undefined;
  return {
    document,
    totalMs: times.totalMs,
    ownMs: times.sequential.copyMs + times.sequential.setUpMs + times.sequential.commandsMs,
  };
}

function load(): string {
  return (existsSync("/proc/loadavg") ? readFileSync("/proc/loadavg", "utf8") : "?").split(" ")[0] ?? "?";
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function rowOf(name: string, rounds: readonly Measured[]): readonly string[] {
  const last = rounds.at(-1)?.document;
  const ran = last?.gates.filter(({ outcome }) => outcome !== null).length ?? 0;
  const proofs = last?.trial?.proofs ?? [];
  const wrong = proofs.filter(({ verdict }) => verdict === "ours-is-wrong" || verdict === "ours-is-blind");
  const ratio = median(rounds.map(({ totalMs, ownMs }) => totalMs / ownMs));
  return [
    name,
    String(ran),
    last?.verdict ?? "?",
    wrong.length === 0 ? "none" : wrong.map(({ id }) => id).join(" "),
    seconds(median(rounds.map(({ totalMs }) => totalMs))),
    seconds(median(rounds.map(({ ownMs }) => ownMs))),
    ratio.toFixed(2),
    load(),
  ];
}

const folders = process.argv.length > 2 ? process.argv.slice(2).map((path) => resolve(path)) : foundFolders();
if (folders.length === 0) console.log(`Skipped: there are no repositories in ${fields}, and none was named.`);
const rows: (readonly string[])[] = [];
for (const folder of folders) {
  if (!existsSync(folder)) {
    console.log(`Skipped: there is no ${folder}.`);
    continue;
  }
  // The first one fills the caches of uv and npm.
  const rounds: Measured[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const measured = measuredOf(await tryOnce(folder));
    if (measured === undefined || measured.document.trial?.proofs.length === 0) break;
    if (round > 0) rounds.push(measured);
  }
  if (rounds.length === 0) console.log(`Skipped: ${basename(folder)} has nothing to check, or could not be tried.`);
  else {
    rows.push(rowOf(basename(folder), rounds));
    console.log(rows.at(-1)?.join("  "));
  }
}
if (rows.length > 0) {
  const head = ["repository", "gates", "verdict", "ours wrong", "try", "own commands", "try / own", "load"];
  console.log(`\n${toTable([head, ...rows])}`);
}
