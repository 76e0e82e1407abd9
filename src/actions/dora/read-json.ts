import { basename } from "node:path/posix";
import type { ZodType } from "zod";
import type { Files } from "../../ports/files.ts";

/** A document that was read, that is not there, or that cannot be believed. */
export type ReadJson<T> =
  | { readonly kind: "read"; readonly value: T }
  | { readonly kind: "absent" }
  | { readonly kind: "refused"; readonly reason: string };

/** Largest document that is read in bytes. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/**
 * @param files the workspace
 * @param path of the document
 * @param schema what it must be
 */
export async function readJson<T>(files: Files, path: string, schema: ZodType<T>): Promise<ReadJson<T>> {
  const name = basename(path);
  const size = await files.size(path);
  if (size === undefined) return { kind: "absent" };
  if (size > LARGEST_BYTES) return { kind: "refused", reason: `${name} is too large to be read` };
  const text = await files.readText(path);
  let value: unknown;
  try {
    value = JSON.parse(text ?? "");
  } catch {
    return { kind: "refused", reason: `${name} is not JSON` };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { kind: "read", value: parsed.data };
  const issue = parsed.error.issues[0];
  return { kind: "refused", reason: `${name}: ${issue?.path.join(".") || "the document"} is not right` };
}
