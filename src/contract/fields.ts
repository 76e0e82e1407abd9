import { z } from "zod";

/** What a field's text means; decides how tables and `workflow_call` show it. */
export type FieldKind = "text" | "flag" | "choice" | "list" | "duration" | "count" | "path" | "secret" | "json";

/** One input: how its text is read, and everything that people are told of it. */
export interface Field<T> {
  readonly kind: FieldKind;
  /** One or two sentences, shown in action.yml, tables and schemas. */
  readonly description: string;
  /** True when the action cannot run without it. */
  readonly required: boolean;
  /** The text that an absent input stands for. May hold a GitHub expression such as `${{ github.token }}`. */
  readonly default: string | undefined;
  readonly choices: readonly string[] | undefined;
  /** What a right value looks like, for error messages: "true or false". */
  readonly expects: string;
  /** Reads the text of a present input. */
  readonly schema: z.ZodType<T, string>;
}

/** The value type of a field. */
export type ValueOf<F> = F extends Field<infer T> ? T : never;

/** Options that every field takes. */
export interface FieldOptions {
  readonly default?: string;
  readonly required?: boolean;
}

type Defined<O extends FieldOptions, T> = O extends { default: string } | { required: true } ? T : T | undefined;

function field<T>(
  kind: FieldKind,
  description: string,
  expects: string,
  schema: z.ZodType<T, string>,
  options: FieldOptions & { choices?: readonly string[] },
): Field<T> {
  return {
    kind,
    description,
    required: options.required ?? false,
    default: options.default,
    choices: options.choices,
    expects,
    schema,
  };
}

/** Any text on one or more lines. */
export function text<const O extends FieldOptions>(
  description: string,
  options: O = {} as O,
): Field<Defined<O, string>> {
  return field("text", description, "text", z.string() as z.ZodType<Defined<O, string>, string>, options);
}

/** A path, relative to the working folder unless absolute. */
export function path<const O extends FieldOptions>(
  description: string,
  options: O = {} as O,
): Field<Defined<O, string>> {
  const schema = z.string().refine((value) => !value.includes("\0"));
  return field("path", description, "a path", schema as unknown as z.ZodType<Defined<O, string>, string>, options);
}

/** A value that is masked before anything may log. */
export function secret<const O extends FieldOptions>(
  description: string,
  options: O = {} as O,
): Field<Defined<O, string>> {
  return field("secret", description, "a secret", z.string() as z.ZodType<Defined<O, string>, string>, options);
}

/** True or false, in the spellings of YAML 1.2's core schema (section 10.3.2) and no others. */
export function flag<const O extends FieldOptions>(
  description: string,
  options: O = {} as O,
): Field<Defined<O, boolean>> {
  const schema = z.stringbool({
    truthy: ["true", "True", "TRUE"],
    falsy: ["false", "False", "FALSE"],
    case: "sensitive",
  });
  return field(
    "flag",
    description,
    "true or false",
    schema as unknown as z.ZodType<Defined<O, boolean>, string>,
    options,
  );
}

/** One of a few words. */
export function choice<const C extends readonly [string, ...string[]], const O extends FieldOptions>(
  description: string,
  choices: C,
  options: O = {} as O,
): Field<Defined<O, C[number]>> {
  const schema = z.enum(choices) as unknown as z.ZodType<Defined<O, C[number]>, string>;
  return field("choice", description, `one of ${choices.join(", ")}`, schema, { ...options, choices });
}

/** One entry a line; blank lines and lines that begin with `#` are left out. Absent: an empty list. */
export function list(description: string, options: { readonly default?: string } = {}): Field<readonly string[]> {
  const schema = z.string().transform((value) =>
    value
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("#")),
  );
  return field<readonly string[]>(
    "list",
    description,
    "one entry a line",
    schema as z.ZodType<readonly string[], string>,
    {
      default: options.default ?? "",
    },
  );
}

const DURATION = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;

/**
 * @param value `90s`, `10m`, `1h`, `1h30m`
 * @returns milliseconds, or undefined when it is no duration
 */
export function parseDuration(value: string): number | undefined {
  const match = DURATION.exec(value.trim());
  if (match === null || value.trim() === "") return undefined;
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0));
  return ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000;
}

/** A length of time, read into milliseconds. */
export function duration<const O extends FieldOptions>(
  description: string,
  options: O = {} as O,
): Field<Defined<O, number>> {
  const schema = z.string().transform((value, context) => {
    const ms = parseDuration(value);
    if (ms !== undefined) return ms;
    context.addIssue({ code: "custom", message: "not a duration" });
    return z.NEVER;
  });
  return field(
    "duration",
    description,
    "a duration such as 90s, 10m or 1h",
    schema as unknown as z.ZodType<Defined<O, number>, string>,
    options,
  );
}

/** A whole number, 1 or more. */
export function count<const O extends FieldOptions>(
  description: string,
  options: O = {} as O,
): Field<Defined<O, number>> {
  const schema = z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number);
  return field(
    "count",
    description,
    "a whole number from 1 up",
    schema as unknown as z.ZodType<Defined<O, number>, string>,
    options,
  );
}

/** A JSON document, such as `${{ toJSON(needs) }}`. Its shape is checked by whoever reads it. */
export function json<const O extends FieldOptions>(
  description: string,
  options: O = {} as O,
): Field<Defined<O, unknown>> {
  const schema = z.string().transform((value, context): unknown => {
    try {
      return JSON.parse(value);
    } catch {
      context.addIssue({ code: "custom", message: "not JSON" });
      return z.NEVER;
    }
  });
  return field("json", description, "a JSON document", schema as z.ZodType<Defined<O, unknown>, string>, options);
}
