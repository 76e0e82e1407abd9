import type { Styles } from "./styles.ts";

/** How text for people is drawn. */
export interface Look {
  readonly styles: Styles;
  /** Columns of a line. */
  readonly width: number;
}
