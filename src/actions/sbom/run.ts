import { posix } from "node:path";
import type { InputsOf, OutputsOf } from "../../contract/index.ts";
import type { PassedOver, Selection } from "../../core/sbom/index.ts";
import { type DocumentFacts, renderSbomSummary } from "../../core/sbom/summary.ts";
import type { Log } from "../../ports/log.ts";
import type { Page } from "../../ports/page.ts";
import type { sbomContract } from "./contract.ts";
import { type DocumentPorts, type MadeDocument, makeDocuments } from "./documents.ts";
import { findLocks } from "./find-locks.ts";

/** Everything that the action touches. */
export interface SbomPorts extends DocumentPorts {
  readonly log: Log;
  readonly page: Page;
}

type Inputs = InputsOf<typeof sbomContract>;
type Outputs = OutputsOf<typeof sbomContract>;

function toSelection(inputs: Inputs): Selection {
  return {
    groups: inputs.allGroups ? "all" : inputs.groups,
    extras: inputs.allExtras ? "all" : inputs.extras,
    members: inputs.allPackages ? "all" : "default",
  };
}

/** Says what was made, and everything that a reader of the document should not have to guess. */
function tell(document: MadeDocument, path: string, log: Log): void {
  const { inventory, counts, name, version, lock } = document;
  const known = `${counts.licensesKnown} of ${counts.components} licences known`;
  log.info(
    `${path}: ${name} ${version ?? ""}: ${counts.components} components, ${counts.edges} edges, ${known} (${lock})`,
  );
  for (const note of inventory.lock.notes) log.warning(note, { file: lock });
  if (inventory.leftOut > 0) {
    log.info(`${inventory.leftOut} packages of ${lock} belong to groups, extras or members that were not asked for.`);
  }
  if (inventory.membersLeftOut.length > 0) {
    log.notice(
      `Workspace members that the root does not need are left out: ${inventory.membersLeftOut.join(", ")}. \`all-packages: true\` takes them in.`,
      { file: lock },
    );
  }
  if (inventory.lock.graph === "unknown") {
    log.notice("This format lists packages but not what needs what; the document says that the graph is unknown.", {
      file: lock,
    });
  }
  if (!document.hasTime) log.notice("The document has no time: there is no commit, and SOURCE_DATE_EPOCH is not set.");
}

function toFacts(document: MadeDocument): DocumentFacts {
  return { ...document, file: document.fileName, leftOut: document.inventory.leftOut };
}

function sum(documents: readonly MadeDocument[], pick: (document: MadeDocument) => number): string {
  return String(documents.reduce((total, document) => total + pick(document), 0));
}

function namesOf(paths: readonly string[]): string {
  return paths.map((path) => (path === "." ? "this repository" : path)).join(", ");
}

function tellPassedOver(passedOver: readonly PassedOver[], log: Log): void {
  for (const { path, why } of passedOver) log.info(`Not read: ${path} ${why}. Name it in \`paths\` to have it read.`);
}

/**
 * Makes one CycloneDX document for each lock, from the lock and, where there is one, the installed environment. Runs no
 * code of the repository and needs no environment.
 *
 * @param inputs the action's inputs
 * @param ports see {@link SbomPorts}
 * @returns the action's outputs; empty lists and zeros where there is no lock
 * @throws TurnpikeError `SBOM_LOCK`, `SBOM_NO_LOCK`, `INPUT_INVALID`; nothing is written then
 */
export async function runSbom(inputs: Inputs, ports: SbomPorts): Promise<{ readonly outputs: Outputs }> {
  const { log, files, page } = ports;
  const places = await findLocks(inputs.paths, ports);
  tellPassedOver(places.passedOver, log);
  if (places.read.length === 0) {
    log.warning(
      `No lock file was found in ${namesOf(inputs.paths)}, so there is no SBOM. \`uv lock\` or \`npm install\` makes one.`,
    );
  }
  const documents = await makeDocuments(
    {
      locks: places.read,
      selection: toSelection(inputs),
      defaultGroups: async () => [],
      spec: inputs.specVersion,
      licenses: inputs.licenses,
    },
    ports,
  );
  const paths = documents.map(({ fileName }) => posix.join(inputs.output.replaceAll("\\", "/"), fileName));
  for (const [index, document] of documents.entries()) {
    await files.write(paths[index] ?? document.fileName, document.text);
    tell(document, paths[index] ?? document.fileName, log);
  }
  if (inputs.summary) await page.append(renderSbomSummary(documents.map(toFacts), places.passedOver));
  return {
    outputs: {
      files: paths.join("\n"),
      components: sum(documents, ({ counts }) => counts.components),
      edges: sum(documents, ({ counts }) => counts.edges),
      licensesUnknown: sum(documents, ({ counts }) => counts.licensesUnknown),
    },
  };
}
