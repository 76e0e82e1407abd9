/** Characters of texts that are kept with what was made of them; the files that a repository is read by are far fewer. */
const MAX_CHARACTERS = 16 * 1024 * 1024;

type Outcome<T> = { readonly made: T } | { readonly thrown: unknown };

function outcomeOf<T>(read: (text: string) => T, text: string): Outcome<T> {
  try {
    return { made: read(text) };
  } catch (thrown) {
    return { thrown };
  }
}

/**
 * Remembers what a reader made of a text: several systems read the same files, and `migrate` plans a repository as it is and
 * as it would be. Only for readers whose result nobody changes and that go by the text alone.
 *
 * @param read a pure function
 * @returns the same function; it throws again what it threw
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, Outcome<T>>();
  let characters = 0;
  return (text) => {
    let outcome = known.get(text);
    if (outcome === undefined) {
      outcome = outcomeOf(read, text);
      characters += text.length;
      if (characters > MAX_CHARACTERS) {
        known.clear();
        characters = text.length;
      }
      known.set(text, outcome);
    }
    if ("thrown" in outcome) throw outcome.thrown;
    return outcome.made;
  };
}
