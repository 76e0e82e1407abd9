import { t as countLocks } from "./count-locks2.js";

export { countLocks };