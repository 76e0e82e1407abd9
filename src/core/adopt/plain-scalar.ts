import { Scalar, stringify } from "yaml";

const PLAIN = /^[A-Za-z][\w./-]*(?: [\w./-]+)*$/;

/**
 * @param text foreign text, such as a branch name
 * @returns it as a YAML scalar on one line, fit for flow lists; quoted where it has to be
 */
export function scalar(text: string): string {
  // Read back by YAML 1.1 readers too, for which `on` is true.
  if (PLAIN.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null|none)$/i.test(text)) return text;
  const quoted = new Scalar(text);
  quoted.type = Scalar.QUOTE_DOUBLE;
  return stringify(quoted, { lineWidth: 0 }).trimEnd();
}

/** A comment behind a value: one line, and nothing in it ends it. */
export function remark(text: string | null): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text === null ? "" : ` # ${text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")}`;
}
