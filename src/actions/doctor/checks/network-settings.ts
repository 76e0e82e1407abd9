import { shellWord } from "../../../contract/index.ts";
import { type Finding, found } from "../../../core/doctor/index.ts";
import type { Check, Scene } from "../scene.ts";

const CERTIFICATES = [
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "NODE_EXTRA_CA_CERTS",
  "REQUESTS_CA_BUNDLE",
  "CURL_CA_BUNDLE",
  "PIP_CERT",
  "GIT_SSL_CAINFO",
];

function finding(message: string, why: string, mend: string): Finding {
  return { severity: "warning", message, where: null, why, mend };
}

async function certificates(scene: Scene): Promise<readonly Finding[]> {
  const named = CERTIFICATES.filter((name) => (scene.env[name] ?? "") !== "");
  const there = await Promise.all(named.map((name) => scene.files.exists(scene.env[name] ?? "")));
  return named
    .filter((_, index) => there[index] === false)
    .map((name) => ({
      ...finding(`${name} names a file that is not there`, "programs that read it reach nothing.", `unset ${name}`),
      severity: "error" as const,
    }));
}

/** Names the variable and never its value: proxies carry passwords. */
function proxies({ env }: Scene): readonly Finding[] {
  return ["https_proxy", "http_proxy"].flatMap((lower) => {
    const upper = lower.toUpperCase();
    const [low, up] = [env[lower], env[upper]];
    const value = low ?? up ?? "";
    if (low !== undefined && up !== undefined && low !== up) {
      const why = "some programs read one of them and some the other.";
      return [finding(`${lower} and ${upper} differ`, why, `export ${upper}="$${lower}"`)];
    }
    if (value === "" || /^\w+:\/\//.test(value)) return [];
    const name = low === undefined ? upper : lower;
    return [finding(`${name} has no scheme`, "Node and uv do not read it alike.", `export ${name}="http://$${name}"`)];
  });
}

function loopback({ env }: Scene): readonly Finding[] {
  const isProxied = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"].some((name) => (env[name] ?? "") !== "");
  const around = env["no_proxy"] ?? env["NO_PROXY"] ?? "";
  if (!isProxied || /(?:^|,)\s*(?:\*|localhost|127\.)/.test(around)) return [];
  const value = [around, "localhost,127.0.0.1"].filter((part) => part !== "").join(",");
  return [
    finding(
      "a proxy is set, and NO_PROXY does not leave this machine out",
      "`turnpike run` serves cache, artifacts and identity on 127.0.0.1.",
      `export NO_PROXY=${shellWord(value)} no_proxy=${shellWord(value)}`,
    ),
  ];
}

/** Variables for proxies and certificates. */
export const networkSettingsCheck: Check = {
  id: "network-settings",
  section: "machine",
  async examine(scene) {
    const findings = [...(await certificates(scene)), ...proxies(scene), ...loopback(scene)];
    return found(findings, "variables for proxies and certificates");
  },
};
