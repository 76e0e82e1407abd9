import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { Lexer, lexer, walkTokens } from "marked";
import { describe, expect, it } from "vitest";
import { root } from "./root.ts";

/** Every Markdown file of the project that people read, by its path. */
const pages = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => path !== "" && existsSync(join(root, path)))
  .filter((path) => !/^(test|dist)\//.test(path));

function linksOf(page: string): readonly string[] {
  const links: string[] = [];
  walkTokens(lexer(readFileSync(join(root, page), "utf8")), (token) => {
    if (token.type === "link" || token.type === "image") links.push(String(token["href"]));
  });
  return links;
}

/** The text of a heading without its marks. */
function plain(heading: string): string {
  const parts: string[] = [];
  walkTokens(Lexer.lexInline(heading), (token) => {
    if (token.type === "text" || token.type === "codespan" || token.type === "escape") parts.push(token["text"] ?? "");
  });
  return parts.join("");
}

/** Anchors as GitHub makes them: lower case, blanks to hyphens, other punctuation dropped, repeats numbered. */
function anchorsOf(path: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const token of lexer(readFileSync(join(root, path), "utf8"))) {
    if (token.type !== "heading") continue;
    const slug = plain(token["text"] ?? "")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-");
    let anchor = slug;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${slug}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** What is wrong with a link of a page; undefined when it leads somewhere. */
function faultOf(page: string, href: string): string | undefined {
  const [path = "", anchor = ""] = href.split("#");
  const target = path === "" ? page : normalize(join(dirname(page), decodeURI(path)));
  if (target.startsWith("..")) return "leads out of the repository";
  if (!existsSync(join(root, target))) return "leads nowhere";
  if (anchor === "" || !target.endsWith(".md") || statSync(join(root, target)).isDirectory()) return undefined;
  return anchorsOf(target).has(anchor) ? undefined : "names a heading that is not there";
}

describe("links between the documents", () => {
  it("are looked at where people read", () => {
    expect(pages).toEqual(expect.arrayContaining(["README.md", "CONTRIBUTING.md", "AGENTS.md", "docs/run.md"]));
    expect(pages.filter((page) => page.startsWith("actions/")).length).toBeGreaterThan(5);
  });

  it.each(pages)("%s", (page) => {
    const links = linksOf(page).filter((href) => !/^[a-z]+:/.test(href));
    const faults = links.map((href) => [href, faultOf(page, href)]).filter(([, fault]) => fault !== undefined);
    expect(faults).toEqual([]);
  });

  it("lead to every page of docs/ from README.md, at most over one other page", () => {
    const reach = (from: readonly string[]): readonly string[] =>
      from.flatMap((page) =>
        linksOf(page)
          .map((href) => normalize(join(dirname(page), href.split("#")[0] ?? "")))
          .filter((path) => path.endsWith(".md") && existsSync(join(root, path))),
      );
    const near = reach(["README.md"]);
    const found = new Set([...near, ...reach(near)]);
    expect(
      pages.filter((page) => page.startsWith("docs/") && !page.startsWith("docs/adr/") && !found.has(page)),
    ).toEqual([]);
  });
});
