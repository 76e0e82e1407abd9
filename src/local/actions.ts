import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ActionFile, parseActionFile, parseReference, type Reference } from "../core/workflow/index.ts";
import type { Problem } from "../errors.ts";
import type { Source, Sources } from "./sources.ts";
import { findStandIn } from "./stand-ins/find.ts";
import type { StandIn } from "./stand-ins/stand-in.ts";

/** What a step's `uses:` leads to. */
export type ResolvedAction =
  | {
      readonly kind: "action";
      readonly action: ActionFile;
      /** Absolute folder of the action. */
      readonly folder: string;
      /** The repository it comes from; undefined for `./`, whose files are the workspace's. */
      readonly source: Source | undefined;
    }
  | { readonly kind: "stand-in"; readonly standIn: StandIn; readonly ref: string }
  | { readonly kind: "unknown"; readonly message: string; readonly problems: readonly Problem[] };

function unknown(message: string, problems: readonly Problem[] = []): ResolvedAction {
  return { kind: "unknown", message, problems };
}

async function readAction(folder: string, source: Source | undefined, label: string): Promise<ResolvedAction> {
  for (const name of ["action.yml", "action.yaml"]) {
    const text = await readFile(join(folder, name), "utf8").catch(() => undefined);
    if (text === undefined) continue;
    const parsed = parseActionFile(`${label}/${name}`, text);
    if (parsed.kind === "invalid") return unknown(`${label}/${name} is not valid.`, parsed.problems);
    return { kind: "action", action: parsed.action, folder, source };
  }
  return unknown(`${label} has no action.yml.`);
}

/** Resolves `uses:` of steps. Reads each action once. */
export class ActionResolver {
  readonly #sources: Sources;
  readonly #read = new Map<string, Promise<ResolvedAction>>();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /**
   * @param uses as it is written
   * @param from the repository of the file that says it
   * @param workspace absolute, for `./`; undefined while no job runs
   */
  resolve(uses: string, from: Source, workspace: string | undefined): Promise<ResolvedAction> | ResolvedAction {
    const reference = parseReference(uses);
    if (reference.kind === "local") {
      if (workspace === undefined) return unknown(`${uses} is known when the job has checked out its repository.`);
      return readAction(join(workspace, reference.path), undefined, uses);
    }
    const key = reference.kind === "self" ? `${from.repository}@${from.sha}@${from.ref}/${reference.path}` : uses;
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    const found = this.#find(uses, reference, from);
    this.#read.set(key, found);
    return found;
  }

  async #find(uses: string, reference: Reference, from: Source): Promise<ResolvedAction> {
    switch (reference.kind) {
      case "invalid":
        return unknown(`${reference.reason}.`);
      case "docker":
        return unknown(`turnpike run does not do Docker actions: ${uses}. Run this job on GitHub.`);
      case "self":
        return await readAction(
          join(await from.folder(), reference.path),
          from,
          `${from.repository}/${reference.path}`,
        );
      case "local":
        return unknown(`${uses} is known when the job has checked out its repository.`);
      case "repository": {
        const { repository, path, ref } = reference;
        const source = this.#sources.find(repository, ref);
        if (source !== undefined) {
          return await readAction(join(await source.folder(), path), source, uses.slice(0, uses.lastIndexOf("@")));
        }
        const standIn = findStandIn(path === "" ? repository : `${repository}/${path}`);
        if (standIn !== undefined) return { kind: "stand-in", standIn, ref };
        return unknown(
          `${uses} is not here, and turnpike run downloads nothing. Give a folder that holds it: --map ${repository}@${ref}=DIR`,
        );
      }
    }
  }
}
