import { TurnpikeError } from "../../errors.ts";
import type { Oidc } from "../../ports/oidc.ts";
import { oidcUnavailable } from "../actions/oidc.ts";

function segment(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** An identity without a signature. */
export class MemoryOidc implements Oidc {
  /** `granted`: tokens are issued; `missing`: the job has no permission; `refusing`: the provider says no. */
  mode: "granted" | "missing" | "refusing" = "granted";
  readonly #claims: Readonly<Record<string, string>>;

  /** @param claims what tokens say besides their audience */
  constructor(claims: Readonly<Record<string, string>> = {}) {
    this.#claims = claims;
  }

  isAvailable(): boolean {
    return this.mode !== "missing";
  }

  async token(audience: string): Promise<string> {
    if (this.mode === "missing") throw oidcUnavailable();
    if (this.mode === "refusing") {
      throw new TurnpikeError(
        "OIDC_REFUSED",
        "service",
        "The identity provider of this run answered with HTTP status 401.",
      );
    }
    return `${segment({ alg: "none", typ: "JWT" })}.${segment({ ...this.#claims, aud: audience })}.`;
  }
}
