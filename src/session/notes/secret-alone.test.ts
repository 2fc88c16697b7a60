import { expect, it } from "vitest";
import { schemes } from "../../schemes";
import { readPaste } from "../../signing/read-paste";
import { keepCase } from "../address/kept-case";
import { createQueryClient } from "../queries";
import { Session } from "../session";
import { initialState } from "../state";
import { aloneNote, secretAlone } from "./secret-alone";

const [libpixel] = schemes;
const noted = (pasted: string) => aloneNote(pasted, readPaste(libpixel, pasted, {}));

it.each([
  "LIBPIXEL_SECRET=abc123",
  "export URLBOX_API_SECRET='aB3-x_9'",
  "Auth Secret: s3cret-of-the-shop",
  '"apiSecret": "abc123",',
  "signing key: abc123",
  "password=hunter22\n",
])("a secret in the place of the URL is called one by its name, and not kept: %s", (pasted) => {
  expect(noted(pasted)).toMatchObject([{ kind: "secret-alone" }]);
  expect(noted(pasted)[0]?.sentence).not.toContain(pasted);
  const session = new Session(initialState(), createQueryClient());
  session.type(pasted);
  expect(keepCase(session.snapshot())).toBeNull();
});

it.each([
  ["LIBPIXEL_SECRET=abc123", "abc123"],
  ["LIBPIXEL_SECRET=abc=123==", "abc=123=="],
  ["export URLBOX_API_SECRET='aB3-x_9'\n", "aB3-x_9"],
  ["Auth Secret: s3cret-of-the-shop", "s3cret-of-the-shop"],
  ['"apiSecret": "abc123",', "abc123"],
  ["secret => 'abc'123", "'abc'123"],
  ["const secret = `abc123`;", "abc123"],
  ["sign(secret='abc123')", ""],
  ["secret: 'abc123'}", "abc123"],
])("its value is what stands in %s without name and quotes", (pasted, value) => {
  expect(secretAlone(pasted)).toBe(value);
});

it.each([
  "https://a.libpx.com/a.jpg?secret=abc123",
  "/a.jpg?secret=abc123",
  "The secret: it was not found",
  "TokenNotMatchedError: wrong secret",
  "token=abc123",
  "secret",
  "secret ==",
  "",
])("what only speaks of one is none: %s", (pasted) => {
  expect(noted(pasted)).toEqual([]);
});

it.each([
  "passwordless: true",
  "secrets: inherit",
  "secretName: my-tls-cert",
  "password_policy: strong",
  "SECRET_FILE=/run/secrets/libpixel",
  "signing_secret: /run/secrets/libpixel",
  "secret = null",
  "client_secret: undefined,",
  "secret = process.env.LIBPIXEL_SECRET",
  "secret: {{secrets.URLBOX}}",
  'secret = getenv("LIBPIXEL_SECRET");',
  "SECRET=********",
])("what is set of a secret, or stands in its place, is not called one: %s", (pasted) => {
  expect(noted(pasted)).toEqual([]);
  // In doubt it is not kept all the same.
  const session = new Session(initialState(), createQueryClient());
  session.type(pasted);
  expect(keepCase(session.snapshot())).toBeNull();
});
