/** Columns of the terminal that a process shows something in. */
export interface ShownIn {
  readonly columns?: number | undefined;
}

/**
 * Columns for lines that go to a stream. Where it is a pipe, such as to a pager, the other stream may still be the terminal
 * that people read in.
 *
 * @param streams the stream, then others of the process
 * @param otherwise columns where none of them is a terminal
 */
export function columnsOf(streams: readonly ShownIn[], otherwise: number): number {
  return streams.map(({ columns }) => columns).find((columns) => columns !== undefined && columns > 0) ?? otherwise;
}
