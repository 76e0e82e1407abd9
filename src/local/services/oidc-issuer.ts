import { randomBytes } from "node:crypto";
import { exportJWK, type GenerateKeyPairResult, generateKeyPair, type JSONWebKeySet, SignJWT } from "jose";
import { bearerOf, type Handler, jsonAnswer } from "./exchange.ts";
import { isSameSecret, randomSecret } from "./job-tokens.ts";

/** Seconds that a token is valid, as on GitHub. */
const LIFETIME_SECONDS = 300;

/** Longest audience that is accepted. */
const AUDIENCE_LIMIT = 1024;

/** Claims that the issuer sets itself; `sub` is given with the others. */
const OWN_CLAIMS: ReadonlySet<string> = new Set(["iss", "aud", "exp", "nbf", "iat", "jti"]);

interface SigningKey {
  readonly kid: string;
  readonly privateKey: GenerateKeyPairResult["privateKey"];
  readonly jwks: JSONWebKeySet;
}

interface Requester {
  readonly token: string;
  readonly claims: Readonly<Record<string, string>>;
}

async function makeKey(): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
  const kid = randomBytes(16).toString("hex");
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: "RS256", use: "sig" };
  return { kid, privateKey, jwks: { keys: [jwk] } };
}

/** Issues tokens as GitHub's OIDC provider does, with a key of this run. */
export class OidcIssuer {
  readonly #origin: () => string;
  readonly #requesters = new Map<string, Requester>();
  readonly #owner: string;
  #key: Promise<SigningKey> | undefined;

  /**
   * @param origin of the server; also the issuer's name
   * @param owner owner of the repository, for the default audience
   */
  constructor(origin: () => string, owner: string) {
    this.#origin = origin;
    this.#owner = owner;
  }

  /** Public keys. */
  async jwks(): Promise<JSONWebKeySet> {
    return (await this.#signingKey()).jwks;
  }

  /**
   * @param claims what tokens of the job say; all values are texts, ids too, as on GitHub
   * @returns the two variables that `core.getIDToken` reads
   */
  env(claims: Readonly<Record<string, string>>): Record<string, string> {
    const id = randomBytes(16).toString("hex");
    const token = randomSecret();
    this.#requesters.set(id, { token, claims });
    return {
      // The client appends `&audience=…`, so the address must have a query.
      ACTIONS_ID_TOKEN_REQUEST_URL: `${this.#origin()}/oidc/token/${id}?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
    };
  }

  /** Serves discovery, keys and tokens. */
  readonly handler: Handler = async (exchange) => {
    const { pathname, searchParams } = exchange.url;
    if (exchange.method === "GET" && pathname === "/.well-known/openid-configuration") return this.#configuration();
    if (exchange.method === "GET" && pathname === "/.well-known/jwks") return jsonAnswer(200, await this.jwks());
    const id = /^\/oidc\/token\/([0-9a-f]{32})$/.exec(pathname)?.[1];
    if (id === undefined) return undefined;
    const requester = this.#requesters.get(id);
    const token = bearerOf(exchange);
    if (requester === undefined || token === undefined || !isSameSecret(requester.token, token)) {
      return jsonAnswer(401, { message: "the request token is not one of a job of this run" });
    }
    const audience = searchParams.get("audience") ?? `https://github.com/${this.#owner}`;
    if (audience === "" || audience.length > AUDIENCE_LIMIT)
      return jsonAnswer(400, { message: "audience is not valid" });
    return jsonAnswer(200, { value: await this.#sign(requester.claims, audience) });
  };

  #signingKey(): Promise<SigningKey> {
    this.#key ??= makeKey();
    return this.#key;
  }

  #configuration(): ReturnType<typeof jsonAnswer> {
    const issuer = this.#origin();
    return jsonAnswer(200, {
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks`,
      subject_types_supported: ["public"],
      response_types_supported: ["id_token"],
      id_token_signing_alg_values_supported: ["RS256"],
      scopes_supported: ["openid"],
    });
  }

  async #sign(claims: Readonly<Record<string, string>>, audience: string): Promise<string> {
    const { kid, privateKey } = await this.#signingKey();
    const given = Object.fromEntries(Object.entries(claims).filter(([name]) => !OWN_CLAIMS.has(name)));
    const now = Math.floor(Date.now() / 1000);
    return await new SignJWT(given)
      .setProtectedHeader({ alg: "RS256", typ: "JWT", kid })
      .setIssuer(this.#origin())
      .setAudience(audience)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + LIFETIME_SECONDS)
      .setJti(randomBytes(16).toString("hex"))
      .sign(privateKey);
  }
}
