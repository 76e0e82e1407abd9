import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { listenForStop } from "../../../src/adapters/node/stop-request.ts";

function listening() {
  const exits: number[] = [];
  const self = Object.assign(new EventEmitter(), { exit: (code: number) => void exits.push(code) });
  const { signal, cause } = listenForStop(self);
  const send = (...signals: readonly string[]) => {
    for (const one of signals) self.emit(one);
    return { aborted: signal.aborted, cause: cause(), exits };
  };
  return send;
}

describe("a request to stop", () => {
  it.each([
    ["SIGINT", "SIGINT"],
    ["SIGTERM", "SIGTERM"],
    ["SIGHUP", "SIGTERM"],
  ])("%s asks for an orderly end", (signal, cause) => {
    expect(listening()(signal)).toEqual({ aborted: true, cause, exits: [] });
  });

  it("twice by Ctrl-C ends at once; what a runner or a closed terminal sends afterwards does not", () => {
    expect(listening()("SIGINT", "SIGINT").exits).toEqual([130]);
    expect(listening()("SIGINT", "SIGTERM", "SIGHUP", "SIGTERM").exits).toEqual([]);
    expect(listening()("SIGHUP", "SIGHUP", "SIGINT").exits).toEqual([]);
  });
});
