import { fromRoot, shellLine } from "../../contract/index.ts";
import type { Environment, Gate, GateCertainty, GateStep, NeverRun, Plan } from "../gates/index.ts";
import type { Planned } from "./detect.ts";
import type { LeftOut, Note } from "./notes.ts";

/** What is known of the checkout; each null where it is not known. */
export interface CheckoutFacts {
  readonly commit: string | null;
  readonly tree: string | null;
  readonly dirty: boolean | null;
}

/** One gate of the document: the fields of verdict.json, all of them null that only a run can fill, and what would run. */
export interface PlanGate {
  readonly id: string;
  readonly outcome: null;
  readonly required: boolean;
  readonly startMs: null;
  readonly durationMs: null;
  readonly exitCode: null;
  readonly reason: null;
  readonly counts: { readonly tests: null; readonly failures: null; readonly findings: null };
  readonly tool: string | null;
  readonly command: string;
  readonly cwd: string;
  readonly source: Gate["source"];
  readonly declared: boolean;
  readonly run: Gate["run"];
  readonly reproduce: string;
  readonly env: Gate["env"];
  readonly needs: readonly string[];
  readonly tier: Gate["tier"];
  readonly timeoutMs: number;
  readonly cpu: number;
  readonly memoryBytes: number | null;
  readonly locks: readonly string[];
  readonly reports: Gate["reports"];
  readonly inconclusive: Gate["inconclusive"];
  readonly environment: Gate["environment"];
  readonly toolchains: NonNullable<Gate["toolchains"]>;
  readonly network: boolean;
  readonly why: string;
  readonly enable: string | null;
  readonly owner: string | null;
  readonly docs: string | null;
  readonly shows: string | null;
  readonly chain: readonly GateStep[];
  readonly certainty: GateCertainty;
  readonly when: Gate["when"] | null;
  readonly retries: Gate["retries"] | null;
  readonly threshold: Gate["threshold"] | null;
  readonly waiver: Gate["waiver"] | null;
  readonly inputs: readonly string[] | null;
  readonly cache: boolean | null;
  readonly matrix: Gate["matrix"] | null;
}

/** What `turnpike plan --json` prints, schema `turnpike/plan/1`. */
export interface PlanDocument extends CheckoutFacts {
  readonly schema: "turnpike/plan/1";
  /** Null, because nothing was run; `nothing-to-check` when there is nothing to run. */
  readonly verdict: "nothing-to-check" | null;
  readonly startedAt: null;
  readonly durationMs: null;
  readonly gates: readonly PlanGate[];
  readonly setup: readonly (Environment & { readonly outcome: null; readonly reason: null })[];
  readonly sbom: { readonly components: number; readonly edges: number } | null;
  readonly build: Plan["build"];
  readonly neverRun: readonly NeverRun[];
  readonly budget: Plan["budget"];
  readonly notes: readonly Note[];
  readonly leftOut: readonly LeftOut[];
  readonly trial: null;
}

/**
 * The command as a person types it in the gate's folder, without reports.
 *
 * @param gate any gate
 */
export function commandLine(gate: Gate): string {
  const prefix = fromRoot(gate.cwd, "");
  return gate.reproduce.startsWith(prefix) ? gate.reproduce.slice(prefix.length) : gate.reproduce;
}

/**
 * @param gate any gate
 * @returns exactly what is started, as a shell line
 */
export function runLine(gate: Gate): string {
  return typeof gate.run === "string" ? gate.run.trim() : shellLine(gate.run);
}

function toPlanGate(gate: Gate, enable: string | null): PlanGate {
  const { id, required, tool, cwd, source, declared, run, reproduce, env, needs, tier } = gate;
  return {
    ...{ id, outcome: null, required, startMs: null, durationMs: null, exitCode: null, reason: null },
    counts: { tests: null, failures: null, findings: null },
    ...{ tool, command: commandLine(gate), cwd, source, declared, run, reproduce, env, needs, tier },
    timeoutMs: gate.timeoutMs,
    cpu: gate.cpu,
    memoryBytes: gate.memoryBytes,
    locks: gate.locks,
    reports: gate.reports,
    inconclusive: gate.inconclusive,
    environment: gate.environment,
    toolchains: gate.toolchains ?? [],
    network: gate.network === true,
    why: gate.why,
    enable,
    owner: gate.owner ?? null,
    docs: gate.docs ?? null,
    shows: gate.shows ?? null,
    chain: gate.chain ?? [],
    certainty: gate.certainty ?? "certain",
    when: gate.when ?? null,
    retries: gate.retries ?? null,
    threshold: gate.threshold ?? null,
    waiver: gate.waiver ?? null,
    inputs: gate.inputs ?? null,
    // Only where such an environment is kept are passes in it remembered, and a plan does not know.
    cache: gate.cache ?? (gate.environment?.recipe === undefined ? null : false),
    matrix: gate.matrix ?? null,
  };
}

/**
 * @param planned the plan and what was left out
 * @param checkout what is known of the checkout
 * @param sbom what the locks hold; null when there is none
 * @returns the document of `turnpike plan --json`: gates that run first, suggestions after them
 */
export function toPlanDocument(
  { plan, leftOut }: Planned,
  checkout: CheckoutFacts,
  sbom: PlanDocument["sbom"] = null,
): PlanDocument {
  return {
    schema: "turnpike/plan/1",
    verdict: plan.gates.length === 0 ? "nothing-to-check" : null,
    ...checkout,
    startedAt: null,
    durationMs: null,
    gates: [
      ...plan.gates.map((gate) => toPlanGate(gate, null)),
      ...plan.suggestions.map(({ gate, enable }) => toPlanGate(gate, enable)),
    ],
    setup: plan.environments.map((environment) => ({ ...environment, outcome: null, reason: null })),
    sbom: sbom === null ? null : { components: sbom.components, edges: sbom.edges },
    build: plan.build,
    neverRun: plan.neverRun ?? [],
    budget: plan.budget,
    notes: plan.notes,
    leftOut,
    trial: null,
  };
}
