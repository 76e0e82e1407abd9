import type { VersionRequest } from "../core/uv/index.ts";

/** Where a uv came from. */
export type UvSource = "path" | "tool-cache" | "index" | "release";

/** A uv that is ready to run. */
export interface ProvidedUv {
  /** Absolute path of the binary. */
  readonly path: string;
  /** `0.13.8`, as the binary says itself. */
  readonly version: string;
  readonly source: UvSource;
  /** Lower-case hex SHA-256 of the binary. */
  readonly sha256: string;
  /** One sentence: what the bytes were checked against. */
  readonly trust: string;
}

/** What is asked of a provider. */
export interface UvWish {
  readonly request: VersionRequest;
  /** Lower-case hex SHA-256 of the wheel or archive; nothing else is accepted when it is given. */
  readonly checksum?: string;
}

/** Finds uv, or fetches it. */
export interface UvProvider {
  /**
   * @throws TurnpikeError `UV_MISSING`, `UV_DOWNLOAD` or `UV_CHECKSUM`: what was tried, why each way failed, what to do
   */
  provide(wish: UvWish): Promise<ProvidedUv>;
}
