/** `512MiB`, `2GiB`, `1.5 GB`. */
export const SIZE_PATTERN = /^\d{1,7}(?:\.\d{1,3})? ?(?:B|[KMGT]i?B)$/;

const POWERS = ["B", "K", "M", "G", "T"];

/**
 * @param text a size with its unit; `KiB` counts in 1024, `KB` in 1000 (IEC 80000-13)
 * @returns bytes, or undefined when it is no size
 */
export function parseSize(text: string): number | undefined {
  if (!SIZE_PATTERN.test(text)) return undefined;
  const unit = text.replace(/^[\d. ]+/, "");
  const base = unit.includes("i") ? 1024 : 1000;
  return Math.round(Number.parseFloat(text) * base ** POWERS.indexOf(unit[0] ?? "B"));
}
