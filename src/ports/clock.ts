/** Time, so that tests need no waiting. */
export interface Clock {
  /** Wall time. */
  now(): Date;
  /** Milliseconds since some fixed moment; never goes backwards. For durations. */
  monotonicMs(): number;
  /** Resolves after `ms`, or at once when `signal` aborts (it does not reject). */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
