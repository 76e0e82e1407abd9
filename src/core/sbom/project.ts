/** What is known of the repository that a lock belongs to. */
export interface Project {
  /** For a lock that names no project: the repository's or the folder's name. */
  readonly name: string;
  /** Version of the release that the commit is, when it is one. */
  readonly release: string | undefined;
  /** Full SHA. */
  readonly commit: string | undefined;
  /** Where the source is, as in a purl's `vcs_url`: `git+https://host/owner/repo@<commit>`. */
  readonly vcsUrl: string | undefined;
  /** Who owns the repository, when its address tells. */
  readonly owner: { readonly name: string; readonly url: string } | undefined;
  /** The lock's folder below the repository's root, with `/`; empty for the root. */
  readonly folder: string;
}

/** What a git remote's address says. */
export interface Remote {
  /** Without `git+` and commit: `https://host/owner/repo` or `ssh://git@host/owner/repo`. */
  readonly address: string;
  readonly owner: { readonly name: string; readonly url: string } | undefined;
}

/**
 * Reads a remote's URL: HTTPS, SSH, or SSH's short form `git@host:owner/repo` (git-scm.com, git-clone, "GIT URLS").
 *
 * @param remote the URL
 * @returns the address in URL form, without credentials and `.git`; undefined for paths of a machine and anything else
 */
export function parseRemote(remote: string): Remote | undefined {
  const short = /^(?:([\w.-]+)@)?([\w-]+(?:\.[\w-]+)+):(?!\/)([^\s]+)$/.exec(remote);
  const text = short === null ? remote : `ssh://${short[1] ?? "git"}@${short[2]}/${short[3]}`;
  const match = /^(https?|ssh|git):\/\/(?:([^@/\s]*)@)?([\w.-]+(?::\d+)?)\/([^\s?#]+?)(?:\.git)?\/?$/.exec(text);
  if (match === null) return undefined;
  const [, scheme = "", , host = "", path = ""] = match;
  const user = scheme === "ssh" ? "git@" : "";
  const [first, ...rest] = path.split("/");
  const isLoopback = /^(localhost|127\.|\[)/.test(host);
  const owner =
    first === undefined || first === "" || rest.length === 0 || isLoopback
      ? undefined
      : { name: first, url: `https://${host.replace(/:\d+$/, "")}/${first}` };
  return { address: `${scheme}://${user}${host}/${path}`, owner };
}

/**
 * A version from a release tag: `v1.2.0`, `1.2.0`, `orders-v1.2.0`, `orders@1.2.0`.
 *
 * @param tag a tag
 * @returns the version, or undefined when the tag names none
 */
export function versionOfTag(tag: string): string | undefined {
  return /^(?:.*[-_@/])?v?(\d+(?:\.\d+)+(?:[-+._]?[0-9A-Za-z.+-]+)?)$/.exec(tag)?.[1];
}
