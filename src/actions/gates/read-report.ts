import type { ReportFormat, ReportResult } from "../../core/gates/index.ts";
import { MAY_BE_EMPTY, makeReader, type ReportContext } from "../../core/reports/index.ts";
import type { Files } from "../../ports/files.ts";

/**
 * Reads a report as a stream.
 *
 * @param files where it lies
 * @param report its absolute path and its format
 * @param context where the tool ran
 * @returns what it says; that it is missing or cannot be read is a result
 */
export async function readReport(
  files: Files,
  report: { readonly path: string; readonly format: ReportFormat },
  context: ReportContext,
): Promise<ReportResult> {
  const size = await files.size(report.path).catch(() => undefined);
  if (size === undefined) return { kind: "missing" };
  if (size === 0 && !MAY_BE_EMPTY.has(report.format)) return { kind: "empty" };
  const reader = makeReader(report.format, context);
  try {
    for await (const piece of files.streamText(report.path)) reader.push(piece);
  } catch {
    return { kind: "broken", reason: "it is no file that can be read" };
  }
  return reader.end();
}
