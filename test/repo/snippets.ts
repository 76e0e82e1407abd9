import { lexer } from "marked";

/**
 * @param markdown a page
 * @returns the whole workflow files that it shows
 */
export function workflowsOf(markdown: string): readonly string[] {
  return lexer(markdown).flatMap((token) => {
    if (token.type !== "code" || token["lang"] !== "yaml") return [];
    const text = String(token["text"]);
    return /^name: /m.test(text) && /^jobs:/m.test(text) ? [`${text}\n`] : [];
  });
}
