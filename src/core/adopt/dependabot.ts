import { isDeepStrictEqual } from "node:util";
import { type Document, isMap, isNode, isSeq, parseDocument, type YAMLSeq } from "yaml";
import { asTable, type Table } from "../documents/index.ts";
import { NOTHING, type Proposal } from "./change.ts";

const WHY = "keeps the pinned commit up to date: Dependabot opens a pull request when Turnpike has a release";
const NEW_FILE = ".github/dependabot.yml";

const SETTINGS = (interval: string): readonly string[] => [
  "package-ecosystem: github-actions # the workflows of this repository, Turnpike's pin among them",
  "directory: /",
  "schedule:",
  `  interval: ${interval}`,
  "cooldown:",
  "  default-days: 7 # a bad release is mostly noticed within a week",
];

/** A list item of the settings, its dash at `indent`. */
function entryLines(interval: string, indent: number, gap: number): readonly string[] {
  const inner = " ".repeat(indent + 1 + gap);
  return SETTINGS(interval).map((line, index) =>
    index === 0 ? `${" ".repeat(indent)}-${" ".repeat(gap)}${line}` : inner + line,
  );
}

function entryValue(interval: string) {
  return {
    "package-ecosystem": "github-actions",
    directory: "/",
    schedule: { interval },
    cooldown: { "default-days": 7 },
  };
}

/** Whether an entry is about the workflows of the root (docs.github.com, Dependabot options reference, `directory`). */
function coversWorkflows(entry: Table): boolean {
  if (entry["package-ecosystem"] !== "github-actions") return false;
  const many = entry["directories"];
  const folders = Array.isArray(many) ? many : [entry["directory"]];
  return folders.some((folder) =>
    /^(?:\.?\/?|\/?\.github\/workflows\/?|\/?\*{1,2}(?:\/\*)*)$/.test(String(folder ?? "")),
  );
}

/** Updates that are not switched off, as often as the file's other ones. */
function usualInterval(entries: readonly Table[]): string {
  const intervals = entries.map((entry) => asTable(entry["schedule"])["interval"]);
  return intervals.includes("weekly") ? "weekly" : intervals.includes("monthly") ? "monthly" : "weekly";
}

/** Puts the lines behind the last item of a block list, touching nothing else of the text. */
function spliced(text: string, list: YAMLSeq, interval: string): string | undefined {
  const last = list.items.at(-1);
  const range = isNode(last) ? last.range : undefined;
  if (list.flow === true || range === undefined || range === null) return undefined;
  const [start, end] = range;
  const dash = text.lastIndexOf("-", start - 1);
  if (dash === -1 || text.slice(dash + 1, start).trim() !== "") return undefined;
  const lineStart = text.lastIndexOf("\n", dash) + 1;
  const indent = dash - lineStart;
  if (text.slice(lineStart, dash).trim() !== "") return undefined;
  const gap = text.slice(dash, start).includes("\n") ? 1 : start - dash - 1;
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const written = text.slice(0, end).trimEnd().length;
  const lineEnd = text.indexOf("\n", written);
  const at = lineEnd === -1 ? text.length : lineEnd + 1;
  const before = lineEnd === -1 ? text.trimEnd() + eol : text.slice(0, at);
  // Where the file parts its entries by an empty line, the new one is parted too.
  const parted = list.items.length > 1 && /\n[ \t]*\r?\n[ \t]*(?:#[^\n]*\n[ \t]*)*$/.test(text.slice(0, dash));
  const lines = [...(parted ? [""] : []), ...entryLines(interval, indent, Math.max(1, gap))];
  return before + lines.map((line) => line + eol).join("") + text.slice(at);
}

function viaDocument(document: Document, interval: string): string {
  const list = document.get("updates");
  if (isSeq(list)) {
    list.flow = false;
    list.add(document.createNode(entryValue(interval)));
  } else document.set("updates", [entryValue(interval)]);
  return document.toString({ lineWidth: 0 });
}

function addsOnly(before: readonly unknown[], after: string): boolean {
  const document = parseDocument(after);
  const now: unknown = document.errors.length > 0 ? undefined : asTable(document.toJS())["updates"];
  return Array.isArray(now) && now.length === before.length + 1 && isDeepStrictEqual(now.slice(0, -1), [...before]);
}

function cannot(path: string, reason: string): Proposal {
  const message = `${reason}; it was left alone. Add by hand:\n${entryLines("weekly", 2, 1).join("\n")}`;
  return { changes: [], remarks: [{ where: path, message }] };
}

function newFile(path: string, before: string | null): Proposal {
  const lines = ["version: 2", "updates:", ...entryLines("weekly", 2, 1)];
  return { changes: [{ path, before, after: `${lines.join("\n")}\n`, why: WHY }], remarks: [] };
}

/**
 * The entry by which Dependabot updates workflows, added where it is missing. The file's own text stays as it is:
 * comments, order and style.
 *
 * @param file `.github/dependabot.yml` or `.yaml` with its text; null when there is neither
 */
export function proposeDependabot(file: { readonly path: string; readonly text: string } | null): Proposal {
  if (file === null) return newFile(NEW_FILE, null);
  const { path, text } = file;
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault !== undefined) {
    const line = fault.linePos?.[0].line;
    return cannot(`${path}${line === undefined ? "" : `:${line}`}`, "This is not YAML that can be read");
  }
  if (document.contents === null) return newFile(path, text);
  if (!isMap(document.contents)) return cannot(path, "This is no configuration of Dependabot's");
  const whole = asTable(document.toJS());
  if (whole["version"] !== 2) return cannot(path, "This is no configuration of version 2");
  const updates = whole["updates"] ?? [];
  if (!Array.isArray(updates)) return cannot(path, "`updates` is no list");
  const entries = updates.map(asTable);
  if (entries.some(coversWorkflows)) return NOTHING;
  const interval = usualInterval(entries);
  const list = document.get("updates");
  const direct = isSeq(list) ? spliced(text, list, interval) : undefined;
  const after = direct !== undefined && addsOnly(updates, direct) ? direct : viaDocument(document, interval);
  if (!addsOnly(updates, after)) return cannot(path, "An entry could not be added without changing others");
  return { changes: [{ path, before: text, after, why: WHY }], remarks: [] };
}
