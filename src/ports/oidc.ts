/** The identity that the platform vouches for. */
export interface Oidc {
  /** False when the job was not granted `id-token: write`. */
  isAvailable(): boolean;
  /**
   * @returns a JWT for `audience`, already masked
   * @throws TurnpikeError `OIDC_UNAVAILABLE` (with the YAML that grants it) or `OIDC_REFUSED`; neither holds any part of a token
   */
  token(audience: string): Promise<string>;
}
