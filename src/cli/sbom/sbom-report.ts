import type { MadeDocument } from "../../actions/sbom/documents.ts";
import type { Styles } from "../../adapters/terminal/styles.ts";
import type { PassedOver } from "../../core/sbom/index.ts";
import type { SpecVersion } from "../../core/sbom/to-bom.ts";
import { countOf, oneLine } from "../../core/summary/index.ts";

/** What the report tells of. */
export interface SbomReport {
  readonly documents: readonly MadeDocument[];
  /** Where each document was written; empty when it went to standard output. */
  readonly written: readonly string[];
  readonly spec: SpecVersion;
  readonly passedOver: readonly PassedOver[];
}

const MAX_NAME = 60;
const MAX_LISTED = 5;
/** Characters of a commit that people read. */
const SHORT_COMMIT = 12;

function needsText(document: MadeDocument): string {
  const { members } = document.inventory;
  const count = (need: string): number => members.filter((member) => member.need === need).length;
  const [optional, excluded] = [count("optional"), count("excluded")];
  if (optional + excluded === 0) return members.length === 0 ? "" : "all needed to run";
  return [
    `${count("required")} needed to run`,
    ...(optional === 0 ? [] : [`${optional} optional`]),
    ...(excluded === 0 ? [] : [`${excluded} only in groups`]),
  ].join(", ");
}

function licenceText({ counts, unlicensed, hasEnvironment, inventory }: MadeDocument): string {
  if (counts.components === 0) return "";
  if (counts.licensesUnknown === 0) return "every one known";
  if (inventory.lock.format !== "npm" && !hasEnvironment) {
    return `${counts.licensesUnknown} unknown: the lock has none; \`uv sync\` first, and installed packages tell theirs`;
  }
  const names = unlicensed.slice(0, MAX_LISTED).map((name) => oneLine(name, MAX_NAME));
  const more = unlicensed.length > MAX_LISTED ? `, and ${unlicensed.length - MAX_LISTED} more` : "";
  return `${counts.licensesUnknown} unknown: ${names.join(", ")}${more}`;
}

function hashText({ counts }: MadeDocument): string {
  const missing = counts.components - counts.verifiable;
  const open = counts.verifiable - counts.hashed;
  return [
    ...(missing === 0 ? [] : [`${missing} without any`]),
    ...(open === 0 ? [] : [`${open} have several files, one hash each`]),
  ].join(", ");
}

/** Names and numbers are plain ASCII, so that their widths are their lengths; only the last column is foreign. */
function rows(document: MadeDocument, style: Styles): readonly string[] {
  const { counts, inventory } = document;
  const isUnknown = inventory.lock.graph === "unknown";
  const table: readonly (readonly [name: string, value: number, note: string, paint: (text: string) => string])[] = [
    ["components", counts.components, needsText(document), style.dim],
    ["edges", counts.edges, isUnknown ? "this format does not tell what needs what" : "", style.dim],
    ["licences", counts.licensesKnown, licenceText(document), counts.licensesUnknown > 0 ? style.yellow : style.dim],
    ["hashes", counts.verifiable, hashText(document), style.dim],
    ["left out", inventory.leftOut, "in groups, extras or members not asked for", style.dim],
  ];
  const shown = table.filter(([name, value]) => name !== "left out" || value > 0);
  const width = Math.max(...shown.map(([name]) => name.length));
  const digits = Math.max(...shown.map(([, value]) => String(value).length));
  return shown.map(([name, value, note, paint]) => {
    const cells = [style.dim(name.padEnd(width)), style.bold(String(value).padStart(digits))];
    return `  ${[...cells, ...(note === "" ? [] : [paint(note)])].join("  ")}`;
  });
}

function title(document: MadeDocument, spec: SpecVersion, style: Styles): string {
  const version = document.version ?? "";
  const shown = /^[0-9a-f]{40}$/.test(version) ? version.slice(0, SHORT_COMMIT) : oneLine(version, MAX_NAME);
  const what = [style.bold(oneLine(document.name, MAX_NAME)), shown].filter((part) => part !== "").join(" ");
  return `${style.marks.pass} ${what}  ${style.dim(`CycloneDX ${spec} from ${oneLine(document.lock, MAX_NAME * 2)}`)}`;
}

function remarks(document: MadeDocument, style: Styles): readonly string[] {
  const left = document.inventory.membersLeftOut;
  return [
    ...document.inventory.lock.notes.map((note) => `${style.marks.warn} ${oneLine(note)}`),
    ...(left.length === 0
      ? []
      : [
          `${style.marks.info} ${countOf(left.length, "workspace member")} left out, the root does not need them: --all-packages takes them in`,
        ]),
    ...(document.hasTime
      ? []
      : [`${style.marks.info} no time in it: there is no commit, and SOURCE_DATE_EPOCH is not set`]),
  ];
}

/**
 * @param report see {@link SbomReport}
 * @param style colours of the stream
 * @returns lines for a person, with a line break at the end
 */
export function renderSbomReport(report: SbomReport, style: Styles): string {
  const parts = report.documents.map((document, index) => {
    const path = report.written[index];
    return [
      title(document, report.spec, style),
      ...rows(document, style),
      ...remarks(document, style).map((line) => `  ${line}`),
      ...(path === undefined ? [] : [`  ${style.marks.arrow} ${path}`]),
    ].join("\n");
  });
  const unread = report.passedOver
    .slice(0, MAX_LISTED)
    .map(({ path, why }) => style.dim(`not read: ${oneLine(path)}  ${why}`));
  const more = report.passedOver.length - MAX_LISTED;
  if (more > 0) unread.push(style.dim(`and ${countOf(more, "more lock")} not read`));
  return `${[...parts, ...(unread.length === 0 ? [] : [unread.join("\n")])].join("\n\n")}\n`;
}
