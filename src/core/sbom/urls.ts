/** Query parameters that grant access: signatures and tokens of object stores and feeds. */
const SECRET_PARAMETER = /token|sig(nature)?$|^sig|key|password|passwd|auth|secret|credential|^x-(amz|goog)-/i;

/**
 * Takes everything that could be a secret out of an address. The user `git` of SSH addresses stays: it is part of them.
 *
 * @param address a URL from a lock, of any scheme
 * @returns the same without user, password and access parameters; text that is no URL loses what stands before `@`
 */
export function withoutCredentials(address: string): string {
  // Nearly all addresses of a lock: nothing that could be secret, and parsing them costs most of reading them.
  if (!address.includes("@") && !address.includes("?")) return address;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return address.replace(/^([\w+.-]+:\/\/)[^@/]*@/, "$1");
  }
  const hasAccount = url.password !== "" || (url.username !== "" && url.username !== "git");
  const secrets = [...url.searchParams.keys()].filter((name) => SECRET_PARAMETER.test(name));
  if (!hasAccount && secrets.length === 0) return address;
  url.password = "";
  if (url.username !== "git") url.username = "";
  for (const name of secrets) url.searchParams.delete(name);
  return url.toString();
}

/**
 * @param address a URL or path
 * @returns its last segment, decoded; undefined when there is none
 */
export function fileNameOf(address: string): string | undefined {
  const path = address.replace(/[?#].*$/s, "").replaceAll("\\", "/");
  const last = path.slice(path.lastIndexOf("/") + 1);
  if (last === "") return undefined;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
