import type { CheckAnnotation, CheckRunText, CommentText, WriteResult } from "../../ports/reporting.ts";

type Octokit = ReturnType<typeof import("@actions/github")["getOctokit"]>;

/** Most annotations that one call takes (docs.github.com, "Checks runs", `annotations`). */
const BATCH = 50;
/** Most pages of comments that are looked through for ours. */
const MOST_COMMENTS = 3000;

/** Makes one call, again when a moment's trouble stopped it. */
export type Call = <T>(use: (octokit: Octokit, request: { signal: AbortSignal }) => Promise<T>) => Promise<T>;

/** Whose repository. */
export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

function toApi({ path, line, level, title, message, details }: CheckAnnotation) {
  return {
    ...{ path, start_line: line, end_line: line, annotation_level: level, title, message },
    ...(details === undefined ? {} : { raw_details: details }),
  };
}

function keyOf(one: { path: string; start_line: number; title?: string | null; message?: string | null }): string {
  return JSON.stringify([one.path, one.start_line, one.title ?? "", one.message ?? ""]);
}

/** Annotations of a check run cannot be taken back, only added to, so those that are there are left out. */
async function withoutPresent(annotations: ReturnType<typeof toApi>[], id: number, repository: Repository, call: Call) {
  const present = await call((octokit, request) =>
    octokit.paginate(octokit.rest.checks.listAnnotations, { ...repository, check_run_id: id, per_page: 100, request }),
  );
  const known = new Set(present.map((one) => keyOf({ ...one, path: one.path })));
  return annotations.filter((one) => !known.has(keyOf(one)));
}

/**
 * Makes the check run of a commit, or brings the one that is there up to date.
 *
 * @param run as it is to be
 * @param repository whose
 * @param call makes calls
 * @returns what was done
 * @throws what the client throws
 */
export async function putCheckRun(run: CheckRunText, repository: Repository, call: Call): Promise<WriteResult> {
  const listed = await call((octokit, request) =>
    octokit.rest.checks.listForRef({
      ...repository,
      ...{ ref: run.headSha, check_name: run.name, filter: "latest", per_page: 100, request },
    }),
  );
  const before = listed.data.check_runs.find(({ external_id: id }) => id === run.externalId);
  const all = run.annotations.map(toApi);
  const fresh = before === undefined ? all : await withoutPresent(all, before.id, repository, call);
  const text = { title: run.title, summary: run.summary };
  const state = {
    ...({ status: "completed", conclusion: run.conclusion } as const),
    ...(run.detailsUrl === null ? {} : { details_url: run.detailsUrl }),
  };
  const first = { ...text, annotations: fresh.slice(0, BATCH) };
  const { id, html_url: url } = await call(async (octokit, request) => {
    const made =
      before === undefined
        ? await octokit.rest.checks.create({
            ...{ ...repository, ...state, name: run.name, head_sha: run.headSha, external_id: run.externalId },
            ...{ output: first, request },
          })
        : await octokit.rest.checks.update({
            ...repository,
            ...state,
            check_run_id: before.id,
            output: first,
            request,
          });
    return made.data;
  });
  for (let at = BATCH; at < fresh.length; at += BATCH) {
    const output = { ...text, annotations: fresh.slice(at, at + BATCH) };
    await call((octokit, request) => octokit.rest.checks.update({ ...repository, check_run_id: id, output, request }));
  }
  return { kind: before === undefined ? "created" : "updated", url: url ?? "" };
}

/**
 * Makes the one comment of a pull request, or brings it up to date. Only a comment that a program wrote is taken for ours:
 * a person who quotes the marker keeps what was written.
 *
 * @param comment as it is to be
 * @param repository whose
 * @param call makes calls
 * @returns what was done; `unchanged` when it says that already
 * @throws what the client throws
 */
export async function putComment(comment: CommentText, repository: Repository, call: Call): Promise<WriteResult> {
  const found = await call(async (octokit, request) => {
    const options = { ...repository, issue_number: comment.pullRequest, per_page: 100, request };
    let seen = 0;
    for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, options)) {
      const own = data.find(({ body, user }) => user?.type === "Bot" && body?.startsWith(comment.marker) === true);
      seen += data.length;
      if (own !== undefined || seen >= MOST_COMMENTS) return own;
    }
    return undefined;
  });
  if (found?.body === comment.body) return { kind: "unchanged", url: found.html_url };
  const { body } = comment;
  const url = await call(async (octokit, request) => {
    const written =
      found === undefined
        ? await octokit.rest.issues.createComment({ ...repository, issue_number: comment.pullRequest, body, request })
        : await octokit.rest.issues.updateComment({ ...repository, comment_id: found.id, body, request });
    return written.data.html_url;
  });
  return { kind: found === undefined ? "created" : "updated", url };
}
