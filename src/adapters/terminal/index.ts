// Live regions and Markdown have files of their own: most commands need neither, and both load libraries.
export type { Styles } from "./styles.ts";
export { styles, wantsColor } from "./styles.ts";
export { hanging, pad, renderTable, truncate, widthOf, wrap } from "./table.ts";
