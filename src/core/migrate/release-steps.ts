import { stringify } from "yaml";
import type { Pin } from "../adopt/index.ts";
import type { StepFacts } from "./model.ts";

/** A step that is written into a workflow, and the version that stands behind its pin. */
export interface NewStep {
  readonly value: Readonly<Record<string, unknown>>;
  readonly version: string | null;
}

/** Artifact with what the road built, and the one with its signatures (pipeline.yml). */
const BUILT = "turnpike-build";
const SIGNED = "turnpike-attestations";
const SIGNED_FOLDER = ".turnpike/signed";

/** The same commit as in pipeline.yml. */
const DOWNLOAD = "actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c";
const DOWNLOAD_VERSION = "v8.0.1";

function folderOf(path: string | undefined): string {
  const folder = (path ?? ".").trim().replace(/\/+$/, "");
  return folder === "" ? "." : folder;
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `"${path}"`;
}

/** What a download of another artifact becomes: the same step with the road's artifact. */
export function rewiredWith(folder: string | null): Readonly<Record<string, string>> {
  return { name: BUILT, ...(folder === null ? {} : { path: folder }) };
}

/** @returns the plain data of a step once it fetches the road's artifact */
export function rewiredValue(step: StepFacts, folder: string | null): Readonly<Record<string, unknown>> {
  return { ...step.value, with: rewiredWith(folder) };
}

/** What a job gets that built itself what it publishes. */
export function fetchStep(): NewStep {
  return {
    value: { name: "Fetch what the road built", uses: DOWNLOAD, with: { name: BUILT, path: "dist" } },
    version: DOWNLOAD_VERSION,
  };
}

/**
 * What stands between fetching and publishing: nothing is published whose signatures do not hold.
 *
 * @param path folder that the files were fetched into
 * @param pin the road's commit
 */
export function verifySteps(path: string | undefined, pin: Pin): readonly NewStep[] {
  const folder = folderOf(path);
  const artifacts = folder === "." ? "*.whl\n*.tar.gz\n*.tgz\n" : `${folder}/*`;
  return [
    {
      value: { name: "Fetch the signatures", uses: DOWNLOAD, with: { name: SIGNED, path: SIGNED_FOLDER } },
      version: DOWNLOAD_VERSION,
    },
    {
      value: { name: "Leave the list of digests out", run: `rm ${quoted(`${folder}/subjects.sha256`)}` },
      version: null,
    },
    {
      value: {
        name: "Verify what is published",
        uses: `${pin.repository}/actions/verify@${pin.sha}`,
        with: {
          artifacts,
          bundles: `${SIGNED_FOLDER}/attestations`,
          policy: `${SIGNED_FOLDER}/attestations/policy.yml`,
        },
      },
      version: pin.version,
    },
  ];
}

/**
 * @param step to write
 * @param indent blanks before its dash
 * @returns its lines
 */
export function renderStep({ value, version }: NewStep, indent: string): readonly string[] {
  const lines = stringify([value], { lineWidth: 0 }).trimEnd().split("\n");
  return lines.map((line) => {
    const isPinned = version !== null && /^\s*uses: /.test(line);
    return `${indent}${line}${isPinned ? ` # ${version}` : ""}`;
  });
}
