import { o as __toESM } from "./rolldown-runtime.js";
import { t as getProxyUrl } from "./proxy.js";
import { n as TurnpikeError } from "./errors.js";

// src/adapters/node/http.ts
const MAX_BYTES = 536870912;
/** `host:port` of an address: never its user, path or query, which may hold secrets. */
function hostOf(url) {
	return URL.canParse(url) ? new URL(url).host : "an address that is no URL";
}
function reasonOf(error) {
	let reason = "";
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		const { code } = cause;
		if (typeof code === "string") reason = code;
	}
	return reason === "" ? "the connection failed" : reason;
}
function unreachable(request, reason, proxy) {
	const through = proxy === void 0 ? "" : ` through the proxy ${proxy.host}`;
	return new TurnpikeError("NETWORK_UNREACHABLE", "service", `${hostOf(request.url)} gave no answer${through}: ${reason}.`, proxy === void 0 ? {} : { hint: "The proxy comes from HTTPS_PROXY or HTTP_PROXY; NO_PROXY names what goes around it." });
}
/** @returns the body, or undefined when it is larger than `limit` */
async function readBody(response, limit) {
	const chunks = [];
	let size = 0;
	if (response.body !== null) for await (const chunk of response.body) {
		size += chunk.length;
		if (size > limit) return void 0;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
/** Sends directly, or through the proxy that the environment names for this address. */
async function fetchThrough(proxy, url, init) {
	if (proxy === void 0) return await fetch(url, init);
	const undici = await import("./undici2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const user = proxy.username === "" ? {} : { token: basicAuth(proxy) };
	const dispatcher = new undici.ProxyAgent({
		uri: proxy.origin,
		...user
	});
	return await undici.fetch(url, {
		...init,
		dispatcher
	});
}
function basicAuth(proxy) {
	const text = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
	return `Basic ${Buffer.from(text).toString("base64")}`;
}
/** HTTP over Node's fetch. Honours `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in either case. */
const nodeHttp = { async send(request) {
	const proxy = URL.canParse(request.url) ? getProxyUrl(new URL(request.url)) : void 0;
	const limit = request.maxBytes ?? MAX_BYTES;
	try {
		const response = await fetchThrough(proxy, request.url, {
			method: request.method,
			signal: AbortSignal.timeout(request.timeoutMs),
			redirect: request.redirect ?? "follow",
			...request.headers === void 0 ? {} : { headers: request.headers },
			...request.body === void 0 ? {} : { body: request.body }
		});
		const body = await readBody(response, limit);
		if (body === void 0) throw unreachable(request, `its answer is larger than ${limit} bytes`, proxy);
		const { status } = response;
		return {
			status,
			headers: Object.fromEntries(response.headers),
			body,
			url: response.url
		};
	} catch (error) {
		if (error instanceof TurnpikeError) throw error;
		throw unreachable(request, error instanceof Error && error.name === "TimeoutError" ? `not within ${request.timeoutMs} ms` : reasonOf(error), proxy);
	}
} };

export { nodeHttp as t };