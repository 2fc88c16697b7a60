import type { Example } from "../scheme";

export const examples: readonly [Example, ...Example[]] = [
  {
    id: "urlbox-page",
    title: "The Urlbox page’s own example",
    lesson: "Only the query is signed; the token goes into the path.",
    url: "https://api.urlbox.io/v1/api-key/png?url=urlbox.io&width=300",
    secret: "my_secret_key",
  },
  {
    id: "urlbox-sha256",
    title: "SHA-256, as newer clients sign",
    lesson: "The token has 64 digits, and its length tells the hash.",
    url: "https://api.urlbox.com/v1/pub_test_KEY/png?url=https%3A%2F%2Fexample.com",
    secret: "sec_test_AAA",
    hash: "SHA-256",
  },
  {
    id: "urlbox-signed",
    title: "A signed link to check",
    lesson: "The token in the path is compared with the one this secret makes.",
    url: "https://api.urlbox.io/v1/api-key/a6f5fb4b61eaba63a4546b87c14091c9ca3fbe73/png?url=urlbox.io&width=300",
    secret: "my_secret_key",
  },
  {
    id: "urlbox-build",
    title: "A page to capture",
    lesson: "From a plain address the whole link is built.",
    url: "https://example.com/pricing?plan=team",
    secret: "my_secret_key",
    settings: { apiKey: "api-key", format: "png" },
  },
];
