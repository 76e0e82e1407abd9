import { describe, expect, it } from "vitest";
import { secretsOf } from "../../../src/core/gates/index.ts";

const VALUE = "hunter2-hunter2";

describe("values that look like secrets", () => {
  it.each([
    "GITHUB_TOKEN",
    "NPM_AUTH",
    "INPUT_GITHUB-TOKEN",
    "DB_PASSWORD",
    "MY_API_KEY",
    "AWS_SECRET_ACCESS_KEY",
    "SIGNING_KEY_PASSPHRASE",
    "gh_pat",
  ])("are told by the name of their variable: %s", (name) => {
    expect(secretsOf({ [name]: VALUE })).toEqual([VALUE]);
  });

  it.each([
    "EDITOR",
    "PATH",
    "TOKENIZER",
    "AUTHOR",
    "SSH_AUTH_SOCK",
    "SECRET_FILE",
    "TOKEN_URL",
    "PATTERN",
    "KEYBOARD",
  ])("are none in %s", (name) => {
    expect(secretsOf({ [name]: VALUE })).toEqual([]);
  });

  it.each(["/run/secrets/token", "./token", "https://tokens.example.org/issue"])(
    "are none where the value says where a secret is kept: %s",
    (value) => {
      expect(secretsOf({ MY_TOKEN: value })).toEqual([]);
    },
  );

  it("are the passwords in addresses of any variable", () => {
    const proxy = `http://me:${VALUE}@proxy.example.org:8080`;
    expect(secretsOf({ HTTPS_PROXY: proxy })).toEqual([VALUE]);
    expect(secretsOf({ UV_INDEX: `https://a.example.org/ https://:${VALUE}2@b.example.org/` })).toEqual([`${VALUE}2`]);
    expect(secretsOf({ UV_INDEX: "https://me@a.example.org/" })).toEqual([]);
  });

  it("are said once, and not when they are so short that they stand everywhere", () => {
    const values = { A_TOKEN: VALUE, B_TOKEN: VALUE, C_TOKEN: "12345", D_TOKEN: "123456" };
    expect(secretsOf(values)).toEqual([VALUE, "123456"]);
  });
});
