/** How much of everything a page shows. Every number is a hard limit, so that the strongest level has a known largest size. */
export interface Caps {
  /** 0 shows everything that is worth it; the last one is the strongest. */
  readonly level: number;
  /** Rows of the table. */
  readonly rows: number;
  /** Names that a row of folded gates lists. */
  readonly names: number;
  /** Gates that get a block of their own. */
  readonly blocks: number;
  /** Last lines of a log. */
  readonly lines: number;
  /** Characters of a log line. */
  readonly lineLength: number;
  /** Findings of one gate. */
  readonly findings: number;
  /** Characters of a message, a reason, a command. */
  readonly text: number;
  /** Characters of a name or a path. */
  readonly name: number;
  /** Bars of the timeline; 0 leaves it out. */
  readonly bars: number;
  /** Suggestions, statements, documents, notes: entries of any other list. */
  readonly entries: number;
}

/** From everything to the least. */
export const LEVELS: readonly Caps[] = [
  {
    ...{ level: 0, rows: 200, names: 40, blocks: 50, lines: 40, lineLength: 400, findings: 25 },
    ...{ text: 400, name: 120, bars: 60, entries: 20 },
  },
  {
    ...{ level: 1, rows: 150, names: 30, blocks: 30, lines: 20, lineLength: 300, findings: 10 },
    ...{ text: 300, name: 100, bars: 40, entries: 10 },
  },
  {
    ...{ level: 2, rows: 100, names: 20, blocks: 15, lines: 10, lineLength: 200, findings: 5 },
    ...{ text: 200, name: 80, bars: 0, entries: 5 },
  },
  {
    ...{ level: 3, rows: 60, names: 10, blocks: 0, lines: 0, lineLength: 0, findings: 0 },
    ...{ text: 120, name: 60, bars: 0, entries: 3 },
  },
  {
    ...{ level: 4, rows: 20, names: 5, blocks: 0, lines: 0, lineLength: 0, findings: 0 },
    ...{ text: 80, name: 40, bars: 0, entries: 1 },
  },
];
