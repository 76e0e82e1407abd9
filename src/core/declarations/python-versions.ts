import { satisfies, valid, validRange } from "@renovatebot/pep440";
import { asTable, asText, parseToml, readConfigParser, type Table, textList, tomlLines } from "../documents/index.ts";
import type { DeclarationSource, Place } from "./declaration.ts";
import { inFolder } from "./folders.ts";
import { isOwnFile, nameOf } from "./own-files.ts";

/** A version, or a range of them, and who says it. */
export interface PythonWish {
  /** `3.12`, `3.12.4`, `pypy3.10`; for a range as it is written: `>=3.9,<4`. */
  readonly text: string;
  readonly place: Place;
}

/** What a folder says of the Python that it wants. */
export interface PythonWanted {
  /** Versions that `.python-version`, `.tool-versions` or `runtime.txt` pin, the first is the one to use. */
  readonly pins: readonly PythonWish[];
  /** `requires-python` or its like; null when nothing says it. */
  readonly range: PythonWish | null;
  /** Versions of trove classifiers, oldest first. */
  readonly tested: readonly PythonWish[];
}

const SMALL = 4096;
const MANIFEST = 1024 * 1024;
const LIMITS: Readonly<Record<string, number>> = {
  ".python-version": SMALL,
  ".python-versions": SMALL,
  ".tool-versions": SMALL,
  "runtime.txt": SMALL,
  "pyproject.toml": MANIFEST,
  "setup.cfg": MANIFEST,
};

/** @returns the most bytes that are read of a file that says which Python is wanted */
export function pythonVersionWants(path: string): number | undefined {
  const name = nameOf(path);
  return isOwnFile(path) && Object.hasOwn(LIMITS, name) ? LIMITS[name] : undefined;
}

const VERSION =
  /^(?:cpython[-@]?|python[-@]?|py)?((?:pypy|graalpy)[-@]?)?(\d+(?:\.\d+){0,2}(?:(?:a|b|rc)\d+)?t?)(?:-dev)?$/i;

function toVersion(text: string): string | undefined {
  const match = VERSION.exec(text.trim());
  return match?.[2] === undefined ? undefined : `${(match[1] ?? "").replace(/[-@]$/, "")}${match[2]}`;
}

function pinsOf(source: DeclarationSource, folder: string): readonly PythonWish[] {
  const read = (name: string, pick: (line: string) => readonly string[]): readonly PythonWish[] => {
    const file = inFolder(folder, name);
    const lines = source.texts.get(file)?.split("\n") ?? [];
    return lines.flatMap((line, at) =>
      pick(line.replace(/#.*$/, "").trim()).flatMap((word) => {
        const text = toVersion(word);
        return text === undefined ? [] : [{ text, place: { file, line: at + 1 } }];
      }),
    );
  };
  const whole = (line: string): readonly string[] => (line === "" ? [] : [line]);
  const found = [read(".python-version", whole), read(".python-versions", whole), read(".tool-versions", toolVersions)];
  return found.find((pins) => pins.length > 0) ?? read("runtime.txt", whole);
}

/** `python 3.12.1 3.11.9`, as asdf and mise read it. */
function toolVersions(line: string): readonly string[] {
  const [tool, ...versions] = line.split(/\s+/);
  return tool === "python" ? versions : [];
}

interface Manifest {
  readonly range: PythonWish | null;
  readonly tested: readonly PythonWish[];
}

/** Poetry's `^3.9` and `~3.9` as a range of PEP 440. */
function fromPoetry(text: string): string {
  return text
    .split(",")
    .map((part) => {
      const [, sign, major = "", rest = ""] = /^\s*([\^~])\s*(\d+)((?:\.\d+)*)\s*$/.exec(part) ?? [];
      if (sign === undefined) return part.trim();
      const minor = rest.split(".")[1];
      const next = sign === "~" && minor !== undefined ? `${major}.${Number(minor) + 1}` : String(Number(major) + 1);
      return `>=${major}${rest},<${next}`;
    })
    .join(",");
}

function classifierVersions(list: unknown, place: Place): readonly PythonWish[] {
  return textList(list)
    .flatMap((one) => /^Programming Language :: Python :: (\d+\.\d+)$/.exec(one)?.[1] ?? [])
    .toSorted((a, b) => byVersion(a, b))
    .map((text) => ({ text, place }));
}

function byVersion(a: string, b: string): number {
  const [first, second] = [a.split(".").map(Number), b.split(".").map(Number)];
  return (first[0] ?? 0) - (second[0] ?? 0) || (first[1] ?? 0) - (second[1] ?? 0);
}

function fromPyproject(file: string, text: string): Manifest | undefined {
  let document: Table;
  try {
    document = asTable(parseToml(text));
  } catch {
    return undefined;
  }
  const lineOf = tomlLines(text);
  const at = (...path: readonly string[]): Place => ({ file, line: lineOf(path) });
  const project = asTable(document["project"]);
  const poetry = asTable(asTable(document["tool"])["poetry"]);
  const ofPoetry = asText(asTable(poetry["dependencies"])["python"]);
  const said = asText(project["requires-python"]);
  const range =
    said !== undefined
      ? { text: said, place: at("project", "requires-python") }
      : ofPoetry !== undefined
        ? { text: fromPoetry(ofPoetry), place: at("tool", "poetry", "dependencies", "python") }
        : null;
  const list = project["classifiers"] ?? poetry["classifiers"];
  const tested = classifierVersions(
    list,
    at(...(project["classifiers"] === undefined ? ["tool", "poetry", "classifiers"] : ["project", "classifiers"])),
  );
  return range === null && tested.length === 0 ? undefined : { range, tested };
}

function fromSetupCfg(file: string, text: string): Manifest {
  const { sections } = readConfigParser(text);
  const requires = sections.get("options")?.values.get("python_requires")?.[0];
  const list =
    sections.get("metadata")?.values.get("classifiers") ?? sections.get("metadata")?.values.get("classifier") ?? [];
  const place = { file, line: list[0]?.line ?? 1 };
  return {
    range: requires === undefined ? null : { text: requires.text, place: { file, line: requires.line } },
    tested: classifierVersions(
      list.map((line) => line.text),
      place,
    ),
  };
}

/**
 * @param source the repository
 * @param folder of the project, `.` for the root
 * @returns which Python it wants, each answer with its place
 */
export function pythonWanted(source: DeclarationSource, folder = "."): PythonWanted {
  const pyproject = inFolder(folder, "pyproject.toml");
  const setup = inFolder(folder, "setup.cfg");
  const [first, second] = [source.texts.get(pyproject), source.texts.get(setup)];
  const manifest =
    (first === undefined ? undefined : fromPyproject(pyproject, first)) ??
    (second === undefined ? { range: null, tested: [] } : fromSetupCfg(setup, second));
  return { pins: pinsOf(source, folder), ...manifest };
}

/**
 * The version to use when there are several to choose from, such as those of a workflow's matrix or of tox environments.
 *
 * @param offered versions such as `3.12`, `3.14t`, `pypy3.11`
 * @param wanted what the project says
 * @returns the one that is pinned; else the newest that is allowed, classifiers preferred; undefined when none is
 */
export function choosePython(offered: readonly string[], wanted: PythonWanted): string | undefined {
  for (const pin of wanted.pins) {
    const minor = /^\D*\d+(?:\.\d+)?/.exec(pin.text)?.[0];
    const found = offered.find((one) => one === pin.text) ?? offered.find((one) => one === minor);
    if (found !== undefined) return found;
  }
  const plain = offered.filter((one) => /^\d+\.\d+(?:\.\d+)?$/.test(one) && isAllowed(one, wanted.range));
  const newestFirst = plain.toSorted((a, b) => byVersion(b, a));
  const tested = new Set(wanted.tested.map(({ text }) => text));
  return newestFirst.find((one) => tested.has(one.split(".").slice(0, 2).join("."))) ?? newestFirst[0];
}

/** A minor version is allowed when its last release is: `>=3.9.1` allows `3.9`. */
function isAllowed(version: string, range: PythonWish | null): boolean {
  if (range === null || validRange(range.text) === false) return true;
  const full = version.split(".").length > 2 ? version : `${version}.99`;
  return valid(full) !== null && satisfies(full, range.text);
}
