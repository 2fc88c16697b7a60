import { expect, it } from "vitest";
import { assignedIn } from "./assigned-value";
import { assignmentIn } from "./assignment";

it("a line of a .env file is told from a secret, and its value from its name", () => {
  const value = (text: string, names: readonly string[] = []) => {
    const line = assignmentIn(text, names);
    return line === null ? null : assignedIn(line);
  };
  expect(value("LIBPIXEL_SECRET=abc=d")).toBe("abc=d");
  expect(value('export URLBOX_API_SECRET="a b"\n')).toBe("a b");
  expect(value("A_KEY=1\nURLBOX_SECRET='x'\r\nOTHER_KEY=2", ["URLBOX_SECRET"])).toBe("x");
  // As dotenv, python-dotenv and shells read them.
  for (const line of [
    "abc # prod",
    '"abc" # "prod"',
    "'abc'   # x",
    '"abc";',
    "'abc'; node sign.js",
    '"abc",',
  ])
    expect(value(`LIBPIXEL_SECRET=${line}`)).toBe("abc");
  for (const kept of ["abc#d", "abc;d", "#abc", "a'b'c", '"abc'])
    expect(value(`LIBPIXEL_SECRET=${kept}`)).toBe(kept);
  expect(value('LIBPIXEL_SECRET="a # b"')).toBe("a # b");
  expect(value("LIBPIXEL_HOST=a.test\nMY_SECRET=x")).toBe("x");
  for (const secret of ["abc", "aGVsbG8=", "sk_live_abc=", "ABC=def", "a=b"])
    expect(value(secret)).toBeNull();
});
