// src/contract/shell-line.ts
const PLAIN_WORD = /^[\w@%+=:,./-]+$/;
/**
* @param word any text
* @returns it as one word of a POSIX shell, quoted where it has to be
*/
function shellWord(word) {
	return PLAIN_WORD.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
/**
* @param words a command
* @returns it as one line that a POSIX shell reads back as the same words
*/
function shellLine(words) {
	return words.map(shellWord).join(" ");
}
/**
* @param cwd relative to the repository's root
* @param line a shell line
* @returns the line, as a person pastes it at the repository's root
*/
function fromRoot(cwd, line) {
	return cwd === "." ? line : `cd ${shellWord(cwd)} && ${line}`;
}

export { shellLine as n, shellWord as r, fromRoot as t };