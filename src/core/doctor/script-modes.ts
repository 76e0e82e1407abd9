/** A tracked file as `git ls-files --stage --eol` tells of it. */
export interface TrackedFile {
  readonly path: string;
  /** `100644`, `100755`, `120000`. */
  readonly mode: string;
  /** Line ends in the index: `lf`, `crlf`, `mixed`, `none` or `-text`. */
  readonly lineEnds: string;
}

/**
 * @param text output of `git ls-files -z --stage --eol`
 * @returns the files of it
 */
export function readTracked(text: string): readonly TrackedFile[] {
  return text.split("\0").flatMap((entry) => {
    const tab = entry.indexOf("\t");
    const rest = entry.slice(tab + 1);
    // `mode object stage<TAB>i/lf w/lf attr/…<TAB>path`; older versions of git put the second tab only.
    const parts = /^i\/(\S*)\s+w\/\S*\s+attr\/[^\t]*\t([\s\S]+)$/.exec(rest);
    const mode = /^(\d{6}) /.exec(entry)?.[1];
    if (tab === -1 || parts === null || mode === undefined) return [];
    return [{ path: parts[2] ?? "", mode, lineEnds: parts[1] ?? "" }];
  });
}

/** Words of a shell text that stand where a command does. */
function commandWords(text: string): readonly string[] {
  return text
    .split(/\r?\n|&&|\|\||[;|&(){}]/)
    .map((part) => part.trim().replace(/^(?:\w+=\S*\s+)+/, ""))
    .map((part) => part.split(/\s+/)[0] ?? "")
    .filter((word) => word !== "");
}

/**
 * Files of the repository that commands start by their path alone, so that they need the right to be executed.
 *
 * @param commands shell texts or argument lists, with the folder that they run in
 * @returns paths relative to the root
 */
export function startedFiles(
  commands: readonly { readonly run: string | readonly string[]; readonly cwd: string }[],
): readonly string[] {
  const paths = commands.flatMap(({ run, cwd }) => {
    const words = typeof run === "string" ? commandWords(run) : run.slice(0, 1);
    return words
      .filter((word) => word.includes("/") && !word.startsWith("/") && !/[$*?"'`~]/.test(word))
      .map((word) => joinPath(cwd, word));
  });
  return [...new Set(paths.filter((path) => path !== undefined))];
}

/** `undefined` for what leads out of the root. */
function joinPath(cwd: string, word: string): string | undefined {
  const parts: string[] = [];
  for (const part of `${cwd}/${word}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}
