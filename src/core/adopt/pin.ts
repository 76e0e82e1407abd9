/** A commit of Turnpike that a caller names. */
export interface Pin {
  /** `owner/name`. */
  readonly repository: string;
  /** 40 lower-case hex digits. */
  readonly sha: string;
  /** `v1.2.3`, the tag at that commit; null where none is known. */
  readonly version: string | null;
}

/** What is known of the copy of Turnpike that runs. */
export interface OwnCopy {
  /** Its checkout; null when it lies in no git checkout of its own. */
  readonly checkout: {
    readonly head: string | null;
    readonly isDirty: boolean;
    /** Tags at HEAD. */
    readonly tags: readonly string[];
    /** URL of `origin`, without credentials. */
    readonly remote: string | null;
    /** The commit that the asked ref stands for here, and tags at it; null when it is not known here. */
    readonly asked: { readonly sha: string; readonly tags: readonly string[] } | null;
  } | null;
  /** What npm noted when it installed the copy from git: the resolved URL, and what was asked for. */
  readonly installed: { readonly resolved: string; readonly asked: string | null } | null;
}

/** A pin, or why there is none. */
export type PinResult =
  | { readonly kind: "known"; readonly pin: Pin; readonly because: string }
  | { readonly kind: "unknown"; readonly message: string; readonly hint: string };

const SHA = /^[0-9a-f]{40}$/;
const REPOSITORY = /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/;
const VERSION_TAG = /^v\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

/**
 * @param url of a remote, any form that git or npm takes
 * @returns `owner/name`; undefined when it holds none
 */
export function repositoryOfUrl(url: string): string | undefined {
  const path = url
    .replace(/[#?].*$/, "")
    .replace(/\/+$/, "")
    .replace(/\.git$/, "");
  if (!/^[a-z+]+:\/\/[^/]+\/|^[^/@]+@[^/:]+:/.test(path)) return undefined;
  const name = /([A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+)$/.exec(path.replace(/^[^/@]+@[^/:]+:/, "/"))?.[1];
  return name !== undefined && REPOSITORY.test(name) ? name : undefined;
}

/** The most exact version among tags: `v1.2.3`, not `v1`, which moves. */
function versionOf(tags: readonly string[]): string | null {
  return (
    tags.filter((tag) => VERSION_TAG.test(tag)).sort((a, b) => b.localeCompare(a, "en", { numeric: true }))[0] ?? null
  );
}

function repositoryOf(copy: OwnCopy): string | undefined {
  const url = copy.checkout?.remote ?? copy.installed?.resolved;
  return url === undefined || url === null ? undefined : repositoryOfUrl(url);
}

const NAME_IT = "turnpike init --ref OWNER/turnpike@COMMIT";

function unknown(message: string, hint: string): PinResult {
  return { kind: "unknown", message, hint };
}

function noOwner(sha: string): PinResult {
  return unknown(
    "This copy of Turnpike does not know which GitHub repository it comes from.",
    `Name it: turnpike init --ref OWNER/turnpike@${sha}`,
  );
}

function askedPin(asked: string, copy: OwnCopy): PinResult {
  const at = asked.lastIndexOf("@");
  const [named, ref] = at === -1 ? [undefined, asked] : [asked.slice(0, at), asked.slice(at + 1)];
  if (named !== undefined && !REPOSITORY.test(named)) {
    return unknown(`--ref "${asked}" is not OWNER/REPOSITORY@REF.`, `Write it as in: ${NAME_IT}`);
  }
  if (ref === "") return unknown(`--ref "${asked}" names no commit.`, `Write it as in: ${NAME_IT}`);
  const repository = named ?? repositoryOf(copy);
  const found = copy.checkout?.asked ?? null;
  const sha = found?.sha ?? (SHA.test(ref) ? ref : undefined);
  if (sha === undefined) {
    return unknown(
      `The commit of ${ref} cannot be known here: the running copy has no such ref.`,
      `Ask for it, then give it:\n  git ls-remote https://github.com/${repository ?? "OWNER/turnpike"} ${ref}\n  ${NAME_IT}`,
    );
  }
  if (repository === undefined) return noOwner(sha);
  const version = versionOf([...(VERSION_TAG.test(ref) ? [ref] : []), ...(found?.tags ?? [])]);
  return { kind: "known", pin: { repository, sha, version }, because: `--ref ${asked}` };
}

function checkoutPin(checkout: NonNullable<OwnCopy["checkout"]>, copy: OwnCopy): PinResult {
  const { head, isDirty, tags } = checkout;
  const choose = "Choose a commit that is on GitHub: turnpike init --ref HEAD, or --ref v1.2.3";
  if (head === null) return unknown("The running copy of Turnpike has no commit yet.", choose);
  if (isDirty) return unknown("The running copy of Turnpike has changes that are in no commit.", choose);
  const version = versionOf(tags);
  if (version === null) {
    return unknown(`The running copy of Turnpike is no release: no tag v1.2.3 is at ${head.slice(0, 12)}.`, choose);
  }
  const repository = repositoryOf(copy);
  if (repository === undefined) return noOwner(head);
  return { kind: "known", pin: { repository, sha: head, version }, because: `the running copy, release ${version}` };
}

function installedPin(installed: NonNullable<OwnCopy["installed"]>): PinResult {
  const repository = repositoryOfUrl(installed.resolved);
  const sha = /#([0-9a-f]{40})$/.exec(installed.resolved)?.[1];
  if (repository === undefined || sha === undefined) {
    return unknown("npm did not note which commit of Turnpike it installed.", `Name it: ${NAME_IT}`);
  }
  const asked = /#(?:semver:)?(v?\d+\.\d+\.\d+\S*)$/.exec(installed.asked ?? "")?.[1];
  const tag = asked === undefined ? undefined : asked.startsWith("v") ? asked : `v${asked}`;
  const version = tag !== undefined && VERSION_TAG.test(tag) ? tag : null;
  return { kind: "known", pin: { repository, sha, version }, because: "the running copy, as npm installed it" };
}

/**
 * Which commit of Turnpike a caller is pinned to: the one that was asked for, else the running copy's own. Never a guess.
 *
 * @param asked `[owner/repository@]ref`: a commit, or a tag or branch that the running copy knows
 * @param copy what is known of the running copy
 */
export function choosePin(asked: string | undefined, copy: OwnCopy): PinResult {
  if (asked !== undefined) return askedPin(asked, copy);
  if (copy.checkout !== null) return checkoutPin(copy.checkout, copy);
  if (copy.installed !== null) return installedPin(copy.installed);
  return unknown("It is not known which commit of Turnpike this copy is.", `Name it: ${NAME_IT}`);
}
