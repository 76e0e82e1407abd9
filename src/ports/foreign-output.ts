/** Where output of the repository's own programs is shown. Nothing in it can become a command to the runner or the terminal. */
export interface ForeignOutput {
  /**
   * Shows a text of many lines, folded under a title or open.
   *
   * @param title our own words
   * @param lines the foreign text in pieces, in order
   * @param isFolded whether it may be folded away
   */
  show(title: string, lines: AsyncIterable<string>, isFolded: boolean): Promise<void>;
}
