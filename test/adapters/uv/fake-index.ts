import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createGzip } from "node:zlib";
import { zipSync } from "fflate";
import { pack } from "tar-stream";

const encode = (text: string) => new TextEncoder().encode(text);

/** The fake program: what it says of its version is all that it can. */
export function fakeUv(version: string): Uint8Array {
  return encode(`#!/bin/sh\necho "uv ${version}"\n`);
}

export function sha256(bytes: Uint8Array, encoding: "hex" | "base64url" = "hex"): string {
  return createHash("sha256").update(bytes).digest(encoding);
}

/**
 * A wheel of uv with a small program in it.
 *
 * @param version its version
 * @param change makes it a bad one: gets and gives the members by name
 */
export function fakeWheel(
  version: string,
  change: (members: Record<string, Uint8Array>) => Record<string, Uint8Array> = (members) => members,
): Uint8Array {
  const scripts = `uv-${version}.data/scripts/`;
  const programs = { [`${scripts}uv`]: fakeUv(version), [`${scripts}uvx`]: encode("#!/bin/sh\n") };
  const lines = Object.entries(programs).map(
    ([path, bytes]) => `${path},sha256=${sha256(bytes, "base64url")},${bytes.length}`,
  );
  const info = `uv-${version}.dist-info/`;
  return zipSync(
    change({
      ...programs,
      [`${info}METADATA`]: encode(`Metadata-Version: 2.1\nName: uv\nVersion: ${version}\n`),
      [`${info}WHEEL`]: encode("Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: py3-none-any\n"),
      [`${info}RECORD`]: encode(`${lines.join("\n")}\n${info}RECORD,,\n`),
    }),
  );
}

/** A release archive with a small program in it, in the folder that uv's archives have. */
export async function fakeArchive(version: string, folder: string): Promise<Uint8Array> {
  const tar = pack();
  tar.entry({ name: "../../evil", mode: 0o755 }, "evil");
  tar.entry({ name: `${folder}/uv`, mode: 0o755 }, Buffer.from(fakeUv(version)));
  tar.entry({ name: `${folder}/uvx`, mode: 0o755 }, "#!/bin/sh\n");
  tar.finalize();
  return new Uint8Array(await buffer(Readable.from(tar).pipe(createGzip())));
}

/** What a path answers with. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export function page(body: string | Uint8Array, type = "text/html"): Answer {
  return (_, response) => response.writeHead(200, { "content-type": type }).end(body);
}

export function status(code: number): Answer {
  return (_, response) => response.writeHead(code).end("no");
}

/** A project page in the HTML form of the simple repository API. */
export function project(files: Readonly<Record<string, string | undefined>>): Answer {
  const links = Object.entries(files).map(([name, hash]) => {
    const fragment = hash === undefined || hash === "" ? "" : `#sha256=${hash}`;
    return `<a href="../../files/${name}${fragment}">${name}</a><br>`;
  });
  return page(`<!DOCTYPE html><html><body>${links.join("\n")}</body></html>`);
}

/** A server on loopback; paths that it does not know are 404. */
export interface FakeServer extends AsyncDisposable {
  readonly url: string;
  readonly answers: Map<string, Answer>;
  /** Paths that were asked for. */
  readonly asked: string[];
}

export async function fakeServer(): Promise<FakeServer> {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    asked.push(path);
    (answers.get(path) ?? status(404))(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    answers,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
