import type { EnvironmentRecipe } from "../../../core/gates/index.ts";
import type { EnvironmentStore, KeptEnvironment } from "../../../ports/environment-store.ts";
import type { GatePorts } from "../gate-ports.ts";
import { basisOf, type EnvironmentBasis, type UvAnswers } from "./environment-basis.ts";
import { type MadeEnvironment, makePythonEnvironment, type Place, variablesOf } from "./make-environment.ts";

/** An environment that is there now. */
export type TakenEnvironment =
  /** From an earlier run. */
  | {
      readonly kind: "kept";
      readonly variables: Readonly<Record<string, string>>;
      readonly kept: KeptEnvironment;
    }
  /** `kept` is undefined when later runs cannot use it. */
  | (Extract<MadeEnvironment, { kind: "made" }> & { readonly kept: KeptEnvironment | undefined })
  | Extract<MadeEnvironment, { kind: "failed" }>;

/** The world, with what uv said in this run. */
interface Ports extends GatePorts {
  readonly uv: UvAnswers;
}

/** Where an environment is looked for. */
interface Shelf {
  /** Absolute folder of the repository. */
  readonly root: string;
  readonly store: EnvironmentStore | undefined;
}

/**
 * @param recipe how it is made
 * @param shelf where to look
 * @param ports the world
 * @returns the environment of an earlier run; undefined when there is none to be used
 */
export async function findEnvironment(
  recipe: EnvironmentRecipe,
  { root, store }: Shelf,
  ports: Ports,
): Promise<KeptEnvironment | undefined> {
  if (store === undefined) return undefined;
  const basis = await basisOf(recipe, root, ports.uv, ports);
  return basis.kind === "known" ? store.find(basis.key) : undefined;
}

/** Keeps it when all that it rests on is still what it was before the installation. */
async function keep(
  before: Extract<EnvironmentBasis, { kind: "known" }>,
  recipe: EnvironmentRecipe,
  place: { readonly root: string; readonly folder: string; readonly store: EnvironmentStore },
  ports: Ports,
): Promise<KeptEnvironment | undefined> {
  const after = await basisOf(recipe, place.root, ports.uv, ports);
  if (after.kind !== "known" || after.key !== before.key) return undefined;
  return place.store.keep({ key: after.key, folder: place.folder, pins: after.pins, leans: after.leans });
}

/**
 * Takes the environment of an earlier run when it was made of the same, is whole and young enough; else makes it, and keeps
 * it for the next run. Two runs at once make one each, and the later is kept.
 *
 * @param recipe how it is made
 * @param place the repository, a folder for an environment that is not kept, and where others are
 * @param ports the world; `onStart` is called before anything is installed
 */
export async function takeEnvironment(
  recipe: EnvironmentRecipe,
  place: Place & Shelf,
  ports: Ports & { readonly onStart: () => void },
): Promise<TakenEnvironment> {
  const { root, store } = place;
  const basis = store === undefined ? undefined : await basisOf(recipe, root, ports.uv, ports);
  const before = basis?.kind === "known" ? basis : undefined;
  const kept = before === undefined ? undefined : await store?.find(before.key);
  if (kept !== undefined) return { kind: "kept", variables: variablesOf(kept.folder, ports.env), kept };
  ports.onStart();
  const own = before === undefined ? undefined : await store?.place(before.key);
  const made = await makePythonEnvironment(recipe, { root, folder: own ?? place.folder }, ports);
  if (made.kind === "failed") {
    if (own !== undefined) await ports.files.remove(own).catch(() => undefined);
    return made;
  }
  if (before === undefined || store === undefined || own === undefined) return { ...made, kept: undefined };
  return { ...made, kept: await keep(before, recipe, { root, folder: own, store }, ports) };
}
