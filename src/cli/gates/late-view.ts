import type { GateEvent, GateListener } from "../../actions/gates/gate-ports.ts";
import type { GatesView, ViewOptions } from "./gates-view.ts";

/** Nobody sees a shorter delay; by then the first gate is running. */
const DELAY_MS = 40;

/** A view that is loaded once something runs. */
export interface LateView {
  readonly listener: GateListener;
  /** Resolves when all is shown and the live part is taken away. May be called again. */
  end(): Promise<void>;
}

/**
 * The view measures text, which takes tens of milliseconds to load. The first gate does not wait for it: events are kept
 * until there is something to show, and are then shown in their order.
 *
 * @param options what the view is made from
 * @param load gives the function that makes it
 */
export function lateView(options: ViewOptions, load: () => Promise<(options: ViewOptions) => GatesView>): LateView {
  const kept: GateEvent[] = [];
  let view: GatesView | undefined;
  let loading: Promise<void> | undefined;
  let hurry: () => void = () => undefined;
  const soon = (): Promise<void> =>
    new Promise((resolve) => {
      hurry = resolve;
      setTimeout(resolve, DELAY_MS).unref();
    });
  const start = async (): Promise<void> => {
    const made = (await load())(options);
    for (const event of kept.splice(0)) made.listener(event);
    view = made;
  };
  return {
    listener: (event) => {
      if (view !== undefined) return view.listener(event);
      kept.push(event);
      loading ??= soon().then(start);
    },
    end: async () => {
      hurry();
      await loading;
      view?.end();
    },
  };
}
