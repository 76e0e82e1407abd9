import { formatBytes, formatDuration, oneLine } from "../../../core/summary/index.ts";
import type { RunAnnotation } from "../../events.ts";
import type { SeenFile, SeenRun } from "../../seen-run.ts";
import { nameOf, wordOf } from "../words.ts";
import { jobsHtml, type LogOf, timelineHtml } from "./jobs.ts";
import { summaryHtml } from "./markdown.ts";
import { STYLE } from "./style.ts";
import { href, html, icon } from "./text.ts";

interface Section {
  readonly id: string;
  readonly title: string;
  /** Shown beside the title; null for none. */
  readonly count: number | null;
  readonly body: string;
}

function fact(name: string, value: string): string {
  return value === "" ? "" : `<div><dt>${name}</dt><dd>${html(oneLine(value, 200))}</dd></div>`;
}

function header(record: SeenRun, sections: readonly Section[]): string {
  const ref = record.ref.replace(/^refs\/(heads|tags|pull)\//, "");
  const facts = [
    fact("Duration", record.durationMs === null ? "" : formatDuration(record.durationMs)),
    fact("Event", record.event),
    fact(record.ref.startsWith("refs/tags/") ? "Tag" : "Ref", ref),
    fact("Commit", record.sha.slice(0, 12)),
    fact("Repository", record.repository),
    fact("Workflow", record.workflowFile),
    fact("Exit code", record.exitCode === null ? "" : String(record.exitCode)),
  ];
  const links = sections.map(({ id, title, count }) => {
    const shown = count === null ? "" : ` <span class="count">${count}</span>`;
    return `<a href="#${id}">${title}${shown}</a>`;
  });
  return [
    `<header class="${record.conclusion ?? "running"}"><div>`,
    `<h1>${icon(record.conclusion ?? "running")}<span>${html(oneLine(record.title, 100))} ${wordOf(record.conclusion)}</span></h1>`,
    `<dl class="facts">${facts.join("")}</dl>`,
    `<nav aria-label="On this page">${links.join("\n")}</nav>`,
    "</div></header>",
  ].join("\n");
}

function summaries(record: SeenRun): Section | undefined {
  const ofSteps = record.jobs.flatMap((job) =>
    job.steps.map((step) => ({ from: `${nameOf(job)} › ${step.name}`, text: step.summary })),
  );
  const pages = [{ from: record.title, text: record.summary ?? "" }, ...ofSteps].filter(
    ({ text }) => text.trim() !== "",
  );
  if (pages.length === 0) return undefined;
  const body = pages.map(({ from, text }) => {
    const origin = pages.length > 1 ? `<p class="from">${html(oneLine(from, 200))}</p>` : "";
    return `${origin}<div class="md">${summaryHtml(text)}</div>`;
  });
  return { id: "summary", title: "Summary", count: null, body: body.join("\n") };
}

const ICONS = { error: "failure", warning: "warning", notice: "notice" } as const;
const RANK = { error: 0, warning: 1, notice: 2 } as const;

function annotationHtml(annotation: RunAnnotation, from: string): string {
  const { file, line, column, title } = annotation;
  const place =
    file === undefined
      ? from
      : [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(":");
  const heading = title === undefined ? "" : `<strong>${html(oneLine(title, 300))}</strong> `;
  return [
    `<li>${icon(ICONS[annotation.level])}<div class="what">${heading}<span class="message">${html(annotation.message)}</span>`,
    `<span class="place">${html(oneLine(place, 400))}</span></div></li>`,
  ].join("");
}

function annotations(record: SeenRun): Section | undefined {
  const all = record.jobs
    .flatMap((job) => job.annotations.map(({ annotation }) => ({ annotation, from: nameOf(job) })))
    .sort((a, b) => RANK[a.annotation.level] - RANK[b.annotation.level]);
  if (all.length === 0) return undefined;
  const items = all.map(({ annotation, from }) => annotationHtml(annotation, from));
  return {
    id: "annotations",
    title: "Annotations",
    count: all.length,
    body: `<ul class="plain">${items.join("\n")}</ul>`,
  };
}

function notes(record: SeenRun): Section | undefined {
  if (record.notes.length === 0) return undefined;
  const icons = { info: "notice", warning: "warning", error: "failure" } as const;
  const items = record.notes.map(
    (note) => `<li>${icon(icons[note.level])}<div class="what message">${html(note.message)}</div></li>`,
  );
  return {
    id: "notes",
    title: "About this run",
    count: record.notes.length,
    body: `<ul class="plain">${items.join("\n")}</ul>`,
  };
}

function fileRow(file: SeenFile): string {
  const size = file.bytes === null ? "" : formatBytes(file.bytes);
  const target = `<a href="${html(href(file.path))}">${html(oneLine(file.path, 300))}</a>`;
  return `<tr><th scope="row">${html(oneLine(file.label, 200))}</th><td>${target}</td><td>${size}</td></tr>`;
}

function filesSection(id: string, title: string, files: readonly SeenFile[]): Section | undefined {
  if (files.length === 0) return undefined;
  const head = '<tr><th scope="col">Name</th><th scope="col">Path</th><th scope="col">Size</th></tr>';
  const body = `<table class="files"><thead>${head}</thead><tbody>${files.map(fileRow).join("\n")}</tbody></table>`;
  return { id, title, count: files.length, body };
}

function sectionHtml({ id, title, count, body }: Section): string {
  const shown = count === null ? "" : ` <span class="count">${count}</span>`;
  return `<section id="${id}"><h2>${title}${shown}</h2>\n${body}\n</section>`;
}

/**
 * A run as one HTML file that needs nothing else: no script, no request (its content security policy forbids both).
 *
 * @param record the run, with artifacts and files relative to where the page will be
 * @param logOf where whole logs are; asked only where the page leaves lines out
 * @returns the page
 */
export function renderSummaryHtml(record: SeenRun, logOf: LogOf = () => undefined): string {
  const timeline = timelineHtml(record.jobs);
  const sections = [
    summaries(record),
    annotations(record),
    timeline === "" ? undefined : { id: "timeline", title: "Timeline", count: null, body: timeline },
    record.jobs.length === 0
      ? undefined
      : { id: "jobs", title: "Jobs", count: null, body: jobsHtml(record.jobs, logOf) },
    filesSection("artifacts", "Artifacts", record.artifacts),
    filesSection("files", "Files", record.files),
    notes(record),
  ].filter((section) => section !== undefined);
  const title = `${oneLine(record.title, 100)} ${wordOf(record.conclusion)} · ${oneLine(record.repository, 100)}`;
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">',
    `<title>${html(title)}</title><style>${STYLE}</style></head><body>`,
    header(record, sections),
    `<main>${sections.map(sectionHtml).join("\n")}`,
    "<footer>Written by Turnpike. Everything on this page is in this file.</footer></main>",
    "</body></html>",
    "",
  ].join("\n");
}
