import type { MadeDocument } from "../actions/sbom/documents.ts";
import { renderTable, type Styles } from "../adapters/terminal/index.ts";
import type { PassedOver } from "../core/sbom/index.ts";
import type { SpecVersion } from "../core/sbom/to-bom.ts";
import { countOf, oneLine } from "../core/summary/index.ts";

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
  if (counts.licensesUnknown === 0) return "";
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

function rows(document: MadeDocument, style: Styles): readonly (readonly string[])[] {
  const { counts, inventory } = document;
  const row = (name: string, value: number, note: string): readonly string[] => [
    style.dim(name),
    style.bold(String(value)),
    note === "" ? "" : style.dim(note),
  ];
  const isWarned = counts.licensesUnknown > 0;
  return [
    row("components", counts.components, needsText(document)),
    row("edges", counts.edges, inventory.lock.graph === "unknown" ? "this format does not tell what needs what" : ""),
    [
      style.dim("licences"),
      style.bold(String(counts.licensesKnown)),
      isWarned ? style.yellow(licenceText(document)) : style.dim("every one known"),
    ],
    row("hashes", counts.verifiable, hashText(document)),
    ...(inventory.leftOut === 0
      ? []
      : [row("left out", inventory.leftOut, "in groups, extras or members not asked for")]),
  ];
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
      renderTable(rows(document, style), { indent: 2, right: [1] }),
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
