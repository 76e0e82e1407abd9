import { setTimeout } from "node:timers/promises";

// src/adapters/node/clock.ts
/** The machine's clock. */
const systemClock = {
	now: () => /* @__PURE__ */ new Date(),
	monotonicMs: () => performance.now(),
	async sleep(ms, signal) {
		try {
			await setTimeout(ms, void 0, signal === void 0 ? {} : { signal });
		} catch {}
	}
};

export { systemClock as t };