import { TurnpikeError } from "../../src/errors.ts";
import type { Http } from "../../src/ports/http.ts";

/** HTTP by the runtime's own fetch, for servers on loopback. */
export const fetchHttp: Http = {
  async send(request) {
    try {
      const response = await fetch(request.url, {
        method: request.method,
        headers: { ...request.headers },
        signal: AbortSignal.timeout(request.timeoutMs),
      });
      const body = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, headers: Object.fromEntries(response.headers), body, url: response.url };
    } catch (cause) {
      const { host } = new URL(request.url);
      throw new TurnpikeError("NETWORK_UNREACHABLE", "service", `${host} gave no answer.`, { cause });
    }
  },
};
