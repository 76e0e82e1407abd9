export type { StyledStream, Styles } from "./styles.ts";
export { styles, wantsColor } from "./styles.ts";
export type { TableOptions } from "./table.ts";
export { pad, renderTable, truncate } from "./table.ts";
