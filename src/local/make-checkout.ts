import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Git } from "./git.ts";

/** How a checkout is wanted. */
export interface CheckoutRequest {
  /** Absolute folder; made when it is not there. */
  readonly to: string;
  /** `owner/name`, for the remote's address. */
  readonly repository: string;
  /** Full ref that the commit is checked out as; empty: detached. */
  readonly ref: string;
  readonly sha: string;
  /** Commits of history; 0: all, with all branches and tags. */
  readonly depth: number;
  readonly tags: boolean;
  /** Put what is not committed on top. */
  readonly withChanges: boolean;
}

/** What checkouts are made from; read once. */
export interface Origin {
  /** Absolute top level. */
  readonly top: string;
  /** Absolute folder of its objects. */
  readonly objects: string;
  /** Branches and tags: what the ref holds, and the commit behind it. */
  readonly refs: ReadonlyMap<string, { readonly sha: string; readonly commit: string }>;
  /** Commits whose parents it lacks, one a line; empty when it has all history. */
  readonly shallow: string;
}

/**
 * @param git runs git
 * @param top absolute top level
 */
export async function readOrigin(git: Git, top: string): Promise<Origin> {
  const paths = await git.must(
    top,
    "rev-parse",
    "--path-format=absolute",
    "--git-path",
    "objects",
    "--git-path",
    "shallow",
  );
  const [objects = "", shallowFile = ""] = paths.trim().split("\n");
  const format = "%(objectname) %(*objectname) %(refname)";
  const list = await git.must(top, "for-each-ref", `--format=${format}`, "refs/heads", "refs/tags");
  const refs = list.split("\n").flatMap((line) => {
    const [sha, peeled, ref] = line.split(" ");
    if (sha === undefined || peeled === undefined || ref === undefined) return [];
    return [[ref, { sha, commit: peeled === "" ? sha : peeled }] as const];
  });
  return { top, objects, refs: new Map(refs), shallow: await readFile(shallowFile, "utf8").catch(() => "") };
}

/**
 * Makes a checkout as actions/checkout does (its src/git-source-provider.ts and src/ref-helper.ts): same remote, same
 * refs, same depth. Objects are read from the origin, so nothing is copied.
 *
 * @param git runs git
 * @param origin where objects and refs come from
 * @param request what and where
 * @throws TurnpikeError `GIT_FAILED`
 */
export async function makeCheckout(git: Git, origin: Origin, request: CheckoutRequest): Promise<void> {
  const { to, sha } = request;
  await mkdir(to, { recursive: true });
  const branch = /^refs\/heads\/(.+)$/.exec(request.ref)?.[1];
  const objectFormat = sha.length === 64 ? ["--object-format=sha256"] : [];
  await git.must(to, "init", "--quiet", "--template=", "--initial-branch", "turnpike-empty", ...objectFormat);
  await borrow(origin, request);
  if (request.depth > 1) await fetchSome(git, origin, request);
  else await writeRefs(origin, request);
  if (branch === undefined) await git.must(to, "checkout", "--quiet", "--force", "--detach", sha);
  else await git.must(to, "checkout", "--quiet", "--force", "-B", branch, `refs/remotes/origin/${branch}`);
}

async function borrow(origin: Origin, { to, repository }: CheckoutRequest): Promise<void> {
  const info = join(to, ".git", "objects", "info");
  await mkdir(info, { recursive: true });
  await writeFile(join(info, "alternates"), `${origin.objects}\n`);
  const remote = `[remote "origin"]\n\turl = https://github.com/${repository}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`;
  await appendFile(join(to, ".git", "config"), remote);
}

/** Where the commit of the run stands in the checkout. */
function ownRef({ ref }: CheckoutRequest): string | undefined {
  if (ref.startsWith("refs/heads/")) return ref.replace("refs/heads/", "refs/remotes/origin/");
  if (ref.startsWith("refs/tags/")) return ref;
  return ref === "" ? undefined : ref.replace("refs/", "refs/remotes/");
}

/** The refs that a fetch would leave, without one: all objects are there. */
async function writeRefs(origin: Origin, request: CheckoutRequest): Promise<void> {
  const isWhole = request.depth === 0;
  const refs = new Map<string, { readonly sha: string; readonly commit: string }>();
  for (const [ref, value] of origin.refs) {
    if (ref.startsWith("refs/tags/")) {
      if (isWhole || request.tags || ref === request.ref) refs.set(ref, value);
    } else if (isWhole) refs.set(ref.replace("refs/heads/", "refs/remotes/origin/"), value);
  }
  // The branch stands where the run is, not where it is now.
  const own = ownRef(request);
  if (own !== undefined && !own.startsWith("refs/tags/")) refs.set(own, { sha: request.sha, commit: request.sha });
  const lines = [...refs].map(([ref, { sha }]) => `${sha} ${ref}\n`).sort();
  const folder = join(request.to, ".git");
  await writeFile(join(folder, "packed-refs"), lines.join(""));
  const tips = new Set([...refs.values()].map(({ commit }) => `${commit}\n`).concat(`${request.sha}\n`));
  const shallow = isWhole ? origin.shallow : [...tips].join("");
  if (shallow !== "") await writeFile(join(folder, "shallow"), shallow);
}

/** Some commits of history: which ones, git knows. */
async function fetchSome(git: Git, origin: Origin, request: CheckoutRequest): Promise<void> {
  const own = ownRef(request);
  const spec =
    own?.startsWith("refs/tags/") === true ? `+${own}:${own}` : `+${request.sha}:${own ?? "refs/turnpike/run"}`;
  const tags = request.tags ? ["+refs/tags/*:refs/tags/*"] : [];
  const depth = `--depth=${request.depth}`;
  const fetch = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--update-shallow", depth, origin.top];
  if (tags.length > 0) await git.must(request.to, ...fetch, ...tags);
  await git.must(request.to, ...fetch, spec);
}
