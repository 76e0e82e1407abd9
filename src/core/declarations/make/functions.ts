type Call = (args: readonly string[]) => string | undefined;

function words(text: string | undefined): readonly string[] {
  return (text ?? "").split(/\s+/).filter((word) => word !== "");
}

/** Functions whose value depends on their arguments alone (gnu.org/software/make/manual, chapter 8). */
const FUNCTIONS: Readonly<Record<string, Call>> = {
  info: () => "",
  warning: () => "",
  strip: ([text]) => words(text).join(" "),
  subst: ([from = "", to = "", text = ""]) => (from === "" ? text : text.replaceAll(from, () => to)),
  addprefix: ([prefix = "", text]) =>
    words(text)
      .map((word) => prefix + word)
      .join(" "),
  addsuffix: ([suffix = "", text]) =>
    words(text)
      .map((word) => word + suffix)
      .join(" "),
  firstword: ([text]) => words(text)[0] ?? "",
  lastword: ([text]) => words(text).at(-1) ?? "",
  sort: ([text]) => [...new Set(words(text))].sort().join(" "),
  if: ([condition = "", yes = "", no = ""]) => (condition.trim() === "" ? no : yes),
  or: (args) => args.map((arg) => arg.trim()).find((arg) => arg !== "") ?? "",
  and: (args) => (args.some((arg) => arg.trim() === "") ? "" : (args.at(-1)?.trim() ?? "")),
};

/** Arguments are split at commas outside of brackets, and the first loses the white space before it. */
function argumentsOf(text: string): readonly string[] {
  const args = [""];
  let depth = 0;
  for (const sign of text) {
    if (sign === "(" || sign === "{") depth += 1;
    if (sign === ")" || sign === "}") depth -= 1;
    if (sign === "," && depth === 0) args.push("");
    else args[args.length - 1] += sign;
  }
  return args;
}

/**
 * @param call what stands between `$(` and `)`, expanded
 * @returns its value; undefined when it is no function that is read here
 */
export function callFunction(call: string): string | undefined {
  const [, name = "", rest = ""] = /^([a-z]+)\s+([\s\S]*)$/.exec(call) ?? [];
  return Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name]?.(argumentsOf(rest)) : undefined;
}
