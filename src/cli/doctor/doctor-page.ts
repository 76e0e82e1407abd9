import type { Look } from "../../adapters/terminal/look.ts";
import type { Styles } from "../../adapters/terminal/styles.ts";
import { wrap } from "../../adapters/terminal/table.ts";
import { countFindings, type Examined, type Finding, type Section, type Severity } from "../../core/doctor/index.ts";
import { countOf } from "../../core/summary/format.ts";
import { oneLine, plainText } from "../../core/summary/text.ts";

const TITLES: Readonly<Record<Section, string>> = {
  machine: "This machine",
  repository: "This repository",
  road: "The road on GitHub",
};

const MOST_TEXT = 600;
const INDENT = "    ";

function markOf(severity: Severity, { marks }: Styles): string {
  return { error: marks.fail, warning: marks.warn, note: marks.info }[severity];
}

function indented(text: string, width: number, first: string): string {
  const lines = wrap(text, Math.max(40, width - INDENT.length)).split("\n");
  return lines.map((line, index) => (index === 0 ? first : INDENT) + line).join("\n");
}

/** The place goes before the words, as compilers write it, so that terminals make a link of it. */
function findingLines(finding: Finding, { styles, width }: Look): readonly string[] {
  const { where, message, why, mend, severity } = finding;
  const place = where === null ? "" : `${oneLine(where.file, 120)}${where.line === null ? "" : `:${where.line}`}  `;
  const text = `${place}${oneLine(message, MOST_TEXT)}`;
  return [
    indented(text, width, `  ${markOf(severity, styles)} `),
    ...indented(oneLine(why, MOST_TEXT), width, INDENT).split("\n").map(styles.dim),
    // Not wrapped: it is to be pasted.
    ...(mend === null
      ? []
      : plainText(mend)
          .split("\n")
          .map((line) => `${INDENT}  ${styles.cyan(line)}`)),
  ];
}

function resultLines({ result }: Examined, look: Look): readonly string[] {
  const { styles, width } = look;
  switch (result.kind) {
    case "fine":
      return [indented(oneLine(result.text, MOST_TEXT), width, `  ${styles.marks.pass} `)];
    case "not-asked":
      return [indented(oneLine(result.text, MOST_TEXT), width, `  ${styles.marks.skip} `)];
    case "found":
      return result.findings.flatMap((finding) => findingLines(finding, look));
    case "not-applicable":
      return [];
  }
}

function endLine(examined: readonly Examined[], { marks, bold }: Styles): string {
  const counts = countFindings(examined);
  const parts = (["error", "warning", "note"] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => countOf(counts[severity], severity));
  const mark = counts.error > 0 ? marks.fail : counts.warning > 0 ? marks.warn : marks.pass;
  return `${mark} ${bold(parts.length === 0 ? "Nothing is missing." : `${parts.join(", ")}.`)}`;
}

/**
 * @param examined what the checks came to
 * @param look colours and width
 * @returns the page of `turnpike doctor`, ending with a line feed
 */
export function renderDoctor(examined: readonly Examined[], look: Look): string {
  const sections = (Object.keys(TITLES) as Section[]).flatMap((section) => {
    const lines = examined.filter((one) => one.section === section).flatMap((one) => resultLines(one, look));
    return lines.length === 0 ? [] : [look.styles.bold(TITLES[section]), ...lines, ""];
  });
  return `${[...sections, endLine(examined, look.styles)].join("\n")}\n`;
}
