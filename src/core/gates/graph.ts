import type { Gate } from "./plan.ts";

/** A gate as far as order is concerned. */
export type Node = Pick<Gate, "id" | "needs">;

/** Most cycles that are named; a repository that has more needs to mend these first. */
const MOST_CYCLES = 50;

/**
 * @param gates gates with unique ids
 * @returns pairs of a gate and a need of it that no gate has, in the order of the gates
 */
export function findUnknownNeeds(gates: readonly Node[]): readonly { readonly id: string; readonly need: string }[] {
  const known = new Set(gates.map((gate) => gate.id));
  return gates.flatMap((gate) => gate.needs.filter((need) => !known.has(need)).map((need) => ({ id: gate.id, need })));
}

/**
 * Finds circles of needs. Each gate that is on a circle is on at least one that is returned (the shortest through it).
 *
 * @param gates gates with unique ids; unknown needs are ignored
 * @returns paths `[a, b, c]`, meaning that a needs b, b needs c and c needs a; each begins with its first id in order of
 *   names. At most 50
 */
export function findCycles(gates: readonly Node[]): readonly (readonly string[])[] {
  const needs = new Map(gates.map((gate) => [gate.id, gate.needs]));
  const found: (readonly string[])[] = [];
  const covered = new Set<string>();
  for (const component of components(gates)) {
    const members = new Set(component);
    for (const id of component.sort()) {
      if (found.length >= MOST_CYCLES) return found;
      const cycle = covered.has(id) ? undefined : shortestCycle(id, needs, members);
      if (cycle === undefined) continue;
      for (const member of cycle) covered.add(member);
      found.push(rotateToFirst(cycle));
    }
  }
  return found;
}

function rotateToFirst(cycle: readonly string[]): readonly string[] {
  const first = cycle.indexOf([...cycle].sort()[0] ?? "");
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}

function shortestCycle(
  from: string,
  needs: ReadonlyMap<string, readonly string[]>,
  members: ReadonlySet<string>,
): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [from];
  for (const at of queue) {
    for (const need of needs.get(at) ?? []) {
      if (need === from) return pathTo(at, from, cameFrom);
      if (!members.has(need) || cameFrom.has(need)) continue;
      cameFrom.set(need, at);
      queue.push(need);
    }
  }
  return undefined;
}

function pathTo(end: string, from: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const path: string[] = [];
  for (let at: string | undefined = end; at !== undefined && at !== from; at = cameFrom.get(at)) path.push(at);
  return [from, ...path.reverse()];
}

interface Visit {
  readonly id: string;
  readonly needs: readonly string[];
  next: number;
}

/** Strongly connected components (Tarjan, SIAM J. Comput. 1972), without recursion: a chain may be 10,000 gates long. */
function components(gates: readonly Node[]): string[][] {
  const needsOf = new Map(gates.map((gate) => [gate.id, gate.needs]));
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open = new Set<string>();
  const stack: string[] = [];
  const found: string[][] = [];
  for (const gate of gates) {
    if (index.has(gate.id)) continue;
    const visits: Visit[] = [enter(gate.id)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const need = visit.needs[visit.next];
      visit.next += 1;
      if (need === undefined) {
        visits.pop();
        leave(visit.id, visits.at(-1)?.id);
      } else if (needsOf.has(need)) {
        if (!index.has(need)) visits.push(enter(need));
        else if (open.has(need)) lower(visit.id, index.get(need));
      }
    }
  }
  return found;

  function enter(id: string): Visit {
    index.set(id, index.size);
    low.set(id, index.size - 1);
    open.add(id);
    stack.push(id);
    return { id, needs: needsOf.get(id) ?? [], next: 0 };
  }
  function lower(id: string, to: number | undefined): void {
    low.set(id, Math.min(low.get(id) ?? 0, to ?? 0));
  }
  function leave(id: string, parent: string | undefined): void {
    if (parent !== undefined) lower(parent, low.get(id));
    if (low.get(id) !== index.get(id)) return;
    const members = stack.splice(stack.lastIndexOf(id));
    for (const member of members) open.delete(member);
    found.push(members);
  }
}

/**
 * @param gates gates without cycles
 * @returns them, each after what it needs; else in the order given
 */
export function inOrderOfNeeds<N extends Node>(gates: readonly N[]): readonly N[] {
  const byId = new Map(gates.map((gate) => [gate.id, gate]));
  const entered = new Set<string>();
  const ordered: N[] = [];
  for (const gate of gates) {
    const path = entered.has(gate.id) ? [] : [{ gate, next: 0 }];
    entered.add(gate.id);
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const id = at.gate.needs[at.next];
      at.next += 1;
      const need = id === undefined || entered.has(id) ? undefined : byId.get(id);
      if (need !== undefined) {
        entered.add(need.id);
        path.push({ gate: need, next: 0 });
      } else if (id === undefined) {
        ordered.push(at.gate);
        path.pop();
      }
    }
  }
  return ordered;
}

/**
 * What a required gate needs decides for it, so it is required too: else an advisory gate that fails would keep a
 * required one from running, and nobody would be stopped.
 *
 * @param gates all gates
 * @returns them, in order, with `required` handed on to all that required gates need
 */
export function requireNeeds<G extends Pick<Gate, "id" | "needs" | "required">>(gates: readonly G[]): readonly G[] {
  const byId = new Map(gates.map((gate) => [gate.id, gate]));
  const required = new Set<string>();
  const open = gates.filter((gate) => gate.required);
  for (let gate = open.pop(); gate !== undefined; gate = open.pop()) {
    if (required.has(gate.id)) continue;
    required.add(gate.id);
    for (const need of gate.needs) {
      const needed = byId.get(need);
      if (needed !== undefined) open.push(needed);
    }
  }
  return gates.map((gate) => (gate.required === required.has(gate.id) ? gate : { ...gate, required: true }));
}
