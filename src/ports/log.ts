/** Where in the repository an annotation points. */
export interface LogPlace {
  readonly title?: string;
  /** Relative to the repository's root. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
}

/** What a person or the runner's log sees. Text is data: an implementation must keep it from becoming a workflow command. */
export interface Log {
  info(message: string): void;
  /** Shown only when debugging was asked for. */
  debug(message: string): void;
  notice(message: string, place?: LogPlace): void;
  warning(message: string, place?: LogPlace): void;
  error(message: string, place?: LogPlace): void;
  /** Everything logged until `work` ends is folded under `title`. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** Hides a value in everything printed from now on. Call it before anything may print the value. */
  mask(secret: string): void;
}
