import type { Gate, Retries, Threshold, When } from "../../core/gates/index.ts";
import { countOf } from "../../core/summary/format.ts";
import { oneLine } from "../../core/summary/text.ts";

const MOST = 2000;

type Row = readonly [string, string];

function whenText({ paths, events, branches }: When): string {
  return [
    ...(events === undefined ? [] : [`on ${events.join(", ")}`]),
    ...(branches === undefined ? [] : [`on the branches ${branches.join(", ")}`]),
    ...(paths === undefined ? [] : [`when one of ${paths.join(", ")} changed`]),
  ].join(", and ");
}

function retriesText({ max, classes, exitCodes, outputs }: Retries): string {
  const reasons = [
    ...classes,
    ...exitCodes.map((code) => `exit code ${code}`),
    ...outputs.map((text) => `"${text}" in the output`),
  ];
  return `up to ${countOf(max, "more time")}, for ${reasons.join(", ")}`;
}

function thresholdText({ findings, severity, coverage, tests }: Threshold): string {
  const counted = severity === undefined ? "" : ` of severity ${severity} or worse`;
  return [
    ...(findings === undefined && severity === undefined
      ? []
      : [`at most ${countOf(findings ?? 0, "finding")}${counted}`]),
    ...(coverage === undefined ? [] : [`at least ${coverage} % covered`]),
    ...(tests === undefined ? [] : [`at least ${countOf(tests, "test")}`]),
  ].join(", ");
}

/**
 * @param gate any gate
 * @returns what turnpike.yml says of it beside its command, for `turnpike plan --explain`
 */
export function ruleRows({ when, retries, threshold, waiver, inputs, cache, matrix }: Gate): readonly Row[] {
  const values = Object.entries(matrix?.values ?? {}).map(([key, value]) => `${key} ${value}`);
  const rows: readonly (Row | undefined)[] = [
    matrix && ["matrix", `one of the gates of ${matrix.of}: ${values.join(", ")}`],
    when && ["runs", whenText(when)],
    retries && ["tried again", retriesText(retries)],
    threshold && ["threshold", thresholdText(threshold)],
    waiver && ["waived", `until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`],
    inputs && ["depends on", inputs.join(", ")],
    cache === undefined ? undefined : ["cache", cache ? "a pass is remembered" : "a pass is never remembered"],
  ];
  return rows.flatMap((row) => (row === undefined ? [] : [[row[0], oneLine(row[1], MOST)] as const]));
}
