import { CHECKOUT } from "./checkout-root.ts";

/**
 * @param from a folder relative to the root, `.` for the root
 * @param to a path relative to it
 * @returns the folder that it leads to; undefined when it is absolute or leads out of the repository
 */
export function enterFolder(from: string, to: string): string | undefined {
  if (to.startsWith(CHECKOUT)) return enterFolder(".", `.${to.slice(CHECKOUT.length)}`);
  if (to.startsWith("/") || to.startsWith("~") || /^[A-Za-z]:/.test(to) || to === "-") return undefined;
  const parts = from === "." ? [] : from.split("/");
  for (const part of to.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? "." : parts.join("/");
}

/** @returns the folder of a file, `.` for the root */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "." : path.slice(0, slash);
}

/** @returns the path of a file in a folder */
export function inFolder(folder: string, name: string): string {
  return folder === "." ? name : `${folder}/${name}`;
}
