// Light parts only: what writes documents needs the CycloneDX library and is imported where a document is made (document.ts).
export { type BomCounts, countsOf, countsOfDescription, countsOfInventory } from "./counts.ts";
export { type Inventory, type Member, type Need, takeInventory } from "./inventory.ts";
export type { Lock, LockedPackage, LockFormatId } from "./lock.ts";
export { checkLockSize, MAX_LOCK_BYTES } from "./lock-error.ts";
export { chooseLocks, isForeignFolder, type LockPlaces, type PassedOver } from "./places.ts";
export { formatOf, LOCK_FORMATS, readLock } from "./read-lock.ts";
export { checkSelection, type Selection, SHIPPED, WHOLE } from "./select.ts";
