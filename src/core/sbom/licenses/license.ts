import { fixupSpdxId, isSupportedSpdxId } from "@cyclonedx/cyclonedx-library/SPDX";
import parseExpression from "spdx-expression-parse";
import { FREE_TEXTS } from "./tables.ts";

/** A licence as CycloneDX tells them apart: an SPDX id, an SPDX expression, or any other name. */
export type License =
  | { readonly kind: "id"; readonly id: string }
  | { readonly kind: "expression"; readonly expression: string }
  | { readonly kind: "name"; readonly name: string };

/** Longest name that counts as one; anything longer is a licence's text. */
const MAX_NAME_LENGTH = 160;

/** Words that say that nothing is said. */
const NOTHING = new Set(["", "unknown", "none", "n/a", "null", "undefined", "-", "tbd"]);

function isExpression(text: string): boolean {
  try {
    parseExpression(text);
    return true;
  } catch {
    // It says why, but here only whether counts.
    return false;
  }
}

/** Parentheses round the whole say nothing. */
function unwrapped(text: string): string {
  return /^\([^()]*\)$/.test(text) ? text.slice(1, -1).trim() : text;
}

/**
 * Reads a licence as people write it.
 *
 * @param text an SPDX id or expression in any case, a common free spelling, or a name
 * @returns the licence; undefined when the text says nothing, or is so long that it is a licence's text
 */
export function toLicense(text: string): License | undefined {
  const line = unwrapped(text.trim());
  if (NOTHING.has(line.toLowerCase())) return undefined;
  if (line.includes("\n") || line.length > MAX_NAME_LENGTH) return undefined;
  if (isSupportedSpdxId(line)) return { kind: "id", id: line };
  const known = fixupSpdxId(line) ?? FREE_TEXTS.get(freeTextKey(line));
  if (known !== undefined) return { kind: "id", id: known };
  return isExpression(line) ? { kind: "expression", expression: line } : { kind: "name", name: line };
}

/**
 * @param text a free spelling: `The MIT License (MIT)`
 * @returns what {@link FREE_TEXTS} is keyed by: lower case, marks and fill words left out
 */
export function freeTextKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\bthe\b|\blicen[cs]ed?\b|\bversion\b|\bunder\b|[(),;:"'’]/g, " ")
    .replaceAll(/\bv(?=\d)/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
