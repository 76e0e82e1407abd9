import { isString } from "@actions/workflow-parser/templates/tokens/type-guards";
import { entriesOf, type Template } from "./document.ts";

/** Access to one scope. */
export type Level = "none" | "read" | "write";

/** Access by scope; what is not named is `none`. */
export type Permissions = Readonly<Record<string, Level>>;

/** All scopes (actions/runner src/Sdk/WorkflowParser/Permissions.cs, ComparisonKeyMapping). */
export const SCOPES = [
  "actions",
  "artifact-metadata",
  "attestations",
  "checks",
  "contents",
  "deployments",
  "discussions",
  "id-token",
  "issues",
  "models",
  "packages",
  "pages",
  "pull-requests",
  "repository-projects",
  "security-events",
  "statuses",
  "vulnerability-alerts",
] as const;

/** Scopes that cannot be written (Permissions.cs: models and vulnerability-alerts are read at most). */
const READ_ONLY = new Set(["models", "vulnerability-alerts"]);

/**
 * What a token may do where no file says anything: the restricted default of a repository
 * (src/Sdk/WorkflowParser/Conversion/PermissionsHelper.cs, LimitedRead).
 */
export const DEFAULT_PERMISSIONS: Permissions = { contents: "read", packages: "read" };

function everything(level: Level): Permissions {
  return Object.fromEntries(SCOPES.map((scope) => [scope, level === "write" && READ_ONLY.has(scope) ? "read" : level]));
}

/**
 * @param token value of a `permissions` key, already checked against the schema
 * @returns access by scope; undefined when the key is absent
 */
export function readPermissions(token: Template | undefined): Permissions | undefined {
  if (token === undefined) return undefined;
  if (isString(token)) return everything(token.value === "write-all" ? "write" : "read");
  return Object.fromEntries(entriesOf(token).map(({ key, value }) => [key, levelOf(value.toString())]));
}

/**
 * What is left in a pull request from a fork: GitHub makes each `write` a `read`, and gives no identity
 * (docs.github.com, "Use GITHUB_TOKEN for authentication in workflows").
 *
 * @param permissions what a job declares
 */
export function permissionsOfFork(permissions: Permissions): Permissions {
  const left = (scope: string, level: Level): Level =>
    scope === "id-token" ? "none" : level === "write" ? "read" : level;
  return Object.fromEntries(Object.entries(permissions).map(([scope, level]) => [scope, left(scope, level)]));
}

function levelOf(text: string): Level {
  return text === "write" || text === "read" ? text : "none";
}

const RANK: Readonly<Record<Level, number>> = { none: 0, read: 1, write: 2 };

/** A scope of which more is asked than granted. */
export interface Violation {
  readonly scope: string;
  readonly requested: Level;
  readonly allowed: Level;
}

/**
 * The check that GitHub makes when a run starts, over all nested jobs and whatever their `if` says
 * (Permissions.cs, ViolatesMaxPermissions).
 *
 * @param requested what a nested job or workflow declares
 * @param granted what its caller may hand on
 * @returns scopes that ask for more; empty when it fits
 */
export function violations(requested: Permissions, granted: Permissions): readonly Violation[] {
  return SCOPES.map((scope) => ({
    scope,
    requested: requested[scope] ?? "none",
    allowed: granted[scope] ?? "none",
  })).filter((one) => RANK[one.requested] > RANK[one.allowed]);
}

/**
 * @param list violations
 * @returns `contents: write, id-token: write`, as GitHub's message lists them
 */
export function listRequested(list: readonly Violation[]): string {
  return list.map(({ scope, requested }) => `${scope}: ${requested}`).join(", ");
}

/**
 * @param list violations
 * @returns `contents: read, id-token: none`
 */
export function listAllowed(list: readonly Violation[]): string {
  return list.map(({ scope, allowed }) => `${scope}: ${allowed}`).join(", ");
}

/**
 * @param have what the caller grants now
 * @param list what more is asked
 * @returns the `permissions:` block that would do, fit to paste
 */
export function permissionsBlock(have: Permissions, list: readonly Violation[]): string {
  const wanted = new Map(Object.entries(have).filter(([, level]) => level !== "none"));
  for (const { scope, requested } of list) wanted.set(scope, requested);
  return ["permissions:", ...[...wanted].map(([scope, level]) => `  ${scope}: ${level}`)].join("\n");
}
