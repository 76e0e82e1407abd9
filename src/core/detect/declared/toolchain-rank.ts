import type { Language, ToolchainWish } from "../../toolchains/index.ts";

/** Lines that are kept for long; of the others one is taken where there is nothing else. */
const IS_USUAL: Readonly<Partial<Record<Language, (major: number) => boolean>>> = {
  node: (major) => major % 2 === 0,
  java: (major) => [8, 11, 17, 21, 25, 29].includes(major),
};

const NAMED = 1_000_000;

/** What no version names is what runners have: of Rust the newest that is stable. */
function rankOf(language: Language, wish: ToolchainWish | undefined): number {
  if (wish === undefined) return language === "rust" ? NAMED : 0;
  const { version } = wish;
  if (/nightly|beta|alpha|rc\d|-ea\b/i.test(version)) return -1;
  if (/^(?:lts|latest|current|stable|node)/i.test(version)) return NAMED;
  const [, major = "", minor = "0"] = /(\d+)(?:\.(\d+))?/.exec(version.replace(/^1\.(?=\d\b)/, "")) ?? [];
  if (major === "") return 0;
  const number = Number(major) * 1000 + Number(minor);
  return IS_USUAL[language]?.(Number(major)) === false ? number / 1000 : number;
}

/**
 * @param a what one job sets up
 * @param b what another does
 * @returns more than 0 where the first has the better version for a command that both run: a newer one that is kept for long
 */
export function compareToolchains(a: readonly ToolchainWish[], b: readonly ToolchainWish[]): number {
  const languages = new Set([...a, ...b].map(({ language }) => language));
  for (const language of languages) {
    const [one, other] = [a, b].map((all) => all.find((wish) => wish.language === language));
    const difference = rankOf(language, one) - rankOf(language, other);
    if (difference !== 0) return difference;
  }
  return 0;
}
