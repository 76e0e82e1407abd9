import { expect, test } from "vitest";
import type { GateEvent } from "../../src/actions/gates/gate-ports.ts";
import type { ViewOptions } from "../../src/cli/gates/gates-view.ts";
import { lateView } from "../../src/cli/gates/late-view.ts";

const options = {} as ViewOptions;
const started = (id: string): GateEvent => ({ kind: "started", id, atMs: 0 });

test("events that came before the view was loaded are shown in their order, and none twice", async () => {
  const shown: GateEvent[] = [];
  let ends = 0;
  const view = lateView(options, async () => () => ({
    listener: (event) => void shown.push(event),
    end: () => {
      ends += 1;
    },
  }));
  view.listener(started("a"));
  view.listener(started("b"));
  await view.end();
  view.listener(started("c"));
  await view.end();
  expect(shown).toEqual([started("a"), started("b"), started("c")]);
  expect(ends).toBe(2);
});

test("a run without events loads no view", async () => {
  const view = lateView(options, () => Promise.reject(new Error("must not be loaded")));
  await expect(view.end()).resolves.toBeUndefined();
});
