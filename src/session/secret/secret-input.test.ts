import fc from "fast-check";
import { expect, test } from "vitest";
import { SetAside, withoutPublished } from "./secret-input";

const PUBLISHED = "demo-auth-secret";

// A letter that stands at that place, too, could be either.
test("what was typed into a published secret is left of it, wherever it was typed", () => {
  const place = fc.nat({ max: PUBLISHED.length });
  fc.assert(
    fc.property(place, fc.constantFrom("x", "ü 🔑", "SECRET", "1"), (at, typed) => {
      expect(withoutPublished(PUBLISHED.slice(0, at) + typed + PUBLISHED.slice(at), PUBLISHED)).toBe(typed);
    }),
  );
});

test("at an end it is whole, whatever letters it shares with what stands there", () => {
  for (const typed of ["d", "dem", "mine", "t", "secret", "demo-auth-secret", "tt", "detour"]) {
    expect(withoutPublished(typed + PUBLISHED, PUBLISHED)).toBe(typed);
    expect(withoutPublished(PUBLISHED + typed, PUBLISHED)).toBe(typed);
  }
});

test("a text that took its place is all there", () => {
  for (const text of ["", "mine", "demo-auth", "demo-auth-secreT", "a-longer-secret-of-my-own"])
    expect(withoutPublished(text, PUBLISHED)).toBe(text);
});

test("a secret that was set aside comes back once, and dropped it is nowhere", () => {
  const aside = new SetAside();
  expect(aside.bringBack()).toBeNull();
  expect(aside.returning).toBeNull();
  const field = { value: "mine", defaultValue: "mine" };
  aside.keep(field);
  expect(aside).toMatchObject({ holds: true, returning: null });
  expect(aside.bringBack()).toBe(field);
  expect(aside.returning).toBe(field);
  aside.drop();
  expect(aside).toMatchObject({ holds: false, returning: null });
  expect(field).toEqual({ value: "", defaultValue: "" });
});
