import { parse, type TomlTable } from "smol-toml";
import { remembered } from "./remembered.ts";

/**
 * Parses TOML, a text once however many ask: the same pyproject.toml is read for each of the tools that it may speak of.
 *
 * @throws TomlError with line and column of what is no TOML
 */
export const parseToml: (text: string) => TomlTable = remembered((text) => parse(text));
