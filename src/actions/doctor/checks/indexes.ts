import { parse } from "smol-toml";
import { type Finding, found, NOT_APPLICABLE, notAsked } from "../../../core/doctor/index.ts";
import { asList, asTable, asText } from "../../../core/documents/index.ts";
import { TurnpikeError } from "../../../errors.ts";
import type { Check, Scene } from "../scene.ts";

/** For one answer, in ms. */
const TIMEOUT_MS = 3000;
const MOST = 8;

/** An index and who names it. */
interface NamedIndex {
  readonly url: string;
  readonly by: string;
}

const VARIABLES = [
  "UV_DEFAULT_INDEX",
  "UV_INDEX_URL",
  "UV_INDEX",
  "UV_EXTRA_INDEX_URL",
  "PIP_INDEX_URL",
  "npm_config_registry",
];

function fromVariables(env: Scene["env"]): readonly NamedIndex[] {
  return VARIABLES.flatMap((name) =>
    (env[name] ?? "")
      .split(/\s+/)
      .map((entry) => entry.replace(/^[\w-]+=(?=\w+:)/, ""))
      .filter((url) => url !== "")
      .map((url) => ({ url, by: name })),
  );
}

function tomlTable(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    return asTable(parse(text ?? ""));
  } catch {
    return {};
  }
}

/** Settings of uv (uv, "Package indexes"), and the indexes that the lock was made from. */
async function fromFiles({ files }: Scene): Promise<readonly NamedIndex[]> {
  const [manifest, own, lock, npmrc] = await Promise.all(
    ["pyproject.toml", "uv.toml", "uv.lock", ".npmrc"].map((path) => files.readText(path)),
  );
  const settings = [
    { by: "pyproject.toml", uv: asTable(asTable(tomlTable(manifest)["tool"])["uv"]) },
    { by: "uv.toml", uv: tomlTable(own) },
  ];
  const named = settings.flatMap(({ by, uv }) => [
    ...asList(uv["index"]).map((one) => ({ url: asText(asTable(one)["url"]), by })),
    ...[uv["index-url"], ...asList(uv["extra-index-url"])].map((one) => ({ url: asText(one), by })),
  ]);
  const locked = [...(lock ?? "").matchAll(/registry = "([^"]+)"/g)].map((match) => ({ url: match[1], by: "uv.lock" }));
  const npm = [...(npmrc ?? "").matchAll(/^\s*(?:@[\w-]+:)?registry\s*=\s*(\S+)/gm)].map((match) => ({
    url: match[1],
    by: ".npmrc",
  }));
  return [...named, ...locked, ...npm].flatMap(({ url, by }) => (url === undefined ? [] : [{ url, by }]));
}

async function indexesOf(scene: Scene): Promise<readonly NamedIndex[]> {
  const all = [...fromVariables(scene.env), ...(await fromFiles(scene))].filter(
    ({ url }) => /^https?:\/\//.test(url) && URL.canParse(url),
  );
  const seen = new Set<string>();
  return all.filter(({ url }) => !seen.has(url) && seen.add(url) !== undefined).slice(0, MOST);
}

/** The address without who asks. */
function hostOf(url: string): string {
  return new URL(url).host;
}

async function judge(scene: Scene, { url, by }: NamedIndex): Promise<readonly Finding[]> {
  const address = new URL(url);
  const [user, password] = [address.username, address.password].map(decodeURIComponent);
  [address.username, address.password] = ["", ""];
  const headers =
    user === "" ? {} : { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` };
  const finding = {
    where: by.includes(".") ? { file: by, line: null } : null,
    why: "packages that are not cached cannot be installed.",
  };
  try {
    const { status } = await scene.http.send({ method: "HEAD", url: address.href, headers, timeoutMs: TIMEOUT_MS });
    if (status === 401 || status === 403) {
      const message = `${hostOf(url)} wants credentials (${status})`;
      const mend = `uv auth login ${address.origin}`;
      return [{ ...finding, severity: "warning", message, mend: by === ".npmrc" ? "npm login" : mend }];
    }
    if (status < 500) return [];
    return [{ ...finding, severity: "warning", message: `${hostOf(url)} answers ${status}`, mend: null }];
  } catch (error) {
    if (!(error instanceof TurnpikeError)) throw error;
    const mend = error.hint ?? `curl --head --max-time 10 ${address.origin}`;
    return [{ ...finding, severity: "error", message: error.message.replace(/\.$/, ""), mend }];
  }
}

/** Package indexes that the repository or the environment names: one request each, where the person allowed it. */
export const indexesCheck: Check = {
  id: "indexes",
  section: "machine",
  async examine(scene) {
    const indexes = await indexesOf(scene);
    if (indexes.length === 0) return NOT_APPLICABLE;
    const hosts = [...new Set(indexes.map(({ url }) => hostOf(url)))].join(", ");
    if (!scene.isOnline) return notAsked(`whether ${hosts} can be reached was not asked: --online`);
    const findings = await Promise.all(indexes.map((index) => judge(scene, index)));
    return found(findings.flat(), `${hosts} can be reached`);
  },
};
