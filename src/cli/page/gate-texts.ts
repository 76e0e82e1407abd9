import { commandLine } from "../../core/detect/index.ts";
import type { EnvironmentNeed, Gate } from "../../core/gates/index.ts";
import { oneLine } from "../../core/summary/text.ts";
import { placeText } from "./place-text.ts";

const MOST_COMMAND = 300;
const MOST_FOLDER = 80;

/**
 * @param gate any gate
 * @returns its first line, and where it runs: the work itself where something else calls it, `ruff check src` of `make lint`
 */
export function workText(gate: Gate): string {
  const where = gate.cwd === "." ? "" : `  (in ${oneLine(gate.cwd, MOST_FOLDER)})`;
  const [first = "", ...more] = (gate.shows ?? commandLine(gate)).split("\n");
  return `${oneLine(first, MOST_COMMAND)}${more.length > 0 ? " …" : ""}${where}`;
}

/**
 * @param gate any gate
 * @returns `ci.yml:31 › Makefile:12`, without the folder that all workflows share
 */
export function wayText({ chain, source }: Gate): string {
  const places = chain === undefined || chain.length === 0 ? [source] : chain;
  const texts = places.map((place) => placeText(place).replace(/^\.github\/workflows\//, ""));
  return [...new Set(texts)].join(" › ");
}

/** @returns what people call an environment: `uv`, `npm in web`, `tox:lint` */
export function environmentText({ manager, cwd, recipe }: Pick<EnvironmentNeed, "manager" | "cwd" | "recipe">): string {
  const name = recipe === undefined ? manager : oneLine(recipe.name, MOST_FOLDER);
  return cwd === "." ? name : `${name} in ${oneLine(cwd, MOST_FOLDER)}`;
}
