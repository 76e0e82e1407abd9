/** How a text is split; see {@link splitWords}. */
export interface SplitOptions {
  /** True when a backslash that escapes neither a quote nor a backslash is text, as tox has it for the sake of Windows. */
  readonly keepBackslashes?: boolean;
}

/** Splits one text into words; one instance splits one text. */
class WordSplitter {
  readonly words: string[] = [];
  readonly #text: string;
  readonly #keep: boolean;
  #word: string | undefined;
  #quote = "";
  #at = 0;

  constructor(text: string, keep: boolean) {
    this.#text = text;
    this.#keep = keep;
  }

  /** @returns false when a quote is never closed */
  run(): boolean {
    for (this.#at = 0; this.#at < this.#text.length; this.#at += 1) this.#take(this.#text.charAt(this.#at));
    this.#end();
    return this.#quote === "";
  }

  #take(char: string): void {
    if (this.#quote === "'" && char !== "'") this.#add(char);
    else if (char === "\\") this.#escape();
    else if (this.#quote !== "") this.#inQuote(char);
    else if (char === "'" || char === '"') this.#open(char);
    else if (/\s/.test(char)) this.#end();
    else this.#add(char);
  }

  #inQuote(char: string): void {
    if (char === this.#quote) this.#quote = "";
    else this.#add(char);
  }

  #open(char: string): void {
    this.#quote = char;
    this.#add("");
  }

  #escape(): void {
    const next = this.#text.charAt(this.#at + 1);
    const isEscape = this.#quote === '"' || this.#keep ? /["'\\]/.test(next) : next !== "";
    if (isEscape && !(this.#quote === '"' && next === "'")) {
      this.#add(next);
      this.#at += 1;
    } else this.#add("\\");
  }

  #add(text: string): void {
    this.#word = (this.#word ?? "") + text;
  }

  #end(): void {
    if (this.#word !== undefined) this.words.push(this.#word);
    this.#word = undefined;
  }
}

/**
 * Words of a command that is started without a shell, as Python's `shlex.split` has them (docs.python.org, shlex).
 *
 * @param text one command
 * @returns undefined when a quote is not closed
 */
export function splitWords(text: string, options: SplitOptions = {}): readonly string[] | undefined {
  const splitter = new WordSplitter(text, options.keepBackslashes === true);
  return splitter.run() ? splitter.words : undefined;
}
