import type { CDEvent } from "../../core/dora/index.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Http } from "../../ports/http.ts";
import type { Random } from "../../ports/random.ts";

/** Where events go. */
export interface Sink {
  readonly url: string;
  readonly token: string | undefined;
}

/** What delivering works with. */
export interface DeliveryPorts {
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
}

/** What became of one event. `waits`: the next one may fare better. `stopped`: it waits, and nothing more is tried. */
export type Attempt =
  | { readonly kind: "delivered" }
  | { readonly kind: "poison"; readonly reason: string }
  | { readonly kind: "waits"; readonly reason: string }
  | { readonly kind: "stopped"; readonly reason: string };

/** Delivers one event, with as many tries as the sink is worth; trouble is an answer, never thrown. */
export type Deliver = (event: CDEvent) => Promise<Attempt>;

/** A kind of sink: a file of its own, and a row in `sinks.ts`. */
export interface SinkKind {
  /** Protocols of its addresses, with the colon. */
  readonly protocols: readonly string[];
  /** Makes the way to a sink; nothing is sent yet. */
  readonly connect: (sink: Sink, ports: DeliveryPorts) => Deliver;
}
