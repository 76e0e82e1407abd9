import { type Block, code, countOf, type Inlines, oneLine, renderBlocks, strong } from "../summary/index.ts";
import type { BomCounts } from "./counts.ts";
import type { PassedOver } from "./places.ts";

/** One document, as people are told of it. Texts are foreign. */
export interface DocumentFacts {
  readonly name: string;
  readonly version: string | undefined;
  readonly lock: string;
  readonly file: string;
  readonly counts: BomCounts;
  /** Packages of the lock that the selection leaves out. */
  readonly leftOut: number;
  /** Components without a known licence. */
  readonly unlicensed: readonly string[];
}

/** Most names in one list. */
const MAX_NAMES = 20;
const MAX_NAME_LENGTH = 80;

function row({ name, version, lock, counts, file }: DocumentFacts): readonly Inlines[] {
  const licences =
    counts.licensesUnknown === 0 ? "all known" : `${counts.licensesKnown} known, ${counts.licensesUnknown} unknown`;
  return [
    [strong(oneLine([name, version?.slice(0, 24)].filter(Boolean).join(" "), MAX_NAME_LENGTH))],
    [code(lock)],
    [String(counts.components)],
    [String(counts.edges)],
    [licences],
    [`${counts.verifiable} of ${counts.components}`],
    [code(file)],
  ];
}

function unlicensedBlock({ name, unlicensed }: DocumentFacts): readonly Block[] {
  if (unlicensed.length === 0) return [];
  const more = unlicensed.length - MAX_NAMES;
  const items: Inlines[] = unlicensed.slice(0, MAX_NAMES).map((text) => [code(oneLine(text, MAX_NAME_LENGTH))]);
  if (more > 0) items.push([`and ${countOf(more, "more")}`.replace(/mores$/, "more")]);
  const summary = [
    `${oneLine(name, MAX_NAME_LENGTH)}: ${countOf(unlicensed.length, "component")} without a known licence`,
  ];
  return [{ kind: "details", open: false, summary, blocks: [{ kind: "list", items }] }];
}

/**
 * @param documents what was made
 * @param passedOver locks that were not read
 * @returns Markdown for a job summary
 */
export function renderSbomSummary(documents: readonly DocumentFacts[], passedOver: readonly PassedOver[]): string {
  if (documents.length === 0) {
    return renderBlocks([
      { kind: "paragraph", content: [strong("SBOM"), ": there is no lock file, so nothing to describe."] },
    ]);
  }
  const columns = [
    { title: "SBOM of", align: "left" as const },
    { title: "lock", align: "left" as const },
    { title: "components", align: "right" as const },
    { title: "edges", align: "right" as const },
    { title: "licences", align: "left" as const },
    { title: "with hashes", align: "right" as const },
    { title: "file", align: "left" as const },
  ];
  const passed: readonly Block[] =
    passedOver.length === 0
      ? []
      : [
          {
            kind: "small",
            content: passedOver.flatMap(({ path, why }, index) => [
              index === 0 ? "Not read: " : "; ",
              code(path),
              ` ${why}`,
            ]),
          },
        ];
  return renderBlocks([
    { kind: "table", columns, rows: documents.map(row) },
    ...documents.flatMap(unlicensedBlock),
    ...passed,
  ]);
}
