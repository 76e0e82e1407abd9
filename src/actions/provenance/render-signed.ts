import type { AttestationsFile } from "../../core/provenance/index.ts";
import {
  type Block,
  code,
  countOf,
  type Inlines,
  link,
  oneLine,
  renderBlocks,
  strong,
} from "../../core/summary/index.ts";

const NAME_LENGTH = 80;
const SHORT_COMMIT = 12;

function about(subjects: AttestationsFile["statements"][number]["subjects"]): Inlines {
  const [first] = subjects;
  if (first === undefined) return [];
  const commit = first.digest["gitCommit"];
  if (commit !== undefined) return ["commit ", code(commit.slice(0, SHORT_COMMIT))];
  return subjects.length === 1 ? [code(oneLine(first.name, NAME_LENGTH))] : [countOf(subjects.length, "file")];
}

function row(statement: AttestationsFile["statements"][number]): readonly Inlines[] {
  const { log, store } = statement;
  return [
    [statement.title],
    about(statement.subjects),
    log === null ? ["–"] : [`entry ${log.index}`],
    store.url === null ? [code(statement.bundle)] : link(store.url, code(statement.bundle)),
  ];
}

/**
 * @param file what was signed
 * @returns Markdown for a job summary
 */
export function renderSigned(file: AttestationsFile): string {
  const [problem] = file.statements.filter(({ store }) => store.outcome !== "stored");
  const note: readonly Block[] =
    problem === undefined || problem.store.outcome === "off"
      ? []
      : [{ kind: "small", content: [`Not in the attestation store: ${oneLine(problem.store.reason ?? "", 200)}`] }];
  const columns = ["statement", "about", "log", "bundle"].map((title) => ({ title, align: "left" as const }));
  const signed = `${countOf(file.statements.length, "statement")} signed and verified`;
  return renderBlocks([
    { kind: "paragraph", content: [strong(signed), " as ", code(oneLine(file.identity, 200))] },
    { kind: "table", columns, rows: file.statements.map(row) },
    ...note,
    { kind: "code", language: "sh", text: file.verifyCommand },
  ]);
}
