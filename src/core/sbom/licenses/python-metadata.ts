import { normalName } from "../formats/python-names.ts";
import { type License, toLicense } from "./license.ts";
import { CLASSIFIERS } from "./tables.ts";
import { licenseOfText } from "./texts.ts";

/** What an installed Python package says of itself. */
export interface InstalledPackage {
  /** Normalised. */
  readonly name: string;
  readonly version: string;
  /** Declared licences; several when several classifiers are set. Empty: it says nothing. */
  readonly licenses: readonly License[];
  /** Compatibility tags of the wheel that was installed: `py3-none-any`. */
  readonly wheelTags: readonly string[];
}

/** Fields of a core metadata file: names in lower case, values in order (packaging.python.org, "Core metadata"). */
function readHeaders(text: string): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (line === "") break;
    const field = /^([A-Za-z][\w-]*):\s?(.*)$/.exec(line);
    if (field?.[1] !== undefined) {
      const name = field[1].toLowerCase();
      last = headers.get(name) ?? [];
      last.push(field[2] ?? "");
      headers.set(name, last);
    } else if (last !== undefined && /^\s/.test(line)) {
      last.push(`${last.pop() ?? ""}\n${line.trim()}`);
    }
  }
  return headers;
}

/** `License :: OSI Approved :: MIT License` by its last part. */
function classifierLicenses(classifiers: readonly string[]): readonly License[] {
  const licenses = classifiers.flatMap((classifier): readonly License[] => {
    const parts = classifier.split("::").map((part) => part.trim());
    const last = parts.at(-1);
    if (parts[0] !== "License" || parts.length < 2 || last === undefined || last === "OSI Approved") return [];
    const id = CLASSIFIERS.get(last);
    return [id === undefined ? { kind: "name", name: last } : { kind: "id", id }];
  });
  return [...new Map(licenses.map((license) => [JSON.stringify(license), license])).values()];
}

/** `License-Expression` wins; else the sharper of `License` and the classifiers (PEP 639). */
function licensesOf(headers: ReadonlyMap<string, readonly string[]>): readonly License[] {
  const expression = toLicense(headers.get("license-expression")?.[0] ?? "");
  if (expression !== undefined) return [expression];
  const text = headers.get("license")?.[0] ?? "";
  const known = text.includes("\n") ? licenseOfText(text) : undefined;
  const field: License | undefined = known === undefined ? toLicense(text) : { kind: "id", id: known };
  if (field !== undefined && field.kind !== "name") return [field];
  const classified = classifierLicenses(headers.get("classifier") ?? []);
  if (classified.some(({ kind }) => kind === "id")) return classified;
  if (field !== undefined) return [field];
  return classified;
}

/**
 * @param metadata text of `METADATA`
 * @param wheel text of `WHEEL`; empty when there is none
 * @returns the package, or undefined when the text has no name or version
 */
export function parseInstalled(metadata: string, wheel: string): InstalledPackage | undefined {
  const headers = readHeaders(metadata);
  const name = headers.get("name")?.[0]?.trim();
  const version = headers.get("version")?.[0]?.trim();
  if (name === undefined || name === "" || version === undefined || version === "") return undefined;
  const wheelTags = (readHeaders(wheel).get("tag") ?? []).map((tag) => tag.trim());
  return { name: normalName(name), version, licenses: licensesOf(headers), wheelTags };
}
