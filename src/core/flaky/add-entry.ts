import { parseDocument, stringify } from "yaml";
import type { TestCase } from "../gates/index.ts";
import { parseQuarantine } from "./parse-quarantine.ts";
import { QUARANTINE_FILE, type QuarantineEntry } from "./quarantine.ts";

/** An entry as it is written. */
export type NewEntry = Omit<QuarantineEntry, "line">;

const HEADER = `# Tests whose failure is forgiven for a while (docs/flaky.md). They run all the same.
# \`turnpike quarantine add\` adds an entry; \`turnpike quarantine check\` says what has ended.
`;

/** \`tests/test_stock.py::TestSold::test_all[3]\`; the parameters may hold \`::\` too. */
const PYTEST_NAME = /^(?<file>[^:[]+\.py)::(?:(?<classes>[^[]+)::)?(?<name>[^:[]+(?:\[.*\])?)$/s;

/**
 * @param label a test as pytest and our pages name it
 * @returns what an entry needs to find it in a report; undefined when the label is no such name
 */
export function partsOfLabel(label: string): (Pick<NewEntry, "file" | "name"> & Partial<NewEntry>) | undefined {
  const groups = PYTEST_NAME.exec(label)?.groups;
  if (groups === undefined) return undefined;
  const { file = "", classes, name = "" } = groups;
  if (classes === undefined) return { file, name };
  const module = file.replace(/\.py$/, "").replaceAll("/", ".");
  return { file, class: [module, ...classes.split("::")].join("."), name };
}

/**
 * @param test a test that was seen
 * @returns what an entry needs to find it in a report
 */
export function partsOfTest({ id, file, className, name }: TestCase): Partial<NewEntry> {
  if (file === "" && className === "") return { id };
  return { ...(file === "" ? {} : { file }), ...(className === "" ? {} : { class: className }), name };
}

const ORDER = [
  "id",
  "file",
  "class",
  "name",
  "gate",
  "variant",
  "owner",
  "issue",
  "reason",
  "added",
  "expires",
  "evidence",
] as const;

function render(entry: NewEntry, indent: string): string {
  const present = ORDER.filter((key) => entry[key] !== undefined).map((key) => [key, entry[key]]);
  const lines = stringify(Object.fromEntries(present), { lineWidth: 0 }).trimEnd().split("\n");
  return lines.map((line, at) => `${indent}${at === 0 ? "- " : "  "}${line}\n`).join("");
}

/** Through the parser, which keeps comments and changes blanks; for files whose list is not written line by line. */
function addByTree(text: string, entry: NewEntry): string {
  const document = parseDocument(text);
  if (document.getIn(["quarantine"]) === null) document.setIn(["quarantine"], document.createNode([]));
  const present = ORDER.filter((key) => entry[key] !== undefined).map((key) => [key, entry[key]]);
  document.addIn(["quarantine"], document.createNode(Object.fromEntries(present)));
  return document.toString({ lineWidth: 0 });
}

/**
 * Adds an entry and leaves everything else as it is, comments included.
 *
 * @param text the file, which must be right; undefined when there is none
 * @param entry what to add
 * @returns the file with the entry; it is not checked
 */
export function addEntry(text: string | undefined, entry: NewEntry): string {
  const before = text ?? HEADER;
  const isBare = !/^quarantine\s*:/m.test(before);
  if (isBare) return `${before.replace(/\n*$/, "\n")}quarantine:\n${render(entry, "  ")}`;
  const count = (content: string) => {
    const parsed = parseQuarantine(content, QUARANTINE_FILE);
    return parsed.ok ? parsed.entries.length : -1;
  };
  const indent = /^( *)- /m.exec(before)?.[1] ?? "  ";
  const appended = `${before.replace(/\n*$/, "\n")}${render(entry, indent)}`;
  return count(appended) === count(before) + 1 ? appended : addByTree(before, entry);
}
