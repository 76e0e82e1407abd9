import { TurnpikeError } from "../../errors.ts";
import type { Oidc } from "../../ports/oidc.ts";
import { type ClientLines, keepClientOutput } from "./client-output.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** What the calling job needs, fit to paste. */
const GRANT =
  "Grant it in the job that calls this, and in every workflow that calls that job:\npermissions:\n  id-token: write";

/**
 * @returns the error of a job that may not ask for an identity
 */
export function oidcUnavailable(): TurnpikeError {
  return new TurnpikeError("OIDC_UNAVAILABLE", "user", "This job was not granted an identity token.", { hint: GRANT });
}

/** The identity of a GitHub job, through `core.getIDToken`. */
export class ActionsOidc implements Oidc {
  readonly #env: Env;

  /** @param env the process environment; the client itself reads the same variables from the process */
  constructor(env: Env) {
    this.#env = env;
  }

  isAvailable(): boolean {
    return Boolean(this.#env["ACTIONS_ID_TOKEN_REQUEST_URL"]) && Boolean(this.#env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]);
  }

  async token(audience: string): Promise<string> {
    if (!this.isAvailable()) throw oidcUnavailable();
    const lines: ClientLines = [];
    try {
      const { getIDToken } = await import("@actions/core");
      return await keepClientOutput(() => getIDToken(audience), lines);
    } catch (error) {
      // The client's message holds the body of the answer, and the error as a cause would carry it on: only the status is kept.
      const status = error instanceof Error ? /Error Code : (\d{3})/.exec(error.message)?.[1] : undefined;
      const reason = status === undefined ? "gave no token" : `answered with HTTP status ${status}`;
      throw new TurnpikeError("OIDC_REFUSED", "service", `The identity provider of this run ${reason}.`);
    }
  }
}
