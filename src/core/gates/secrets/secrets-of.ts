import { SHORTEST_SECRET } from "./secret-forms.ts";

const SECRET_NAME =
  /(?:^|_)(?:TOKEN|SECRETS?|PASSWORD|PASSWD|PASSPHRASE|PRIVATE_?KEY|API_?KEY|ACCESS_?KEY|SIGNING_?KEY|CREDENTIALS?|PAT|AUTH)(?:$|_(?!URL|URI|SOCK|FILE|PATH|DIR|ENDPOINT|HOST|TYPE|METHOD|ID$))/i;

/** `https://user:password@host` in any variable, such as a proxy or an index. */
const URL_PASSWORD = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s/@]+)@/gi;

/**
 * @param env the environment of this process
 * @returns values that look like secrets: by the name of their variable, or as the password in a URL
 */
export function secretsOf(env: Readonly<Record<string, string>>): readonly string[] {
  const found = new Set<string>();
  for (const [name, value] of Object.entries(env)) {
    const bare = name.replace(/^INPUT_/, "").replaceAll("-", "_");
    if (SECRET_NAME.test(bare) && !isHarmless(value)) found.add(value);
    for (const match of value.matchAll(URL_PASSWORD)) found.add(match[1] ?? "");
  }
  return [...found].filter((value) => value.length >= SHORTEST_SECRET);
}

/** A path or a URL without a password is where a secret is kept, not the secret. */
function isHarmless(value: string): boolean {
  return /^(?:\/|\.\/|[a-z][a-z0-9+.-]*:\/\/[^@]*$)/i.test(value.trim());
}
