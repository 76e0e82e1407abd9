export { chooseToolchain, type OnMachine, type ToolchainChoice } from "./choose.ts";
export { type ManagerName, type ManagerWish, managerWish } from "./managers.ts";
export {
  asksTheSame,
  compareVersions,
  lineOf,
  namesOneRelease,
  normalVersion,
  requestOf,
  rustChannel,
} from "./requests.ts";
export { absenceText, choiceText, howToGet, otherVersionText, wishText } from "./texts.ts";
export {
  type InstalledToolchain,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  type ToolchainWish,
} from "./toolchain.ts";
