const PLAIN_WORD = /^[\w@%+=:,./-]+$/;

/**
 * @param word any text
 * @returns it as one word of a POSIX shell, quoted where it has to be
 */
export function shellWord(word: string): string {
  return PLAIN_WORD.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/**
 * @param words a command
 * @returns it as one line that a POSIX shell reads back as the same words
 */
export function shellLine(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}

/**
 * @param cwd relative to the repository's root
 * @param line a shell line
 * @returns the line, as a person pastes it at the repository's root
 */
export function fromRoot(cwd: string, line: string): string {
  return cwd === "." ? line : `cd ${shellWord(cwd)} && ${line}`;
}
