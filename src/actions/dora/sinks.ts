import { connectHttpSink } from "./http-sink.ts";
import type { SinkKind } from "./sink.ts";

/** Every kind of sink, told apart by the protocol of the address. */
const SINKS: readonly SinkKind[] = [{ protocols: ["https:", "http:"], connect: connectHttpSink }];

/** How an address is spoken to, or what is wrong with it. */
export type ChosenSink =
  | { readonly kind: "sink"; readonly connect: SinkKind["connect"] }
  | { readonly kind: "fault"; readonly fault: string };

/** @param url of the input */
export function chooseSink(url: string): ChosenSink {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const known = SINKS.find(({ protocols }) => address !== undefined && protocols.includes(address.protocol));
  if (address === undefined || known === undefined) {
    return { kind: "fault", fault: "is not an address; write https://events.example.org/path" };
  }
  if (address.username !== "" || address.password !== "") {
    return { kind: "fault", fault: "holds a user or a password; use the input sink-token" };
  }
  return { kind: "sink", connect: known.connect };
}
