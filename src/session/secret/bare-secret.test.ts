import { expect, it } from "vitest";
import { bareSecret, wrappedIn } from "./bare-secret";

it.each([
  ['"a b"', "a b"],
  ["'it's'", "it's"],
  ["«key»", "key"],
  ['"key', "key"],
  ["\ufeffkey \u2800", "key"],
  ["k\u200bey\n", "key"],
  ["a\tb", "a\tb"],
  ['k=e"y+/==', 'k=e"y+/=='],
])("of %j leaves %j", (text, bare) => expect(bareSecret(text)).toBe(bare));

it.each([
  ["LIBPIXEL_SECRET: aB3-x_9", "aB3-x_9", "its name before it"],
  ['secret: "aB3-x_9"', "aB3-x_9", "its name before it"],
  ["- apiSecret: 'aB3-x_9'", "aB3-x_9", "its name before it"],
  ['{"secret": "a b\\"c"}', 'a b"c', "JSON around it"],
  ['{ "key": "public", "secret": "aB3-x_9", "retries": 3 }', "aB3-x_9", "JSON around it"],
  ['{"SecretString":"aB3-x_9"}', "aB3-x_9", "JSON around it"],
  ['{"anything":"aB3-x_9"}', "aB3-x_9", "JSON around it"],
  ["Bearer aB3-x_9", "aB3-x_9", "a header’s word before it"],
  ["Authorization: Bearer aB3-x_9\n", "aB3-x_9", "a header’s word before it"],
])("%j holds %j", (text, value, carried) => {
  expect(wrappedIn(text)).toEqual({ carried, value });
  expect(bareSecret(text)).toBe(value);
});

it.each([
  "aB3-x_9",
  "a:b",
  "secretary-42",
  "secret==",
  "Bearer",
  "bearerOfNews 12",
  "Bearer of bad news",
  "{aB3-x_9}",
  "{}",
  '{"secret": ""}',
  '{"secret": 42}',
  '{"a": "1", "b": "2"}',
  '{"secret": "a", "oldSecret": "b"}',
  '["secret"]',
  "{{ .Values.secret }}",
  "secret: {{ .Values.secret }}",
  "passwordless: true",
])("%j is taken for no secret in a wrapping", (text) => expect(wrappedIn(text)).toBeNull());
