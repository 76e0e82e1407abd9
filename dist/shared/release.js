import { o as __toESM } from "./rolldown-runtime.js";
import { Tt as require_picomatch } from "./first-gate.js";

// src/core/gates/release.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/**
* A release is a published release, or a pushed tag that matches. Everything else is a check.
*
* @param facts the event
* @param tags globs of tags that are releases
* @returns whether this run is a release
*/
function isRelease(facts, tags) {
	if (facts.eventName === "release") return facts.event["action"] === "published";
	if (facts.eventName !== "push" || facts.refType !== "tag" || tags.length === 0) return false;
	return facts.event["deleted"] !== true && import_picomatch.default.isMatch(facts.refName, [...tags], { dot: true });
}

export { isRelease as t };