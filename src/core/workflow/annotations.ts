import type { WorkflowCommand } from "./commands.ts";

/** How bad. */
export type AnnotationLevel = "error" | "warning" | "notice";

/** An annotation as a command asks for it. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Of each level and step (actions/runner src/Runner.Worker/ExecutionContext.cs, _maxCountPerIssueType). */
const ANNOTATIONS_PER_LEVEL = 10;

/** Characters (ExecutionContext.cs, _maxIssueMessageLength). */
const MESSAGE_LIMIT = 4096;

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;
}

/**
 * @param level which command it was
 * @param command its properties; `endline` stands in for a missing `line`, `endcolumn` for a missing `col`
 *   (src/Runner.Worker/ActionCommandManager.cs, ValidateLinesAndColumns)
 * @param workspace absolute folder that `file` is made relative to
 */
export function toAnnotation(level: AnnotationLevel, command: WorkflowCommand, workspace: string): Annotation {
  const { title, file, line, endline, col, endcolumn } = command.properties as Readonly<
    Record<string, string | undefined>
  >;
  const row = wholeNumber(line) ?? wholeNumber(endline);
  const column = row === undefined ? undefined : (wholeNumber(col) ?? wholeNumber(endcolumn));
  return {
    level,
    message: command.data.slice(0, MESSAGE_LIMIT),
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file: relativeTo(workspace, file) }),
    ...(row === undefined ? {} : { line: row }),
    ...(column === undefined ? {} : { column }),
  };
}

function relativeTo(folder: string, file: string): string {
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
}

/** Counts annotations of one step. */
export class AnnotationCounter {
  readonly #counts = new Map<AnnotationLevel, number>();

  /** @returns true while the step may still show one of this level; later ones stay in the log */
  take(level: AnnotationLevel): boolean {
    const count = (this.#counts.get(level) ?? 0) + 1;
    this.#counts.set(level, count);
    return count <= ANNOTATIONS_PER_LEVEL;
  }
}
