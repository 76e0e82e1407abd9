import { AsyncLocalStorage } from "node:async_hooks";

// src/adapters/actions/client-output.ts
const speaking = new AsyncLocalStorage();
let isListening = false;
/** What must reach the runner whoever prints it: masks always, debugging lines when somebody debugs. */
function isPassedOn(line) {
	return line.startsWith("::add-mask::") || line.startsWith("::debug::") && process.env["RUNNER_DEBUG"] === "1";
}
function listen() {
	if (isListening) return;
	isListening = true;
	const write = process.stdout.write.bind(process.stdout);
	const replaced = (chunk, ...rest) => {
		const lines = speaking.getStore();
		if (lines === void 0) return write(chunk, ...rest);
		const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
		for (const line of text.split("\n")) {
			if (line.trim() !== "") lines.push(line);
			if (isPassedOn(line)) write(`${line}\n`);
		}
		const done = rest.find((item) => typeof item === "function");
		if (typeof done === "function") queueMicrotask(() => done());
		return true;
	};
	process.stdout.write = replaced;
}
/**
* Runs a client of GitHub's toolkit and keeps what it prints. The toolkit's cache client says why it failed in its log alone,
* and prints a failure as an annotation of the step, which a cache that is not there must not do. What others print
* meanwhile is not touched: only writes from inside `work` are kept.
*
* @param work calls the client
* @param lines filled while it works, so that they can be read before it ends
* @returns what `work` returns
*/
async function keepClientOutput(work, lines) {
	listen();
	return await speaking.run(lines, work);
}
/**
* @param text a message of a client's
* @returns one short line without the query of any address in it, because those are signatures
*/
function toReason(text) {
	const clean = (text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%").split(/[\r\n]/, 1)[0] ?? "").replaceAll(/(https?:\/\/[^\s?"']+)\?[^\s"']*/g, "$1").trim();
	return clean.length > 300 ? `${clean.slice(0, 297)}...` : clean;
}

export { toReason as n, keepClientOutput as t };