import { fromRoot } from "../../../contract/index.ts";
import { movedCheckout } from "../../declarations/index.ts";
import { type EnvironmentNeed, isHookSource } from "../../gates/index.ts";
import type { Draft } from "../draft.ts";
import type { Note } from "../notes.ts";
import type { RepositorySnapshot } from "../snapshot.ts";
import { type ArgumentPlace, argumentPlaces, FolderView, rewritePlaces } from "./folder-view.ts";
import { ASIDE, type Declarations, type DeclaredPlan } from "./plan-declared.ts";

/** The repository around a folder that is planned alone. */
export interface Around {
  /** The folder, relative to the top of the repository; never `.`. */
  readonly folder: string;
  /** The whole repository. */
  readonly snapshot: RepositorySnapshot;
  /** What the whole repository declares. */
  readonly declarations: Declarations;
}

/** What of a repository's declarations is about one folder. */
export interface Narrowed {
  /** With paths relative to the folder, `../` for what lies above it. */
  readonly plan: DeclaredPlan;
  /** True when they say how the folder is checked, so that nothing else has to. */
  readonly speaks: boolean;
  /** Says how many commands run elsewhere; none when all run in the folder. */
  readonly notes: readonly Note[];
}

/** Tools that read their settings beside the files that they look at, wherever they are started (their documentation). */
const SETTINGS_BY_FILE = /^(?:ruff|black|isort|pytest|prettier)\b/;

/** Moves drafts of a repository into one of its folders. */
class Narrowing {
  readonly #view: FolderView;

  constructor(view: FolderView) {
    this.#view = view;
  }

  /** @returns the draft as it is in the folder; undefined when it runs elsewhere */
  draft(draft: Draft): Draft | undefined {
    if (this.#view.isWithin(draft.cwd)) return this.#moved(draft, draft.run, []);
    return this.#view.isAbove(draft.cwd) ? this.#lowered(draft) : undefined;
  }

  /** A command that runs above the folder and is given paths in it alone. */
  #lowered(draft: Draft): Draft | undefined {
    const words = draft.run("x");
    if (typeof words === "string") return undefined;
    const places = argumentPlaces(words, draft.cwd, this.#view);
    const outside = places.filter(({ path }) => !this.#view.isWithin(path));
    const isDropped = this.#handed(draft);
    if (outside.length === places.length || outside.some((place) => !place.isValue && !isDropped(place)))
      return undefined;
    const run: Draft["run"] = (slug) => this.#loweredWords(draft, draft.run(slug));
    const isModule = words.join(" ").includes("python -m ");
    const where = `it is started in ${this.#view.path(draft.cwd)}, where its settings may be read`;
    const moved = this.#moved(draft, run, SETTINGS_BY_FILE.test(draft.label) && !isModule ? [] : [where]);
    const shows = draft.declaredBy?.shows?.split(" ");
    if (shows === undefined) return moved;
    const shown = rewritePlaces(
      shows,
      argumentPlaces(shows, draft.cwd, this.#view),
      () => false,
      (path) => this.#view.path(path),
    );
    return { ...moved, declaredBy: { ...moved.declaredBy, shows: shown.join(" ") } };
  }

  /** Tells the files elsewhere that a hook is handed from what its own arguments name. */
  #handed(draft: Draft): (place: ArgumentPlace) => boolean {
    if (!isHookSource(draft.source)) return () => false;
    const own = new Set((draft.declaredBy?.shows ?? "").split(" "));
    return ({ path, before }) =>
      before === "" && !this.#view.isWithin(path) && this.#view.hasFile(path) && !own.has(path);
  }

  #loweredWords(draft: Draft, words: string | readonly string[]): string | readonly string[] {
    if (typeof words === "string") return words;
    const places = argumentPlaces(words, draft.cwd, this.#view);
    const kept = rewritePlaces(words, places, this.#handed(draft), (path) => this.#view.path(path));
    const { environment } = draft;
    const isElsewhere = environment?.manager === "uv" && !this.#view.isWithin(environment.cwd);
    const [program, verb, ...rest] = kept;
    if (!isElsewhere || program !== "uv" || verb !== "run") return kept;
    return rest.some((word) => /^--(?:project|directory)\b/.test(word))
      ? kept
      : ["uv", "run", "--project", this.#view.path(environment.cwd), ...rest];
  }

  #moved(draft: Draft, run: Draft["run"], more: readonly string[]): Draft {
    const cwd = this.#view.isWithin(draft.cwd) ? this.#view.path(draft.cwd) : ".";
    const environment = this.#environment(draft.environment);
    const { declaredBy } = draft;
    const chain = declaredBy?.chain?.map((step) => ({ ...step, file: this.#view.path(step.file) }));
    const toolchains = draft.toolchains?.map((one) => ({
      ...one,
      source: { ...one.source, file: this.#view.path(one.source.file) },
    }));
    return {
      ...draft,
      cwd,
      run,
      reproduce: typeof draft.reproduce === "string" ? this.#line(draft.reproduce) : draft.reproduce,
      source: { ...draft.source, file: this.#view.path(draft.source.file) },
      why: this.#view.text(draft.why),
      blockers: [...draft.blockers.map((text) => this.#view.text(text)), ...more],
      ...(draft.env === undefined ? {} : { env: this.#variables(draft.env) }),
      environment,
      ...(toolchains === undefined ? {} : { toolchains }),
      declaredBy: {
        ...declaredBy,
        ...(chain === undefined ? {} : { chain }),
        // What lies above the folder is no part of a key of its results.
        ...(this.#readsAbove(draft) ? { cache: false } : {}),
      },
    };
  }

  #variables(env: NonNullable<Draft["env"]>): NonNullable<Draft["env"]> {
    return (slug) => this.#movedVariables(env(slug));
  }

  #movedVariables(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const moved = (value: string): string => movedCheckout(value, this.#view.folder);
    return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, moved(value)]));
  }

  /** True when the command or its packages lie above the folder. */
  #readsAbove({ cwd, environment }: Draft): boolean {
    const folders = [cwd, ...(environment?.manager === "venv" ? [] : [environment?.cwd ?? cwd])];
    const installs = (environment?.recipe?.installs ?? []).map((one) => one.cwd);
    return [...folders, ...installs].some((folder) => !this.#view.isWithin(folder));
  }

  #environment(need: EnvironmentNeed | null): EnvironmentNeed | null {
    if (need === null) return null;
    // A virtual environment of a recipe lies nowhere in the tree.
    const cwd = need.manager === "venv" ? need.cwd : this.#view.path(need.cwd);
    if (need.recipe === undefined) return { ...need, cwd };
    const installs = need.recipe.installs.map((install) => ({
      ...install,
      env: this.#movedVariables(install.env),
      cwd: this.#view.path(install.cwd),
      source: { ...install.source, file: this.#view.path(install.source.file) },
    }));
    return { ...need, cwd, recipe: { ...need.recipe, installs } };
  }

  /** A line that pastes at the top, as it pastes in the folder. */
  #line(line: string): string {
    const [, folder = "", rest = ""] = /^cd ([A-Za-z0-9_@%+=:,./-]+) && ([\s\S]+)$/.exec(line) ?? [];
    return folder !== "" && this.#view.isWithin(folder)
      ? fromRoot(this.#view.path(folder), rest)
      : fromRoot(this.#view.path("."), line);
  }
}

/** A gate that needs what runs elsewhere is only suggested: without it, it would be red for nothing. */
function withLostNeeds(kept: readonly Draft[], all: readonly Draft[]): readonly Draft[] {
  const keys = new Set(kept.map(({ key }) => key));
  const lost = new Map(
    all.flatMap((draft) => (draft.key === undefined || keys.has(draft.key) ? [] : [[draft.key, draft]])),
  );
  return kept.map((draft) => {
    const missing = (draft.needs ?? []).map((key) => lost.get(key)).find((one) => one !== undefined);
    if (missing === undefined) return draft;
    return {
      ...draft,
      blockers: [
        ...draft.blockers,
        `${missing.declaredBy?.shows ?? missing.kind} comes before it, outside of this folder`,
      ],
    };
  });
}

/**
 * From what a whole repository declares to what is about one of its folders: commands that run in it or below it, and those
 * that are given paths in it alone.
 *
 * @param plan what the repository declares, with paths relative to its top
 * @param around the folder, and the files of the repository
 */
export function narrowPlan(plan: DeclaredPlan, { folder, snapshot }: Pick<Around, "folder" | "snapshot">): Narrowed {
  const view = new FolderView(folder, snapshot.files);
  const narrowing = new Narrowing(view);
  const pairs = plan.drafts.map((draft) => [draft, narrowing.draft(draft)] as const);
  const kept = pairs.flatMap(([, moved]) => (moved === undefined ? [] : [moved]));
  const sources = pairs.flatMap(([draft, moved]) => (moved === undefined ? [] : [draft]));
  const files = new Set(
    sources.flatMap(({ source, declaredBy }) => [source, ...(declaredBy?.chain ?? [])].map(({ file }) => file)),
  );
  const isAbout = ({ file }: { readonly file: string }): boolean => view.isWithin(file) || files.has(file);
  const placed = <T extends { readonly file: string }>(one: T): T => ({ ...one, file: view.path(one.file) });
  const elsewhere = pairs.length - kept.length;
  const count: Note = {
    file: view.path("."),
    line: null,
    message: `declares ${elsewhere === 1 ? "1 further command that runs" : `${elsewhere} further commands that run`} outside of this folder; the plan of the whole repository has ${elsewhere === 1 ? "it" : "them"}`,
  };
  const { build } = plan;
  const isOwnBuild = build !== null && view.isWithin(build.cwd);
  return {
    plan: {
      drafts: withLostNeeds(kept, plan.drafts),
      neverRun: plan.neverRun.map(placed),
      build: isOwnBuild
        ? { ...build, cwd: view.path(build.cwd), source: build.source === null ? null : placed(build.source) }
        : null,
      notes: plan.notes.filter(isAbout).map((note) => ({ ...placed(note), message: view.text(note.message) })),
      leftOut: plan.leftOut.filter(isAbout).map((one) => ({ ...placed(one), reason: view.text(one.reason) })),
      source: sources.some(({ kind }) => !ASIDE.has(kind)) ? plan.source : null,
      unrun: plan.unrun,
    },
    // A command of a workflow speaks for the folder even where it cannot be run here.
    speaks: sources.some(
      ({ blockers, declaredBy }) =>
        blockers.length === 0 || declaredBy?.chain?.[0]?.file.startsWith(".github/workflows/") === true,
    ),
    notes: elsewhere === 0 ? [] : [count],
  };
}
