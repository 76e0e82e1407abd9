/** Where an action leaves Markdown for people (`$GITHUB_STEP_SUMMARY`, or a file or the terminal locally). */
export interface Page {
  /** Appends; the whole of a step must stay below 1 MiB (actions/runner src/Runner.Worker/FileCommandManager.cs). */
  append(markdown: string): Promise<void>;
}
