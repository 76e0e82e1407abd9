import { z } from "zod";
import { duration, flag, line, says } from "./fields.ts";
import { gateEntry, gateId } from "./gate-schema.ts";

const budgetMap = z
  .strictObject(
    {
      total: duration("Wall time of all gates together.", ["20m"]),
      enforce: flag("Whether going over it fails the run with exit code 4. Default: false.").optional(),
    },
    says("is not a budget; write 20m, or `{ total: 20m, enforce: true }`"),
  )
  .meta({ description: "The budget, and whether it is enforced.", examples: [{ total: "20m", enforce: true }] });

const presetList = z
  .array(z.enum(["python", "node"], says("is not a preset; write python or node")), says("is not a list of presets"))
  .meta({ description: "Only these kinds of projects are looked for.", examples: [["python"]] });

/** The keys of the whole file. */
export const fileShape = {
  presets: z
    .union(
      [z.enum(["auto", "none"]), presetList],
      says("is not known; write auto, none, or a list such as [python, node]"),
    )
    .optional()
    .meta({
      description: "Which projects gates are detected for. Default: auto.",
      examples: ["auto", "none", ["python", "node"]],
    }),
  budget: z
    .union(
      [duration("Wall time of all gates together.", ["20m"]), budgetMap],
      says("is not a budget; write 20m, or `{ total: 20m, enforce: true }`"),
    )
    .optional()
    .meta({
      description: "Wall time that all gates together may take. Default: 20m, not enforced.",
      examples: ["20m", { total: "20m", enforce: true }],
    }),
  build: line(
    "The command that builds what a release publishes. Default: `uv build` or `npm pack` where the project can.",
    ["uv build"],
    "is not a command; write one line for the shell",
  ).optional(),
  gates: z
    .record(gateId, gateEntry, says("is not a map of gates; write `lint: { run: … }` below it"))
    .optional()
    .meta({ description: "Gates by id.", examples: [{ lint: { run: "uv run ruff check src" }, audit: "off" }] }),
};

/** turnpike.yml, whole. The single source of its types, messages, tables and JSON Schema. */
export const fileSchema = z.strictObject(
  fileShape,
  says("is not a map; write keys such as `gates:` at the start of a line"),
);

/** What the schema makes of a file. */
export type FileContent = z.output<typeof fileSchema>;
/** One entry below `gates:`. */
export type EntryContent = NonNullable<FileContent["gates"]>[string];
/** The settings of one gate. */
export type GateContent = Exclude<EntryContent, false | "off">;
