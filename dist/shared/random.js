import { randomBytes, randomUUID } from "node:crypto";

// src/adapters/node/random.ts
/** The system's random source. */
const systemRandom = {
	uuid: () => randomUUID(),
	bytes: (length) => new Uint8Array(randomBytes(length))
};

export { systemRandom as t };