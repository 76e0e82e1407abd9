import type { Clock } from "../../ports/clock.ts";
import type { Files } from "../../ports/files.ts";
import type { RunHistory } from "../../ports/history-store.ts";
import type { Log } from "../../ports/log.ts";
import type { Page } from "../../ports/page.ts";
import type { RunContext } from "../../ports/run-context.ts";

/** What the action works with. */
export interface VerdictPorts {
  readonly files: Files;
  readonly page: Page;
  readonly log: Log;
  readonly clock: Clock;
  readonly context: RunContext;
  /** Undefined: nothing is kept for later runs. */
  readonly history?: RunHistory;
}
