import { relative } from "node:path/posix";

/** Stands in texts for the absolute folder that the repository is checked out in, while their shell is read. */
export const CHECKOUT = "\u{e002}";

/** The same in the variables of commands: the engine puts the folder in when it starts them. */
export const CHECKOUT_VARIABLE = "${checkout}";

const PATH_BELOW = /\u{e002}((?:\/[\w.@+-]*)*)/gu;
const VARIABLE_BELOW = /\$\{checkout\}((?:\/[\w.@+-]*)*)/g;

/** @returns the absolute path of a folder of the repository */
export function absolutePath(folder: string): string {
  return folder === "." ? CHECKOUT : `${CHECKOUT}/${folder}`;
}

/** `./src` and `..` as seen from a folder, so that a program of that name can be started too. */
function seenFrom(cwd: string, below: string): string {
  const path = relative(`/${cwd}`, `/${below}`);
  const end = below.length > 1 && below.endsWith("/") ? "/" : "";
  return path === "" ? `.${end}` : `${path.startsWith(".") ? "" : "./"}${path}${end}`;
}

/** @returns the text with absolute paths as they are seen from a folder */
export function asSeenFrom(text: string, cwd: string): string {
  return text.includes(CHECKOUT) ? text.replaceAll(PATH_BELOW, (_, below: string) => seenFrom(cwd, below)) : text;
}

/** @returns variables as a command gets them */
export function withCheckoutVariable(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, value.replaceAll(CHECKOUT, CHECKOUT_VARIABLE)]),
  );
}

/** @returns a value as texts hold it while they are read */
export function withoutCheckoutVariable(value: string): string {
  return value.replaceAll(CHECKOUT_VARIABLE, CHECKOUT);
}

/**
 * @param value of a variable
 * @param folder where the new root lies, relative to the old one; it may lie above it
 * @returns the same value where the checkout is another folder
 */
export function movedCheckout(value: string, folder: string): string {
  return value.replaceAll(VARIABLE_BELOW, (_, below: string) => {
    const path = relative(`/r/${folder}`, `/r${below}`);
    return path === "" ? CHECKOUT_VARIABLE : `${CHECKOUT_VARIABLE}/${path}`;
  });
}

/**
 * @param value of a variable
 * @param cwd the folder that a person stands in
 * @returns a word of a shell line that says the same there
 */
export function checkoutWord(value: string, cwd: string): string {
  const up = relative(`/${cwd}`, "/");
  const escaped = value.replaceAll(/[`"\\$]/g, "\\$&");
  return `"${escaped.replaceAll(`\\${CHECKOUT_VARIABLE}`, up === "" ? "$PWD" : `$PWD/${up}`)}"`;
}
