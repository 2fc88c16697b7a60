import type { Example } from "../scheme";

export const examples: readonly [Example, ...Example[]] = [
  {
    id: "urlbox-page",
    title: "The Urlbox page’s own example",
    url: "https://api.urlbox.io/v1/api-key/png?url=urlbox.io&width=300",
    secret: "my_secret_key",
  },
  {
    id: "urlbox-sha256",
    title: "SHA-256, as newer clients sign",
    url: "https://api.urlbox.com/v1/pub_test_KEY/png?url=https%3A%2F%2Fexample.com",
    secret: "sec_test_AAA",
    hash: "SHA-256",
  },
  {
    id: "urlbox-signed",
    title: "A signed link to check",
    url: "https://api.urlbox.io/v1/api-key/a6f5fb4b61eaba63a4546b87c14091c9ca3fbe73/png?url=urlbox.io&width=300",
    secret: "my_secret_key",
  },
  {
    id: "urlbox-build",
    title: "A page to capture",
    url: "https://example.com/pricing?plan=team",
    secret: "my_secret_key",
    settings: { apiKey: "api-key", format: "png" },
  },
  {
    id: "urlbox-question-mark",
    title: "The “?” was signed",
    url: "https://api.urlbox.com/v1/api-key/a2cdeda3af80df9ca813e528257feb245007cd3f/png?url=https%3A%2F%2Fexample.com&width=300",
    secret: "my_secret_key",
    mistakes: ["signed-with-question-mark"],
  },
  {
    id: "urlbox-quotes",
    title: "Quotes from a .env file",
    url: "https://api.urlbox.com/v1/api-key/bf6add498b11a3e97b5195b4e10a99d6be185392/png?url=https%3A%2F%2Fexample.com&width=300",
    secret: "my_secret_key",
    mistakes: ["secret-with-quotes"],
  },
  {
    id: "urlbox-api-key",
    title: "Signed with the API key",
    url: "https://api.urlbox.com/v1/api-key/1648ce6ea05deb92400390c79a66f27b03602712/png?url=https%3A%2F%2Fexample.com&width=300",
    secret: "my_secret_key",
    mistakes: ["secret-is-api-key"],
  },
  {
    id: "urlbox-decoded",
    title: "Signed before encoding",
    url: "https://api.urlbox.com/v1/api-key/e8add7d9e770d33c784eabe5263f0fff77c34a0e/png?url=https%3A%2F%2Fexample.com%2Fpricing%3Fplan%3Dteam&width=300",
    secret: "my_secret_key",
    mistakes: ["signed-decoded-query"],
  },
];
