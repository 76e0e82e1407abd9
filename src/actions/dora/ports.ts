import type { Clock } from "../../ports/clock.ts";
import type { Files } from "../../ports/files.ts";
import type { Git } from "../../ports/git.ts";
import type { GitHub } from "../../ports/github.ts";
import type { Http } from "../../ports/http.ts";
import type { Log } from "../../ports/log.ts";
import type { Random } from "../../ports/random.ts";
import type { RunContext } from "../../ports/run-context.ts";

/** What the action works with. */
export interface DoraPorts {
  readonly files: Files;
  readonly git: Git;
  readonly github: GitHub;
  readonly http: Http;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Random;
  readonly context: RunContext;
}
