import { type Answer, type Exchange, jsonAnswer, readObject } from "./exchange.ts";
import { type ApiFacts, apiFault, pageAnswer } from "./rest-answers.ts";

/** Most bytes of a request. */
const BODY_LIMIT_BYTES = 16 * 1024 * 1024;
/** Limits of GitHub's API (docs.github.com, "Check runs" and "Issue comments"). */
const MOST_TEXT = 65_535;
const MOST_COMMENT = 65_536;
const MOST_ANNOTATIONS = 50;

type Fields = Record<string, unknown>;

interface CheckRun {
  readonly id: number;
  readonly fields: Fields;
  readonly annotations: Fields[];
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Check runs and comments of one run. */
export class ReportStore {
  readonly #facts: ApiFacts;
  readonly #checks: CheckRun[] = [];
  readonly #comments: { readonly id: number; readonly pull: string; body: string }[] = [];

  /** @param facts repository and run */
  constructor(facts: ApiFacts) {
    this.#facts = facts;
  }

  /** @returns what was posted, as files; none when nothing was */
  posted(): readonly { readonly name: string; readonly text: string }[] {
    const checks = this.#checks.map((check) => ({ ...this.#describeCheck(check), annotations: check.annotations }));
    const lists = {
      "check-runs.json": checks,
      "comments.json": this.#comments.map((one) => this.#describeComment(one)),
    };
    return Object.entries(lists)
      .filter(([, list]) => list.length > 0)
      .map(([name, list]) => ({ name, text: `${JSON.stringify(list, null, 2)}\n` }));
  }

  /** GET /commits/{ref}/check-runs */
  listChecks(exchange: Exchange, ref: string): Answer {
    const name = exchange.url.searchParams.get("check_name");
    const found = this.#checks.filter(
      ({ fields }) => fields["head_sha"] === ref && (name === null || fields["name"] === name),
    );
    return pageAnswer(exchange, "check_runs", found.map((check) => this.#describeCheck(check)).reverse());
  }

  /** GET /check-runs/{id}/annotations */
  listAnnotations(exchange: Exchange, id: string): Answer {
    const check = this.#checks.find((one) => String(one.id) === id);
    if (check === undefined) return apiFault(404, "Not Found");
    const page = Math.max(1, Number(exchange.url.searchParams.get("page") ?? "1") || 1);
    const size = Math.min(100, Number(exchange.url.searchParams.get("per_page") ?? "30") || 30);
    const shown = check.annotations.slice((page - 1) * size, page * size);
    return this.#listAnswer(exchange, shown, page * size < check.annotations.length ? page + 1 : undefined);
  }

  /** POST /check-runs, PATCH /check-runs/{id} */
  async putCheck(exchange: Exchange, id?: string): Promise<Answer> {
    const read = await readObject(exchange.stream, BODY_LIMIT_BYTES);
    if (read.kind === "refused") return apiFault(read.status, read.reason);
    const fault = faultOfCheck(read.value, id === undefined);
    if (fault !== undefined) return apiFault(422, `Invalid request: ${fault}`);
    const known = this.#checks.find((one) => String(one.id) === id);
    if (id !== undefined && known === undefined) return apiFault(404, "Not Found");
    const check = known ?? { id: this.#checks.length + 1, fields: {}, annotations: [] };
    if (known === undefined) this.#checks.push(check);
    const { output, ...rest } = read.value;
    Object.assign(check.fields, rest);
    if (isObject(output)) {
      const { annotations, ...text } = output;
      check.fields["output"] = text;
      if (Array.isArray(annotations)) check.annotations.push(...annotations.filter(isObject));
    }
    return jsonAnswer(known === undefined ? 201 : 200, this.#describeCheck(check));
  }

  /** GET /issues/{number}/comments */
  listComments(exchange: Exchange, pull: string): Answer {
    const found = this.#comments.filter((one) => one.pull === pull);
    return this.#listAnswer(
      exchange,
      found.map((one) => this.#describeComment(one)),
      undefined,
    );
  }

  /** POST /issues/{number}/comments, PATCH /issues/comments/{id} */
  async putComment(exchange: Exchange, where: { readonly pull: string } | { readonly id: string }): Promise<Answer> {
    const read = await readObject(exchange.stream, BODY_LIMIT_BYTES);
    if (read.kind === "refused") return apiFault(read.status, read.reason);
    const body = read.value["body"];
    if (typeof body !== "string" || body === "" || body.length > MOST_COMMENT) {
      return apiFault(422, "Validation Failed: body is too long (maximum is 65536 characters)");
    }
    const known = "id" in where ? this.#comments.find((one) => String(one.id) === where.id) : undefined;
    if ("id" in where && known === undefined) return apiFault(404, "Not Found");
    const comment = known ?? { id: this.#comments.length + 1, pull: "pull" in where ? where.pull : "", body };
    comment.body = body;
    if (known === undefined) this.#comments.push(comment);
    return jsonAnswer(known === undefined ? 201 : 200, this.#describeComment(comment));
  }

  /** GitHub answers these lists without a count around them. */
  #listAnswer(exchange: Exchange, items: readonly unknown[], nextPage: number | undefined): Answer {
    if (nextPage === undefined) return jsonAnswer(200, items);
    const next = new URL(exchange.url.pathname, `http://${exchange.headers.host ?? "127.0.0.1"}`);
    next.search = new URLSearchParams({ per_page: String(items.length), page: String(nextPage) }).toString();
    return jsonAnswer(200, items, { link: `<${next.href}>; rel="next"` });
  }

  #describeCheck({ id, fields, annotations }: CheckRun): Fields {
    const { serverUrl, repository } = this.#facts;
    const output = isObject(fields["output"]) ? fields["output"] : {};
    return {
      ...fields,
      ...{ id, html_url: `${serverUrl}/${repository}/runs/${id}` },
      output: { ...output, annotations_count: annotations.length },
    };
  }

  #describeComment({ id, pull, body }: { id: number; pull: string; body: string }): Fields {
    const { serverUrl, repository } = this.#facts;
    const user = { login: "github-actions[bot]", type: "Bot" };
    return { id, body, user, html_url: `${serverUrl}/${repository}/pull/${pull}#issuecomment-${id}` };
  }
}

function faultOfCheck(body: Fields, isNew: boolean): string | undefined {
  if (isNew && (typeof body["name"] !== "string" || typeof body["head_sha"] !== "string")) return "`name`, `head_sha`";
  const output = body["output"];
  if (output === undefined) return undefined;
  if (!isObject(output)) return "`output` is not an object";
  if (String(output["title"] ?? "").length > 255) return "`title` is too long";
  if (String(output["summary"] ?? "").length > MOST_TEXT) return "`summary` exceeds 65535 characters";
  const annotations = output["annotations"];
  if (Array.isArray(annotations) && annotations.length > MOST_ANNOTATIONS) return "more than 50 annotations";
  return undefined;
}
