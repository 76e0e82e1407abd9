// Light parts only: what writes documents needs the CycloneDX library and is imported where a document is made (document.ts).
export { type BomCounts, countsOfDescription, countsOfInventory } from "./counts.ts";
export { type Inventory, takeInventory } from "./inventory.ts";
export type { Lock } from "./lock.ts";
export { checkLockSize } from "./lock-error.ts";
export { chooseLocks, isForeignFolder, type LockPlaces, type PassedOver } from "./places.ts";
export { formatOf, LOCK_FORMATS, readLock } from "./read-lock.ts";
export { checkSelection, type Selection, SHIPPED } from "./select.ts";
