import { explain, maxSatisfying, satisfies as satisfiesPep440, valid, validRange } from "@renovatebot/pep440";
import semver from "semver";

/** Longest text that is read as a version request. */
const LONGEST_REQUEST = 200;

/** Which uv is wanted, and who says so. */
export type VersionRequest = {
  /** Who asked: `the input version`, `uv.toml`; for people. */
  readonly source: string;
} & (
  | { readonly kind: "any" }
  | { readonly kind: "latest" }
  | { readonly kind: "exact"; readonly version: string }
  | { readonly kind: "specifier"; readonly specifier: string }
);

/** A request, or why the text is none. */
export type RequestResult =
  | { readonly ok: true; readonly request: VersionRequest }
  | { readonly ok: false; readonly why: string };

/** What a bare `0.13` means: every 0.13 to a person, 0.13.0 to uv's own `required-version`. */
export type BareVersion = "series" | "exact";

/** A request that is met by any version. */
export function anyVersion(source: string): VersionRequest {
  return { kind: "any", source };
}

function exact(version: string, source: string): RequestResult {
  return { ok: true, request: { kind: "exact", version: normal(version), source } };
}

/** The normalised form that file names and indexes use: no epoch of 0, no leading `v`. */
function normal(version: string): string {
  return explain(version)?.public ?? version;
}

function specifier(text: string, source: string): RequestResult {
  const single = /^={2,3}\s*([^,*\s]+)$/.exec(text);
  if (single?.[1] !== undefined && valid(single[1]) !== null) return exact(single[1], source);
  return { ok: true, request: { kind: "specifier", specifier: text.replaceAll(/\s+/g, ""), source } };
}

/** `^0.13.2`, `~0.13`, `0.13.x`, `>=0.4.0 <0.5.0` as a PEP 440 specifier; undefined when it is no single semver range. */
function fromSemver(text: string): string | undefined {
  if (text.includes("||") || semver.validRange(text) === null) return undefined;
  const comparators = new semver.Range(text).set[0] ?? [];
  const parts = comparators
    .filter((comparator) => comparator.operator !== undefined && comparator.value !== "")
    .map((comparator) => {
      const operator = comparator.operator === "" ? "==" : comparator.operator;
      return `${operator}${comparator.semver.version.replace(/-0$/, "")}`;
    });
  return parts.join(",");
}

/**
 * Reads which uv is wanted: an exact version, a PEP 440 specifier, a semver range (`^`, `~`, `x`, spaces), or `latest`.
 * Where both grammars fit, PEP 440 (packaging.python.org, Version specifiers) decides, because uv is a Python package.
 *
 * @param text what was written; empty means any version
 * @param source who asks, for messages
 * @param bare what a bare version with fewer than three numbers means
 */
export function parseVersionRequest(text: string, source: string, bare: BareVersion = "series"): RequestResult {
  const wish = text.trim();
  if (wish === "" || wish === "*") return { ok: true, request: { kind: "any", source } };
  if (wish === "latest") return { ok: true, request: { kind: "latest", source } };
  const wrong = {
    ok: false,
    why: `is no version that uv could have; write 0.13.8, >=0.13,<0.14 or latest`,
  } as const;
  if (wish.length > LONGEST_REQUEST) return wrong;
  const version = wish.replace(/^[vV](?=\d)/, "");
  if (/^\d+(\.\d+)?$/.test(version) && bare === "series") return specifier(`==${version}.*`, source);
  if (valid(version) !== null) return exact(version, source);
  if (validRange(wish)) return specifier(wish, source);
  const range = fromSemver(version);
  if (range === undefined) return wrong;
  return range === "" ? { ok: true, request: { kind: "any", source } } : specifier(range, source);
}

/**
 * @param version a version as uv prints it
 * @param request what is wanted
 * @returns true when the version will do; `latest` and `any` take every version
 */
export function satisfies(version: string, request: VersionRequest): boolean {
  switch (request.kind) {
    case "any":
    case "latest":
      return true;
    case "exact":
      return valid(version) !== null && satisfiesPep440(version, `==${request.version}`);
    case "specifier":
      return satisfiesPep440(version, request.specifier);
  }
}

/**
 * @param versions in any order
 * @param request what is wanted
 * @returns the highest that will do; pre-releases only where the request names one (PEP 440, handling of pre-releases)
 */
export function highest(versions: readonly string[], request: VersionRequest): string | undefined {
  const known = versions.filter((version) => valid(version) !== null);
  switch (request.kind) {
    case "exact":
      return known.find((version) => satisfies(version, request));
    case "specifier":
      return maxSatisfying([...known], request.specifier) ?? undefined;
    case "any":
    case "latest":
      return maxSatisfying([...known], ">=0") ?? undefined;
  }
}

/**
 * Both wishes at once: a version must please the person and the project, or uv refuses to work.
 *
 * @param wish what the input says
 * @param required what the project's `required-version` says
 */
export function combine(wish: VersionRequest, required: VersionRequest): RequestResult {
  const source = `${wish.source} and ${required.source}`;
  if (required.kind === "any" || required.kind === "latest") return { ok: true, request: wish };
  if (wish.kind === "any" || wish.kind === "latest") {
    return { ok: true, request: wish.kind === "any" ? required : { ...required, source } };
  }
  const exactOne = wish.kind === "exact" ? wish : required.kind === "exact" ? required : undefined;
  if (exactOne !== undefined) {
    const other = exactOne === wish ? required : wish;
    if (satisfies(exactOne.version, other)) return { ok: true, request: { ...exactOne, source } };
    return {
      ok: false,
      why: `asks for ${describeRequest(wish)}, but ${required.source} requires ${describeRequest(required)}`,
    };
  }
  const both = [wish, required].map((one) => (one.kind === "specifier" ? one.specifier : "")).join(",");
  return { ok: true, request: { kind: "specifier", specifier: both, source } };
}

/** What is wanted, for people: `0.13.8`, `>=0.13`, `the latest`, `any version`. */
export function describeRequest(request: VersionRequest): string {
  switch (request.kind) {
    case "any":
      return "any version";
    case "latest":
      return "the latest version";
    case "exact":
      return request.version;
    case "specifier":
      return request.specifier;
  }
}

/** What is wanted and who says so, for the log. */
export function explainRequest(request: VersionRequest): string {
  return request.kind === "any"
    ? "any version; none is asked for"
    : `${describeRequest(request)}, from ${request.source}`;
}

/** The request as a requirement that an installer takes: `uv==0.13.8`. */
export function toRequirement(request: VersionRequest): string {
  switch (request.kind) {
    case "any":
    case "latest":
      return "uv";
    case "exact":
      return `uv==${request.version}`;
    case "specifier":
      return `uv${request.specifier}`;
  }
}
