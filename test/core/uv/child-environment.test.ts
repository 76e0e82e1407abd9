import { expect, test } from "vitest";
import { childEnvironment } from "../../../src/core/uv/index.ts";

const LOCAL = {
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_API_URL: "http://127.0.0.1:40611/api/v3",
  GITHUB_GRAPHQL_URL: "http://127.0.0.1:40611/api/v3/graphql",
};

test("a program sees the addresses of GitHub's API where the run has an API of its own on loopback", () => {
  expect(childEnvironment(LOCAL)).toEqual({
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_API_URL: "https://api.github.com",
    GITHUB_GRAPHQL_URL: "https://api.github.com/graphql",
  });
});

test("the addresses of another server stay as they are, and so do other variables on loopback", () => {
  const enterprise = {
    GITHUB_SERVER_URL: "https://ghes.example.org",
    GITHUB_API_URL: "https://ghes.example.org/api/v3",
  };
  expect(childEnvironment(enterprise)).toEqual(enterprise);
  const onLoopback = { ...LOCAL, GITHUB_SERVER_URL: "http://localhost:8080" };
  expect(childEnvironment(onLoopback)).toEqual(onLoopback);
  const other = { GITHUB_SERVER_URL: "https://github.com", PGHOST_URL: "http://127.0.0.1:5432/" };
  expect(childEnvironment(other)).toEqual(other);
});
