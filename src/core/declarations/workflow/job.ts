import type { DeclaredEntry, Surroundings } from "../declaration.ts";
import { shortly } from "../shell/index.ts";
import { childNode, textsOf, type YamlNode } from "../yaml-nodes.ts";
import type { OwnNames, RunKind } from "./events.ts";
import { inputsWithDefaults, knownEnv, lostVariables } from "./inputs.ts";
import type { Library } from "./library.ts";
import { chooseCombinations } from "./matrix-choice.ts";
import type { Facts } from "./partial.ts";
import { type JobScope, standingOf, textContexts } from "./scope.ts";
import { StepWalker } from "./step-walker.ts";
import { conditionOf, factsOf, isKnown, knownText } from "./texts.ts";

/** How jobs of a workflow come to run: by its own events, or by a call from another workflow. */
export interface Calling {
  /** Ids of entries begin with it: `workflow:.github/workflows/ci.yml#`, or that of the calling job and `/`. */
  readonly idPrefix: string;
  readonly namePrefix: string;
  readonly kinds: readonly RunKind[];
  readonly inputs: Facts;
  readonly names: OwnNames;
  readonly doubts: readonly string[];
  readonly depth: number;
}

const MAX_CALLS = 4;
const LOCAL_WORKFLOW = /^[.$]\/(\.github\/workflows\/[^/]+\.ya?ml)$/;
/** A call of the road itself declares nothing: what it checks is what is read here. */
const ROAD = /\/turnpike\/\.github\/workflows\/(?:pipeline|checks)\.ya?ml@/i;

/** `nox --list-sessions --json`, `tox list`, `tox -l`. */
const LISTS = /\b(nox|tox)\b[^\n|;&]*?(?:\s--list(?:-sessions|envs)?\b|\s-l\b|\slist\b)/;

/** Reads jobs into entries. */
export class JobReader {
  readonly #library: Library;
  readonly #called = new Set<string>();
  readonly #ids = new Set<string>();
  readonly entries: DeclaredEntry[] = [];

  constructor(library: Library) {
    this.#library = library;
  }

  /** Workflows of the repository that others of it call. */
  get called(): ReadonlySet<string> {
    return this.#called;
  }

  workflow(file: string, root: YamlNode, calling: Calling): void {
    for (const [id, { node, line }] of childNode(root, "jobs")?.entries ?? []) {
      if (!this.#library.countStep(file, line)) return;
      this.#job(id, { file, root, node, line, calling });
    }
  }

  #job(id: string, job: Job): void {
    const { node, calling } = job;
    const scope: JobScope = {
      names: calling.names,
      kinds: calling.kinds,
      matrix: undefined,
      inputs: calling.inputs,
      needs: textsOf(childNode(node, "needs")),
      isOneOfMany: false,
      pythons: [],
    };
    const nothing = { env: {}, outputs: {} };
    const standing = standingOf(conditionOf(childNode(node, "if")), scope, nothing);
    if (standing.kinds.length === 0 && calling.kinds.length > 0) return;
    const use = { keys: matrixKeysOf(node), conditions: matrixConditionsOf(node), pins: this.#library.pins };
    const contexts = textContexts(scope, nothing);
    const choices = chooseCombinations(childNode(node, "strategy"), contexts, use);
    let skipped: string | undefined;
    let isRead = false;
    for (const choice of choices) {
      const chosen: JobScope = {
        ...scope,
        kinds: standing.kinds,
        matrix: choice.values,
        isOneOfMany: choice.doubts.length > 0,
        pythons: choice.pythons,
      };
      const system = otherSystemOf(childNode(node, "runs-on"), chosen);
      const open = choice.values === undefined ? this.#listedMatrix(job, choice.doubts) : choice.doubts;
      const doubts = [...calling.doubts, ...standing.doubts, ...open];
      if (system === undefined) {
        isRead = true;
        this.#choice(choice.label === "" ? id : `${id}(${choice.label})`, job, chosen, doubts);
      } else skipped = system;
    }
    if (skipped === undefined) return;
    const runs = isRead ? "also runs" : "runs";
    const message = `the job \`${shortly(id)}\` ${runs} on ${shortly(skipped)}; only Linux is read`;
    this.#library.say(job.file, job.line, message);
  }

  /** A matrix that another job takes from `nox --list` or `tox list` holds what these run by themselves. */
  #listedMatrix({ root, node }: Job, doubts: readonly string[]): readonly string[] {
    const isOfJob = /\bneeds\b/.test(textsBelow(childNode(node, "strategy", "matrix")).join(" "));
    const runner = LISTS.exec(textsBelow(childNode(root, "jobs")).join("\n"))?.[1];
    return isOfJob && runner !== undefined ? [`its matrix is what ${runner} lists`] : doubts;
  }

  #choice(id: string, job: Job, scope: JobScope, doubts: readonly string[]): void {
    if (childNode(job.node, "uses") !== undefined) this.#call(id, job, scope, doubts);
    else this.#steps(id, job, scope, doubts);
  }

  #steps(id: string, { file, root, node, line, calling }: Job, scope: JobScope, doubts: readonly string[]): void {
    const outer = knownEnv(childNode(root, "env"), textContexts(scope, { env: {}, outputs: {} }));
    const around = textContexts(scope, { env: outer, outputs: {} });
    const env = { ...outer, ...knownEnv(childNode(node, "env"), around) };
    const lost = [
      ...lostVariables(childNode(root, "env"), textContexts(scope, { env: {}, outputs: {} }), file),
      ...lostVariables(childNode(node, "env"), around, file),
    ];
    const walker = new StepWalker(this.#library, env, lost);
    const defaults = (key: string): YamlNode | undefined =>
      childNode(node, "defaults", "run", key) ?? childNode(root, "defaults", "run", key);
    const ignored = childNode(node, "continue-on-error");
    walker.walk(childNode(node, "steps")?.items ?? [], scope, {
      file,
      folder: defaults("working-directory"),
      shell: defaults("shell"),
      depth: 0,
      doubts: [],
      mayFail: ignored !== undefined && knownText(ignored, around) === "true",
    });
    this.entries.push({
      id: this.#unique(`${calling.idPrefix}${id}`),
      system: "workflow",
      name: `${calling.namePrefix}${id}`,
      place: { file, line },
      commands: walker.commands,
      isolated: false,
      python: walker.python,
      ...(scope.pythons.length > 1 ? { pythons: scope.pythons } : {}),
      ...(walker.toolchains.length === 0 ? {} : { toolchains: walker.toolchains }),
      surroundings: surroundingsOf(node, root, scope),
      runsOn: scope.kinds,
      ...(scope.needs.length === 0 ? {} : { needs: scope.needs.map((one) => `${calling.idPrefix}${one}`) }),
      doubts,
    });
  }

  /** Long labels of a matrix are cut, so that two may come out the same. */
  #unique(id: string): string {
    let unique = id;
    for (let count = 2; this.#ids.has(unique); count += 1) unique = `${id}~${count}`;
    this.#ids.add(unique);
    return unique;
  }

  /** Follows a workflow of the repository itself. */
  #call(id: string, { file, node, calling }: Job, scope: JobScope, doubts: readonly string[]): void {
    const uses = childNode(node, "uses");
    const text = String(uses?.value ?? "");
    const path = LOCAL_WORKFLOW.exec(text)?.[1];
    const say = (message: string): undefined => this.#library.say(file, uses?.line ?? node.line, message);
    if (ROAD.test(text)) return;
    if (path === undefined) say(`calls \`${shortly(text)}\`, a workflow of another repository, which is not read`);
    if (path === undefined) return;
    this.#called.add(path);
    const root = this.#library.workflow(path);
    if (root === undefined)
      say(`calls \`${shortly(text)}\`, ${this.#library.has(path) ? "which cannot be read" : "which is not there"}`);
    else if (calling.depth >= MAX_CALLS) say(`calls \`${shortly(text)}\` inside too many others`);
    else {
      const contexts = textContexts(scope, { env: {}, outputs: {} });
      const given = factsOf(childNode(node, "with"), contexts);
      this.workflow(path, root, {
        ...calling,
        idPrefix: `${calling.idPrefix}${id}/`,
        namePrefix: `${calling.namePrefix}${id} / `,
        kinds: scope.kinds,
        inputs: inputsWithDefaults(childNode(root, "on", "workflow_call", "inputs"), given, {}),
        doubts,
        depth: calling.depth + 1,
      });
    }
  }
}

interface Job {
  readonly file: string;
  readonly root: YamlNode;
  readonly node: YamlNode;
  readonly line: number;
  readonly calling: Calling;
}

/** @returns what a job runs on when that is surely not Linux */
function otherSystemOf(runsOn: YamlNode | undefined, scope: JobScope): string | undefined {
  const facts = factsOf(childNode(runsOn, "labels") ?? runsOn, textContexts(scope, { env: {}, outputs: {} }));
  if (!isKnown(facts)) return undefined;
  const labels = Array.isArray(facts) ? facts.map(String) : [String(facts)];
  return labels.find((label) => /windows|macos|darwin|freebsd/i.test(label));
}

/** All texts of a node, keys left out. */
function textsBelow(node: YamlNode | undefined, texts: string[] = []): readonly string[] {
  if (node === undefined) return texts;
  if (typeof node.value === "string") texts.push(node.value);
  for (const item of node.items) textsBelow(item, texts);
  for (const [, entry] of node.entries) textsBelow(entry.node, texts);
  return texts;
}

const MATRIX_KEY = /\bmatrix\s*(?:\.\s*([\w.-]+)|\[\s*'([^']+)'\s*\])/g;

/** Keys of the matrix that decide what the job does; its name and its machine do not. */
function matrixKeysOf(job: YamlNode): ReadonlySet<string> {
  const places = ["steps", "env", "defaults", "with", "container", "services"].map((key) => childNode(job, key));
  const texts = places.flatMap((node) => textsBelow(node));
  return new Set(texts.flatMap((text) => [...text.matchAll(MATRIX_KEY)].map(([, a, b]) => a ?? b ?? "")));
}

/** Conditions on the matrix of steps that run commands. */
function matrixConditionsOf(job: YamlNode): readonly string[] {
  const steps = childNode(job, "steps")?.items ?? [];
  const conditions = steps
    .filter((step) => childNode(step, "run") !== undefined)
    .map((step) => conditionOf(childNode(step, "if")));
  return [...new Set(conditions.filter((one): one is string => one !== undefined && /\bmatrix\b/.test(one)))];
}

function surroundingsOf(job: YamlNode, root: YamlNode, scope: JobScope): Surroundings {
  const contexts = textContexts(scope, { env: {}, outputs: {} });
  const container = childNode(job, "container");
  const image = knownText(childNode(container, "image") ?? container, contexts);
  const texts = [...textsBelow(job), ...textsBelow(childNode(root, "env"))];
  const secrets = texts.flatMap((text) => [
    ...[...text.matchAll(/\bsecrets\s*\.\s*(\w+)/gi)].map(([, name = ""]) => name),
    ...(/\bgithub\s*\.\s*token\b/i.test(text) ? ["GITHUB_TOKEN"] : []),
  ]);
  return {
    services: [...(childNode(job, "services")?.entries.keys() ?? [])],
    container: image === undefined || image === "" ? null : image,
    secrets: [...new Set(secrets)].sort(),
  };
}
