import { spawn } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A git server on loopback: git's own `http-backend` behind the rights that GitHub gives a job's token. */
export interface GitServer {
  /** Without a slash at the end; a repository is `<url>/<name>.git`. */
  readonly url: string;
  /** Requests so far, `POST /x.git/git-receive-pack`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** What a token may do. */
export type Right = "read" | "write";

function rightOf(request: IncomingMessage, tokens: Readonly<Record<string, Right>>): Right | undefined {
  const [, basic = ""] = /^basic (.+)$/i.exec(request.headers.authorization ?? "") ?? [];
  const [user, token = ""] = Buffer.from(basic, "base64").toString("utf8").split(":");
  return user === "x-access-token" && Object.hasOwn(tokens, token) ? tokens[token] : undefined;
}

/** CGI (RFC 3875), as far as `git http-backend` needs it. */
function serve(root: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
  const { "content-type": type, "content-encoding": encoding, "git-protocol": protocol } = request.headers;
  const backend = spawn("git", ["http-backend"], {
    env: {
      ...{ PATH: process.env["PATH"], GIT_PROJECT_ROOT: root, GIT_HTTP_EXPORT_ALL: "1", REMOTE_USER: "job" },
      ...{ PATH_INFO: pathname, QUERY_STRING: search.slice(1), REQUEST_METHOD: request.method },
      ...(type === undefined ? {} : { CONTENT_TYPE: type }),
      ...(encoding === undefined ? {} : { HTTP_CONTENT_ENCODING: encoding }),
      ...(protocol === undefined ? {} : { GIT_PROTOCOL: String(protocol) }),
    },
    stdio: ["pipe", "pipe", "ignore"],
  });
  backend.stdin.on("error", () => undefined);
  request.pipe(backend.stdin);
  const pieces: Buffer[] = [];
  backend.stdout.on("data", (piece: Buffer) => pieces.push(piece));
  backend.once("close", () => answer(Buffer.concat(pieces), response));
}

function answer(output: Buffer, response: ServerResponse): void {
  const end = output.indexOf("\r\n\r\n");
  const headers = output.subarray(0, Math.max(end, 0)).toString("latin1").split("\r\n");
  let status = end === -1 ? 500 : 200;
  for (const line of headers) {
    const [, name = "", value = ""] = /^([^:]+): *(.*)$/.exec(line) ?? [];
    if (name.toLowerCase() === "status") status = Number.parseInt(value, 10);
    else if (name !== "") response.setHeader(name, value);
  }
  response.writeHead(status);
  response.end(end === -1 ? "" : output.subarray(end + 4));
}

/**
 * @param root folder of bare repositories
 * @param tokens what each token may do; nobody else is let in
 * @returns the server; it must be closed
 */
export async function startGitServer(root: string, tokens: Readonly<Record<string, Right>>): Promise<GitServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const right = rightOf(request, tokens);
    const isPush = (request.url ?? "").includes("git-receive-pack");
    if (right === undefined) {
      response.writeHead(401, { "www-authenticate": 'Basic realm="git"' }).end();
    } else if (isPush && right === "read") {
      response.writeHead(403, { "content-type": "text/plain" }).end("Write access to repository not granted.\n");
    } else {
      serve(root, request, response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${port}`, requests, close };
}
