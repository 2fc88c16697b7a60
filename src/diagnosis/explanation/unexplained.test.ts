import { expect, it } from "vitest";
import { readCase } from "../case";
import { inputOf } from "../testing";
import { whatIsLeft } from "./unexplained";

const leftOf = (signature: string) =>
  whatIsLeft(readCase(inputOf(`https://acme.libpx.com/a.jpg?width=1&signature=${signature}`)));

it.each([
  ["x".repeat(40), "hidden or cut off: if they were"],
  [`cb59633aab73${"*".repeat(28)}`, "hidden or cut off"],
  ["0123456789abcdef0123456789abcdef01234567", "look made up"],
  ["a".repeat(40), "look made up"],
  ["cb5963", "fewer than 80 bits"],
])("says of %s what it looks like, and both stories", (signature, words) => {
  expect(leftOf(signature)).toContain(words);
});

it.each([
  [
    "Node’s toString()",
    encodeURIComponent(Buffer.from("96c28885acf98bc0e1f2a3b4e5f6e7f8f1fe0364", "hex").toString()),
  ],
  ["the same by escape()", "%uFFFD%uFFFDu%uFFFD%06"],
])("does not say that digits were hidden where a decoder replaced bytes: %s", (_, signature) => {
  expect(leftOf(signature)).toMatch(/U\+FFFD.*are lost.*fewer than 80 bits/);
  expect(leftOf(signature)).not.toMatch(/hidden|cut off/);
});

it("says nothing of the kind of digits that a digest may have", () => {
  for (const signature of ["7d1c6c6b9e1e3a4f0b2d5e8f9a0b1c2d3e4f5a6b", "y1ljOqtzHMMQJUJuyBlFxYZJF6o"])
    expect(leftOf(signature)).toMatch(/^Another secret may have signed it/);
});
