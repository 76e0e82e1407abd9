import { isMap, isNode, isScalar, isSeq, parseDocument } from "yaml";
import { NOTHING, type Proposal } from "./change.ts";

/** Where Renovate looks for its configuration, in its order (docs.renovatebot.com, "Configuration options"). */
export const RENOVATE_FILES = [
  "renovate.json",
  "renovate.jsonc",
  "renovate.json5",
  ".github/renovate.json",
  ".github/renovate.jsonc",
  ".github/renovate.json5",
  ".gitlab/renovate.json",
  ".gitlab/renovate.jsonc",
  ".gitlab/renovate.json5",
  ".renovaterc",
  ".renovaterc.json",
  ".renovaterc.jsonc",
  ".renovaterc.json5",
] as const;

const MANAGER = "github-actions";
const WHY = "lets Renovate update workflows too, so that the pinned commit stays up to date";

function byHand(path: string, reason: string, line: string): Proposal {
  const message = `${reason}, and this file is not rewritten. So that the pin stays up to date, write:\n  ${line}`;
  return { changes: [], remarks: [{ where: path, message }] };
}

/** JSON5 and comments are read as far as YAML reads them; a plain check of words does for the rest. */
function readLoosely(path: string, text: string): Proposal {
  const list = /["']?enabledManagers["']?\s*:\s*\[([^\]]*)\]/.exec(text)?.[1];
  if (list !== undefined && !list.includes(MANAGER)) {
    return byHand(path, "Renovate does not update workflows here", `enabledManagers: [..., "${MANAGER}"]`);
  }
  return NOTHING;
}

function withManager(text: string, at: { start: number; end: number; isEmpty: boolean; gap: string }): string {
  const addition = at.isEmpty ? `"${MANAGER}"` : `,${at.gap}"${MANAGER}"`;
  return text.slice(0, at.end) + addition + text.slice(at.end);
}

/**
 * What Renovate's configuration lacks for keeping the pin up to date. Renovate updates workflows, and commits that are
 * pinned with a version behind them, by itself; only a list of managers without `github-actions`, or the manager switched
 * off, keeps it from that (docs.renovatebot.com, "Automated Dependency Updates for GitHub Actions").
 *
 * @param file the configuration
 */
export function proposeRenovate(file: { readonly path: string; readonly text: string }): Proposal {
  const { path, text } = file;
  try {
    JSON.parse(text);
  } catch {
    return readLoosely(path, text);
  }
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return NOTHING;
  const enabled = document.getIn([MANAGER, "enabled"]);
  if (enabled === false) return byHand(path, "The manager is switched off", `"${MANAGER}": { "enabled": true }`);
  const managers = document.get("enabledManagers");
  if (!isSeq(managers) || managers.range === undefined || managers.range === null) return NOTHING;
  const names = managers.items.map((item) => (isScalar(item) ? String(item.value) : ""));
  if (names.includes(MANAGER)) return NOTHING;
  const last = managers.items.at(-1);
  const [start, close] = managers.range;
  const range = isNode(last) ? last.range : undefined;
  const before = managers.items.at(-2);
  const beforeEnd = isNode(before) ? before.range?.[1] : start + 1;
  const gap =
    range === undefined || range === null || beforeEnd === undefined
      ? " "
      : text.slice(beforeEnd, range[0]).replace(/^,/, "");
  const at =
    range === undefined || range === null
      ? { start, end: text.lastIndexOf("]", close - 1), isEmpty: true, gap: "" }
      : { start, end: range[1], isEmpty: false, gap: managers.items.length > 1 || gap.includes("\n") ? gap : " " };
  const after = withManager(text, at);
  return { changes: [{ path, before: text, after, why: WHY }], remarks: [] };
}
