import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { MemoryHttp } from "../../src/adapters/memory/http.ts";
import { nodeHttp } from "../../src/adapters/node/http.ts";
import { answerOf, httpContract } from "./http.contract.ts";

httpContract("memory", async () => {
  const otherOrigin = "http://other.example.org";
  const http = new MemoryHttp((request) => {
    const url = new URL(request.url);
    if (url.host === "dead.example.org") return "unreachable";
    const headers = Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
    const body = typeof request.body === "string" ? request.body : new TextDecoder().decode(request.body);
    const asked = { ...request, path: url.pathname, host: url.host, headers: Object.fromEntries(headers), body };
    return answerOf(asked, otherOrigin) ?? "silent";
  });
  return {
    http,
    origin: "http://one.example.org",
    otherOrigin,
    deadOrigin: "http://dead.example.org",
    close: async () => undefined,
  };
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function end(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}

function host(otherOrigin: () => string): Server {
  return createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const asked = {
        method: request.method ?? "",
        path: request.url ?? "",
        host: request.headers.host ?? "",
        headers: request.headers as Record<string, string | undefined>,
        body: Buffer.concat(chunks).toString("utf8"),
      };
      const answer = answerOf(asked, otherOrigin());
      if (answer === undefined) return;
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
}

httpContract("Node's fetch with servers on loopback", async () => {
  let otherOrigin = "";
  const one = host(() => otherOrigin);
  const other = host(() => otherOrigin);
  const gone = createServer();
  const origin = await listen(one);
  otherOrigin = await listen(other);
  const deadOrigin = await listen(gone);
  await end(gone);
  return {
    http: nodeHttp,
    origin,
    otherOrigin,
    deadOrigin,
    close: async () => {
      await end(one);
      await end(other);
    },
  };
});

describe("HTTP through a proxy", () => {
  const before = { ...process.env };
  const servers: Server[] = [];

  afterEach(async () => {
    for (const name of ["HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy"]) {
      delete process.env[name];
      if (before[name] !== undefined) process.env[name] = before[name];
    }
    for (const server of servers.splice(0)) await end(server);
  });

  /** A proxy that leads every address to one host, and what it was asked for. */
  async function proxyTo(origin: string): Promise<{ readonly url: string; readonly asked: string[] }> {
    const asked: string[] = [];
    const proxy = createServer();
    proxy.on("connect", (request, socket) => {
      asked.push(`${request.url} ${request.headers["proxy-authorization"]}`);
      const target = connect(Number(new URL(origin).port), "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        target.pipe(socket).pipe(target);
      });
      target.on("error", () => socket.destroy());
      socket.on("error", () => target.destroy());
    });
    servers.push(proxy);
    return { url: await listen(proxy), asked };
  }

  it("asks the proxy that the environment names, with its credentials", async () => {
    const server = host(() => "");
    servers.push(server);
    const proxy = await proxyTo(await listen(server));
    for (const name of ["http_proxy", "no_proxy", "NO_PROXY"]) delete process.env[name];
    process.env["HTTP_PROXY"] = proxy.url.replace("http://", "http://me:p%40ss@");
    const url = "http://sink.example.org/text";
    const response = await nodeHttp.send({ method: "GET", url, timeoutMs: 10_000 });
    expect(new TextDecoder().decode(response.body)).toBe("grüße");
    expect(proxy.asked).toEqual([`sink.example.org:80 Basic ${Buffer.from("me:p@ss").toString("base64")}`]);
  });

  it("goes around it for what NO_PROXY names, and says when the proxy is the trouble", async () => {
    for (const name of ["http_proxy", "no_proxy", "NO_PROXY"]) delete process.env[name];
    process.env["HTTP_PROXY"] = "http://me:secret@127.0.0.1:1";
    const url = "http://sink.invalid/text";
    const throughProxy: unknown = await nodeHttp
      .send({ method: "GET", url, timeoutMs: 10_000 })
      .catch((e: unknown) => e);
    expect(throughProxy).toMatchObject({ message: expect.stringContaining("through the proxy 127.0.0.1:1") });
    expect(String(throughProxy)).not.toContain("secret");
    process.env["NO_PROXY"] = ".invalid";
    const direct: unknown = await nodeHttp.send({ method: "GET", url, timeoutMs: 10_000 }).catch((e: unknown) => e);
    expect(String(direct)).not.toContain("proxy");
  });
});
