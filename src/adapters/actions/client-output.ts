import { AsyncLocalStorage } from "node:async_hooks";

/** What a client of GitHub's said while it worked, one entry a line. */
export type ClientLines = string[];

const speaking = new AsyncLocalStorage<ClientLines>();
let isListening = false;

/** What must reach the runner whoever prints it: masks always, debugging lines when somebody debugs. */
function isPassedOn(line: string): boolean {
  return line.startsWith("::add-mask::") || (line.startsWith("::debug::") && process.env["RUNNER_DEBUG"] === "1");
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  const write = process.stdout.write.bind(process.stdout);
  const replaced = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const lines = speaking.getStore();
    if (lines === undefined) return (write as (...all: unknown[]) => boolean)(chunk, ...rest);
    const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
    for (const line of text.split("\n")) {
      if (line.trim() !== "") lines.push(line);
      if (isPassedOn(line)) write(`${line}\n`);
    }
    const done = rest.find((item) => typeof item === "function");
    if (typeof done === "function") queueMicrotask(() => done());
    return true;
  };
  process.stdout.write = replaced as typeof process.stdout.write;
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
export async function keepClientOutput<T>(work: () => Promise<T>, lines: ClientLines): Promise<T> {
  listen();
  return await speaking.run(lines, work);
}

/**
 * @param text a message of a client's
 * @returns one short line without the query of any address in it, because those are signatures
 */
export function toReason(text: string): string {
  const decoded = text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const line = decoded.split(/[\r\n]/, 1)[0] ?? "";
  const clean = line.replaceAll(/(https?:\/\/[^\s?"']+)\?[^\s"']*/g, "$1").trim();
  return clean.length > 300 ? `${clean.slice(0, 297)}...` : clean;
}
