import { pad, type Styles } from "../../adapters/terminal/index.ts";
import type { LiveStream } from "../../adapters/terminal/live.ts";
import type { Look } from "../../adapters/terminal/look.ts";
import type { Planned } from "../../core/detect/index.ts";
import { isOurs } from "../../core/first-run/index.ts";
import type { Gate } from "../../core/gates/index.ts";
import { countOf, formatDuration, oneLine } from "../../core/summary/index.ts";
import type { TryEvent, TryListener } from "../../local/try/request.ts";
import { type GatesView, watchGates } from "../gates/gates-view.ts";
import { wayText, workText } from "../page/gate-texts.ts";
import { Waiting } from "../page/waiting.ts";
import { wideOrStacked } from "../page/wide-or-stacked.ts";

/** What a view is made from. */
export interface TryViewOptions extends Look {
  readonly stream: LiveStream;
  /** Aborts when somebody asked for an end. */
  readonly stop: AbortSignal;
}

/** Shows a try while it goes on. */
export interface TryView {
  readonly listener: TryListener;
  /** Takes the live part away. May be called again. */
  end(): void;
}

const LABEL = 9;

function gateRow(gate: Gate, { dim }: Styles): readonly string[] {
  const level = gate.required ? "" : dim("  advisory");
  return [oneLine(gate.id, 80), `${workText(gate)}${level}`, wayText(gate)];
}

/** What is checked, and who says so. */
function planLines({ plan }: Planned, { styles, width }: TryViewOptions): readonly string[] {
  const rows = plan.gates.map((gate) => gateRow(gate, styles));
  return ["", wideOrStacked(rows, { styles, width, head: ["gate", "command", "because of"] }), ""];
}

function foundWords({ plan }: Planned): string {
  const gates = plan.gates.length === 0 ? "no gate is declared" : `${countOf(plan.gates.length, "gate")} declared`;
  const suggested = plan.suggestions.length === 0 ? "" : `, ${countOf(plan.suggestions.length, "suggestion")}`;
  return `${gates}${suggested}`;
}

class Watching implements TryView {
  readonly #options: TryViewOptions;
  readonly #waiting: Waiting;
  #gates: GatesView | undefined;
  #planned: Planned | undefined;

  constructor(options: TryViewOptions) {
    this.#options = options;
    this.#waiting = new Waiting(options.stream, options.styles);
  }

  readonly listener = (event: TryEvent): void => {
    const { styles: look } = this.#options;
    switch (event.kind) {
      case "began":
        this.#begin(event.name, event.ref);
        break;
      case "copying":
        this.#waiting.show([`copying`], countOf(event.files, "file"));
        break;
      case "copied":
        this.#done("copied", `${countOf(event.copy.files, "file")}`, event.tookMs);
        for (const { path, why } of event.copy.left.slice(0, 5)) {
          this.#waiting.say([`${look.marks.warn} ${oneLine(path, 200)} ${why}; the copy does without it`]);
        }
        break;
      case "planned":
        this.#planned = event.planned;
        this.#done("read", foundWords(event.planned), null);
        this.#waiting.end();
        if (event.planned.plan.gates.length > 0) this.#waiting.say(planLines(event.planned, this.#options));
        break;
      case "gate":
        this.#gate(event);
        break;
      case "gates-ended":
        this.#gates?.end();
        this.#gates = undefined;
        break;
      case "proving":
        this.#waiting.show([event.label], oneLine(event.line, 200));
        break;
      case "proved": {
        const mark = isOurs(event.proof) ? look.marks.fail : look.marks.info;
        this.#waiting.say([`${mark} ${oneLine(event.proof.id, 80)}  ${oneLine(event.proof.sentence, 300)}`]);
        break;
      }
    }
  };

  end(): void {
    this.#gates?.end();
    this.#waiting.end();
  }

  #begin(name: string, ref: string | null): void {
    const { bold, dim } = this.#options.styles;
    const what = `${bold("turnpike try")}  ${bold(oneLine(name, 100))}${ref === null ? "" : `  ${oneLine(ref, 100)}`}`;
    this.#waiting.say([what, dim("Everything happens in a copy; nothing of the repository is touched."), ""]);
    this.#waiting.show(["copying"]);
  }

  #done(label: string, what: string, tookMs: number | null): void {
    const { dim, marks } = this.#options.styles;
    const time = tookMs === null ? "" : `  ${dim(formatDuration(tookMs))}`;
    this.#waiting.say([`${marks.pass} ${pad(label, LABEL)} ${what}${time}`]);
  }

  #gate({ event }: Extract<TryEvent, { kind: "gate" }>): void {
    const { stream, styles, stop } = this.#options;
    if (this.#planned === undefined) return;
    this.#gates ??= watchGates({ stream, styles, plan: this.#planned.plan, stop });
    this.#gates.listener(event);
  }
}

/**
 * @param options the stream and its looks
 * @returns a live view in a terminal, lines elsewhere
 */
export function watchTry(options: TryViewOptions): TryView {
  return new Watching(options);
}
